"""What charts of panels are drawn from: the rows of a query as a language writes them, and their specification.

What words and chart of a panel are both made from is made once. Nothing here knows Streamlit.
"""

from typing import Any, Final

import pandas as pd

from smart7 import beside, charts, queries, reading
from smart7.i18n import Lang
from smart7.kept import at_hand, kept
from smart7.markup import beside as beside_markup
from smart7.markup import indicator as indicator_markup
from smart7.markup import panels
from smart7.reading import Asked, asked

AT_HAND: Final = 12
"""How many of what words and chart of a panel are both made from are kept: the chart follows the words at once."""
BESIDE: Final = "indicator/beside"
YEARLY: Final = "indicator/yearly"
HELD: Final = "indicator/held"
"""The years held against the target of an authority that was chosen."""
SERIES: Final = "series x=at y=value text=number"
KINDS: Final = {
    YEARLY: SERIES,
    HELD: SERIES,
    "indicator/monthly": "months x=at y=value",
    "indicator/by_unit": "heat x=year y=label value=value text=number",
    "indicator/parts": "lying y=label x=value text=shown",
    BESIDE: "beside x=at y=value color=series",
}


@kept(AT_HAND)
def shown(snapshot: str, name: str, parameters: Asked, lang: Lang) -> pd.DataFrame:
    """Return the rows of a panel as a language writes them; nobody may change them."""
    return panels.shown(reading.rows(snapshot, name, parameters), name, lang)


@kept(AT_HAND)
def places(snapshot: str, parameters: Asked) -> beside.Drawing:
    """Return how an indicator's own place and others are drawn on one axis."""
    return beside.drawing(reading.rows(snapshot, BESIDE, parameters))


def events(snapshot: str, indicator_id: str, lang: Lang) -> list[dict[str, Any]]:
    """Return the events that have to do with an indicator, the earliest first."""
    if not reading.indicators(snapshot)[indicator_id]["has_events"]:
        return []
    return reading.records(snapshot, "indicator/events", asked(indicator=indicator_id, lang=lang))


def spec(snapshot: str, name: str, parameters: Asked, lang: Lang, dark: bool) -> charts.Spec:
    """Return the specification of a panel's or an indicator's chart."""
    if name == BESIDE:
        found = reading.rows(snapshot, name, parameters)
        drawn = beside_markup.drawn_rows(places(snapshot, parameters), found, lang)
        return charts.build(KINDS[name], drawn, lang, dark)
    rows = shown(snapshot, name, parameters, lang)
    if name not in KINDS:
        return charts.build(queries.get(name).chart, rows, lang, dark)
    if name in (YEARLY, HELD):
        happened = indicator_markup.event_column(rows, events(snapshot, dict(parameters)["indicator"], lang))
        rows = rows.assign(event=pd.Series(happened, index=rows.index, dtype=object))
    else:
        rows = indicator_markup.with_years(rows, lang)
    return charts.build(KINDS[name], rows, lang, dark)


@kept(1600)
def packed(snapshot: str, name: str, parameters: Asked, lang: Lang, dark: bool) -> charts.Packed:
    """Return a chart as it is sent to a browser."""
    twin = at_hand(packed, snapshot, name, parameters, lang, not dark)
    return charts.packed(spec(snapshot, name, parameters, lang, dark), lang, dark, twin)
