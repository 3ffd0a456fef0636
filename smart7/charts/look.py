"""What every chart shares: language and appearance, hollow samples, axes, what shows when pointed at."""

import json
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from math import ceil, floor
from typing import Any, Final

import altair as alt
import pandas as pd

from smart7 import calendar, theme
from smart7.i18n import Lang
from smart7.words.panels import COLUMNS

Fields = Mapping[str, str]
# What a kind of chart gives: Vega-Lite without its rows.
Drawn = dict[str, Any]
KINDS_OF_FIELD: Final = {"Q": "quantitative", "N": "nominal"}
HEIGHT: Final = 280
ROW: Final = 34
NAMED_MOST: Final = 6
TICKS_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Layer:
    """One mark over rows it names, with what it encodes: altair's words, without the copies it makes at each step."""

    data: str
    drawn: Mapping[str, Any] = field(default_factory=dict)
    encoding: Mapping[str, Any] = field(default_factory=dict)
    transform: tuple[dict[str, Any], ...] = ()

    def mark(self, kind: str, **look: Any) -> "Layer":  # noqa: ANN401
        """Return the layer with a mark."""
        return replace(self, drawn={"type": kind, **look})

    def encode(self, **channels: Any) -> "Layer":  # noqa: ANN401
        """Return the layer with more channels: altair's, or texts such as `value:Q`."""
        return replace(self, encoding={**self.encoding, **channels})

    def transformed(self, **step: Any) -> "Layer":  # noqa: ANN401
        """Return the layer with one more transformation of its rows."""
        return replace(self, transform=(*self.transform, step))

    def spec(self, written: dict[int, Any]) -> dict[str, Any]:
        """Return the layer as Vega-Lite has it; `written` keeps its channels, most of which layers share."""
        new = {id(one): one for one in self.encoding.values() if id(one) not in written}
        written |= {key: channel(one) for key, one in new.items()}
        encoding = {name: copy(written[id(one)]) for name, one in self.encoding.items()}
        for second in ("x2", "y2"):  # of the kind of their first
            encoding.get(second, {}).pop("type", None)
        steps = {"transform": list(self.transform)} if self.transform else {}
        return {"data": {"name": self.data}, **steps, "mark": dict(self.drawn), "encoding": encoding}


def channel(asked: Any) -> Any:  # noqa: ANN401
    """Return a channel as Vega-Lite has it: from altair's own, a text such as `value:Q`, or several of them."""
    if isinstance(asked, (list, tuple)):
        return [channel(one) for one in asked]
    if isinstance(asked, str):
        name, _, kind = asked.rpartition(":")
        return {"field": name, "type": KINDS_OF_FIELD[kind]}
    if isinstance(asked, dict):
        return {key: channel(value) if isinstance(value, alt.SchemaBase) else value for key, value in asked.items()}
    return asked.to_dict(validate=False)


def layered(*layers: Layer, **size: int) -> Drawn:
    """Return layers over one another; rows they have in common are named once."""
    written: dict[int, Any] = {}
    specs = [layer.spec(written) for layer in layers]
    if len({layer.data for layer in layers}) > 1:
        return {"layer": specs, **size}
    common = [spec.pop("data") for spec in specs]
    return {"data": common[0], "layer": specs, **size}


@dataclass(frozen=True, slots=True)
class Look:
    """In which language and appearance a chart is drawn, and from which rows."""

    lang: Lang
    dark: bool
    rows: dict[str, pd.DataFrame] = field(default_factory=dict)

    def over(self, rows: pd.DataFrame) -> Layer:
        """Return a layer over some rows, which it only names."""
        known = next((name for name, own in self.rows.items() if own is rows), None)
        name = known or f"rows{len(self.rows)}"
        self.rows[name] = rows
        return Layer(name)

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
    named = ("label", "period", "shown", "rooms", "whose", "event", "quality_name")
    titles = {"quality_name": "quality"}
    return [alt.Tooltip(f"{c}:N", title=look.name(titles.get(c, c))) for c in named if c in rows]


def names_axis(limit: int = 220) -> alt.Axis:
    """Return an axis of names: horizontal text, cut only when very long."""
    return alt.Axis(labelLimit=limit, labelPadding=6, ticks=False, domain=False)


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
