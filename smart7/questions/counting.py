"""How many figures there are: counts of what is held, with a nought where something is owed and nothing is."""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from typing import Final

from smart7.questions import figures
from smart7.questions.adding import sets, spread
from smart7.questions.figures import Scope
from smart7.questions.ordering import best, order_by, with_steps
from smart7.questions.parameters import Parameters
from smart7.questions.question import Question

COLUMNS: Final = {
    "indicator": "s.indicator_id", "domain": "i.domain_id", "owner": "i.owner", "aim": "a.aim", "unit": "s.unit_id",
    "unit_kind": "u.kind", "zone": "s.breakdown", "breakdown": "s.breakdown", "quality": "quality_name(s.quality_rank)",
}  # fmt: skip
# A figure is counted in the period in which its own ends.
STARTS: Final = {
    "as_is": "s.period_start",
    "year": "year_start(s.period_kind, s.period_start)",
    "month": "date_trunc('month', s.period_end)::date",
    "quarter": "date_trunc('quarter', s.period_end)::date",
    "fiscal_year": "fiscal_year_start(s.period_end)",
    "calendar_year": "make_date(year(s.period_end), 1, 1)",
    "academic_year": "make_date(year(s.period_end - interval 135 day), 5, 16)",
}
ENDS: Final = {
    "as_is": "s.period_end",
    "year": "year_end(s.period_kind, s.period_start, s.period_end)",
    "month": "last_day(s.period_end)",
    "quarter": "(date_trunc('quarter', s.period_end) + interval 3 month - interval 1 day)::date",
    "fiscal_year": "fiscal_year_end(s.period_end)",
    "calendar_year": "make_date(year(s.period_end), 12, 31)",
    "academic_year": "make_date(year(s.period_end - interval 135 day) + 1, 5, 15)",
}
# What may be nought: whatever is known without a figure.
KNOWN: Final = {"indicator", "domain", "owner", "aim", "unit", "unit_kind"}


def statement(question: Question, given: Parameters) -> str:
    """Return the SELECT that counts current figures, in cells and totals."""
    scope = Scope(figures.unit_condition(question, given), question.start, question.end)
    steps = [("counted", counted(question, scope, given)), ("grouped", added(question)), ("measured", shares(question))]
    joins, order = order_by(question)
    columns = "".join(f"m.{name}, " for name in spread(question.dimensions))
    last = f"""select
    {columns}m.is_sample, m.kept, m.value, m.reason, null::double as compared, null::double as compared_high,
    m.figures::double as numerator, m.of_all::double as denominator, quality_name(m.quality_rank) as quality_grade,
    false as partial, m.figures, m.units, m.first_day, m.last_day,
    null::varchar as source_id, 0::bigint as sources, null::date as as_of
from measured as m{joins}{best(question, given)}
order by {order}"""
    return with_steps(steps, last)


def counted(question: Question, scope: Scope, given: Parameters) -> str:
    """Return one row a figure, and one without a figure for whatever is owed."""
    own = [name for name in question.dimensions if name != "period"]
    columns = "".join(f"{COLUMNS[name]} as {name}, " for name in own)
    kind = "s.period_kind" if question.period == "as_is" else "year_kind(s.period_kind)"
    if question.period not in ("as_is", "year", "whole"):
        kind = f"'{question.period}'"
    start, end = STARTS.get(question.period, ""), ENDS.get(question.period, "s.period_end")
    time = f"{kind} as period_kind, {start} as period_start, {end} as period_end, " if start else ""
    aims = "\n    join indicator_aims as a on a.indicator_id = s.indicator_id" if "aim" in own else ""
    parted = bool({"zone", "breakdown"} & set(own)) or any(one.startswith("zone:") for one in question.units)
    table, number = ("series", "1") if parted else ("holdings", "s.figures")
    where = "\n      and ".join(["not s.rolled", *conditions(question, scope, given, end), *part(question)])
    found = f"""select
        {columns}{time}{number} as figures, s.is_sample, s.unit_id as of_unit, s.period_start as first_day,
        s.period_end as last_day, s.quality_rank
    from {table} as s
    {figures.JOINS}{aims}
    where {where}"""
    return found + owed(question, scope, given) if set(question.dimensions) <= KNOWN and own else found


def conditions(question: Question, scope: Scope, given: Parameters, end: str) -> list[str]:
    """Return what a figure must hold to be counted: every part counts, unless zones are asked for."""
    every = figures.conditions(question.with_(split=("breakdown",), rows=(), columns=()), scope, given, end)
    return [one for one in every if one != "true"]


def part(question: Question) -> list[str]:
    """Return the condition on parts that the split sets."""
    if "zone" in question.dimensions:
        return ["s.breakdown in (select breakdown_id from breakdowns where dimension = 'zone')"]
    return []


def owed(question: Question, scope: Scope, given: Parameters) -> str:
    """Return a row without a figure for each indicator and unit it is measured at."""
    own = question.dimensions
    columns = "".join(
        f"{COLUMNS[name].replace('s.', 'i.' if name == 'indicator' else 'u.')} as {name}, " for name in own
    )
    aims = "\n    join indicator_aims as a on a.indicator_id = i.indicator_id" if "aim" in own else ""
    where = [scope.units]
    if question.indicators:
        where.append(given.among("i.indicator_id", "indicator", question.indicators))
    if not question.sample:
        where.append("not u.is_sample")
    return f"""
    union all
    select
        {columns}0, u.is_sample, null, null, null, null
    from indicators as i
    join units as u on u.kind = i.level{aims}
    where {" and ".join(where)}"""


def added(question: Question) -> str:
    """Return the counts of each set."""
    every = sets(question)
    listed = ",\n        ".join(f"({', '.join(spread(one))})" for one in every)
    present = question.dimensions
    flags = (f"if(grouping({'period_start' if name == 'period' else name}) = 0, '{name}.', '')" for name in present)
    columns = "".join(f"{column}, " for column in spread(present))
    return f"""select
        {columns}{" || ".join(flags) or "''"} as kept, coalesce(sum(figures), 0)::bigint as figures,
        count(distinct of_unit) as units,
        coalesce(bool_and(is_sample), false) as is_sample, min(first_day) as first_day, max(last_day) as last_day,
        max(quality_rank) as quality_rank
    from counted
    group by grouping sets (
        {listed}
    )"""


def shares(question: Question) -> str:
    """Return the counts, or each as a percentage of its row (of everything where there are no columns)."""
    rows, columns = question.axes
    twice = "'aims'" if "aim" in question.dimensions else "null"
    reason = f"if(contains(kept, 'aim.'), null, {twice})::varchar"
    if question.measure == "count":
        return f"""select *, figures as of_all, {reason} as reason, if(reason is null, figures, null)::double as value
    from grouped"""
    across = set(columns)
    same = ", ".join(spread(rows)) if across else ""
    keys = " || ".join(["''", *(f"if(contains(kept, '{name}.'), '{name}.', '')" for name in rows)]) if across else "''"
    total = f"max(figures) over (partition by {keys}{', ' + same if same else ''})"
    return f"""select
        *, {total} as of_all, coalesce({reason}, if(of_all = 0, 'none', null)) as reason,
        if(reason is null, ratio(figures, of_all, 100), null) as value
    from grouped"""
