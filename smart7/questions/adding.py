"""Cells and totals: what may be added up is, and what may not carries the reason."""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from collections.abc import Sequence
from typing import Final

from smart7.questions import figures
from smart7.questions.figures import Scope
from smart7.questions.parameters import Parameters
from smart7.questions.question import DIMENSIONS, Question

Step = tuple[str, str]

COLUMNS: Final = {
    "indicator": "h.indicator_id", "domain": "i.domain_id", "owner": "i.owner", "aim": "a.aim", "unit": "h.unit_id",
    "unit_kind": "u.kind", "zone": "h.breakdown", "breakdown": "h.breakdown", "quality": "quality_name(h.quality_rank)",
}  # fmt: skip
PERIOD: Final = ("period_kind", "period_start", "period_end")

ERAS: Final = """select
        indicator_id, unit_id, period_start, lead(period_start, 1, date '9999-12-31') over one as next_start,
        row_number() over one as era
    from breaks
    window one as (partition by indicator_id, unit_id order by period_start)"""


def wanted(question: Question, scope: Scope) -> str:
    """Return how many units of each kind are asked for, so that a sum can say how many it lacks."""
    return f"""select u.kind, u.is_sample, i.indicator_id, count(*) as units
    from units as u
    join indicators as i on i.level = u.kind
    where {scope.units}
    group by all"""


def sets(question: Question) -> list[tuple[str, ...]]:
    """Return what cells and totals are told apart by: all of it, then less of the rows, with and without columns."""
    rows, columns = question.axes
    found = [(*rows[:length], *across) for across in (columns, ()) for length in range(len(rows), -1, -1)]
    return list(dict.fromkeys(found))


def spread(names: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of dimensions; a period has three."""
    return tuple(column for name in names for column in (PERIOD if name == "period" else (name,)))


def cells(question: Question, scope: Scope, given: Parameters, prefix: str) -> list[Step]:
    """Return the steps from figures to cells that carry what the answer is split by."""
    if question.period in ("year", "as_is") or (question.period == "whole" and question.measure == "change"):
        return [(f"{prefix}cells", figures.held(question, scope, given, *carried(question, "s")))]
    columns, joins = carried(question, "h")
    select = f"""select h.*, {columns}
    from {prefix}held as h
    join indicators as i on i.indicator_id = h.indicator_id
    join units as u on u.unit_id = h.unit_id{joins}"""
    return [(f"{prefix}held", figures.held(question, scope, given)), (f"{prefix}cells", select)]


def carried(question: Question, table: str) -> tuple[str, str]:
    """Return the columns and joins that give the figures of a table what they are split and judged by."""
    own = [name for name in question.dimensions if name != "period"]
    quality = "s.quality" if table == "s" and question.period != "as_is" else f"quality_name({table}.quality_rank)"
    known = COLUMNS | {"quality": quality}
    named = "".join(f"{known[name].replace('h.', f'{table}.')} as {name}, " for name in own)
    joins = f"\n    join indicator_aims as a on a.indicator_id = {table}.indicator_id" if "aim" in own else ""
    columns = f"""{named}i.over_time, i.over_units, i.scale, u.kind as kind_of_unit,
        {table}.period_kind as kind_of_time, {table}.period_start as first_day, {table}.period_end as last_day,
        i.over_time = 'sum' and (i.due_days is null or {table}.period_kind in ('date', 'span')) as lone"""
    if question.measure == "change":
        columns += ", coalesce(b.era, 0) as era"
        joins += f"""
    left join eras as b
        on b.indicator_id = {table}.indicator_id and b.unit_id = {table}.unit_id
       and {table}.period_start >= b.period_start and {table}.period_start < b.next_start"""
    return columns, joins


def grouped(
    question: Question, prefix: str, only: Sequence[tuple[str, ...]] | None = None, since: str = ""
) -> list[Step]:
    """Return the steps that add cells up to each set, and then say which sums mean something.

    `since` is a condition that only what has a period need not hold: cells may begin earlier, to be looked back into.
    """
    every = list(sets(question) if only is None else only)
    parted = next((name for name in ("zone", "breakdown") if name in question.dimensions), "")
    groups = [(every, "")]
    if parted:
        # Parts overlap or leave something out, so the total over parts is the figure that has no part.
        groups = [
            ([one for one in every if parted in one], f"{parted} <> ''"),
            ([one for one in every if parted not in one], f"{parted} = ''"),
        ]
    whole = question.dimensions if single(question) and set(every[0]) == set(question.dimensions) else ()
    selects = [one_by_one(question, prefix, whole, f"{parted} <> ''" if parted else "")] if whole else []
    groups = [([one for one in own if set(one) != set(whole)] if whole else own, where) for own, where in groups]
    if since:
        groups = [
            ([one for one in own if ("period" in one) == dated], " and ".join(filter(None, (where, less))))
            for own, where in groups for dated, less in ((True, ""), (False, since))
        ]  # fmt: skip
    sql = "\n    union all by name\n    ".join(
        [*selects, *(group(question, prefix, own, where) for own, where in groups if own)]
    )
    return [(f"{prefix}added", sql), (f"{prefix}grouped", judged(question, prefix))]


def single(question: Question) -> bool:
    """Return whether each cell is one figure: nothing has to be added up for it."""
    return {"indicator", "unit"} <= set(question.dimensions)


def one_by_one(question: Question, prefix: str, own: Sequence[str], where: str) -> str:
    """Return cells that are one figure each, with the same columns as `group` gives."""
    columns = "".join(f"{column}, " for column in spread(own))
    several = "".join(f"false as several_{name}, " for name in doubts(question))
    return f"""select
        {columns}is_sample, '{"".join(f"{name}." for name in own)}' as kept, {several}1 as cells, figures, 1 as units,
        unit_id as one_unit, indicator_id as one_indicator, breakdown as one_part, false as several_periods,
        kind_of_unit, kind_of_time, first_day, last_day, over_time, over_units, scale, {only(question)}lone, partial,
        value as total, numerator as above, denominator as below, quality_rank, source_id, sources, as_of
    from {prefix}cells{f" where {where}" if where else ""}"""


def group(question: Question, prefix: str, own: Sequence[tuple[str, ...]], where: str) -> str:
    """Return the cells of some sets with what decides whether they may be added up."""
    present = [name for name in DIMENSIONS if any(name in one for one in own)]
    listed = ",\n        ".join(f"({', '.join((*spread(one), 'is_sample'))})" for one in own)
    flags = (f"if(grouping({'period_start' if name == 'period' else name}) = 0, '{name}.', '')" for name in present)
    columns = "".join(f"{column}, " for column in spread(present))
    several = "".join(
        f"min({column}) <> max({column}) as several_{name}, " for name, column in doubts(question).items()
    )
    rest = "".join(f"{sql} as {name}, " for name, sql in ONLY.items() if f" {name}," in f" {only(question)}")
    return f"""select
        {columns}is_sample, {" || ".join(flags) or "''"} as kept, {several}{rest}{ADDED}
    from {prefix}cells{f" where {where}" if where else ""}
    group by grouping sets (
        {listed}
    )"""


ADDED: Final = """count(*) as cells, sum(figures) as figures,
        count(distinct unit_id) as units, min(unit_id) as one_unit, min(indicator_id) as one_indicator,
        min(breakdown) as one_part, min(first_day) <> max(first_day) or min(last_day) <> max(last_day)
            as several_periods,
        min(kind_of_unit) as kind_of_unit, min(kind_of_time) as kind_of_time, min(first_day) as first_day,
        max(last_day) as last_day, any_value(over_time) as over_time, any_value(over_units) as over_units,
        any_value(scale) as scale, bool_or(lone) as lone, bool_or(partial) as partial, sum(value) as total,
        sum(numerator) as above, sum(denominator) as below, max(quality_rank) as quality_rank,
        min(source_id) as source_id, if(min(source_id) = max(source_id), max(sources), 2) as sources,
        max(as_of) as as_of"""
# What only some questions need to know.
ONLY: Final = {"loose": "bool_or(loose)", "era": "if(min(era) = max(era), min(era), null)"}


def only(question: Question) -> str:
    """Return the columns of `ONLY` that a question needs."""
    return "loose, " * (question.period == "whole") + "era, " * (question.measure == "change")


def doubts(question: Question) -> dict[str, str]:
    """Return of which columns a cell may hold several values, as far as that decides what may be added up."""
    found = {"kinds": "kind_of_unit"}
    if len(question.indicators) != 1:
        found["indicators"] = "indicator_id"
    if question.period in ("as_is", "year", "whole"):
        found["times"] = "kind_of_time"
    if question.period != "as_is":
        found["ends"] = "last_end"  # a period as it is ends when it ends
    if "quality" in question.dimensions:
        found["grades"] = "quality_rank"
    if "aim" in question.dimensions:
        found["aims"] = "aim"
    return found


def reasons(question: Question) -> str:
    """Return the cases in which a sum means nothing, each with its reason; the first that holds counts."""
    doubt = doubts(question)
    found = [
        ("lone", "a.loose" if question.period == "whole" else ""),
        ("", "a.cells = 1"),
        *((name, f"a.several_{name}") for name in ("indicators", "aims", "times") if name in doubt),
        ("stock", "a.several_periods and a.over_time = 'last'"),
        ("lone", "a.several_periods and a.lone"),
        ("no_sum", "a.units > 1 and a.over_units = 'none'"),
        # Only parts of one parent are added up: a city lies within its province.
        ("overlap", "a.units > 1 and (a.several_kinds or a.kind_of_unit not in ('school', 'centre', 'division'))"),
        ("uneven", "a.units > 1 and a.over_time = 'last' and a.several_ends" if "ends" in doubt else ""),
        ("mixed", "a.units > 1 and a.several_periods and (a.over_time = 'sum') <> (a.over_units = 'sum')"),
        ("stock", "a.several_grades and a.over_time = 'last' and a.units = 1" if "grades" in doubt else ""),
    ]
    quoted = ((f"'{reason}'" if reason else "null", when) for reason, when in found if when)
    return "\n            ".join(f"when {when} then {reason}" for reason, when in quoted)


def judged(question: Question, prefix: str) -> str:
    """Return every cell and total with a value, or with the reason why it has none."""
    alone = " and not a.several_indicators" if "indicators" in doubts(question) else ""
    return f"""select
        * exclude (partial, units),
        a.units, a.partial or (
            a.over_units = 'sum' and not contains(a.kept, 'unit.') and coalesce(a.units < w.units, false){alone}
        ) as partial,
        case
            {reasons(question)}
        end as reason,
        case
            when reason is not null then null
            when a.cells = 1 then a.total
            when if(a.units > 1 and not a.several_periods, a.over_units, a.over_time) in ('sum', 'last')
                then a.total
            else ratio(a.above, a.below, a.scale)
        end as value
    from {prefix}added as a
    left join wanted as w
        on w.indicator_id = a.one_indicator and w.kind = a.kind_of_unit and w.is_sample = a.is_sample"""
