"""A question about what happened as one SELECT with named parameters, over the tables that pages read.

Each row is a cell or, of accidents, a total; `value` is null where `reason` says why nothing can be shown.
"""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from datetime import date
from typing import Final

from smart7.questions.happened import driven
from smart7.questions.happened.asked import AREAS, Happened
from smart7.questions.happened.times import OF_A_DAY, bounds
from smart7.questions.parameters import Parameters

NEAR_M: Final = 300
"""Metres within which something happened near a school, in a straight line."""
OF_A_POINT: Final = {
    "hour": "coalesce(p.hour::varchar, '')",
    "area": "coalesce(p.area, 'unplaced')",
    "tambon": "case when p.lat is null then 'unplaced' else coalesce(p.outline_id, 'outside') end",
    "cause": "coalesce(p.cause, '')",
    "vehicle": "coalesce(p.vehicle, '')",
    "school": f"case when p.lat is null then 'unplaced' when n.nearest_m <= {NEAR_M} then 'near' else 'far' end",
}
WHOLE: Final = (
    ("calendar_year", "date_trunc('year', {day})::date", "make_date(year({day}), 12, 31)"),
    ("fiscal_year", "fiscal_year_start({day})", "fiscal_year_end({day})"),
    ("season",
     "case season({day}) when 'hot' then make_date(year({day}), 2, 16) when 'rainy' then make_date(year({day}), 5, 16)"
     " else make_date(season_year({day})::integer - 1, 10, 16) end",
     "case season({day}) when 'hot' then make_date(year({day}), 5, 15) when 'rainy' then make_date(year({day}), 10, 15)"
     " else make_date(season_year({day})::integer, 2, 15) end"),
    ("", "date_trunc('month', {day})::date", "last_day({day})"),
)  # fmt: skip
"""First and last day of the whole period a day lies in: of the longest by which the days are told apart."""
AMOUNTS: Final = {
    "accidents": ("count(*) filter (where {when})", "count(*) filter (where {when})"),
    "fatal": ("count(*) filter (where {when} and deaths > 0)", "count(deaths) filter (where {when})"),
    "dead": ("coalesce(sum(deaths) filter (where {when}), 0)", "count(deaths) filter (where {when})"),
    "injured": ("coalesce(sum(injuries) filter (where {when}), 0)", "count(injuries) filter (where {when})"),
}
"""What is counted of the accidents for which a condition holds, and of how many of them a source says it."""
OF_DAYS: Final = {
    "mean": ("if(stated * 4 >= counted * 3, avg(of_day) filter (where verdict <> 'few'), null)", "verdict <> 'few'"),
    "highest": ("max(of_day) filter (where verdict <> 'few')", "verdict <> 'few'"),
    "measured": ("stated", "verdict <> 'few'"),
    "over": (
        "if(stated = 0, null, count(*) filter (where verdict = 'over'))", "verdict in ('within', 'over')",
    ),
    "share": (
        "if(stated * 4 >= counted * 3, ratio(count(*) filter (where verdict = 'over'), stated, 100), null)",
        "verdict in ('within', 'over')",
    ),
}  # fmt: skip
"""What is told of the days of a cell, and which of them it is told by."""
TOLD: Final = """count(source_id) filter (where {when}) as held, count(*) filter (where {when} and bulk) as open,
    quality_name(max(quality_rank(confidence))) as quality_grade,
    string_agg(distinct source_id, '~' order by source_id) as sources"""


def compile(question: Happened) -> tuple[str, dict[str, object]]:
    """Return the SELECT of a question and its parameters.

    Its columns are the dimensions, `all_rows` and `all_columns` (1 in a total over them), `value` or `reason`,
    `low` and `high` (what uncertain positions would make of it), `counted` (accidents, or days the cell is about),
    `stated` (those that say it, days measured, or the gaps, passes, trips or runs that service is told by), `fatal`
    (accidents in which somebody died), `held` and `open` (rows behind it, and those that may leave), `first_day`,
    `last_day`, `quality_grade`, `sources`.
    """
    given = Parameters()
    made = {"accidents": accidents, "days": days, "service": driven.compile}
    return made[question.what](question, given), dict(given)


def dimensions(question: Happened, day: str) -> str:
    """Return what the rows are told apart by, as columns."""
    known = OF_A_DAY | OF_A_POINT | {"station": "e.unit_id"}
    return ", ".join(f"{known[name].format(day=day)} as {name}" for name in question.dimensions)


def accidents(question: Happened, given: Parameters) -> str:
    """Return the statement of accidents: cells, and totals over rows, columns and both."""
    amount, stated = AMOUNTS[question.measure]
    inside = f"nearest_m <= {NEAR_M}" if question.near else "true"
    ends = f"surely_m <= {NEAR_M}" if question.near else "true"
    low, value, high, told, all_of_it, fatal = (
        text.format(when=when)
        for text, when in ((amount, ends), (amount, inside), (amount, "true"), (stated, inside),
                           (AMOUNTS["accidents"][0], inside), (AMOUNTS["fatal"][0], inside))
    )  # fmt: skip
    by, split = question.by, question.split
    sets = f"({by}, {split}), ({by}), ({split}), ()" if split else f"({by}), ()"
    names = ", ".join(question.dimensions)
    return f"""with own as (
    select p.day, p.deaths, p.injuries, p.source_id, s.confidence, s.bulk, n.nearest_m, n.surely_m,
        {dimensions(question, "p.day")}
    {points(question, given)}
)
select
    {names}, grouping({by}) as all_rows, {f"grouping({split})" if split else "0"} as all_columns,
    {all_of_it} as counted, {told} as stated, {fatal} as fatal,
    if(counted > 0 and stated = 0, null, {value})::double as value, {low}::double as low, {high}::double as high,
    if(value is null, 'unsaid', null) as reason, min(day) as first_day, max(day) as last_day,
    {TOLD.format(when=inside)}
from own
group by grouping sets ({sets})
order by all_rows, all_columns, {names}"""


def points(question: Happened, given: Parameters) -> str:
    """Return FROM and WHERE of the accidents a question asks for, those that may be near a school where it does."""
    wheres = ["p.kind = 'accident'", *bounds(question, "p.day", given)]
    if question.places:
        areas = [one for one in question.places if one in AREAS]
        tambons = [one for one in question.places if one not in AREAS]
        held = (
            given.among("coalesce(p.area, 'unplaced')", "area", areas),
            given.among("p.outline_id", "tambon", tambons),
        )
        wheres.append(f"({held[0]} or {held[1]})")
    if question.hours:
        first, last = (int(hour) for hour in question.hours.split("-"))
        wheres.append(f"p.hour between {given.add('from_hour', first)} and {given.add('to_hour', last)}")
    if question.cause:
        wheres.append(f"p.cause = {given.add('cause', question.cause)}")
    if question.near:
        wheres.append("n.point_id is not null")
    return f"""from points as p
    join sources as s on s.source_id = p.source_id
    left join points_near_school as n on n.point_id = p.point_id
    where {" and ".join(wheres)}"""


def days(question: Happened, given: Parameters) -> str:
    """Return the statement of days: each cell with the days it is about, whether they were measured or not."""
    value, told = OF_DAYS[question.measure]
    names = ", ".join(question.dimensions)
    return f"""with {measured(question, given)},
spans as (
    select unit_id, {ends(question, given)}
    from measured
    group by unit_id
),
every as (
    select unit_id, unnest(generate_series(first_day, last_day, interval 1 day))::date as day from spans
),
own as (
    select e.day, m.value as of_day, m.verdict, m.source_id, m.confidence, m.bulk, {dimensions(question, "e.day")}
    from every as e
    left join measured as m on m.unit_id = e.unit_id and m.day = e.day
)
select
    {names}, 0 as all_rows, 0 as all_columns, count(*) as counted, count(*) filter (where {told}) as stated,
    null::bigint as fatal, ({value})::double as value, null::double as low, null::double as high,
    case when stated = 0 then 'unmeasured' when value is null then 'sparse' end as reason,
    min(day) as first_day, max(day) as last_day,
    {TOLD.format(when="true")}
from own
group by {names}
order by {names}"""


def measured(question: Happened, given: Parameters) -> str:
    """Return the step that holds the measured days a question asks for."""
    wheres = [f"d.indicator_id = {given.add('indicator', question.indicator)}", *bounds(question, "d.day", given)]
    if question.places:
        wheres.append(given.among("d.unit_id", "unit", question.places))
    return f"""measured as (
    select d.unit_id, d.day, d.value, d.verdict, d.source_id, s.confidence, s.bulk
    from judged_days as d
    join sources as s on s.source_id = d.source_id
    where {" and ".join(wheres)}
)"""


def ends(question: Happened, given: Parameters) -> str:
    """Return the first and the last day a unit's cells are about.

    Whole periods, within the time that is asked for, and never after the day the snapshot's knowledge ends.
    """
    first, last = next((one, other) for name, one, other in WHOLE if name in ("", question.by, question.split))
    start, end = first.format(day="min(day)"), last.format(day="max(day)")
    if question.start:
        start = f"greatest({start}, {given.add('start', question.start)})"
    bounds = ["(select as_of from snapshot)", *([given.add("end", question.end)] if question.end else [])]
    return f"{start} as first_day, least({end}, {', '.join(bounds)}) as last_day"


def covered(question: Happened, first: date, last: date) -> tuple[str, dict[str, object]]:
    """Return the SELECT of the times that some days reach into, told apart as a question does, and its parameters."""
    given = Parameters(first=first, last=last)
    return (
        f"""with every as (
    select unnest(generate_series(cast($first as date), cast($last as date), interval 1 day))::date as day
)
select distinct {dimensions(question, "day")} from every""",
        dict(given),
    )


def on_the_map(question: Happened, coarser: int) -> tuple[str, dict[str, object]]:
    """Return the SELECT that puts accidents together by cells of the map, and its parameters.

    Each row is a cell: its column `x` and row `y`, the sums `lat` and `lon` of its accidents, `counted`, `value`.
    """
    given = Parameters()
    inside = f"nearest_m <= {NEAR_M}" if question.near else "true"
    sql = f"""with own as (
    select p.point_id, p.deaths, p.injuries, n.nearest_m
    {points(question, given)}
)
select
    m.x >> {coarser} as x, m.y >> {coarser} as y, sum(m.lat) as lat, sum(m.lon) as lon, count(*) as counted,
    {AMOUNTS[question.measure][0].format(when=inside)}::double as value
from own
join (select point_id, x, y, lat, lon from map_points) as m using (point_id)
group by all
order by all"""
    return sql, dict(given)


def leaving(question: Happened) -> tuple[str, dict[str, object]]:
    """Return the SELECT of the records behind an answer that their licence lets leave, and its parameters."""
    given = Parameters()
    if question.what == "service":
        return driven.leaving(question, given), dict(given)
    if question.what == "days":
        return (
            f"""with {measured(question, given)}
select o.*
from open.days as o
semi join measured as m on m.unit_id = o.unit_id and m.day = o.day
where o.indicator_id = {given.add("indicator", question.indicator)}
order by o.unit_id, o.day""",
            dict(given),
        )
    inside = f" and n.nearest_m <= {NEAR_M}" if question.near else ""
    return (
        f"""select *
from open.points
where point_id in (
    select p.point_id
    {points(question, given)}{inside}
)
order by day, point_id""",
        dict(given),
    )
