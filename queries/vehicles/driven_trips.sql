-- doc: Trips planned and run; one row per route, direction and hour of the planned departure, else of the first pass.
-- reads: passes, planned, placed, silences
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, hour INTEGER, planned INTEGER, run INTEGER, extra INTEGER, unseen INTEGER, dead_runs INTEGER, vehicles INTEGER
with runs as (
    select feed_id, service_date, route_id, direction_id, run_id, max(trip_id) as trip_id,
        max(start_second) as start_second, min(second) as first_second
    from passes
    group by feed_id, service_date, route_id, direction_id, run_id
),
trips as (
    select feed_id, service_date, route_id, direction_id, trip_id, start_second, exact
    from planned
    group by feed_id, service_date, route_id, direction_id, trip_id, start_second, exact
),
matched as (
    select feed_id, service_date, trip_id, start_second
    from runs
    where trip_id is not null and start_second is not null
    group by feed_id, service_date, trip_id, start_second
),
kinds as (
    select feed_id, service_date, route_id, direction_id, max(case when exact then 1 else 0 end) as timetabled
    from trips
    group by feed_id, service_date, route_id, direction_id
),
unheard as (
    select t.feed_id, t.service_date, t.trip_id, t.start_second
    from trips as t
    join silences as q
        on q.feed_id = t.feed_id and q.service_date = t.service_date
        and t.start_second >= q.from_second and t.start_second < q.to_second
    group by t.feed_id, t.service_date, t.trip_id, t.start_second
),
judged as (
    select t.feed_id, t.service_date, t.route_id, t.direction_id, t.exact,
        cast(floor(t.start_second / 3600.0) as integer) as hour, m.trip_id is not null as came, u.trip_id is not null as silent
    from trips as t
    left join matched as m
        on m.feed_id = t.feed_id and m.service_date = t.service_date and m.trip_id = t.trip_id
        and m.start_second = t.start_second
    left join unheard as u
        on u.feed_id = t.feed_id and u.service_date = t.service_date and u.trip_id = t.trip_id
        and u.start_second = t.start_second
),
facts as (
    select feed_id, service_date, route_id, direction_id, hour,
        case when silent and not came then 'unseen' when exact and came then 'came' else 'due' end as kind,
        cast(null as string) as vehicle
    from judged
    union all
    select r.feed_id, r.service_date, r.route_id, r.direction_id,
        cast(floor(coalesce(r.start_second, r.first_second) / 3600.0) as integer) as hour,
        case when k.timetabled = 0 then 'run' else 'extra' end as kind, cast(null as string) as vehicle
    from runs as r
    left join kinds as k
        on k.feed_id = r.feed_id and k.service_date = r.service_date and k.route_id = r.route_id
        and k.direction_id = r.direction_id
    left join trips as t
        on t.feed_id = r.feed_id and t.service_date = r.service_date and t.trip_id = r.trip_id
        and t.start_second = r.start_second and t.exact
    where t.trip_id is null
    union all
    select feed_id, service_date, route_id, direction_id, cast(floor(second / 3600.0) as integer) as hour,
        'vehicle' as kind, vehicle
    from passes
    union all
    -- A run along no pattern: to the depot, or from it; it has the route of the run it leads to.
    select feed_id, service_date, route_id, direction_id, cast(floor(min(second) / 3600.0) as integer) as hour,
        'dead' as kind, cast(null as string) as vehicle
    from placed
    where pattern_id is null and route_id is not null
    group by feed_id, service_date, route_id, direction_id, run_id
)
select feed_id, service_date, route_id, direction_id, hour,
    cast(count(*) filter (where kind in ('due', 'came')) as integer) as planned,
    cast(count(*) filter (where kind in ('run', 'came')) as integer) as run,
    cast(count(*) filter (where kind = 'extra') as integer) as extra,
    cast(count(*) filter (where kind = 'unseen') as integer) as unseen,
    cast(count(*) filter (where kind = 'dead') as integer) as dead_runs,
    cast(count(distinct vehicle) as integer) as vehicles
from facts
group by feed_id, service_date, route_id, direction_id, hour
order by feed_id, service_date, route_id, direction_id, hour
