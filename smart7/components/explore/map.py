"""An answer that is split by unit, on the project's own ground: a numbered disc a unit, as large as its figure."""

from dataclasses import dataclass
from math import sqrt
from typing import Any, Final
from urllib.parse import quote

import pandas as pd
import pydeck as pdk
import streamlit as st

from smart7 import formats, maps, queries, sight, theme
from smart7.api import basemap
from smart7.components import frame
from smart7.components.explore import answer
from smart7.components.explore.answer import Shown
from smart7.components.map import legend as map_legend
from smart7.i18n import Lang
from smart7.markup.pieces import tag, wrap
from smart7.questions import Question
from smart7.theme import rgb
from smart7.view import View
from smart7.words import common
from smart7.words import explore_page as words

KIND: Final = "map"
FEWEST: Final = 2
"""One unit alone is no map."""
SMALL, LARGE = 12, 26
"""Pixels from the middle of a disc to its edge, for the smallest and the largest figure."""
LISTED: Final = 40
"""More units than this are named by the pointer and in the table alone."""
ROOM: Final = 0.01
"""Degrees of ground round the outermost units."""


@dataclass(frozen=True)
class Places:
    """The units of an answer that are drawn, a row each, and how many of those left out are samples or nowhere."""

    drawn: pd.DataFrame
    unknown: int = 0
    samples: int = 0
    period: str = ""


@st.cache_resource(max_entries=8, show_spinner=False)
def positions(snapshot_id: str) -> dict[str, tuple[float, float]]:
    """Return where units are that are known well enough to be drawn: longitude and latitude by id."""
    rows = queries.run(snapshot_id, "explore/places")
    return {one: (lon, lat) for one, lat, lon in rows[["unit_id", "lat", "lon"]].itertuples(index=False, name=None)}


def places(shown: Shown) -> Places | None:
    """Return the places of an answer, None where it is not about one figure a unit."""
    own = shown.own[shown.own["value"].notna()]
    if "unit" not in shown.question.dimensions or own.empty:
        return None
    said = ""
    if "period" in shown.question.dimensions:
        held = own.groupby("period_end")["unit"].nunique()
        own = own[own["period_end"] == held[held >= 0.5 * held.max()].index.max()]
        said = ", ".join(dict.fromkeys(shown.period(line) for line in answer.records(own)))
    one_measure = own["indicator"].nunique() == 1 if "indicator" in own else True
    if not one_measure or own["unit"].duplicated().any():
        return None
    known = positions(shown.answer.snapshot_id)
    here = own["unit"].isin(known.keys())
    made_up = own["unit"].map(lambda one: one in shown.names.sample_units)
    drawn = own[here].sort_values("value", ascending=False, kind="stable").reset_index(drop=True)
    return Places(drawn, int((~here & ~made_up).sum()), int((~here & made_up).sum()), said)


def fits(shown: Shown) -> bool:
    """Return whether an answer can be drawn as a map."""
    found = places(shown)
    return found is not None and len(found.drawn) >= FEWEST


def radius(value: float, least: float, most: float) -> float:
    """Return how large a figure is drawn, between the smallest and the largest, by its area."""
    share = (abs(value) - least) / (most - least) if most > least else 1.0
    return round(sqrt(SMALL**2 + share * (LARGE**2 - SMALL**2)), 1)


def sizes(values: pd.Series) -> tuple[float, float]:
    """Return the least and the most a disc can stand for."""
    return float(values.abs().min()), float(values.abs().max())


def points(shown: Shown, found: Places) -> list[dict[str, Any]]:
    """Return what is drawn: a disc a unit, largest first so that none hides another, with its number and its words."""
    known, (least, most) = positions(shown.answer.snapshot_id), sizes(found.drawn["value"])
    drawn = []
    for number, line in enumerate(answer.records(found.drawn), 1):
        name, figure = shown.label(line, "unit"), shown.written(line, unit=True)
        lon, lat = known[line["unit"]]
        drawn.append({
            "lon": lon, "lat": lat, "number": str(number), "name": name, "figure": figure, "below": line["value"] < 0,
            "radius": radius(line["value"], least, most), f"name_{shown.lang}": f"{number} {name}\n{figure}",
        })  # fmt: skip
    return sorted(drawn, key=lambda one: -float(one["radius"]))


@st.cache_resource(max_entries=60, show_spinner=False)
def deck(snapshot_id: str, question: Question, lang: Lang, dark: bool) -> pdk.Deck:
    """Return the map of an answer, made once for all who look at the same."""
    shown = answer.shown(snapshot_id, question, lang)
    found = places(shown)
    return stage(snapshot_id, points(shown, found) if found else [], lang, dark)


def stage(snapshot_id: str, drawn: list[dict[str, Any]], lang: Lang, dark: bool) -> pdk.Deck:
    """Return a map of discs on the ground; each has `lon`, `lat`, `radius` in pixels, `below`, `number` and a name."""
    colours, style = theme.palette(dark), basemap.style(dark)
    above, below, edge = (rgb(one, 0.85) for one in (colours.accent, colours.ground["more"], colours.surface))
    discs = pdk.Layer(
        "ScatterplotLayer", data=drawn, id="figures", get_position="[lon, lat]", get_radius="radius",
        radius_units=pdk.types.String("pixels"), stroked=True, get_line_color=edge, get_line_width=2,
        line_width_units=pdk.types.String("pixels"), get_fill_color=f"below ? {below} : {above}", pickable=True,
        auto_highlight=True,
    )  # fmt: skip
    # Numbers alone: Thai letters break when a map draws them one by one.
    numbers = pdk.Layer(
        "TextLayer", data=drawn, id="numbers", get_position="[lon, lat]", get_text="number", get_size=13,
        get_color=rgb(colours.on_accent), font_weight=700,
    )  # fmt: skip
    lons, lats = [one["lon"] for one in drawn], [one["lat"] for one in drawn]
    box = (min(lons) - ROOM, min(lats) - ROOM, max(lons) + ROOM, max(lats) + ROOM) if drawn else None
    ground = maps.base(maps.Scene(snapshot_id, ()), colours, style)
    return maps.stage([*ground, discs, numbers], sight.view(box), lang, style)


def show(question: Question, shown: Shown, view: View) -> None:
    """Draw the map of an answer with its legend and what it leaves out; the table below holds every figure."""
    found = places(shown)
    if found is None or found.drawn.empty:
        return
    st.pydeck_chart(
        deck(shown.answer.snapshot_id, question, view.lang, view.dark), height=460, key="explore-drawn-map",
        alt=view.say(words.MAP_ALT, title=shown.title, count=len(found.drawn)),
    )  # fmt: skip
    frame.html(legend(shown, found, view) + "".join(tag("p", text, "s7-note") for text in said(shown, found, view)))


def legend(shown: Shown, found: Places, view: View) -> str:
    """Return what the sizes stand for, and which unit each number is."""
    lines = answer.records(found.drawn)
    by_size = sorted(lines, key=lambda line: abs(line["value"]))
    least, most = sizes(found.drawn["value"])
    ends = [by_size[0], by_size[-1]] if most > least else [by_size[-1]]
    items = [tag("li", view.say(words.MAP_SIZES))] + [
        wrap("li", disc(line["value"], least, most, view) + tag("span", shown.written(line, unit=True)))
        for line in ends
    ]  # fmt: skip
    if any(line["value"] < 0 for line in lines):
        items.append(wrap("li", disc(-most, least, most, view) + tag("span", view.say(words.MAP_BELOW))))
    items.append(ground(view))
    named = sorted(points(shown, found), key=lambda one: int(one["number"]))[:LISTED]
    listed = "".join(
        wrap("li", tag("b", one["number"]) + tag("span", f"{one['name']}: {one['figure']}")) for one in named
    )
    return (
        wrap("ul", "".join(items), "s7-legend s7-sizes", aria_label=view.say(words.MAP_SIZES))
        + wrap("ul", listed, "s7-legend", aria_label=view.say(words.MAP_NUMBERS))
    )  # fmt: skip


def ground(view: View) -> str:
    """Return what the ground under the discs is."""
    return map_legend.ground(view)


def disc(value: float, least: float, most: float, view: View) -> str:
    """Return a disc of the legend as the map draws it, as a picture that says nothing by itself."""
    colours, half = theme.palette(view.dark), radius(value, least, most)
    fill = colours.ground["more"] if value < 0 else colours.accent
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * half} {2 * half}">'
        f'<circle cx="{half}" cy="{half}" r="{half}" fill="{fill}"/></svg>'
    )
    return f"<img alt='' width='{2 * half}' height='{2 * half}' src='data:image/svg+xml,{quote(drawn)}'>"


def said(shown: Shown, found: Places, view: View) -> list[str]:
    """Return which period and unit of measure are drawn, and how many units are not, with the reason."""
    measure = shown.unit(answer.records(found.drawn)[0]).get(view.lang)
    about = [f"{common.MEASURE.get(view.lang)}: {measure}"] if measure not in ("", "-") else []
    about += [f"{common.PERIOD.get(view.lang)}: {found.period}"] if found.period else []
    lacking = [
        text.format(view.lang, count=formats.number(count, 0, view.lang))
        for count, text in ((found.unknown, words.MAP_UNKNOWN), (found.samples, words.MAP_SAMPLES))
        if count
    ]  # fmt: skip
    left = [words.MAP_LEFT_OUT.format(view.lang, what=" · ".join(lacking))] if lacking else []
    return [*([" · ".join(about)] if about else []), *left]
