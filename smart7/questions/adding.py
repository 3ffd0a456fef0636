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
    own = [name for name in question.dimensions if name != "period"]
    named = "".join(f"{COLUMNS[name]} as {name}, " for name in own)
    aims = "\n    join indicator_aims as a on a.indicator_id = h.indicator_id" if "aim" in own else ""
    select = f"""select
        {named}h.*, i.over_time, i.over_units, i.scale, u.kind as kind_of_unit, coalesce(b.era, 0) as era,
        h.period_kind as kind_of_time, h.period_start as first_day, h.period_end as last_day,
        i.over_time = 'sum' and (i.due_days is null or h.period_kind in ('date', 'span')) as lone
    from {prefix}held as h
    join indicators as i on i.indicator_id = h.indicator_id
    join units as u on u.unit_id = h.unit_id{aims}
    left join eras as b
        on b.indicator_id = h.indicator_id and b.unit_id = h.unit_id
       and h.period_start >= b.period_start and h.period_start < b.next_start"""
    return [(f"{prefix}held", figures.held(question, scope, given)), (f"{prefix}cells", select)]


def grouped(question: Question, prefix: str, only: Sequence[tuple[str, ...]] | None = None) -> list[Step]:
    """Return the steps that add cells up to each set, and then say which sums mean something."""
    every = list(sets(question) if only is None else only)
    parted = next((name for name in ("zone", "breakdown") if name in question.dimensions), "")
    groups = [(every, "")]
    if parted:
        # Parts overlap or leave something out, so the total over parts is the figure that has no part.
        groups = [
            ([one for one in every if parted in one], f"where {parted} <> ''"),
            ([one for one in every if parted not in one], f"where {parted} = ''"),
        ]
    whole = question.dimensions if single(question) and set(every[0]) == set(question.dimensions) else ()
    selects = [one_by_one(prefix, whole, f"where {parted} <> ''" if parted else "")] if whole else []
    others = [([one for one in own if set(one) != set(whole)] if whole else own, where) for own, where in groups]
    sql = "\n    union all by name\n    ".join([*selects, *(group(prefix, own, where) for own, where in others if own)])
    twice = "several_aims" if "aim" in question.dimensions else "false"
    return [(f"{prefix}added", sql), (f"{prefix}grouped", judged(prefix, twice))]


def single(question: Question) -> bool:
    """Return whether each cell is one figure: nothing has to be added up for it."""
    return {"indicator", "unit"} <= set(question.dimensions)


def one_by_one(prefix: str, own: Sequence[str], where: str) -> str:
    """Return cells that are one figure each, with the same columns as `group` gives."""
    columns = "".join(f"{column}, " for column in spread(own))
    aims = "false as several_aims, " if "aim" in own else ""
    return f"""select
        {columns}is_sample, '{"".join(f"{name}." for name in own)}' as kept, {aims}1 as cells, figures, 1 as units,
        unit_id as one_unit, false as several_units, indicator_id as one_indicator, false as several_indicators,
        breakdown as one_part, false as several_periods, false as several_times, false as several_grades,
        false as several_kinds, kind_of_unit, kind_of_time, first_day, last_day, over_time, over_units, scale,
        false as uneven, loose, lone, partial, value as total, numerator as above, denominator as below, quality_rank,
        source_id, 1 as sources, as_of, era
    from {prefix}cells
    {where}"""


def group(prefix: str, own: Sequence[tuple[str, ...]], where: str) -> str:
    """Return the cells of some sets with what decides whether they may be added up."""
    present = [name for name in DIMENSIONS if any(name in one for one in own)]
    listed = ",\n        ".join(f"({', '.join((*spread(one), 'is_sample'))})" for one in own)
    flags = (f"if(grouping({'period_start' if name == 'period' else name}) = 0, '{name}.', '')" for name in present)
    columns = "".join(f"{column}, " for column in spread(present))
    aims = "min(aim) <> max(aim) as several_aims, " if "aim" in present else ""
    return f"""select
        {columns}is_sample, {" || ".join(flags) or "''"} as kept, {aims}{ADDED}
    from {prefix}cells
    {where}
    group by grouping sets (
        {listed}
    )"""


ADDED: Final = """count(*) as cells,
        sum(figures) as figures, count(distinct unit_id) as units, min(unit_id) as one_unit,
        min(unit_id) <> max(unit_id) as several_units, min(indicator_id) as one_indicator,
        min(indicator_id) <> max(indicator_id) as several_indicators, min(breakdown) as one_part,
        min(first_day) <> max(first_day) or min(last_day) <> max(last_day) as several_periods,
        min(kind_of_time) <> max(kind_of_time) as several_times,
        min(quality_rank) <> max(quality_rank) as several_grades,
        min(kind_of_unit) <> max(kind_of_unit) as several_kinds, min(kind_of_unit) as kind_of_unit,
        min(kind_of_time) as kind_of_time, min(first_day) as first_day, max(last_day) as last_day,
        any_value(over_time) as over_time, any_value(over_units) as over_units, any_value(scale) as scale,
        min(last_end) <> max(last_end) as uneven, bool_or(loose) as loose, bool_or(lone) as lone,
        bool_or(partial) as partial, sum(value) as total, sum(numerator) as above, sum(denominator) as below,
        max(quality_rank) as quality_rank, min(source_id) as source_id, count(distinct source_id) as sources,
        max(as_of) as as_of, if(min(era) = max(era), min(era), null) as era"""


def judged(prefix: str, twice: str) -> str:
    """Return every cell and total with a value, or with the reason why it has none."""
    return f"""select
        * exclude (partial, units),
        a.units, a.partial or (
            a.over_units = 'sum' and not contains(a.kept, 'unit.') and a.units < w.units and not a.several_indicators
        ) as partial,
        case
            when a.loose then 'lone'
            when a.cells = 1 then null
            when a.several_indicators then 'indicators'
            when {twice} then 'aims'
            when a.several_times then 'times'
            when a.several_periods and a.over_time = 'last' then 'stock'
            when a.several_periods and a.lone then 'lone'
            when a.several_units and a.over_units = 'none' then 'no_sum'
            -- Only parts of one parent are added up: a city lies within its province.
            when a.several_units and (a.several_kinds or a.kind_of_unit not in ('school', 'centre', 'division'))
                then 'overlap'
            when a.several_units and a.over_time = 'last' and a.uneven then 'uneven'
            when a.several_units and a.several_periods and (a.over_time = 'sum') <> (a.over_units = 'sum') then 'mixed'
            when a.several_grades and a.over_time = 'last' and not a.several_units then 'stock'
        end as reason,
        case
            when reason is not null then null
            when a.cells = 1 then a.total
            when if(a.several_units and not a.several_periods, a.over_units, a.over_time) in ('sum', 'last')
                then a.total
            else ratio(a.above, a.below, a.scale)
        end as value
    from {prefix}added as a
    left join wanted as w
        on w.indicator_id = a.one_indicator and w.kind = a.kind_of_unit and w.is_sample = a.is_sample"""
