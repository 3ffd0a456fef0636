"""Before and after: minutes door to door by the network of record, and with the planned light rail added."""

from dataclasses import dataclass
from typing import Any, cast

import pandas as pd
import streamlit as st

from smart7 import charts, formats, maps
from smart7.api import basemap
from smart7.components import data, frame
from smart7.components.map import legend, travel_settings
from smart7.i18n import Lang, Text
from smart7.markup import panels
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.transit import answers, compare
from smart7.transit import settings as choices
from smart7.transit.assumptions import Incomplete
from smart7.transit.compare import Comparison
from smart7.transit.settings import Settings
from smart7.view import View
from smart7.words import map as map_words
from smart7.words import panels as panel_words
from smart7.words import travel as words

Row = dict[str, Any]


def show(view: View) -> None:
    """Draw settings, the balance, the map of minutes saved, and who gains how much."""
    frame.html(tag("p", view.say(words.ABOUT), "s7-definition"))
    try:
        settings, kind = travel_settings.chosen(view)
        with st.spinner(view.say(words.WORKING)):
            told = worked_out(data.snapshot(), settings, kind, view.lang, view.dark, view)
    except Incomplete as error:
        frame.html(tag("p", view.say(words.NOT_POSSIBLE, what=error), "s7-note"))
        return
    frame.html(told.balance)
    wide, narrow = st.columns([0.56, 0.44], gap="medium")
    with wide:
        saved_map(settings, kind, view)
    with narrow:
        told.places.draw()
        frame.html(told.rough)
    told.tambons.draw()
    frame.html(told.tables)


@dataclass(frozen=True, slots=True)
class Ranges:
    """A chart of ranges with the same as a table, ready to be drawn."""

    heading: str
    spec: charts.Spec
    alt: str
    under: str

    def draw(self) -> None:
        """Draw the chart between its heading and its table."""
        frame.html(self.heading)
        st.vega_lite_chart(self.spec, theme=None, width="stretch", alt=self.alt)
        frame.html(self.under)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one comparison and one kind of place, in one language."""

    balance: str
    places: Ranges
    rough: str
    tambons: Ranges
    tables: str


@st.cache_data(max_entries=60, show_spinner=False)
def worked_out(snapshot: str, settings: Settings, kind: str, lang: Lang, dark: bool, _view: View) -> Told:
    """Return what a comparison says, worked out once for all who ask the same; raises `Incomplete`.

    Of the view only what is named besides matters.
    """
    found = compare.run(snapshot, settings)
    listed = places(found, kind, _view)
    title = _view.say(words.TAMBONS, kind=name(kind, _view))
    return Told(
        balance=balance(found, kind, _view),
        places=ranges(title_of_places(kind, _view), listed, _view, 1),
        rough=rough(listed, _view),
        tambons=ranges(title, tambons(found, kind, _view), _view, 0),
        tables=tables(found, _view),
    )


def name(kind: str, view: View) -> str:
    """Return what a kind of place is called within a sentence."""
    text = view.say(map_words.KINDS[kind])
    return text.lower() if view.lang == "en" else text


def balance(found: Comparison, kind: str, view: View) -> str:
    """Return how many cells win and lose, with the range, the assumptions and what takes no part."""
    rows = {row["kind"]: row for row in records(answers.balance(found))}
    said = ""
    if kind in rows:
        row = rows[kind]
        columns = {"won": "winning", "lost": "losing"}
        parts = {short: count(row[f"{long}_mid"], view) for short, long in columns.items()}
        for end in ("low", "high"):
            parts |= {f"{short}_{end}": count(row[f"{long}_{end}"], view) for short, long in columns.items()}
        about = {"kind": name(kind, view), "cells": count(row["cells"], view), **parts}
        said = tag("p", view.say(words.YES_SAVES, **about), "s7-finding")
    notes = [view.say(words.MODELLED, version=found.version)]
    if found.unplaced:
        notes.append(view.say(words.UNPLACED, count=count(found.unplaced, view)))
    if found.settings.phase == "all":
        notes.append(view.say(words.DETOUR))
    mark = panels.quality_mark("modelled", view)
    return said + wrap("p", mark + tag("span", " · " + " · ".join(notes)), "s7-note")


def count(value: float, view: View) -> str:
    """Return a whole number as the language writes it."""
    return formats.number(value, 0, view.lang)


def saved_map(settings: Settings, kind: str, view: View) -> None:
    """Draw the map of minutes saved, with its legend."""
    frame.html(heading(view.say(words.MAP, kind=name(kind, view))))
    known = compare.assumptions(data.snapshot())
    asked = tuple(sorted(choices.to_link(settings, known).items()))
    st.pydeck_chart(
        maps.saved(data.snapshot(), kind, asked, view.lang, view.dark, basemap.style(view.dark)), height=560,
        key="travel-map",
        alt=view.say(words.MAP_ALT),
    )  # fmt: skip
    meanings = {"less": words.LESS, "same": words.SAME, "more": words.LONGER, "plan": map_words.LAYERS["plan"]}
    items = "".join(
        wrap("li", legend.swatch(shape, view) + tag("span", view.say(text))) for shape, text in meanings.items()
    )
    items += legend.ground(view)
    frame.html(wrap("ul", items, "s7-legend", aria_label=view.say(map_words.LEGEND)))


def title_of_places(kind: str, view: View) -> str:
    """Return the title of the chart of places of a kind."""
    return view.say(words.SCHOOLS) if kind == "school" else view.say(words.PLACES, kind=name(kind, view))


def places(found: Comparison, kind: str, view: View) -> pd.DataFrame:
    """Return the places of a kind with the minutes saved to each: municipal schools, or all of another kind."""
    rows = answers.by_place(found)
    mine = rows[(rows["kind"] == kind) & (rows["municipal_school"] | (kind != "school"))]
    return mine.assign(label=mine[f"name_{view.lang}"], **{end: mine[f"saved_{end}"] for end in answers.ENDS})


def rough(rows: pd.DataFrame, view: View) -> str:
    """Return how many of the places lie somewhere within half a kilometre or more, which the range leaves out."""
    doubted = {row["key"].removeprefix("place.") for row in data.records("map/places") if row["doubt_m"]}
    known = int(rows["place_id"].isin(doubted).sum())
    return tag("p", view.say(words.ROUGH_PLACES, count=count(known, view)), "s7-note") if known else ""


def tambons(found: Comparison, kind: str, view: View) -> pd.DataFrame:
    """Return the tambons with the share of their cells, in percent, that save a minute or more."""
    rows = answers.by_tambon(found, kind)
    shares = {end: 100 * rows[f"winning_{end}"] / rows["cells"] for end in answers.ENDS}
    return rows.assign(label=rows[f"name_{view.lang}"].fillna(view.say(words.OUTSIDE)), **shares)


def ranges(title: str, rows: pd.DataFrame, view: View, digits: int) -> Ranges:
    """Return ranges, one row each, with the same as a table."""
    known = rows.dropna(subset=["mid"])
    written = [
        spread(low, mid, high, view, digits)
        for low, mid, high in zip(known["low"], known["mid"], known["high"], strict=True)
    ]
    drawn = known[["label", "low", "mid", "high"]].assign(shown=written, is_sample=False)
    spec = charts.build("ranges x=low mid=mid x2=high y=label text=shown", drawn, view.lang, view.dark)
    if "before_mid" in rows:
        header = [map_words.PLACE, words.CELLS, words.BEFORE, words.AFTER, words.SAVED, words.LOST]
        parts: tuple[tuple[str, ...], ...] = (("before", "after", "saved"), ("losing",))
    else:
        header = [words.TAMBON, words.CELLS, words.P10, words.MEDIAN, words.P90, words.WON, words.LOST]
        parts = (("p10", "median", "p90"), ("winning", "losing"))
    body = [
        [row["label"], count(row["cells"], view), *triples(row, view, *parts[0], digits=1),
         *triples(row, view, *parts[1], digits=0)]
        for row in records(rows)
    ]  # fmt: skip
    numbers = table([view.say(text) for text in header], body, caption=title, numbers=range(1, len(header)))
    note = tag("p", view.say(words.RANGE_NOTE), "s7-note")
    under = panels.quality_mark("modelled", view) + more(view.say(panel_words.NUMBERS), note + numbers)
    return Ranges(heading(title), spec, panels.alternative(title, drawn, view), under)


def tables(found: Comparison, view: View) -> str:
    """Return what lies within a time, how far hospitals are, and who wins and loses, as tables."""
    parts = (
        (words.WITHIN, answers.within(found), ("kind", "minutes", "cells"), CELL_COLUMNS),
        (words.HOSPITALS, answers.hospitals(found), ("nth", "cells"), MINUTE_COLUMNS),
        (words.BALANCE, answers.balance(found), ("kind", "cells"), BALANCE_COLUMNS),
    )
    return "".join(
        more(view.say(title), ranged(view.say(title), rows, plain, names, view)) for title, rows, plain, names in parts
    )


PLAIN_COLUMNS = {"kind": map_words.PLACE, "minutes": words.MINUTES, "cells": words.CELLS, "nth": words.NTH}
CELL_COLUMNS = {"before": words.BEFORE_CELLS, "after": words.AFTER_CELLS, "gained": words.GAINED}
BALANCE_COLUMNS = {"winning": words.WON, "losing": words.LOST, "same": words.UNCHANGED}
MINUTE_COLUMNS = {"before": words.BEFORE, "after": words.AFTER, "saved": words.SAVED, "losing": words.LOST}


def ranged(title: str, rows: pd.DataFrame, plain: tuple[str, ...], names: dict[str, Text], view: View) -> str:
    """Return a table whose first columns are plain and whose others are ranges."""
    header = [view.say({**PLAIN_COLUMNS, **names}[column]) for column in (*plain, *names)]
    body = [
        [
            *(view.say(map_words.KINDS[row[c]]) if c == "kind" else count(row[c], view) for c in plain),
            *triples(row, view, *names, digits=0),
        ]
        for row in records(rows)
    ]
    return table(header, body, caption=title, numbers=range(1, len(header)))


def triples(row: Row, view: View, *names: str, digits: int) -> list[str]:
    """Return ranges of a row as people read them."""
    return [spread(row[f"{n}_low"], row[f"{n}_mid"], row[f"{n}_high"], view, digits) for n in names]


def spread(low: float, mid: float, high: float, view: View, digits: int) -> str:
    """Return a number with its range: as assumed, then the least and the most."""
    if mid is None or mid != mid:
        return formats.MISSING
    written = [formats.number(round(value, digits) + 0.0, digits, view.lang) for value in (mid, low, high)]
    return f"{written[0]} ({written[1]}–{written[2]})"


def records(rows: pd.DataFrame) -> list[Row]:
    """Return rows as dictionaries."""
    return cast("list[Row]", rows.to_dict("records"))
