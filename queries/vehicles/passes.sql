-- doc: When each run left each stop on its way, with an error bar and how long it stood; one row per run and stop.
-- reads: placed, pattern_stops
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, pattern_id VARCHAR, run_id VARCHAR, vehicle VARCHAR, trip_id VARCHAR, start_second INTEGER, stop_sequence INTEGER, stop_id VARCHAR, second DOUBLE, error_s DOUBLE, dwell_s DOUBLE, doubt DOUBLE
with fixes as (
    select feed_id, service_date, run_id, second, along_m,
        lead(second) over (partition by feed_id, service_date, run_id order by second, along_m) as next_second,
        lead(along_m) over (partition by feed_id, service_date, run_id order by second, along_m) as next_m
    from placed
    where pattern_id is not null
),
ways as (
    select feed_id, service_date, run_id, cast(second as double) as second, along_m, next_m - along_m as way_m,
        cast(next_second - second as double) as way_s
    from fixes
    where next_m > along_m and next_second > second
),
speeds as (
    -- How fast a run goes where it goes: half of the time it moves it is faster.
    select feed_id, service_date, run_id, percentile_cont(0.5) within group (order by way_m / way_s) as metres_s
    from ways
    where way_m > 1.5 * way_s
    group by feed_id, service_date, run_id
),
runs as (
    select feed_id, service_date, run_id, max(route_id) as route_id, max(direction_id) as direction_id,
        max(pattern_id) as pattern_id, max(vehicle) as vehicle, max(trip_id) as trip_id,
        max(start_second) as start_second, max(doubt) as doubt, sqrt(avg(off_m * off_m)) as off_m
    from placed
    where pattern_id is not null
    group by feed_id, service_date, run_id
),
stops as (
    select r.feed_id, r.service_date, r.run_id, r.route_id, r.direction_id, r.pattern_id, r.vehicle, r.trip_id,
        r.start_second, r.doubt, r.off_m, v.metres_s, s.stop_sequence, s.stop_id, s.along_m
    from runs as r
    join speeds as v on v.feed_id = r.feed_id and v.service_date = r.service_date and v.run_id = r.run_id
    join pattern_stops as s on s.feed_id = r.feed_id and s.pattern_id = r.pattern_id
),
edges as (
    -- A stop is 40 m long before and behind its sign: who is within it may stand, who is outside of it drives.
    select feed_id, service_date, run_id, stop_sequence, 'in' as edge, along_m - 40 as edge_m from stops
    union all
    select feed_id, service_date, run_id, stop_sequence, 'out' as edge, along_m + 40 as edge_m from stops
),
crossed as (
    select e.feed_id, e.service_date, e.run_id, e.stop_sequence, e.edge, w.second as since, w.way_s,
        w.second + (e.edge_m - w.along_m) / w.way_m * w.way_s as second
    from edges as e
    join ways as w
        on w.feed_id = e.feed_id and w.service_date = e.service_date and w.run_id = e.run_id
        and e.edge_m >= w.along_m and e.edge_m < w.along_m + w.way_m
),
seen as (
    select feed_id, service_date, run_id, stop_sequence,
        max(case when edge = 'in' then second end) as in_s, max(case when edge = 'out' then second end) as out_s,
        max(case when edge = 'in' then since end) as in_since, max(case when edge = 'out' then since end) as out_since,
        max(way_s) as apart_s
    from crossed
    group by feed_id, service_date, run_id, stop_sequence
),
timed as (
    select s.feed_id, s.service_date, s.route_id, s.direction_id, s.pattern_id, s.run_id, s.vehicle, s.trip_id,
        s.start_second, s.stop_sequence, s.stop_id, s.doubt, b.in_s, b.out_s, 40 / s.metres_s as half_s,
        -- Between two positions far apart in time, and from a line far from the positions, less is known.
        sqrt(b.apart_s * b.apart_s / 16 + s.off_m * s.off_m / (s.metres_s * s.metres_s) / 2) as error_s,
        -- Between one position and the next nobody saw it stand.
        case when b.in_since = b.out_since then 0 else greatest(b.out_s - b.in_s - 80 / s.metres_s, 0) end as dwell_s
    from stops as s
    join seen as b
        on b.feed_id = s.feed_id and b.service_date = s.service_date and b.run_id = s.run_id
        and b.stop_sequence = s.stop_sequence
)
select feed_id, service_date, route_id, direction_id, pattern_id, run_id, vehicle, trip_id, start_second, stop_sequence,
    stop_id,
    case
        when in_s is null then out_s - half_s
        when out_s is null then in_s + half_s
        else (in_s + out_s + dwell_s) / 2
    end as second,
    error_s, coalesce(dwell_s, 0) as dwell_s, doubt
from timed
order by feed_id, service_date, pattern_id, run_id, stop_sequence
