"""The figures a question is about: chosen, put into their periods, one a unit, part and period."""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from dataclasses import dataclass
from datetime import date
from typing import Final

from smart7.questions.parameters import Parameters
from smart7.questions.question import Question

# Which kinds of period add up to a kind, and where the larger one begins and ends.
SMALLER: Final = {
    "month": (), "quarter": ("month",), "fiscal_year": ("month", "quarter"), "calendar_year": ("month", "quarter"),
    "academic_year": (),
}  # fmt: skip
STARTS: Final = {
    "quarter": "date_trunc('quarter', s.period_start)::date",
    "fiscal_year": "fiscal_year_start(s.period_start)",
    "calendar_year": "make_date(year(s.period_start), 1, 1)",
}
ENDS: Final = {
    "quarter": "(date_trunc('quarter', s.period_start) + interval 3 month - interval 1 day)::date",
    "fiscal_year": "fiscal_year_end(s.period_start)",
    "calendar_year": "make_date(year(s.period_start), 12, 31)",
}
PARTS: Final = {"quarter": "if(s.period_kind = 'month', 3, 1)"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which figures a part of a statement is about: whose, and from when to when."""

    units: str
    start: date | None
    end: date | None


def unit_condition(question: Question, given: Parameters) -> str:
    """Return the condition on units `u` that a question sets; without any, the unit an indicator is meant for."""
    chosen = [item for item in question.units if not item.startswith("zone:")]
    kinds = [item.removeprefix("kind:") for item in chosen if item.startswith("kind:")]
    samples = [item.removeprefix("sample:") for item in chosen if item.startswith("sample:")]
    ids = [item for item in chosen if ":" not in item]
    any_of = []
    if ids:
        any_of.append(given.among("u.unit_id", "unit", ids))
    if kinds:
        any_of.append(given.among("u.kind", "kind", kinds))
    if samples:
        any_of.append(f"u.is_sample and {given.among('u.kind', 'sample', samples)}")
    if any_of:
        return any_of[0] if len(any_of) == 1 else f"({' or '.join(f'({one})' for one in any_of)})"
    if question.counts or any(item.startswith("zone:") for item in question.units):
        return "true"
    return "leads(u.kind, i.level)"


def part_condition(question: Question, given: Parameters) -> str:
    """Return the condition on the part of a figure: the whole, any part, or some zones; totals stay with them."""
    zones = [item.removeprefix("zone:") for item in question.units if item.startswith("zone:")]
    if zones:
        return given.among("s.breakdown", "zone", zones)
    if "zone" in question.dimensions:
        return "(s.breakdown = '' or s.breakdown in (select breakdown_id from breakdowns where dimension = 'zone'))"
    return "true" if "breakdown" in question.dimensions else "s.breakdown = ''"


def conditions(question: Question, scope: Scope, given: Parameters, period_end: str) -> list[str]:
    """Return what a figure `s` of an indicator `i` and a unit `u` must hold to belong to a question."""
    found = [scope.units, part_condition(question, given)]
    if question.indicators:
        found.insert(0, given.among("s.indicator_id", "indicator", question.indicators))
    if not question.sample:
        found.append("not s.is_sample")
    if scope.start:
        found.append(f"{period_end} >= {given.add('start', scope.start)}")
    if scope.end:
        found.append(f"{period_end} <= {given.add('end', scope.end)}")
    return [one for one in found if one != "true"] or ["true"]


JOINS: Final = "join indicators as i on i.indicator_id = s.indicator_id\n    join units as u on u.unit_id = s.unit_id"


def held(question: Question, scope: Scope, given: Parameters, columns: str = "", joins: str = "") -> str:
    """Return a SELECT of one row an indicator, unit, part and period of the question's kind.

    Where nothing is added up, it may carry further columns of the same row.
    """
    if question.period == "year" or (question.period == "whole" and question.measure == "change"):
        return yearly(question, scope, given, columns, joins)
    if question.period == "as_is":
        return as_is(question, scope, given, columns, joins)
    if question.period == "whole":
        return whole(question, scope, given)
    return bucketed(question, scope, given)


def yearly(question: Question, scope: Scope, given: Parameters, columns: str, joins: str) -> str:
    """Return the yearly totals that pages lead with."""
    where = "\n      and ".join(conditions(question, scope, given, "s.period_end"))
    return f"""select
        s.indicator_id, s.unit_id, s.breakdown, s.is_sample, s.period_kind, s.period_start, s.period_end,
        s.value, s.numerator, s.denominator, quality_rank(s.quality) as quality_rank,
        s.partial or (
            i.over_time = 'sum' and (s.periods < s.periods_expected or s.units < s.units_expected)
        ) as partial,
        if(s.source_count = 1, s.source_id, null) as source_id, s.source_count as sources, s.as_of,
        s.periods as figures, s.last_period_end as last_end, {columns}
    from yearly as s
    {JOINS}{joins}
    where {where}"""


def as_is(question: Question, scope: Scope, given: Parameters, columns: str, joins: str) -> str:
    """Return figures at the periods they were given for."""
    where = "\n      and ".join(conditions(question, scope, given, "s.period_end"))
    return f"""select
        s.indicator_id, s.unit_id, s.breakdown, s.is_sample, s.period_kind, s.period_start, s.period_end,
        s.value, s.numerator, s.denominator, s.quality_rank, s.partial,
        if(s.source_count = 1, s.source_id, null) as source_id, s.source_count as sources, s.as_of,
        1 as figures, s.period_end as last_end, {columns}
    from series as s
    {JOINS}{joins}
    where {where}"""


def bucketed(question: Question, scope: Scope, given: Parameters) -> str:
    """Return figures added up to a kind of period, by the rule each indicator states for time."""
    kind, smaller = question.period, SMALLER[question.period]
    wanted = given.add("period", kind)
    own = f"s.period_kind = {wanted}"
    if not smaller:
        start, end, expected, fits = "s.period_start", "s.period_end", "1", own
    else:
        listed = ", ".join(f"'{one}'" for one in smaller)
        # A fact that nobody owes again is not passed off as a longer period.
        adds = f"(i.period_kind in ({listed}) and i.due_days is not null)"
        start = f"if({own}, s.period_start, {STARTS[kind]})"
        end = f"if({own}, s.period_end, {ENDS[kind]})"
        expected = PARTS.get(kind, "parts_of_year(s.period_kind)")
        fits = f"if({adds}, s.period_kind = i.period_kind, {own})"
    where = "\n      and ".join([fits, *conditions(question, scope, given, end)])
    return added_up(
        f"s.period_kind as own_kind, {wanted} as period_kind, {start} as period_start, {end} as period_end, "
        f"{expected} as expected",
        where,
        question,
    )


def whole(question: Question, scope: Scope, given: Parameters) -> str:
    """Return figures added up over all the time asked for."""
    where = "\n      and ".join(["s.period_kind = i.period_kind", *conditions(question, scope, given, "s.period_end")])
    return added_up("s.period_kind as own_kind, s.period_kind, 0 as expected", where, question)


def added_up(columns: str, where: str, question: Question) -> str:
    """Return the figures of each period added up by `over_time`; what is missing from a sum marks it."""
    over_all = question.period == "whole"
    quality = ", quality_rank" if "quality" in question.dimensions else ""
    keys = f"indicator_id, unit_id, breakdown, is_sample, period_kind{'' if over_all else ', period_start, period_end'}"
    span = "min(own_start) as period_start, max(own_end) as period_end, " if over_all else ""
    # Over all time as many are expected as lie between first and last.
    months = "(date_diff('month', min(own_start), max(own_end) + 1))"
    size = "case any_value(own_kind) when 'month' then 1 when 'quarter' then 3 else 12 end"
    expected = f"{months} / {size}" if over_all else "any_value(expected)"
    loose = "any_value(over_time) = 'sum' and count(*) > 1 and bool_or(lone)" if over_all else "false"
    return f"""select
        {keys}{quality}, {span}case any_value(over_time)
            when 'sum' then sum(value)
            when 'last' then arg_max(value, own_end)
            else ratio(sum(numerator), sum(denominator), any_value(scale))
        end as value,
        if(any_value(over_time) = 'last', arg_max(numerator, own_end), sum(numerator)) as numerator,
        if(any_value(over_time) = 'last', arg_max(denominator, own_end), sum(denominator)) as denominator,
        {"" if quality else "max(quality_rank) as quality_rank, "}if(
            any_value(over_time) = 'last', arg_max(partial, own_end),
            bool_or(partial) or (any_value(over_time) = 'sum' and count(*) < {expected})
        ) as partial,
        case
            when any_value(over_time) = 'last' then arg_max(if(source_count = 1, source_id, null), own_end)
            when min(source_id) = max(source_id) and max(source_count) = 1 then min(source_id)
        end as source_id,
        if(
            any_value(over_time) = 'last', arg_max(source_count, own_end),
            if(min(source_id) = max(source_id), max(source_count), 2)
        ) as sources,
        max(as_of) as as_of, count(*) as figures,
        max(own_end) as last_end, {loose} as loose
    from (
        select
            s.indicator_id, s.unit_id, s.breakdown, s.is_sample, s.value, s.numerator, s.denominator, s.partial,
            s.quality_rank, s.source_id, s.source_count, s.as_of, i.over_time, i.scale, s.period_start as own_start,
            s.period_end as own_end, i.due_days is null or s.period_kind in ('date', 'span') as lone,
            {columns}
        from series as s
        {JOINS.replace(chr(10) + "    ", chr(10) + "        ")}
        where {where}
    )
    group by {keys}{quality}"""
