"""Rows to Vega-Lite specifications: pure, small, in the project's look; drawn elsewhere.

A query file names its chart in its header (`chart: bars x=year y=value`); the words after the kind say which
column plays which part.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple

import pandas as pd
import pyarrow as pa
from altair.utils import schemapi

from smart7 import theme
from smart7.charts import bars, beside, compare, days, flows, lines, service
from smart7.charts.look import Drawn, Fields, Look
from smart7.i18n import Lang

Spec = dict[str, Any]
HEIGHT: Final = 300
"""Pixels of a chart that names none."""

# Held against its schema, a channel takes twice as long to build; `tests/test_charts.py` does that for every kind.
schemapi.disable_debug_mode()


def parse(chart: str) -> tuple[str, dict[str, str]]:
    """Return the kind of a chart and its fields from a header such as `bars x=year y=value`."""
    kind, *pairs = chart.split()
    return kind, dict(pair.split("=", 1) for pair in pairs)


def build(chart: str, rows: pd.DataFrame, lang: Lang, dark: bool) -> Spec:
    """Return the specification of a chart over its rows; raises `KeyError` for an unknown kind."""
    kind, fields = parse(chart)
    look = Look(lang, dark)
    spec = KINDS[kind](rows, fields, look)
    if "facet" not in spec:  # small multiples have a width each, and none together
        spec["width"] = "container"
    # What no mark and no tooltip reads stays at home.
    read = set(re.findall(r"\w+", json.dumps(spec)))
    datasets = {
        name: records(own, [str(column) for column in own if column in read]) for name, own in look.rows.items()
    }
    return spec | {"datasets": datasets} | dressed(lang, dark)


@cache
def dressed(lang: Lang, dark: bool) -> Spec:
    """Return how charts are written and coloured: half of it, the same for all: nobody may change it."""
    return theme.vega_config(lang, dark)


def records(rows: pd.DataFrame, names: list[str]) -> list[dict[str, Any]]:
    """Return some columns of rows as plain records, None for a missing cell."""
    columns = [[None if value is None or value != value else value for value in rows[name].tolist()] for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


class Packed(NamedTuple):
    """A chart as it is sent to a browser: what it is itself and how it is dressed, both as JSON, and its rows as Arrow.

    Kept as bytes, of which Thai needs half as many. Its height is in pixels.
    """

    own: bytes
    dress: bytes
    rows: dict[str, bytes]
    height: int

    @property
    def spec(self) -> str:
        """Return the whole specification, which names its rows."""
        return (self.own[:-1] + b", " + self.dress[1:]).decode()


def packed(spec: Spec, lang: Lang, dark: bool, twin: Packed | None = None) -> Packed:
    """Return a chart as it is sent to a browser, fitted as Streamlit fits a chart that stretches.

    `twin` is the packed one in the other appearance: where both have the same rows, they are kept once.
    """
    rows = {name: arrow(own) for name, own in spec["datasets"].items()}
    known = twin.rows if twin else {}
    shared = {name: known[name] if known.get(name) == own else own for name, own in rows.items()}
    fit = {"type": "pad" if "facet" in spec else "fit", "contains": "padding"}
    own = {name: part for name, part in spec.items() if name not in ("datasets", *dressed(lang, dark))}
    written = json.dumps({"autosize": fit} | own, ensure_ascii=False)
    return Packed(written.encode(), dress(lang, dark), shared, int(spec.get("height", HEIGHT)))


@cache
def dress(lang: Lang, dark: bool) -> bytes:
    """Return how charts are written and coloured, as JSON."""
    return json.dumps(dressed(lang, dark), ensure_ascii=False).encode()


def arrow(rows: list[dict[str, Any]]) -> bytes:
    """Return records as an Arrow stream."""
    table = pa.Table.from_pylist(rows)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


KINDS: Final[dict[str, Callable[[pd.DataFrame, Fields, Look], Drawn]]] = {
    "bars": bars.bars,
    "beside": beside.beside,
    "boxes": compare.boxes,
    "calendar": days.calendar_of,
    "day_hours": days.by_hour,
    "day_months": days.months,
    "days_over": days.over,
    "flow": flows.flow,
    "funnel": bars.funnel,
    "gaps": service.gaps,
    "groups": compare.groups,
    "heat": bars.heat,
    "lines": compare.lines,
    "lying": bars.parts,
    "months": lines.months,
    "multiples": compare.multiples,
    "progress": bars.progress,
    "promises": lines.promises,
    "ranges": bars.ranges,
    "ranked": compare.ranked,
    "scatter": compare.scatter,
    "seasons": days.seasons,
    "series": lines.series,
    "strings": service.strings,
    "year_shape": days.shape,
}
