"""A figure as it may be shown: never without its unit, period, quality and a way to its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from smart7 import calendar, formats, metrics
from smart7.calendar import Period, PeriodKind
from smart7.i18n import Lang, Text
from smart7.metrics import Status, Target, Trend
from smart7.words import common

SOURCES_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so, and as of when."""

    source_id: str
    title: Text
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure comes from, by whose hand, and how it is worked out."""

    sources: tuple[Source, ...]
    as_of: date | None
    owner: Text
    formula: Text
    register: Text | None


@dataclass(frozen=True, slots=True)
class Aim:
    """Whose target a figure is held against, from when until when (None: until it is replaced), and who says so."""

    authority: str
    since: date
    until: date | None
    quality: str
    source: Source
    note: Text | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator's figure for one unit and period, or the reason why there is none."""

    indicator_id: str
    domain_id: str
    name: Text
    about: Text
    measure: Text
    value_kind: formats.ValueKind
    decimals: int
    direction: metrics.Direction
    level: str
    native_kind: PeriodKind
    due_days: int | None
    owner: str
    promised: bool
    aims: tuple[str, ...]
    unit_id: str
    unit: Text | None
    value: float | None
    period: Period | None
    period_label: Text | None
    period_short: Text | None
    quality: str
    is_sample: bool
    complete: bool
    held: tuple[int, int]
    units_held: tuple[int, int]
    units_reporting: int
    units_published: int
    target: Target
    aim: Aim | None
    status: Status
    newest: date | None
    judged_at: date
    late: bool
    change: float | None
    before: Period | None
    trend: Trend
    spark: tuple[float, ...]
    note: Text | None
    break_note: Text | None
    provenance: Provenance

    def shown(self, lang: Lang) -> str:
        """Return the value with its unit of measure, in words."""
        return formats.figure(self.value, self.measure, self.value_kind, self.decimals, lang)

    def number(self, lang: Lang) -> str:
        """Return the value without its unit of measure."""
        return formats.figure(self.value, Text("%", "%"), self.value_kind, self.decimals, lang).rstrip(" %\u00a0")

    def changed(self, lang: Lang) -> str:
        """Return the change from the period before, with its unit of measure."""
        return formats.change(self.change, self.measure, self.value_kind, self.decimals, lang)

    @property
    def judged_real(self) -> Status:
        """Return the status as published figures count it: a sample figure says nothing about the city."""
        return Status("none", "sample") if self.is_sample or self.shown_by_samples else self.status

    @property
    def shown_by_samples(self) -> bool:
        """Return whether nothing is known but sample figures of units or parts."""
        return self.status.reason == "parts" and not self.units_published

    @property
    def known(self) -> bool:
        """Return whether anything is published: the figure that leads, or figures by unit or part only."""
        return self.judged_real.reason not in ("missing", "sample")


def credit(titles: Iterable[str], lang: Lang) -> str:
    """Return where figures come from, the first few by name; '' where there is no title."""
    found = list(dict.fromkeys(title for title in titles if title))
    if not found:
        return ""
    more = len(found) - SOURCES_NAMED
    said = common.SOURCES.format(lang, sources="; ".join(found[:SOURCES_NAMED]))
    return said + (common.MORE_SOURCES.format(lang, count=more) if more > 0 else "")


def read(rows: Iterable[Mapping[str, Any]], as_of: date, until: date) -> list[Figure]:
    """Return a figure for each record of a `cards` query, judged at the end of the chosen year."""
    return [figure(row, as_of, until) for row in rows]


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as dictionaries in which every missing cell is None."""
    return [
        {str(key): clean(value) for key, value in row.items()}
        for row in rows.astype(object).to_dict("records")
    ]  # fmt: skip


def clean(value: Any) -> Any:  # noqa: ANN401
    """Return None for every kind of missing cell, dates for timestamps, the value otherwise."""
    if isinstance(value, (str, bool, int)) or hasattr(value, "__len__"):
        return value
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def figure(row: Mapping[str, Any], as_of: date, until: date) -> Figure:
    """Return the figure of one row, with its verdict."""
    period = period_of(row, "period")
    before = period_of(row, "previous")
    complete, held, units_held = completeness(row)
    target, aim = target_of(row)
    comparable = period is not None and metrics.follows(period, before)
    comparable = comparable and complete and not row["previous_incomplete"]
    spark, starts = listed(row, "spark"), listed(row, "spark_starts")
    return Figure(
        indicator_id=row["indicator_id"],
        domain_id=row["domain_id"],
        name=text(row, "name"),
        about=text(row, "about"),
        measure=text(row, "measure"),
        value_kind=row["value_kind"],
        decimals=int(row["decimals"]),
        direction=row["direction"],
        level=row["level"],
        native_kind=row["native_kind"],
        due_days=None if row["due_days"] is None else int(row["due_days"]),
        owner=row["owner"],
        promised=row["promised"],
        aims=listed(row, "aims"),
        unit_id=row["unit_id"] or "",
        unit=optional_text(row, "unit"),
        value=row["value"],
        period=period,
        period_label=optional_text(row, "label"),
        period_short=optional_text(row, "short"),
        quality=row["quality"] or "",
        is_sample=bool(row["is_sample"]),
        complete=complete,
        held=held,
        units_held=units_held,
        units_reporting=int(row["units_reporting"] or 0),
        units_published=int(row["units_published"] or 0),
        target=target,
        aim=aim,
        **judged(row, target, complete=complete, at=metrics.judged_at(as_of, until, row["due_days"])),
        change=metrics.change(row["value"], row["previous_value"]) if comparable else None,
        before=before if comparable else None,
        trend=metrics.trend(zip(map(calendar.as_day, starts), spark, strict=True), row["direction"]),
        spark=tuple(float(v) for v in spark),
        note=optional_text(row, "note"),
        break_note=optional_text(row, "break"),
        provenance=provenance(row),
    )


def judged(row: Mapping[str, Any], target: Target, *, complete: bool, at: date) -> dict[str, Any]:
    """Return how a row stands on the day `at`, up to when it has figures, and whether newer ones are due."""
    newest = row["last_period_end"] or row["units_latest"]
    past = metrics.is_past(newest, row["native_kind"], row["due_days"], target, at)
    late = metrics.is_late(newest, row["native_kind"], row["due_days"], at)
    status = verdict(row, target, past=past, complete=complete)
    return {"status": status, "newest": newest, "judged_at": at, "late": late}


def listed(row: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    """Return a column that holds a list, empty where it is missing."""
    return tuple(row[name]) if row[name] is not None else ()


def target_of(row: Mapping[str, Any]) -> tuple[Target, Aim | None]:
    """Return the target a row names, and whose it is; none where it names none."""
    target = Target(row["target_low"], row["target_high"], row["target_to"])
    if not target.known:
        return target, None
    source = Source(row["target_source_id"], text(row, "target_source"), row["target_known"])
    note = optional_text(row, "target_note")
    since = row["target_from"]
    return target, Aim(row["target_authority"], since, target.until, row["target_quality"], source, note)


def held_against(figure: Figure, rows: Iterable[Mapping[str, Any]], authority: str) -> Figure:
    """Return a figure judged by what an authority aims at in the figure's own period, if it does; rows are targets."""
    if figure.value is None or figure.period is None:
        return figure
    end = figure.period.end
    own = (row for row in rows if row["target_authority"] == authority and row["target_from"] <= end)
    held = next((row for row in own if row["target_to"] is None or end <= row["target_to"]), None)
    target, aim = target_of(held) if held else (Target(), None)
    past = metrics.is_past(figure.newest, figure.native_kind, figure.due_days, target, figure.judged_at)
    status = metrics.status(
        figure.value, figure.direction, target, decimals=figure.decimals, past=past, complete=figure.complete
    )
    return replace(figure, target=target, aim=aim, status=status)


def verdict(row: Mapping[str, Any], target: Target, *, past: bool, complete: bool) -> Status:
    """Return a row's status; a figure known only by unit or part is not one that nobody handed in."""
    if row["value"] is None and row["units_reporting"]:
        return Status("none", "parts")
    return metrics.status(
        row["value"], row["direction"], target, decimals=row["decimals"], past=past, complete=complete
    )


def provenance(row: Mapping[str, Any]) -> Provenance:
    """Return where a row's figure comes from."""
    names = ("source_ids", "sources_th", "sources_en", "source_days")
    lists = [listed(row, name) for name in names]
    return Provenance(
        sources=tuple(Source(key, Text(th, en), calendar.as_day(day)) for key, th, en, day in zip(*lists, strict=True)),
        as_of=row["as_of"],
        owner=text(row, "owner"),
        formula=text(row, "formula"),
        register=optional_text(row, "register"),
    )


def completeness(row: Mapping[str, Any]) -> tuple[bool, tuple[int, int], tuple[int, int]]:
    """Return whether a figure can stand for its whole year, and the periods and units it holds.

    A sum misses what is missing; a ratio, a mean or the last value does not grow with the parts.
    """
    held = (int(row["periods"] or 0), int(row["periods_expected"] or 0))
    units = (int(row["units"] or 0), int(row["units_expected"] or 0))
    whole = held[0] >= held[1] and units[0] >= units[1]
    return (not row["partial"] and (whole or row["over_time"] != "sum")), held, units


def period_of(row: Mapping[str, Any], prefix: str) -> Period | None:
    """Return the period a row's columns name, or None."""
    kind: PeriodKind | None = row[f"{prefix}_kind"]
    return Period(kind, row[f"{prefix}_start"], row[f"{prefix}_end"]) if kind else None


def text(row: Mapping[str, Any], name: str) -> Text:
    """Return a text both of whose columns are filled."""
    return Text(row[f"{name}_th"], row[f"{name}_en"])


def optional_text(row: Mapping[str, Any], name: str) -> Text | None:
    """Return a text, or None where the row has none."""
    return text(row, name) if row[f"{name}_th"] else None
