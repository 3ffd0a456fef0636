"""The answer to a question about what happened, in one language: its cells, their names, and where they come from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import pandas as pd

from smart7 import formats, store
from smart7.i18n import Lang, Text
from smart7.questions.happened import lines, names, noted, sentence
from smart7.questions.happened.asked import TIMES, Happened, to_link
from smart7.questions.happened.statement import compile, covered
from smart7.questions.names import Names
from smart7.questions.names import names as catalogue
from smart7.words import common, driven, explore_page
from smart7.words import explore as explore_words
from smart7.words import happened_asked as words

Key = tuple[str, ...]
Cell = dict[str, Any]
NOTHING: Final[Cell] = {"counted": 0, "stated": 0, "quality_grade": None}
"""What is known of a cell without a record."""


@dataclass(frozen=True)
class Counted:
    """What a snapshot says to a question about what happened, as it is drawn and taken away.

    `every` has a row a cell and total, with the columns of the statement.
    """

    question: Happened
    snapshot_id: str
    lang: Lang
    every: pd.DataFrame

    @cached_property
    def own(self) -> pd.DataFrame:
        """Return the cells alone, without totals."""
        found = self.every[(self.every["all_rows"] == 0) & (self.every["all_columns"] == 0)]
        # A total over no column stands in a table without columns.
        return found[found["counted"] > 0].reset_index(drop=True)

    @property
    def has_sample(self) -> bool:
        """Return whether any figure is made up."""
        return self.question.what == "service" and bool((self.own["basis"] == "sample").any())

    @cached_property
    def cells_by_key(self) -> dict[tuple[Key, str], Cell]:
        """Return the cells and totals by the ids of their row, none for the total, and of their column."""
        rows, column = self.question.axes
        found = {}
        for record in self.every.astype(object).where(self.every.notna(), None).to_dict("records"):
            cell: Cell = {str(name): held for name, held in record.items()}
            row: Key = () if cell["all_rows"] else tuple(str(cell[name]) for name in rows)
            found[row, "" if not column else "total" if cell["all_columns"] else f"={cell[column]}"] = cell
        return found

    @cached_property
    def keys(self) -> list[Key]:
        """Return the rows: the ids of each, in their order; one station, or one basis, after the other."""
        rows, _ = self.question.axes
        if self.own.empty:
            return []
        if len(rows) > 1:
            first = rows[0]
            order = self.order(first, self.own)
            return [(one, slug) for one in order for slug in self.order(rows[1], self.own[self.own[first] == one])]
        return [(slug,) for slug in self.order(rows[0], self.own)]

    @cached_property
    def columns(self) -> list[str]:
        """Return the columns: the ids of each in their order, or the one that has none."""
        column = self.question.axes[1]
        return [f"={slug}" for slug in self.order(column, self.own)] if column else [""]

    def order(self, dimension: str, rows: pd.DataFrame) -> list[str]:
        """Return the values of a dimension in their order."""
        if dimension == "station":
            own = set(rows["station"])
            return [one for one in names.stations(self.snapshot_id, self.question.indicator, self.lang) if one in own]
        if dimension == "stop":
            own = set(rows["stop"])
            return [one for one in lines.stops(self.snapshot_id, self.question.places, self.lang) if one in own]
        held = rows.groupby(dimension)["counted"].sum()
        found = {str(slug): float(count) for slug, count in held.items()}
        return names.in_order(dimension, found, self.question, names.span(self.snapshot_id, self.question))

    @cached_property
    def covered(self) -> set[tuple[str, str]] | None:
        """Return which times of rows and columns go together on record, None where not both are times."""
        by, split = self.question.by, self.question.split
        if self.question.what != "accidents" or by not in TIMES or split not in TIMES:
            return None
        days = names.span(self.snapshot_id, self.question)
        found = store.select(self.snapshot_id, *covered(self.question, *days))
        return set(found[[by, split]].itertuples(index=False, name=None))

    def cell(self, row: Key, column: str) -> Cell:
        """Return what stands in a cell; where no accident is on record that is nought, within the time on record."""
        found = self.cells_by_key.get((row, column))
        if found is not None:
            return found
        days = self.question.what != "accidents"
        beyond = self.covered is not None and bool(row) and (row[0], column[1:]) not in self.covered
        known = None if days or (beyond and column != "total") else 0.0
        reason = "unmeasured" if days else "unrecorded" if known is None else None
        return {**NOTHING, "value": known, "low": known, "high": known, "reason": reason}

    @property
    def totals(self) -> bool:
        """Return whether a row of totals says more than the rows."""
        return self.question.adds_up and len(self.keys) > 1

    def heads(self) -> list[str]:
        """Return the headings of the columns of figures."""
        column = self.question.axes[1]
        if not column:
            return [words.MEASURES[self.question.measure].get(self.lang)]
        return [names.short(self.snapshot_id, self.question, column, slug[1:], self.lang) for slug in self.columns]

    def dimension_names(self) -> list[str]:
        """Return what the columns of names are called."""
        return [formats.raised(words.DIMENSIONS[name].get(self.lang)) for name in self.question.axes[0]]

    def label(self, dimension: str, slug: str) -> str:
        """Return what one value of a dimension is called."""
        return names.label(self.snapshot_id, self.question, dimension, slug, self.lang)

    def labels(self, row: Key) -> list[str]:
        """Return what a row is called."""
        return [self.label(name, slug) for name, slug in zip(self.question.axes[0], row, strict=True)]

    @property
    def catalogue(self) -> Names:
        """Return what ids of the catalogue are called."""
        return catalogue(self.snapshot_id)

    @property
    def unit(self) -> Text:
        """Return the unit of measure of every cell."""
        about = self.catalogue.about.get(self.question.indicator)
        return words.UNITS.get(self.question.measure) or (about.measure if about else Text("-", "-"))

    @property
    def decimals(self) -> int:
        """Return how many decimals every cell has."""
        about = self.catalogue.about.get(self.question.indicator)
        if self.question.measure in driven.MEASURES:
            return driven.MEASURES[self.question.measure].decimals
        return (
            about.decimals
            if about and self.question.measure in ("mean", "highest")
            else int(self.question.measure == "share")
        )

    def number(self, value: float | None) -> str:
        """Return a figure without its unit."""
        return formats.number(value, self.decimals, self.lang)

    def figure(self, value: float | None) -> str:
        """Return a figure with its unit."""
        unit = words.ONE.get(self.question.measure, self.unit) if value == 1 else self.unit
        return f"{self.number(value)}{formats.NBSP}{unit.get(self.lang)}"

    def value(self, cell: Cell) -> float | None:
        """Return the figure of a cell."""
        return None if cell["value"] is None else float(cell["value"])

    def beside(self, cell: Cell) -> str:
        """Return what must be known of a figure: its range, of how many it is stated, how many days were measured."""
        if not cell["counted"] and not cell["high"]:
            return ""
        if self.question.what == "service":
            return noted.beside_service(cell, self.number, self.lang)
        counts = {name: formats.number(cell[name], 0, self.lang) for name in ("stated", "counted")}
        if self.question.what == "days":
            all_of_it = cell["stated"] == cell["counted"] and self.question.measure != "over"
            return "" if all_of_it else words.DAYS_OF.format(self.lang, **counts)
        said = []
        if self.question.near and cell["value"] is not None and cell["low"] < cell["high"]:
            said.append(words.RANGE.format(self.lang, low=self.number(cell["low"]), high=self.number(cell["high"])))
        if cell["value"] is not None and cell["stated"] < cell["counted"]:
            said.append(words.STATED.format(self.lang, **counts))
        return " ".join(said)

    def told(self, cell: Cell) -> str:
        """Return the figure of a cell with its unit and what must be known of it."""
        return " ".join(text for text in (self.figure(self.value(cell)), self.beside(cell)) if text)

    @property
    def title(self) -> str:
        """Return the question as a heading."""
        return sentence.title(self.snapshot_id, self.question, self.lang)

    @property
    def file_name(self) -> str:
        """Return the name of a file of this answer, without its ending."""
        held = to_link(self.question)
        parts = [held[name] for name in ("what", "measure", "by", "split") if name in held]
        return f"{'-'.join(parts).replace('_', '-')}-{self.snapshot_id}"

    @property
    def cells(self) -> int:
        """Return how many cells the table has."""
        return len(self.keys) * len(self.columns)

    @property
    def few(self) -> bool:
        """Return whether a count is so small that chance moves it much."""
        return self.question.what == "accidents" and bool(self.own["value"].isin(list(noted.FEW)).any())

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """Return what a reader has to know of the answer as a whole."""
        if self.own.empty:
            return ()
        said = noted.notes(self.question, self.own, self.lang, self.few)
        return (*said, *noted.remarked(self.snapshot_id, self.source_ids, self.lang))

    def withheld(self) -> list[str]:
        """Return why cells have no figure, where some have none."""
        reasons = list(self.own.loc[self.own["value"].isna(), "reason"].dropna().unique())
        places = ((key, column) for key in self.keys for column in self.columns)
        if self.covered is not None and any(self.cell(*place)["reason"] == "unrecorded" for place in places):
            reasons.append("unrecorded")
        return [words.DASH.format(self.lang, reason=words.REASONS[reason].get(self.lang)) for reason in reasons]

    @cached_property
    def source_ids(self) -> list[str]:
        """Return the sources of what is shown."""
        return sorted({one for said in self.own["sources"].dropna() for one in said.split("~")})

    def sources(self) -> list[str]:
        """Return the titles of the sources of what is shown."""
        return [self.catalogue.get("source", one, self.lang) for one in self.source_ids]

    @property
    def held(self) -> tuple[int, int]:
        """Return how many records are behind the answer, and how many of them their licence lets leave."""
        return int(self.own["held"].sum()), int(self.own["open"].sum())

    def table(self) -> pd.DataFrame:
        """Return the table as it is shown, its figures as numbers."""
        labels = pd.DataFrame([self.labels(row) for row in self.keys], columns=self.dimension_names())
        figures = [[self.value(self.cell(row, column)) for column in self.columns] for row in self.keys]
        values = pd.DataFrame(figures, columns=pd.Index(self.heads()), dtype="Int64" if self.decimals == 0 else float)
        return pd.concat([labels, values], axis="columns")

    def rows(self) -> pd.DataFrame:
        """Return the cells one to a row, with unit of measure, quality, source and days."""
        own, lang, what = self.own, self.lang, self.question.what
        columns: dict[Text, Any] = {
            words.DIMENSIONS[name]: [self.label(name, slug) for slug in own[name]] for name in self.question.dimensions
        }  # fmt: skip
        columns |= {
            common.VALUE: own["value"], common.MEASURE: self.unit.get(lang),
            words.COUNTED[what]: own["counted"], words.STATES[what]: own["stated"],
            explore_page.WHY_NONE: mapped(own["reason"], lambda one: words.REASONS[one].get(lang)),
            explore_page.FIRST_DAY: own["first_day"], explore_page.LAST_DAY: own["last_day"],
            common.QUALITY_NAME: mapped(own["quality_grade"], lambda one: common.QUALITY[one].get(lang)),
            common.SOURCE: own["sources"],
        }  # fmt: skip
        if self.question.near:
            columns |= {words.LOW: own["low"], words.HIGH: own["high"]}
        if "planned" in own:
            columns |= {words.PLAN_COLUMN: own["planned"], explore_page.IS_SAMPLE: own["basis"] == "sample"}
        found = pd.DataFrame({formats.raised(head.get(lang)): cells for head, cells in columns.items()})
        known: pd.DataFrame = found.dropna(axis="columns", how="all")
        return known

    @property
    def total_word(self) -> str:
        """Return what a total is called."""
        return explore_words.TOTAL.get(self.lang)


def mapped(cells: pd.Series, said: Callable[[str], str]) -> list[str | None]:
    """Return what is said of each cell, None of an empty one."""
    return [said(one) if isinstance(one, str) else None for one in cells]


def counted(snapshot_id: str, question: Happened, lang: Lang) -> Counted:
    """Return the answer to a question over a snapshot."""
    question = names.filled(snapshot_id, question)
    return Counted(question, snapshot_id, lang, store.select(snapshot_id, *compile(question)))
