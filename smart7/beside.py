"""What of the places beside an indicator's own can be drawn on one axis, and how: pure functions over rows.

The rows are those of the query `indicator/beside`: one a place and year, in the order of the places, the unit an
indicator leads with first; a place that stands there without a figure has one row without a value.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

import pandas as pd

from smart7.calendar import as_year

MOST: Final = 8
"""More lines than this cannot be told apart."""
A_DAY: Final = timedelta(days=1)
YEARS: Final = ("fiscal_year", "calendar_year", "academic_year")
How = Literal["values", "index", "table"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How places are compared: `rows` to draw (`at`, `value`, `segment`), the base of an index, who is left out.

    `baseless` are the places without a figure for the base, `too_many` those beyond what can be told apart.
    """

    how: How
    rows: pd.DataFrame
    base: str = ""
    baseless: tuple[str, ...] = ()
    too_many: tuple[str, ...] = ()
    mixed: bool = False


def drawing(rows: pd.DataFrame) -> Drawing:
    """Return how the places of some rows are drawn; as a table alone where there are no two periods to draw."""
    known = rows[rows["value"].notna()]
    how: How = known["drawn"].iloc[0]
    fit, base = indexed(known) if how == "index" else (known, "")
    kept = fit[fit["place"].isin(fit["place"].drop_duplicates().head(MOST))]
    mixed = kept["period_kind"].nunique() > 1
    kept = segmented(kept.assign(at=positions(kept, mixed=mixed)))
    if how == "table" or kept["at"].nunique() < 2:
        return Drawing("table", kept.iloc[:0])
    return Drawing(how, kept, base, lost(known, fit), lost(fit, kept), mixed)


def lost(rows: pd.DataFrame, kept: pd.DataFrame) -> tuple[str, ...]:
    """Return the names of the places that are no longer among those kept."""
    return tuple(rows.loc[~rows["place"].isin(kept["place"]), "label"].drop_duplicates())


def indexed(known: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return complete figures as an index, and its base: the first period of our own that most others have too.

    A place without a figure for that period is left out, and so is what is counted another way than its base, and
    what lies before our own first figure. No rows where nobody shares a period with us, or where a figure is not
    above nothing.
    """
    whole = known[~known["incomplete"].astype(bool)]
    keys = ["period_kind", "period_start", "period_end"]
    ours = whole.loc[whole["own"].astype(bool), keys].drop_duplicates()
    others = whole[~whole["own"].astype(bool)].merge(ours, on=keys).groupby(keys)["place"].nunique()
    if others.empty or whole["value"].min() <= 0:
        return known.iloc[:0], ""
    first = pd.DataFrame([others[others == others.max()].index[0]], columns=keys)
    base = whole.merge(first, on=keys).drop_duplicates("place").set_index("place")
    same = whole[whole["place"].isin(base.index) & (whole["period_end"] >= ours["period_end"].min())]
    same = same[same["era"] == same["place"].map(base["era"])]
    return same.assign(value=100 * same["value"] / same["place"].map(base["value"])), str(base["short"].iloc[0])


def positions(rows: pd.DataFrame, *, mixed: bool) -> list[float]:
    """Return where each figure stands on an axis of years (CE).

    Years of one kind stand at their number. Periods of several kinds stand at their own middle, where a year of the
    axis is marked at its middle too; a day stands at itself.
    """
    spans = zip(rows["period_kind"], rows["period_start"], rows["period_end"], strict=True)
    return [position(kind, start, end, mixed=mixed) for kind, start, end in spans]


def position(kind: str, start: date, end: date, *, mixed: bool = False) -> float:
    """Return where a period stands on an axis of years (CE)."""
    if mixed:
        return round((as_year(start) + as_year(end)) / 2 - 0.5, 3)
    if kind in YEARS:
        return float(start.year if kind == "academic_year" else end.year)
    return round(as_year(end), 3)


def segmented(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with `segment`, which changes where a period is missing or is counted another way.

    Days and spans are no series of periods: each stands alone.
    """
    places, segments, of = rows["place"].tolist(), list[int](), dict[int, int]()
    for place, era, joined in zip(places, rows["era"].tolist(), follows(rows, places), strict=True):
        apart = not joined or of.get(place) != era
        of[place] = era
        segments.append((segments[-1] if segments else 0) + apart)
    return rows.assign(segment=segments)


def stretches(rows: pd.DataFrame, names: Sequence[Hashable]) -> list[int]:
    """Return for each figure which stretch of the line of its name it belongs to: a missing period ends one.

    Days and spans follow one another without being a series of periods, and are joined.
    """
    joined = rows["period_kind"].isin(("date", "span"))
    first = ~pd.Series(list(names), index=rows.index).duplicated()
    return stretch_numbers(~follows(rows, names) & (first | ~joined), names)


def stretch_numbers(apart: pd.Series, names: Sequence[Hashable]) -> list[int]:
    """Return numbers that change within a name where it says so, in the order of the rows."""
    return [int(number) for number in apart.groupby(list(names), sort=False).cumsum()]


def follows(rows: pd.DataFrame, names: Sequence[Hashable]) -> pd.Series:
    """Return whether each figure's period begins the day after the one before it of the same name and kind ended."""
    starts, ends = (pd.to_datetime(rows[column]).tolist() for column in ("period_start", "period_end"))
    series = list(zip(names, rows["period_kind"], strict=True))
    found, due = [False] * len(ends), dict[tuple[Hashable, str], pd.Timestamp]()
    for n in sorted(range(len(ends)), key=ends.__getitem__):
        found[n] = due.get(series[n]) == starts[n]
        due[series[n]] = ends[n] + A_DAY
    return pd.Series(found, index=rows.index, dtype=bool)


def newest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the newest figure of each place, in their order; one row without a value where there is none."""
    return rows.sort_values(["place", "period_end"], kind="stable").groupby("place", as_index=False).tail(1)


def one_period(newest_rows: pd.DataFrame) -> bool:
    """Return whether the newest figures are all about the same period."""
    known = newest_rows[newest_rows["value"].notna()]
    return len(known[["period_kind", "period_start", "period_end"]].drop_duplicates()) == 1
