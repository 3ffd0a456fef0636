"""What a unit owes for a period, indicator by indicator, and the columns of the form that asks for it."""

from dataclasses import dataclass
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
    numerator and a denominator are given and the value, numerator ÷ denominator × `scale`, is worked out.
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
    whose_name: Text
    last: float | None
    last_period: Period | None
    target_low: float | None
    target_high: float | None
    authority: str

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
    return Form(snapshot, unit_id, unit, period, tuple(asked(row, period_kind) for row in rows))


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
        whose_name=figures.text(row, "whose"),
        last=row["last_value"],
        last_period=last,
        target_low=row["target_low"],
        target_high=row["target_high"],
        authority=row["target_authority"] or "",
    )
