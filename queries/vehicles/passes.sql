-- doc: When each run left each stop on its way, with an error bar and how long it stood; one row per run and stop.
-- reads: placed, pattern_stops
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, pattern_id VARCHAR, run_id VARCHAR, vehicle VARCHAR, trip_id VARCHAR, start_second INTEGER, stop_sequence INTEGER, stop_id VARCHAR, second DOUBLE, error_s DOUBLE, dwell_s DOUBLE, doubt DOUBLE
with ways as (
    -- Who placed the positions had them in their order, and says where the next one is: nothing is sorted here.
    select feed_id, service_date, run_id, pattern_id, cast(second as double) as second, along_m, next_m,
        next_m - along_m as way_m, cast(next_second - second as double) as way_s,
        floor(along_m / 500) as cell, floor(next_m / 500) as next_cell
    from placed
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
        max(start_second) as start_second, max(doubt) as doubt, sqrt(avg(off_m * off_m)) as off_m,
        min(along_m) as first_m, max(along_m) as last_m
    from placed
    where pattern_id is not null
    group by feed_id, service_date, run_id
),
stops as (
    -- A stop is 40 m long before and behind its sign: who is within it may stand, who is outside of it drives.
    select feed_id, pattern_id, stop_sequence, 'in' as edge, along_m - 40 as edge_m from pattern_stops
    union all
    select feed_id, pattern_id, stop_sequence, 'out' as edge, along_m + 40 as edge_m from pattern_stops
),
edges as (
    select feed_id, pattern_id, stop_sequence, edge, edge_m, floor(edge_m / 500) as cell from stops
),
pieces as (
    -- Each way looks for edges only in the half kilometres it goes through: nearly always one, or two.
    select feed_id, service_date, run_id, pattern_id, second, along_m, next_m, way_m, way_s, cell from ways
    where next_cell < cell + 2
    union all
    select feed_id, service_date, run_id, pattern_id, second, along_m, next_m, way_m, way_s, next_cell as cell from ways
    where next_cell = cell + 1
),
crossed as (
    select w.feed_id, w.service_date, w.run_id, e.stop_sequence, e.edge, w.second as since, w.way_s,
        w.second + (e.edge_m - w.along_m) / w.way_m * w.way_s as second
    from pieces as w
    join edges as e
        on e.feed_id = w.feed_id and e.pattern_id = w.pattern_id and e.cell = w.cell
        and e.edge_m >= w.along_m and e.edge_m < w.next_m
    union all
    select w.feed_id, w.service_date, w.run_id, e.stop_sequence, e.edge, w.second as since, w.way_s,
        w.second + (e.edge_m - w.along_m) / w.way_m * w.way_s as second
    from ways as w
    join edges as e
        on e.feed_id = w.feed_id and e.pattern_id = w.pattern_id and e.edge_m >= w.along_m and e.edge_m < w.next_m
    where w.next_cell > w.cell + 1
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
    select r.feed_id, r.service_date, r.route_id, r.direction_id, r.pattern_id, r.run_id, r.vehicle, r.trip_id,
        r.start_second, s.stop_sequence, s.stop_id, r.doubt, b.in_s, b.out_s, 40 / v.metres_s as half_s,
        -- Between two positions far apart in time, and from a line far from the positions, less is known; and where
        -- the first or the last position lies a little off the sign, nobody saw it there.
        sqrt(
            b.apart_s * b.apart_s / 16 + r.off_m * r.off_m / (v.metres_s * v.metres_s) / 2
            + greatest(r.first_m - s.along_m, s.along_m - r.last_m, 0)
            * greatest(r.first_m - s.along_m, s.along_m - r.last_m, 0) / (v.metres_s * v.metres_s)
        ) as error_s,
        -- Between one position and the next nobody saw it stand.
        case when b.in_since = b.out_since then 0 else greatest(b.out_s - b.in_s - 80 / v.metres_s, 0) end as dwell_s
    from seen as b
    join runs as r on r.feed_id = b.feed_id and r.service_date = b.service_date and r.run_id = b.run_id
    join speeds as v on v.feed_id = b.feed_id and v.service_date = b.service_date and v.run_id = b.run_id
    join pattern_stops as s
        on s.feed_id = r.feed_id and s.pattern_id = r.pattern_id and s.stop_sequence = b.stop_sequence
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
