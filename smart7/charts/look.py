"""What every chart shares: language and appearance, hollow samples, axes, what shows when pointed at."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Final

import altair as alt
import pandas as pd

from smart7 import calendar, theme
from smart7.i18n import Lang
from smart7.words.panels import COLUMNS

Fields = Mapping[str, str]
# What layering charts gives, as altair declares it.
Drawn = alt.LayerChart | alt.FacetChart
HEIGHT: Final = 280
ROW: Final = 34
NAMED_MOST: Final = 6
TICKS_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Look:
    """In which language and appearance a chart is drawn."""

    lang: Lang
    dark: bool

    @property
    def colours(self) -> theme.Palette:
        """Return the colours of the appearance."""
        return theme.palette(self.dark)

    def name(self, column: str) -> str:
        """Return what a column is called."""
        return COLUMNS[column].get(self.lang)


def hollow(look: Look) -> dict[str, Any]:
    """Return the encodings that draw a sample figure hollow and dashed."""
    return {
        "fillOpacity": alt.condition("datum.is_sample", alt.value(0.1), alt.value(1.0)),
        "strokeDash": alt.condition("datum.is_sample", alt.value([4, 3]), alt.value([1, 0])),
        "stroke": alt.value(look.colours.accent),
    }


def tooltip(rows: pd.DataFrame, look: Look) -> list[alt.Tooltip]:
    """Return what shows when a mark is pointed at: every column that has a name, as text."""
    named = ("label", "period", "shown", "rooms", "event", "quality_name")
    titles = {"quality_name": "quality"}
    return [alt.Tooltip(f"{c}:N", title=look.name(titles.get(c, c))) for c in named if c in rows]


def names_axis(limit: int = 220) -> alt.Axis:
    """Return an axis of names: horizontal text, cut only when very long."""
    return alt.Axis(labelLimit=limit, ticks=False, domain=False)


def time_axis(look: Look, rows: pd.DataFrame, at: str) -> alt.Axis:
    """Return an axis of years as the language counts them; few days or spans that are no years are named each."""
    places = sorted({float(place) for place in rows[at].dropna()})
    name = next((column for column in ("short", "period") if column in rows), "")
    if name and len(places) <= NAMED_MOST and any(place % 1 for place in places):
        named = {f"{place:.3f}": str(text) for place, text in zip(rows[at], rows[name], strict=True)}
        told = f"{json.dumps(named, ensure_ascii=False)}[format(datum.value, '.3f')]"
        return alt.Axis(values=places, labelExpr=told, grid=False, labelOverlap=True)
    shift = calendar.ERA_OFFSET if look.lang == "th" else 0
    first, last = (floor(places[0]), ceil(places[-1])) if places else (0, 0)
    # Vega takes a number of ticks as a wish: between two years it would name one of them twice.
    years = list(range(first, last + 1, max(1, ceil((last - first) / TICKS_MOST))))
    return alt.Axis(values=years, labelExpr=f"format(datum.value + {shift}, 'd')", grid=False)
