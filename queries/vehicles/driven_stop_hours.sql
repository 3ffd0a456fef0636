-- doc: Passes and gaps, driven and planned, as sums; one row per route, direction, stop and hour of a day.
-- reads: passes, planned, gaps
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, stop_id VARCHAR, stop_sequence INTEGER, hour INTEGER, passes INTEGER, gaps INTEGER, gap_s DOUBLE, gap_s2 DOUBLE, planned_gaps INTEGER, planned_gap_s DOUBLE, planned_gap_s2 DOUBLE, held INTEGER, held_s DOUBLE, off_s DOUBLE, off_s2 DOUBLE, bunched INTEGER, long_gaps INTEGER, timed INTEGER, on_time INTEGER, early INTEGER, late INTEGER, error_s DOUBLE, doubtful INTEGER
with hourly as (
    select feed_id, service_date, route_id, direction_id, stop_id, visit,
        cast(floor(second / 3600.0) as integer) as hour, avg(gap_s) as headway_s
    from gaps
    where not driven
    group by feed_id, service_date, route_id, direction_id, stop_id, visit, cast(floor(second / 3600.0) as integer)
),
daily as (
    select feed_id, service_date, route_id, direction_id, stop_id, visit, avg(gap_s) as headway_s
    from gaps
    where not driven
    group by feed_id, service_date, route_id, direction_id, stop_id, visit
),
due as (
    select feed_id, service_date, trip_id, start_second, stop_sequence, cast(second as double) as due
    from planned
    where exact
),
facts as (
    -- One row per pass, driven gap and planned gap; each has only what it is about.
    select p.feed_id, p.service_date, p.route_id, p.direction_id, p.stop_id, p.stop_sequence,
        cast(floor(p.second / 3600.0) as integer) as hour, 'pass' as kind, cast(null as double) as gap_s,
        cast(null as double) as headway_s, p.second - d.due as error_s, p.doubt
    from passes as p
    left join due as d
        on d.feed_id = p.feed_id and d.service_date = p.service_date and d.trip_id = p.trip_id
        and d.start_second = p.start_second and d.stop_sequence = p.stop_sequence
    union all
    select g.feed_id, g.service_date, g.route_id, g.direction_id, g.stop_id, g.stop_sequence,
        cast(floor(g.second / 3600.0) as integer) as hour, case when g.driven then 'driven' else 'planned' end as kind,
        g.gap_s, coalesce(h.headway_s, d.headway_s) as headway_s, cast(null as double) as error_s,
        cast(null as double) as doubt
    from gaps as g
    left join hourly as h
        on h.feed_id = g.feed_id and h.service_date = g.service_date and h.route_id = g.route_id
        and h.direction_id = g.direction_id and h.stop_id = g.stop_id and h.visit = g.visit
        and h.hour = cast(floor(g.second / 3600.0) as integer)
    left join daily as d
        on d.feed_id = g.feed_id and d.service_date = g.service_date and d.route_id = g.route_id
        and d.direction_id = g.direction_id and d.stop_id = g.stop_id and d.visit = g.visit
)
select feed_id, service_date, route_id, direction_id, stop_id, stop_sequence, hour,
    cast(count(*) filter (where kind = 'pass') as integer) as passes,
    cast(count(*) filter (where kind = 'driven') as integer) as gaps,
    coalesce(sum(gap_s) filter (where kind = 'driven'), 0) as gap_s,
    coalesce(sum(gap_s * gap_s) filter (where kind = 'driven'), 0) as gap_s2,
    cast(count(*) filter (where kind = 'planned') as integer) as planned_gaps,
    coalesce(sum(gap_s) filter (where kind = 'planned'), 0) as planned_gap_s,
    coalesce(sum(gap_s * gap_s) filter (where kind = 'planned'), 0) as planned_gap_s2,
    cast(count(headway_s) filter (where kind = 'driven') as integer) as held,
    coalesce(sum(headway_s) filter (where kind = 'driven'), 0) as held_s,
    coalesce(sum(gap_s - headway_s) filter (where kind = 'driven'), 0) as off_s,
    coalesce(sum((gap_s - headway_s) * (gap_s - headway_s)) filter (where kind = 'driven'), 0) as off_s2,
    cast(count(*) filter (where kind = 'driven' and gap_s < headway_s / 4) as integer) as bunched,
    cast(count(*) filter (where kind = 'driven' and gap_s > headway_s * 2) as integer) as long_gaps,
    cast(count(error_s) as integer) as timed,
    cast(count(*) filter (where error_s between -60 and 300) as integer) as on_time,
    cast(count(*) filter (where error_s < -60) as integer) as early,
    cast(count(*) filter (where error_s > 300) as integer) as late,
    coalesce(sum(error_s), 0) as error_s,
    cast(count(*) filter (where doubt > 0.5) as integer) as doubtful
from facts
group by feed_id, service_date, route_id, direction_id, stop_id, stop_sequence, hour
order by feed_id, service_date, route_id, direction_id, stop_id, stop_sequence, hour
