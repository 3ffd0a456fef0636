"""The answer of the explore page with its names: how each figure is written, its table, its rows, its sources."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import pandas as pd

from smart7 import calendar, formats, questions
from smart7.components.explore.kept import asked
from smart7.i18n import Lang, Text
from smart7.questions import Answer, Names, Question, either, happened
from smart7.questions.answer import each, period_names
from smart7.questions.either import Either
from smart7.questions.happened import Counted, Happened
from smart7.questions.happened.sentence import sentence as happened_sentence
from smart7.questions.parameters import written_out
from smart7.questions.pivot import NOWHERE, Pivot, pivot
from smart7.questions.sentence import file_name, title
from smart7.words import common, scale
from smart7.words import explore as question_words
from smart7.words import explore_page as words

PERCENT: Final = Text("%", "%")
NEVER_ADDED: Final = {"indicators", "overlap", "measure", "no_sum"}
NO_UNIT: Final = Text("-", "-")


@dataclass(frozen=True)
class Shown:
    """An answer in one language, as it is drawn, arranged and taken away."""

    answer: Answer
    lang: Lang
    subtotals: bool = False

    @property
    def question(self) -> Question:
        """Return the question."""
        return self.answer.question

    @property
    def names(self) -> Names:
        """Return what ids are called."""
        return self.answer.names

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what a reader has to know of the answer as a whole."""
        return tuple(note.get(self.lang) for note in self.answer.notes)

    @property
    def title(self) -> str:
        """Return the question as a heading."""
        return title(self.question, self.lang, self.names)

    @property
    def snapshot_id(self) -> str:
        """Return the snapshot that was asked."""
        return self.answer.snapshot_id

    @property
    def file_name(self) -> str:
        """Return the name of a file of this answer, without its ending."""
        return f"{file_name(self.question)}-{self.snapshot_id}"

    @property
    def own(self) -> pd.DataFrame:
        """Return the cells alone, without totals."""
        return self.answer.frame

    @cached_property
    def pivoted(self) -> Pivot:
        """Return the answer in rows and columns, with every total there is."""
        return pivot(self.answer)

    @cached_property
    def rows_shown(self) -> list[int]:
        """Return the rows to show: those of the answer, the total of several, and subtotals where they are wanted."""
        keys, samples, whole = self.pivoted.rows, self.pivoted.row_samples, len(self.pivoted.row_dimensions)
        held = Counter(
            (key[:n], made_up) for key, made_up in zip(keys, samples, strict=True) if len(key) == whole
            for n in range(whole)
        )  # fmt: skip
        wanted = range(whole) if self.subtotals else range(min(1, whole))
        return [
            n for n, (key, made_up) in enumerate(zip(keys, samples, strict=True))
            if len(key) == whole or (len(key) in wanted and held[key, made_up] > 1 and self.adds_up(n))
        ]  # fmt: skip

    def adds_up(self, row: int) -> bool:
        """Return whether a total means something; one of a single figure here and none there would not."""
        lines = [at for at in self.pivoted.places[row] if at != NOWHERE]
        return not NEVER_ADDED & set(self.answer.every.loc[lines, "reason"])

    @cached_property
    def columns_shown(self) -> list[int]:
        """Return the columns to show: those of the answer, and their total where it is wanted and there is one."""
        whole = len(self.pivoted.column_dimensions)
        full = [n for n, key in enumerate(self.pivoted.columns) if len(key) == whole]
        total = [n for n, key in enumerate(self.pivoted.columns) if len(key) < whole and self.subtotals]
        values = self.pivoted.values
        return full + [n for n in total if len(full) > 1 and values[n].notna().any()]

    @property
    def cells(self) -> int:
        """Return how many cells the table has."""
        return len(self.rows_shown) * len(self.columns_shown)

    @property
    def has_sample(self) -> bool:
        """Return whether any figure is made up."""
        return bool(self.own["is_sample"].any())

    @cached_property
    def row_labels(self) -> list[tuple[str, ...]]:
        """Return what each row shown is called; a sample says so where its name does not."""
        names = [self.total_first(name) for name in self.pivoted.row_names(self.lang)]
        kept = self.named_by
        return [
            self.marked(tuple(names[n][place] for place in kept), self.pivoted.row_samples[n]) for n in self.rows_shown
        ]

    def total_first(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of a row; the total of everything is named in the first place that is shown."""
        total = question_words.TOTAL.get(self.lang)
        return tuple(total for _ in names) if names and names[0] == total and not any(names[1:]) else names

    @cached_property
    def named_by(self) -> list[int]:
        """Return which dimensions name the rows: the one indicator of a table stands in its title."""
        own = self.pivoted.row_dimensions
        one = "indicator" in own and len(own) > 1 and self.own["indicator"].nunique() == 1
        return [place for place, name in enumerate(own) if not (one and name == "indicator")]

    def marked(self, labels: tuple[str, ...], made_up: bool) -> tuple[str, ...]:
        """Return the names of a row, the first marked when it is a sample and none of them says so."""
        word = common.QUALITY["sample"].get(self.lang).casefold()
        if not made_up or not labels or self.said_by_heads or any(word in label.casefold() for label in labels):
            return labels
        return (question_words.SAMPLE_MARK.format(self.lang, name=labels[0]), *labels[1:])

    @cached_property
    def said_by_heads(self) -> bool:
        """Return whether every heading says that what stands under it is a sample."""
        word = common.QUALITY["sample"].get(self.lang).casefold()
        heads = self.heads() if self.pivoted.column_dimensions else []
        return bool(heads) and all(word in head.casefold() for head in heads)

    def heads(self) -> list[str]:
        """Return the headings of the columns of figures."""
        if not self.pivoted.column_dimensions:
            return [words.MEASURES[self.question.measure].get(self.lang)]
        names = self.pivoted.column_names(self.lang)
        return [names[n].strip(" ·") for n in self.columns_shown]

    def dimension_names(self) -> list[str]:
        """Return what the columns of names are called."""
        return [words.DIMENSIONS[self.pivoted.row_dimensions[place]].get(self.lang) for place in self.named_by]

    def label(self, line: dict[str, Any], name: str) -> str:
        """Return what one dimension of a cell is called."""
        if name == "period":
            return self.period(line)
        return self.names.get(name, line[name], self.lang) if line[name] else question_words.WHOLE_FIGURE.get(self.lang)

    def period(self, key: dict[str, Any]) -> str:
        """Return the name of a row's period."""
        kind = key["period_kind"]
        start, end = (pd.Timestamp(key[name]).date() for name in ("period_start", "period_end"))
        return calendar.label(calendar.Period(kind, start, end), self.lang, short=True)

    def indicator_of(self, line: dict[str, Any]) -> str:
        """Return the indicator a line is about, '' when it is about several."""
        found = line.get("indicator")
        if isinstance(found, str) and found:
            return found
        return self.question.indicators[0] if len(self.question.indicators) == 1 else ""

    def unit(self, line: dict[str, Any], measure: str = "") -> Text:
        """Return the unit of measure of a line."""
        measure = measure or self.question.measure
        about = self.names.about.get(self.indicator_of(line))
        fixed = {"count": words.COUNTED, "share": PERCENT, "index": words.INDEX}
        if measure in fixed or about is None:
            return fixed.get(measure, NO_UNIT)
        return scale.POINTS if about.value_kind == "percent" and measure == "change" else about.measure

    def written(self, line: dict[str, Any], *, unit: bool = False, measure: str = "") -> str:
        """Return a line's figure as people read it, with its unit when asked for."""
        value, measure = line["value"], measure or self.question.measure
        about = self.names.about.get(self.indicator_of(line))
        if measure == "share":
            return formats.figure(value, PERCENT, "percent", 1, self.lang)
        if measure == "value" and about is not None and (about.value_kind == "year" or unit):
            kind: formats.ValueKind = about.value_kind  # type: ignore[assignment]
            return formats.figure(value, about.measure, kind, about.decimals, self.lang)
        decimals = 0 if measure == "count" else 1 if measure == "index" or about is None else about.decimals
        number = (formats.signed if measure == "change" else formats.number)(value, decimals, self.lang)
        known = unit and number != formats.MISSING
        return f"{number}{formats.NBSP}{self.unit(line, measure).get(self.lang)}" if known else number

    def table(self) -> pd.DataFrame:
        """Return the table as it is shown, its figures as numbers."""
        labels = pd.DataFrame(self.row_labels, columns=self.dimension_names())
        values = self.pivoted.values.iloc[self.rows_shown, self.columns_shown].reset_index(drop=True)
        values.columns = pd.Index(self.heads())
        return pd.concat([labels, values], axis="columns")

    def rows(self) -> pd.DataFrame:
        """Return the cells one to a row, with unit of measure, quality, source and days."""
        own, lang = self.own, self.lang
        columns: dict[Text, Any] = {words.DIMENSIONS[name]: self.labels(name) for name in self.question.dimensions}
        columns |= {
            common.VALUE: own["value"],
            common.MEASURE: self.units(),
            common.NUMERATOR: own["numerator"],
            common.DENOMINATOR: own["denominator"],
            words.COMPARED: own["compared"],
            words.WHY_NONE: each(own["reason"], lambda reason: reason_words(reason, lang) or None),
            words.FIRST_DAY: own["first_day"],
            words.LAST_DAY: own["last_day"],
            common.QUALITY_NAME: each(own["quality_grade"], lambda quality: quality_words(quality, lang)),
            words.IS_SAMPLE: own["is_sample"].astype(bool),
            common.SOURCE: own["source_id"],
        }
        found = pd.DataFrame({head.get(lang): cells for head, cells in columns.items()})
        known: pd.DataFrame = found.dropna(axis="columns", how="all")
        return known

    def labels(self, name: str) -> pd.Series:
        """Return what one dimension of each cell is called."""
        if name == "period":
            return self.own["period"].map(period_names(self.own, self.lang))
        return each(self.own[name], lambda slug: self.label({name: slug}, name))

    def units(self) -> pd.Series:
        """Return the unit of measure of each cell."""
        if "indicator" in self.own:
            return each(self.own["indicator"], lambda one: self.unit({"indicator": one}).get(self.lang))
        return pd.Series(self.unit({}).get(self.lang), index=self.own.index)

    def sources(self) -> list[str]:
        """Return the titles of the sources of what is shown."""
        return [self.names.get("source", one, self.lang) for one in self.answer.source_ids]

    def withheld(self) -> list[str]:
        """Return why the total of all rows is not shown, where it is not."""
        total = "".join(f"{name}." for name in self.pivoted.column_dimensions)
        whole = self.answer.totals[self.answer.totals["kept"] == total]
        several = len(self.rows_shown) > 1 and bool(self.pivoted.row_dimensions)
        reasons = whole.loc[whole["value"].isna(), "reason"].dropna().unique() if several else ()
        return [reason_words(reason, self.lang) for reason in reasons]

    def line(self, row: int, column: int) -> dict[str, Any] | None:
        """Return the line of the answer that stands in a cell of the table, None for an empty one."""
        at = int(self.pivoted.places[self.rows_shown[row], self.columns_shown[column]])
        return None if at == NOWHERE else {str(key): cell for key, cell in self.answer.every.loc[at].items()}


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as dictionaries."""
    return [{str(key): cell for key, cell in row.items()} for row in rows.to_dict("records")]


def reason_words(reason: object, lang: Lang) -> str:
    """Return why there is no number, '' when there is one."""
    return question_words.REASONS[reason].get(lang) if isinstance(reason, str) and reason else ""


def quality_words(quality: object, lang: Lang) -> str:
    """Return a quality by its name."""
    return common.QUALITY[quality].get(lang) if isinstance(quality, str) and quality in common.QUALITY else ""


def shown(snapshot_id: str, question: Question, lang: Lang, *, subtotals: bool = False) -> Shown:
    """Return the answer to a question in one language."""
    return Shown(asked(snapshot_id, question), lang, subtotals)


def told(snapshot_id: str, question: Either, lang: Lang) -> Shown | Counted:
    """Return the answer to a question of either kind in one language."""
    if isinstance(question, Happened):
        return happened.counted(snapshot_id, question, lang)
    return shown(snapshot_id, question, lang)


def sentence(snapshot_id: str, question: Either, lang: Lang) -> str:
    """Return a question as a sentence."""
    if isinstance(question, Happened):
        return happened_sentence(snapshot_id, question, lang)
    return questions.sentence(question, lang, questions.names(snapshot_id))


def statement(question: Either) -> str:
    """Return a question as SQL that can be read and run elsewhere."""
    return written_out(*either.compile(question))
