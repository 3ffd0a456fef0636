"""What a unit owes for a period, indicator by indicator, and the columns of the form that asks for it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from smart7 import calendar, figures, formats, queries
from smart7.calendar import Period, PeriodKind
from smart7.i18n import Lang, Text
from smart7.kept import kept
from smart7.register.books.rules import filled
from smart7.words import books as words

VERSION: Final = 1
"""Of the form; it grows when a column changes its meaning, and older forms are refused from then on."""
COLUMNS: Final = tuple(words.COLUMNS)
INPUTS: Final = ("numerator", "denominator", "value", "complete", "as_of", "reason", "note")
AMOUNTS: Final = ("numerator", "denominator", "value")


class NoForm(Exception):
    """Raise where there is nothing to fill in; carries why, in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.both())
        self.why = why


@dataclass(frozen=True, slots=True)
class Asked:
    """One indicator that a unit owes: what it means, how it is given, what it was and should be.

    `whose` is the unit the figure is about: the one that hands in, or the city it answers for. `by_parts` says that a
    numerator and a denominator are given and the value, numerator ÷ denominator × `scale`, is worked out. `parts` are
    what it can be parted into, each a row of its own with `part` and `dimension`; those of one make up the whole.
    """

    indicator_id: str
    domain_id: str
    name: Text
    about: Text
    measure: Text
    value_kind: formats.ValueKind
    scale: float
    by_parts: bool
    weight: Text | None
    decimals: int
    due_days: int
    low: float | None
    high: float | None
    formula: Text
    register: Text | None
    whose: str
    last: float | None
    last_period: Period | None
    target_low: float | None
    target_high: float | None
    authority: str
    part: str = ""
    dimension: str = ""
    part_name: Text | None = None
    parts: "tuple[Asked, ...]" = ()

    @property
    def key(self) -> str:
        """Return how a form names the row."""
        return key_of(self.indicator_id, self.part)

    def shown(self, value: float | None, lang: Lang) -> str:
        """Return a value of this indicator in words."""
        return formats.figure(value, self.measure, self.value_kind, self.decimals, lang)

    def range(self, lang: Lang) -> str:
        """Return the range a value can lie in, in words."""
        low = "-∞" if self.low is None else plain(self.low)
        high = "∞" if self.high is None else plain(self.high)
        return words.FROM_TO.format(lang, low=low, high=high)


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one unit and period."""

    snapshot: str
    unit_id: str
    unit: Text
    period: Period
    asked: tuple[Asked, ...]

    @property
    def rows(self) -> tuple[Asked, ...]:
        """Return every row of the form: each indicator, and below it its parts."""
        return tuple(row for one in self.asked for row in (one, *one.parts))

    @property
    def due(self) -> date:
        """Return the day by which the first of its figures is owed."""
        return self.period.end + timedelta(days=min(one.due_days for one in self.asked))

    def label(self, lang: Lang) -> str:
        """Return the period in words."""
        return calendar.label(self.period, lang)

    def said(self) -> Text:
        """Return the period in words, in both languages."""
        return Text(self.label("th"), self.label("en"))

    def mark(self, lang: Lang) -> dict[str, str]:
        """Return by what a form is known when it comes back."""
        return {
            "version": str(VERSION), "unit": self.unit_id, "period_kind": self.period.kind,
            "period_start": self.period.start.isoformat(), "snapshot": self.snapshot, "lang": lang,
        }  # fmt: skip


def key_of(indicator_id: str, part: str) -> str:
    """Return how a form names the row of an indicator, or of a part of it."""
    return f"{indicator_id}:{part}" if part else indicator_id


def plain(value: float) -> str:
    """Return a number as people write it, with separators and without an exponent."""
    return f"{value:,.12g}" if abs(value) < 1e12 else f"{value:,.0f}"


@kept(200)
def form(snapshot: str, unit_id: str, period_kind: PeriodKind, start: date) -> Form:
    """Return what a unit owes for a period; raises `NoForm` where there is no such unit or period, or nothing owed."""
    units = queries.records(snapshot, "register/unit", unit=unit_id)
    if not units:
        raise NoForm(filled(words.NO_UNIT, {"unit": unit_id}))
    whole = period_kind in calendar.KINDS and period_kind != "span"
    period = calendar.containing(period_kind, start) if whole else None
    if period is None or period.start != start:
        raise NoForm(filled(words.NO_PERIOD, {"period": f"{period_kind}:{start}"}))
    rows = queries.records(snapshot, "register/asked", unit=unit_id, kind=period_kind, start=start, end=period.end)
    unit = Text(units[0]["name_th"], units[0]["name_en"])
    if not rows:
        said = Text(calendar.label(period, "th"), calendar.label(period, "en"))
        raise NoForm(filled(words.NOTHING_ASKED, {"unit": unit, "period": said}))
    parts = parts_of(snapshot, unit_id, period_kind, start)
    wholes = (asked(row, period_kind) for row in rows)
    every = tuple(with_parts(one, parts.get(one.indicator_id, ()), period_kind) for one in wholes)
    return Form(snapshot, unit_id, unit, period, every)


def parts_of(snapshot: str, unit_id: str, kind: PeriodKind, start: date) -> dict[str, list[dict[str, Any]]]:
    """Return the parts in which a unit can hand in its figures of a period, by indicator."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in queries.records(snapshot, "register/parts", unit=unit_id, kind=kind, start=start):
        found[row["indicator_id"]].append(row)
    return found


def with_parts(whole: Asked, rows: Iterable[dict[str, Any]], kind: PeriodKind) -> Asked:
    """Return an indicator with a row for each of its parts; targets are of the whole alone."""
    parts = []
    for row in rows:
        name = figures.text(row, "name")
        last = Period(kind, row["last_start"], row["last_end"]) if row["last_start"] else None
        parts.append(replace(
            whole, part=row["breakdown_id"], dimension=row["dimension"], part_name=name,
            name=filled(words.PART_OF, {"name": whole.name, "part": name}), last=row["last_value"], last_period=last,
            target_low=None, target_high=None, authority="",
        ))  # fmt: skip
    return replace(whole, parts=tuple(parts))


def asked(row: dict[str, Any], kind: PeriodKind) -> Asked:
    """Return what one row of the query asks for."""
    last = Period(kind, row["last_start"], row["last_end"]) if row["last_start"] else None
    return Asked(
        indicator_id=row["indicator_id"],
        domain_id=row["domain_id"],
        name=figures.text(row, "name"),
        about=figures.text(row, "about"),
        measure=figures.text(row, "measure"),
        value_kind=row["value_kind"],
        scale=row["scale"],
        by_parts=row["by_parts"],
        weight=figures.optional_text(row, "weight"),
        decimals=row["decimals"],
        due_days=row["due_days"],
        low=row["range_min"],
        high=row["range_max"],
        formula=figures.text(row, "formula"),
        register=figures.optional_text(row, "register"),
        whose=row["whose"],
        last=row["last_value"],
        last_period=last,
        target_low=row["target_low"],
        target_high=row["target_high"],
        authority=row["target_authority"] or "",
    )
