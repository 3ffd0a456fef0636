"""An answer about what happened on the project's own ground: discs as large as their figures."""

from typing import Any, Final

import pandas as pd
import pydeck as pdk
import streamlit as st

from smart7 import store
from smart7.components import frame
from smart7.components.explore import answer
from smart7.components.explore import map as explore_map
from smart7.i18n import Lang
from smart7.markup.pieces import tag, wrap
from smart7.questions import happened
from smart7.questions.happened import Counted, Happened, statement
from smart7.view import View
from smart7.words import explore_page
from smart7.words import happened_asked as words

KIND: Final = explore_map.KIND
MOST: Final = 60
"""More discs than this cannot be told apart: cells grow until they are fewer."""
FINE: Final = 5
"""Bits by which the smallest cell is coarser than the grid of `map_points`."""
CELL_M: Final = 9.16
"""Width of a cell of that grid in metres, at 16.4 degrees north."""


def fits(shown: Counted) -> bool:
    """Return whether an answer can be drawn as a map: accidents by where they lie, or one figure a station."""
    return shown.question.what == "accidents" or (shown.question.by == "station" and not shown.question.split)


@st.cache_resource(max_entries=60, show_spinner=False)
def discs(snapshot_id: str, question: Happened, lang: Lang) -> tuple[list[dict[str, Any]], int]:
    """Return what is drawn, largest first so that none hides another, and how many metres wide a cell is (0: none)."""
    shown = happened.counted(snapshot_id, question, lang)
    drawn, wide = cells(shown) if question.what == "accidents" else (stations(shown), 0)
    least, most = explore_map.sizes(pd.Series([one["value"] for one in drawn], dtype=float)) if drawn else (0.0, 0.0)
    for one in drawn:
        one |= {"radius": explore_map.radius(one["value"], least, most), "below": False}
    return sorted(drawn, key=lambda one: -float(one["radius"])), wide


def cells(shown: Counted) -> tuple[list[dict[str, Any]], int]:
    """Return accidents put together by cells, as small as leaves few enough, and how many metres wide those are."""
    found = store.select(shown.snapshot_id, *statement.on_the_map(shown.question, FINE))
    coarser = 0
    while len(together(found, coarser)) > MOST:
        coarser += 1
    sums = together(found, coarser)
    drawn = [
        {
            "lon": round(float(row["lon"]) / row["counted"], 5), "lat": round(float(row["lat"]) / row["counted"], 5),
            "value": float(row["value"]), "number": shown.number(row["value"]),
            f"name_{shown.lang}": shown.figure(row["value"]),
        }
        for row in answer.records(sums[sums["value"] > 0])
    ]  # fmt: skip
    return drawn, round(CELL_M * 2 ** (FINE + coarser), -2)


def together(found: pd.DataFrame, coarser: int) -> pd.DataFrame:
    """Return cells put together: column and row without their last bits."""
    at = [found[name].to_numpy() // 2**coarser for name in ("x", "y")]
    return found[["lon", "lat", "counted", "value"]].astype(float).groupby(at).sum()


def stations(shown: Counted) -> list[dict[str, Any]]:
    """Return the stations whose position is known, each with its figure."""
    known = explore_map.positions(shown.snapshot_id)
    drawn = []
    for key in shown.keys:
        value = shown.value(shown.cell(key, ""))
        if key[0] in known and value is not None:
            lon, lat = known[key[0]]
            said = f"{shown.labels(key)[0]}\n{shown.told(shown.cell(key, ''))}"
            drawn.append(
                {"lon": lon, "lat": lat, "value": value, "number": shown.number(value), f"name_{shown.lang}": said}
            )
    return drawn


@st.cache_resource(max_entries=60, show_spinner=False)
def deck(snapshot_id: str, question: Happened, lang: Lang, dark: bool) -> pdk.Deck:
    """Return the map of an answer, made once for all who look at the same."""
    return explore_map.stage(snapshot_id, discs(snapshot_id, question, lang)[0], lang, dark)


def show(shown: Counted, view: View) -> None:
    """Draw the map of an answer, what its sizes stand for and what it leaves out; the table holds every figure."""
    drawn, wide = discs(shown.snapshot_id, shown.question, view.lang)
    if not drawn:
        return
    st.pydeck_chart(
        deck(shown.snapshot_id, shown.question, view.lang, view.dark), height=460, key="explore-drawn-map",
        alt=view.say(words.MAP_ALT, title=shown.title, count=len(drawn)),
    )  # fmt: skip
    frame.html(
        legend(shown, drawn, view) + "".join(tag("p", text, "s7-note") for text in said(shown, drawn, wide, view))
    )


def legend(shown: Counted, drawn: list[dict[str, Any]], view: View) -> str:
    """Return what the sizes stand for."""
    values = sorted(one["value"] for one in drawn)
    ends = dict.fromkeys((values[0], values[-1]))
    items = "".join(
        wrap("li", explore_map.disc(value, values[0], values[-1], view) + tag("span", shown.figure(value)))
        for value in ends
    )
    first = tag("li", view.say(explore_page.MAP_SIZES))
    return wrap("ul", first + items + explore_map.ground(view), "s7-legend s7-sizes",
                aria_label=view.say(explore_page.MAP_SIZES))  # fmt: skip


def said(shown: Counted, drawn: list[dict[str, Any]], wide: int, view: View) -> list[str]:
    """Return how accidents are put together, and how many are not on the map."""
    if not wide:
        left = len(shown.keys) - len(drawn)
        return [view.say(words.STATIONS_LEFT, count=left)] if left else []
    whole = shown.cell((), "total" if shown.question.axes[1] else "")
    left = (shown.value(whole) or 0) - sum(one["value"] for one in drawn)
    told = [view.say(words.CELLS, metres=f"{wide:,.0f}")]
    return [*told, *([view.say(words.UNPLACED, count=shown.figure(left))] if left > 0 else [])]
