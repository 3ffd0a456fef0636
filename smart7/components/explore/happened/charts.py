"""Which charts an answer about what happened can be drawn as, which fits, and what each is drawn from."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from smart7 import beside, charts
from smart7.components.explore.charts import KINDS
from smart7.components.explore.happened import map as happened_map
from smart7.i18n import Lang
from smart7.kept import kept
from smart7.questions import happened
from smart7.questions.happened import Counted, Happened
from smart7.questions.happened.answer import Cell, Key
from smart7.questions.happened.asked import MEASURES, PERIODS, TIMES
from smart7.questions.link import period_of
from smart7.words import common
from smart7.words import happened_asked as words

ORDERED: Final = (*TIMES, "day", "hour")
"""What has an order of its own along a chart."""
DATED: Final = (*PERIODS, "day")
"""What follows one another on a calendar."""
BARS: Final = 40
"""More bars than this are a line."""
HEATED: Final = 45
"""Columns that a grid of cells still has room for."""
REST: Final = ("outside", "unplaced")
"""Rows that are all that lies nowhere else; beside them nothing else could be read."""
MEANS: Final = ("mean", "share", "highest", *MEASURES["service"])


@kept(60)
def answered(snapshot_id: str, question: Happened, lang: Lang) -> Counted:
    """Return the answer to a question, worked out once for all who ask the same."""
    return happened.counted(snapshot_id, question, lang)


def possible(shown: Counted) -> list[str]:
    """Return the kinds of chart that can show an answer, the fitting one first."""
    frame = rows(shown)
    if frame.empty:
        return []
    by, series, points = shown.question.by, frame["series"].nunique(), frame["period"].nunique()
    ordered, many = by in ORDERED, series > beside.MOST
    # A line has no mark for a point that stands alone.
    alone = bool((frame.groupby(["series", "segment"]).size() == 1).any())
    lines = points > 1 and not many and not (alone and shown.question.what == "service")
    drawn_as_line = by in DATED and (shown.question.measure in MEANS or points > BARS)
    fits = {
        "line": drawn_as_line and lines,
        "ranked": not ordered and series == 1,
        "heat": series > 2 and points <= HEATED,
        "bar": not many and points <= BARS and (ordered or series > 1),
        "line ": ordered and lines,
        "heat ": series > 1 and points <= HEATED,
        happened_map.KIND: happened_map.fits(shown),
    }
    return list(dict.fromkeys(kind.strip() for kind, fit in fits.items() if fit))


def rows(shown: Counted) -> pd.DataFrame:
    """Return one row a figure with everything charts ask for."""
    lines = []
    for column, head in zip(shown.columns, shown.heads(), strict=True):
        for place, key in enumerate(shown.keys):
            cell = shown.cell(key, column)
            value = shown.value(cell)
            if value is not None and key[-1] not in REST:
                others = [*shown.labels(key)[:-1], *([head] if shown.question.axes[1] else [])]
                series = " · ".join(others) or head
                told = (shown.number(value), shown.told(cell), quality(shown, cell))
                at, made_up = place_of(shown, key, place), cell.get("basis") == "sample"
                lines.append((series, along(shown, key), value, at, *told, made_up))
    columns = ["series", "period", "value", "place", "number", "shown", "quality_name", "is_sample"]
    frame = pd.DataFrame(lines, columns=columns)
    frame["segment"] = frame.groupby("series")["place"].transform(lambda at: (at.diff() > 1).cumsum())
    return frame.assign(label=frame["period"], measure=shown.unit.get(shown.lang))


def place_of(shown: Counted, key: Key, nth: int) -> int:
    """Return where a row stands along a chart: by its months or its date, so that a line does not bridge a gap."""
    if shown.question.what != "service" or shown.question.by not in DATED:
        return nth
    start = period_of(key[-1]).start
    if shown.question.by == "day":
        return start.toordinal()
    return start.year * 12 + start.month if shown.question.by == "month" else start.year


def along(shown: Counted, key: Key) -> str:
    """Return what a row is called along a chart: an hour by its number and a season by its name leave room for all."""
    name, said = shown.question.axes[0][-1], shown.labels(key)[-1]
    if name == "hour":
        return f"{int(key[-1]) % 24:02d}" if key[-1] else words.UNSAID_SHORT.get(shown.lang)
    return said.partition(" (")[0] if name == "season" else said


def left_out(shown: Counted) -> list[str]:
    """Return what a chart does not draw, since it is no place beside the others: each with its figure."""
    rest = [key for key in shown.keys if key[-1] in REST]
    cells = ((key, shown.cell(key, "total" if shown.question.split else "")) for key in rest)
    return [f"{shown.labels(key)[-1]} {shown.told(cell)}" for key, cell in cells]


def quality(shown: Counted, cell: Cell) -> str:
    """Return the quality of a cell by its name; of one in which nothing happened, that of the answer."""
    known = cell["quality_grade"] or shown.own["quality_grade"].dropna().max()
    return common.QUALITY[known].get(shown.lang) if isinstance(known, str) else ""


@st.cache_data(max_entries=200, show_spinner=False)
def spec(snapshot_id: str, question: Happened, kind: str, lang: Lang, dark: bool = False) -> charts.Spec:
    """Return the specification of a chart of an answer, built once for all who look at the same."""
    shown = answered(snapshot_id, question, lang)
    found = charts.build(KINDS[kind], rows(shown), lang, dark)
    whole: charts.Spec = with_gaps(
        found, list(dict.fromkeys(along(shown, key) for key in shown.keys if key[-1] not in REST))
    )
    return whole


def with_gaps(part: Any, every: list[str]) -> Any:  # noqa: ANN401
    """Return a specification whose axis holds every value, those without a figure too: a gap is seen as one."""
    if isinstance(part, list):
        return [with_gaps(one, every) for one in part]
    if not isinstance(part, dict):
        return part
    found = {name: one if name == "datasets" else with_gaps(one, every) for name, one in part.items()}
    if found.get("field") == "period" and found.get("type") == "nominal" and "axis" in found:
        found["scale"] = found.get("scale", {}) | {"domain": every}
    return found
