"""What of the places beside an indicator's own can be drawn on one axis, and how: pure functions over rows.

The rows are those of the query `indicator/beside`: one a place and year, in the order of the places, the unit an
indicator leads with first; a place that stands there without a figure has one row without a value.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import pandas as pd

MOST: Final = 8
"""More lines than this cannot be told apart."""
YEARS: Final = ("fiscal_year", "calendar_year", "academic_year")
GAP: Final = 1.01
"""Years between two figures from which on there is one missing between them."""
How = Literal["values", "index", "table"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How places are compared: `rows` to draw (`at`, `value`, `segment`), the base of an index, who is left out."""

    how: How
    rows: pd.DataFrame
    base: str
    left_out: tuple[str, ...]
    mixed: bool


def drawing(rows: pd.DataFrame) -> Drawing:
    """Return how the places of some rows are drawn; as a table alone where there are no two periods to draw."""
    known = rows[rows["value"].notna()]
    how: How = known["drawn"].iloc[0]
    base = ""
    if how == "index":
        known, base = indexed(known)
    kept = known[known["place"].isin(known["place"].drop_duplicates().head(MOST))]
    mixed = kept["period_kind"].nunique() > 1
    kept = segmented(kept.assign(at=positions(kept, mixed=mixed)))
    if how == "table" or kept["at"].nunique() < 2:
        return Drawing("table", kept.iloc[:0], "", (), mixed=False)
    drawn = set(kept["place"])
    lost = rows[rows["value"].notna() & ~rows["place"].isin(drawn)]["label"].drop_duplicates()
    return Drawing(how, kept, base, tuple(lost), mixed)


def indexed(known: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return complete figures as an index, and its base: the first period of our own that most others have too.

    A place without a figure for that period is left out, and so is what is counted another way than its base. No rows
    where nobody shares a period with the unit of its own.
    """
    whole = known[~known["incomplete"]]
    keys = ["period_kind", "period_start", "period_end"]
    ours = whole.loc[whole["own"], keys].drop_duplicates()
    others = whole[~whole["own"]].merge(ours, on=keys).groupby(keys)["place"].nunique()
    if others.empty:
        return known.iloc[:0], ""
    most = others[others == others.max()]
    first = pd.DataFrame([most.index[0]], columns=keys)
    base = whole.merge(first, on=keys)
    base = base[base["value"] > 0].drop_duplicates("place").set_index("place")
    same = whole[whole["place"].isin(base.index)]
    same = same[same["era"] == same["place"].map(base["era"])]
    name = str(base["period"].iloc[0]) if len(base) else ""
    return same.assign(value=100 * same["value"] / same["place"].map(base["value"])), name


def positions(rows: pd.DataFrame, *, mixed: bool) -> list[float]:
    """Return where each figure stands on an axis of years (CE).

    Years of one kind stand at their number. Periods of several kinds stand at their own middle, where a year of the
    axis is marked at its middle too; a day stands at itself.
    """
    spans = zip(rows["period_kind"], rows["period_start"], rows["period_end"], strict=True)
    return [position(kind, day(start), day(end), mixed=mixed) for kind, start, end in spans]


def position(kind: str, start: date, end: date, *, mixed: bool = False) -> float:
    """Return where a period stands on an axis of years (CE)."""
    if mixed:
        return round((exact(start) + exact(end)) / 2 - 0.5, 3)
    if kind in YEARS:
        return float(start.year if kind == "academic_year" else end.year)
    return round(exact(end), 3)


def exact(at: date) -> float:
    """Return a day as a year with its fraction."""
    return at.year + (at.timetuple().tm_yday - 1) / 366


def day(at: pd.Timestamp | date) -> date:
    """Return a day without its time."""
    return at.date() if isinstance(at, pd.Timestamp) else at


def segmented(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with `segment`, which changes where a year is missing or is counted another way.

    Days and spans are no series of periods: each stands alone.
    """
    before = rows.groupby("place")
    apart = (before["at"].diff() > GAP) | (before["era"].diff() != 0) | ~rows["period_kind"].isin(YEARS)
    return rows.assign(segment=apart.cumsum().astype(int))


def newest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the newest figure of each place, in their order; one row without a value where there is none."""
    return rows.sort_values(["place", "period_end"], kind="stable").groupby("place", as_index=False).tail(1)


def one_period(newest_rows: pd.DataFrame) -> bool:
    """Return whether the newest figures are all about the same period."""
    known = newest_rows[newest_rows["value"].notna()]
    return len(known[["period_kind", "period_start", "period_end"]].drop_duplicates()) == 1
