"""The answer to a question: its cells, its totals, what is missing and why, and the rows behind a cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

import pandas as pd

from smart7 import calendar, store
from smart7.i18n import LANGS, Lang, Text
from smart7.questions import missing
from smart7.questions.compile import compile
from smart7.questions.link import slug_of
from smart7.questions.names import Names, names
from smart7.questions.question import Question
from smart7.words import explore as words

DAYS: Final = ("period_start", "period_end", "first_day", "last_day", "base_start", "as_of")


@dataclass(frozen=True)
class Answer:
    """What a snapshot says to a question.

    `every` has a row per cell and total: a column of ids per dimension (`period` holds a slug such as fy2026),
    `is_sample`, `kept` (dotted dimensions the row is told apart by), `value` or `reason`, `compared` and
    `compared_high`, `numerator`, `denominator`, `quality_grade`, `partial`, `figures`, `units`, `first_day`,
    `last_day`, `source_id`, `sources` (1, or more where they are several, which nobody counts), `as_of`.
    """

    question: Question
    snapshot_id: str
    every: pd.DataFrame
    sql: str
    parameters: dict[str, object]

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Return the cells: what is told apart by every dimension."""
        return self.every[self.every["kept"] == self.full].reset_index(drop=True)

    @cached_property
    def totals(self) -> pd.DataFrame:
        """Return the totals, each with a value or the reason why there is none."""
        return self.every[self.every["kept"] != self.full].reset_index(drop=True)

    @property
    def full(self) -> str:
        """Return what `kept` says of a cell."""
        return "".join(f"{name}." for name in self.question.dimensions)

    @property
    def names(self) -> Names:
        """Return what the ids of the answer are called."""
        return names(self.snapshot_id)

    @cached_property
    def source_ids(self) -> list[str]:
        """Return the sources of the figures that are shown; none for an answer that counts figures."""
        frame = self.frame[self.frame["value"].notna()]
        if frame["sources"].max() > 1:
            # A cell names its source only where there is one.
            sql, parameters = missing.sources(self.question)
            return list(store.select(self.snapshot_id, sql, parameters)["source_id"])
        return list(dict.fromkeys(frame["source_id"].dropna()))

    @cached_property
    def notes(self) -> tuple[Text, ...]:
        """Return what a reader has to know of the answer as a whole."""
        found = missing.notes(self.snapshot_id, self.question, self.frame, self.names)
        frame, counts = self.frame, self.question.counts
        if not counts and frame["is_sample"].any():
            found.append(words.NOTES["sample"])
        if frame["partial"].any():
            found.append(words.NOTES["partial"])
        if self.question.measure == "index" and frame["base_start"].notna().any():
            found.append(base_note(frame))
        if self.question.top:
            found.append(words.NOTES["top"])
        return tuple(found)

    def named(self, lang: Lang) -> pd.DataFrame:
        """Return the cells with a `<dimension>_name` column for each dimension, and the unit of measure."""
        return with_names(self.frame, self.question, self.names, lang)


def answer(snapshot_id: str, question: Question) -> Answer:
    """Return the answer of a snapshot to a question."""
    sql, parameters = compile(question)
    return Answer(question, snapshot_id, with_slugs(store.select(snapshot_id, sql, parameters)), sql, parameters)


def with_slugs(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with plain dates' times cut off and, where they have periods, a slug for each."""
    rows = rows.assign(**{name: pd.to_datetime(rows[name]) for name in DAYS if name in rows})
    for name in ("reason", "kept"):
        rows[name] = rows[name].astype(object).where(rows[name].notna(), None)
    if "period_start" not in rows:
        return rows
    keys = rows[["period_kind", "period_start", "period_end"]]
    codes = keys.groupby(list(keys.columns), sort=False, dropna=False).ngroup()
    firsts = keys.loc[~codes.duplicated()].itertuples(index=False, name=None)
    slugs = [None if pd.isna(key[1]) else slug_of(period(*key)) for key in firsts]
    rows.insert(0, "period", pd.Series(slugs, dtype=object).take(codes.to_numpy()).set_axis(rows.index))
    return rows


def period(kind: str, start: pd.Timestamp, end: pd.Timestamp) -> calendar.Period:
    """Return the period of a row."""
    return calendar.Period(cast("calendar.PeriodKind", kind), start.date(), end.date())


def base_note(frame: pd.DataFrame) -> Text:
    """Return which period of an index is 100."""
    held = frame[frame["base_start"].notna() & (frame["period_start"] == frame["base_start"])]
    kinds = held[["period_kind", "period_start", "period_end"]].drop_duplicates().itertuples(index=False, name=None)
    found = [period(*row) for row in kinds]
    said = {lang: ", ".join(calendar.label(one, lang, short=True) for one in found) for lang in LANGS}
    return Text(
        words.NOTES["base"].format("th", period=said["th"] or "–"),
        words.NOTES["base"].format("en", period=said["en"] or "–"),
    )


def with_names(rows: pd.DataFrame, question: Question, known: Names, lang: Lang) -> pd.DataFrame:
    """Return rows with the name of each id; a figure without a part is the whole."""
    named = rows.copy()
    for dimension in question.dimensions:
        if dimension == "period":
            said = period_names(rows, lang)
        else:
            said = {one: known.get(dimension, one, lang) for one in rows[dimension].dropna().unique() if one}
        named[f"{dimension}_name"] = rows[dimension].map(said)
    if "indicator" in rows and not question.counts:
        measures = {one: known.about[one].measure.get(lang) for one in rows["indicator"].dropna().unique()}
        named["measure_name"] = rows["indicator"].map(measures)
    return named


def each(values: pd.Series, said: Callable[[Any], str | None]) -> pd.Series:
    """Return what is said of each value of a column, asked once for all that are alike."""
    codes, uniques = pd.factorize(values, use_na_sentinel=False)
    return pd.Series([said(one) for one in uniques]).take(codes).set_axis(values.index)


def period_names(rows: pd.DataFrame, lang: Lang, short: bool = True) -> dict[str, str]:
    """Return the name of each period of some rows by its slug."""
    keys = rows[["period", "period_kind", "period_start", "period_end"]].drop_duplicates("period").dropna()
    return {
        slug: calendar.label(period(kind, start, end), lang, short=short)
        for slug, kind, start, end in keys.itertuples(index=False, name=None)
    }


def rows_behind(snapshot_id: str, question: Question, cell: Mapping[str, str], limit: int = 1000) -> pd.DataFrame:
    """Return the figures a cell or total was made from, newest first: `cell` maps dimensions to ids.

    Each row has indicator, unit, breakdown, period, value, numerator, denominator, quality, source, day and note.
    """
    sql, parameters = missing.behind(question, cell, limit)
    return with_slugs(store.select(snapshot_id, sql, parameters))
