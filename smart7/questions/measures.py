"""What is made of the cells: the value, its change, an index, and what it is compared with."""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from datetime import date, timedelta
from typing import Final

from smart7.questions.adding import Step, cells, grouped, sets, spread
from smart7.questions.figures import Scope
from smart7.questions.parameters import Parameters
from smart7.questions.question import Question

NOTHING: Final = "null::double as compared, null::double as compared_high"


def steps(question: Question, scope: Scope, given: Parameters) -> list[Step]:
    """Return the steps of a question's measure; the last is `measured`."""
    if question.measure == "change" and question.period == "whole":
        return first_to_last(question, scope, given)
    if question.measure == "change":
        return [*beside(question, scope, given), ("measured", CHANGED.format(join=same_cell(question, before())))]
    if question.measure == "value" and question.compare == "last_year" and question.period != "whole":
        return [*beside(question, scope, given), ("measured", compared(same_cell(question, year_ago())))]
    own = [*cells(question, scope, given, ""), *grouped(question, "")]
    if question.measure == "index":
        return [*own, *(indexed(question) if "period" in question.dimensions else [("measured", NO_INDEX)])]
    if question.compare == "target":
        alone = "" if len(question.indicators) == 1 else " and not g.several_indicators"
        return [*own, ("measured", TARGETED.format(alone=alone))]
    if question.compare == "city" or question.compare.startswith("unit:"):
        return [*own, *yardstick(question, scope, given)]
    return [*own, ("measured", f"select *, {NOTHING} from grouped")]


def before() -> str:
    """Return the condition that one period comes right before another of its kind."""
    return "y.period_end = g.period_start - 1 and g.period_kind not in ('date', 'span')"


def year_ago() -> str:
    """Return the condition that one period is another a year earlier."""
    return "y.period_start = (g.period_start - interval 1 year)::date"


def same_cell(question: Question, period: str) -> str:
    """Return the join of a cell with the same cell of another period."""
    own = [name for name in question.dimensions if name != "period"]
    same = "".join(f" and y.{name} is not distinct from g.{name}" for name in own)
    return f"y.kept = g.kept and y.is_sample = g.is_sample and y.period_kind = g.period_kind and {period}{same}"


def beside(question: Question, scope: Scope, given: Parameters) -> list[Step]:
    """Return the cells `grouped` and, to look back into, `y_grouped`: the same over a stretch that begins earlier."""
    if scope.start is None:
        return [*cells(question, scope, given, "y_"), *grouped(question, "y_"), ("grouped", "select * from y_grouped")]
    own = f"period_end >= {given.add('first', scope.start)}"
    earlier = Scope(scope.units, back(scope.start), scope.end)
    within = f"select * from y_grouped where not contains(kept, 'period.') or {own}"
    return [*cells(question, earlier, given, "y_"), *grouped(question, "y_", since=own), ("grouped", within)]


def back(day: date) -> date:
    """Return a day early enough to hold the period before any that ends from a day on."""
    return day - timedelta(days=366)


def compared(join: str) -> str:
    """Return cells beside the value of another row."""
    return f"""select g.*, if(y.partial and y.over_time = 'sum', null, y.value) as compared,
        null::double as compared_high
    from grouped as g
    left join y_grouped as y on {join}"""


CHANGED: Final = """select
        g.* replace (
            case
                when g.reason is not null then g.reason
                when not contains(g.kept, 'period.') then 'measure'
                when y.value is null then 'first'
                when g.partial or y.partial then 'partial'
                when g.era is null or y.era is null or g.era <> y.era then 'break'
            end as reason,
            if(
                g.reason is null and contains(g.kept, 'period.') and not g.partial and not y.partial and g.era = y.era,
                g.value - y.value, null
            ) as value
        ),
        y.value as compared, null::double as compared_high
    from grouped as g
    left join y_grouped as y on {join}"""

TARGETED: Final = """select g.*, t.low as compared, t.high as compared_high
    from grouped as g
    left join leading_targets as t
        on t.indicator_id = g.one_indicator and t.unit_id = g.one_unit and g.one_part = ''
       and g.units = 1{alone} and not g.several_periods
       and g.last_day between t.day_from and t.day_to"""


def yardstick(question: Question, scope: Scope, given: Parameters) -> list[Step]:
    """Return cells beside the value of one other unit; a sample unit only beside another one."""
    unit = question.compare.removeprefix("unit:")
    whose = "u.kind = 'city'" if unit == "city" else f"u.unit_id = {given.add('compare', unit)}"
    split = tuple(name for name in question.split if name in question.dimensions and name not in ("unit", "unit_kind"))
    other = question.with_(units=(), split=split, rows=(), columns=())
    own = other.dimensions
    same = "".join(f" and y.{column} = g.{column}" for column in spread(own))
    steps = [*cells(other, Scope(whose, scope.start, scope.end), given, "y_"), *grouped(other, "y_", [own])]
    return [*steps, ("measured", compared(f"y.is_sample = g.is_sample{same}"))]


def indexed(question: Question) -> list[Step]:
    """Return cells as an index: 100 at the first period that all series of a kind of period have."""
    own = [name for name in question.dimensions if name != "period"]
    series = ", ".join([*own, "is_sample"])
    together = "kept, kind_of_time"
    base = f"""select kept, kind_of_time, period_start, count(distinct ({series},)) as present,
        max(count(distinct ({series},))) over (partition by kept, kind_of_time) as most
    from grouped
    where value is not null and contains(kept, 'period.')
    group by kept, kind_of_time, period_start"""
    counted = f"""select {together}, count(distinct ({series},)) as series
    from grouped
    where value is not null and contains(kept, 'period.')
    group by {together}"""
    common = """select b.kept, b.kind_of_time, min(b.period_start) as period_start
    from present as b
    join series_held as c using (kept, kind_of_time)
    where b.present = c.series
    group by b.kept, b.kind_of_time"""
    at_base = f"""select
        g.*, coalesce(k.period_start, min(g.period_start) filter (g.value is not null) over one) as base,
        arg_min(g.value, g.period_start) filter (g.value is not null and g.period_start >= base_from)
            over one as at_base
    from (select g.*, coalesce(k.period_start, date '0001-01-01') as base_from from grouped as g
        left join common as k using (kept, kind_of_time)) as g
    left join common as k using (kept, kind_of_time)
    window one as (partition by g.kept, g.kind_of_time, {", ".join(f"g.{name}" for name in [*own, "is_sample"])})"""
    return [
        ("present", base), ("series_held", counted), ("common", common), ("based", at_base), ("measured", INDEXED),
    ]  # fmt: skip


INDEXED: Final = """select * exclude (base, base_from, at_base) replace (
            case
                when reason is not null then reason
                when not contains(kept, 'period.') then 'measure'
                when at_base is null or at_base = 0 then 'zero'
            end as reason,
            if(reason is null and contains(kept, 'period.'), ratio(value, at_base, 100), null) as value
        ),
        at_base as compared, null::double as compared_high, base as base_start
    from based"""


NO_INDEX: Final = """select * replace (coalesce(reason, 'measure') as reason, null::double as value),
        null::double as compared, null::double as compared_high, null::date as base_start
    from grouped"""


def first_to_last(question: Question, scope: Scope, given: Parameters) -> list[Step]:
    """Return the change from the first to the last complete year of the time asked for."""
    inner = question.with_(period="year")
    every = [(*one, "period") for one in sets(question)]
    keys = ", ".join([*question.dimensions, "is_sample", "kept"])
    ends = f"""select
        {keys}, sum(figures) as figures, max(units) as units, min(first_day) as first_day, max(last_day) as last_day,
        max(quality_rank) as quality_rank, min(source_id) as source_id,
        if(min(source_id) = max(source_id), max(sources), 2) as sources, max(as_of) as as_of,
        bool_or(partial) as partial, arg_min(value, period_start) as compared, arg_max(value, period_start) as newest,
        null::double as compared_high, null::double as above, null::double as below,
        case
            when count(value) = 0 then coalesce(min(reason), 'partial')
            when count(distinct period_kind) > 1 then 'times'
            when count(value) = 1 then 'first'
            when count(distinct era) > 1 or count(era) < count(*) then 'break'
        end as reason
    from (select * replace (replace(kept, 'period.', '') as kept) from grouped where not partial)
    group by {keys}"""
    last = "select *, if(reason is null, newest - compared, null) as value from ends"
    return [*cells(inner, scope, given, ""), *grouped(inner, "", every), ("ends", ends), ("measured", last)]
