"""Rows to Vega-Lite specifications: pure, small, in the project's look; drawn elsewhere.

A query file names its chart in its header (`chart: bars x=year y=value`); the words after the kind say which
column plays which part.
"""

from collections.abc import Callable
from typing import Any, Final

import altair as alt
import pandas as pd
from altair.utils import schemapi

from smart7 import theme
from smart7.charts import bars, compare, flows, lines
from smart7.charts.look import Drawn, Fields, Look
from smart7.i18n import Lang

Spec = dict[str, Any]

# Held against its schema, a chart takes twice as long to build; `tests/test_charts.py` does that for every kind.
schemapi.disable_debug_mode()


def parse(chart: str) -> tuple[str, dict[str, str]]:
    """Return the kind of a chart and its fields from a header such as `bars x=year y=value`."""
    kind, *pairs = chart.split()
    return kind, dict(pair.split("=", 1) for pair in pairs)


def build(chart: str, rows: pd.DataFrame, lang: Lang, dark: bool) -> Spec:
    """Return the specification of a chart over its rows; raises `KeyError` for an unknown kind."""
    kind, fields = parse(chart)
    drawn = KINDS[kind](rows, fields, Look(lang, dark))
    # Small multiples have a width each, and none together.
    whole = drawn if isinstance(drawn, alt.FacetChart) else drawn.properties(width="container")
    spec: Spec = whole.to_dict(validate=False)
    for noise in ("$schema", "config"):
        spec.pop(noise, None)
    return spec | theme.vega_config(lang, dark)


KINDS: Final[dict[str, Callable[[pd.DataFrame, Fields, Look], Drawn]]] = {
    "bars": bars.bars,
    "boxes": compare.boxes,
    "flow": flows.flow,
    "funnel": bars.funnel,
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
    "series": lines.series,
}
