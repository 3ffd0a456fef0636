"""A question about service as driven as one SELECT: each cell a ratio of sums over stops, trips or stretches of days.

Measured days and sample days are never one number.
"""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from dataclasses import dataclass
from typing import Final

from smart7.questions.happened.asked import LONG, MOST, WAY, Happened
from smart7.questions.happened.times import OF_A_DAY, bounds
from smart7.questions.parameters import Parameters

GAPS: Final = "driven_stop_hours"
NO_PLAN: Final = "null::double"
FIRST_OF: Final = {
    "day": ("null", "day desc"), "stop": ("sum(stated) over (partition by stop)", "weight desc, stop"),
}  # fmt: skip
"""By what values of which there may be hundreds are weighed, and in which order they stay."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How a measure is worked out: of which table, the ratio, what it rests on, and the same of the plan.

    `by_plan` holds it against the plan: of a feed of record, whose headways are assumptions, it is an estimate.
    """

    table: str
    value: str
    rests_on: str
    planned: str = NO_PLAN
    by_plan: bool = True


RATIOS: Final = {
    "headway": Ratio(GAPS, "mean_gap_s(sum(gap_s), sum(gaps)) / 60", "sum(gaps)",
                     "mean_gap_s(sum(planned_gap_s), sum(planned_gaps)) / 60", by_plan=False),
    "wait": Ratio(GAPS, "mean_wait_s(sum(gap_s), sum(gap_s2)) / 60", "sum(gaps)",
                  "mean_wait_s(sum(planned_gap_s), sum(planned_gap_s2)) / 60", by_plan=False),
    "excess-wait": Ratio(
        GAPS, "excess_wait_s(sum(gap_s), sum(gap_s2), sum(planned_gap_s), sum(planned_gap_s2)) / 60", "sum(gaps)"
    ),
    "headway-variation": Ratio(GAPS, "headway_variation(sum(held), sum(held_s), sum(off_s), sum(off_s2))", "sum(held)"),
    "bunched": Ratio(GAPS, "percent_of(sum(bunched), sum(held))", "sum(held)"),
    "long-gaps": Ratio(GAPS, "percent_of(sum(long_gaps), sum(held))", "sum(held)"),
    "on-time": Ratio(GAPS, "percent_of(sum(on_time), sum(timed))", "sum(timed)"),
    "trips-run": Ratio("driven_trips", "percent_of(sum(run), sum(planned))", "sum(planned)"),
    "speed": Ratio("driven_stretches", "speed_kmh(sum(length_m * runs), sum(run_s))", "sum(runs)", by_plan=False),
}  # fmt: skip
OF_A_ROW: Final = {
    "basis": "if(d.quality = 'sample', 'sample', 'measured')",
    "day_type": "d.day_type",
    "hour": "r.hour::varchar",
    "line": "r.feed_id || '.' || r.route_id",
    "stop": "r.feed_id || '.' || r.stop_id",
    "way": f"r.feed_id || '.' || r.route_id || '{WAY}' || r.direction_id",
}


def compile(question: Happened, given: Parameters) -> str:
    """Return the statement of cells, with the columns of `statement.compile` and `planned`, the same of the plan.

    Of rows of which there may be hundreds the first `MOST` stay, and `every_row` says how many there are.
    """
    cells = of_cells(question, given)
    if question.by not in LONG:
        return cells
    weighed, order = FIRST_OF[question.by]
    return f"""with weighed as (select *, {weighed} as weight from ({cells})),
numbered as (select *, dense_rank() over (order by {order}) as nth from weighed)
select * exclude (weight, nth), max(nth) over () as every_row
from numbered
qualify nth <= {given.add("most", MOST)}
order by {", ".join(question.dimensions)}"""


def of_cells(question: Happened, given: Parameters) -> str:
    """Return the statement of all cells of a question."""
    ratio = RATIOS[question.measure]
    names = ", ".join(question.dimensions)
    known = OF_A_ROW | {name: text.format(day="r.service_date") for name, text in OF_A_DAY.items()}
    told = ", ".join(f"{known[name]} as {name}" for name in question.dimensions)
    quality = "if(d.quality <> 'sample' and f.status <> 'imported', 'estimated', d.quality)"
    return f"""with own as (
    select r.*, {told}, d.source_id, s.bulk,
        {quality if ratio.by_plan else "d.quality"} as grade
    {rows(question, given)}
)
select
    {names}, 0 as all_rows, 0 as all_columns, count(distinct service_date) as counted,
    {ratio.rests_on}::bigint as stated, null::bigint as fatal, ({ratio.value})::double as value,
    null::double as low, null::double as high, ({ratio.planned})::double as planned,
    if(value is null, '{"untimed" if question.measure == "on-time" else "unplanned"}', null) as reason,
    min(service_date) as first_day, max(service_date) as last_day, count(*) as held,
    count(*) filter (where bulk) as open, quality_name(max(quality_rank(grade))) as quality_grade,
    string_agg(distinct source_id, '~' order by source_id) as sources
from own
group by {names}
order by {names}"""


def rows(question: Happened, given: Parameters) -> str:
    """Return FROM and WHERE of the sums of days that a question asks for."""
    wheres = [] if question.sample else ["d.quality <> 'sample'"]
    wheres += bounds(question, "r.service_date", given)
    if question.places:
        ways = [one for one in question.places if WAY in one]
        lines = [one for one in question.places if WAY not in one]
        held = (given.among(OF_A_ROW["line"], "line", lines), given.among(OF_A_ROW["way"], "way", ways))
        wheres.append(f"({held[0]} or {held[1]})")
    if question.type:
        wheres.append(f"d.day_type = {given.add('type', question.type)}")
    if question.hours:
        first, last = (int(hour) for hour in question.hours.split("-"))
        # After midnight hours of the service day pass 24.
        wheres.append(f"r.hour % 24 between {given.add('from_hour', first)} and {given.add('to_hour', last)}")
    return f"""from {RATIOS[question.measure].table} as r
    join driven_days as d on d.feed_id = r.feed_id and d.service_date = r.service_date
    join gtfs_feeds as f on f.feed_id = r.feed_id
    join sources as s on s.source_id = d.source_id
    where {" and ".join(wheres) or "true"}"""


def leaving(question: Happened, given: Parameters) -> str:
    """Return the SELECT of the sums behind an answer that their licence lets leave."""
    table = RATIOS[question.measure].table
    keys = ["feed_id", "service_date", "route_id", "direction_id", "hour"]
    keys += [] if table == "driven_trips" else ["stop_sequence"]
    return f"""select o.*
from open.{table} as o
semi join (
    select {", ".join(f"r.{key}" for key in keys)}
    {rows(question, given)}
) as own using ({", ".join(keys)})"""
