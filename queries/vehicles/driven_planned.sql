-- doc: Each trip of the plan of a day and whether a run is matched to it; one row per trip and stop.
-- reads: passes, planned, pattern_stops
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, trip INTEGER, start_second INTEGER, exact BOOLEAN, driven BOOLEAN, stop_sequence INTEGER, stop_id VARCHAR, along_m INTEGER, second INTEGER
with matched as (
    select feed_id, service_date, trip_id, start_second
    from passes
    where trip_id is not null and start_second is not null
    group by feed_id, service_date, trip_id, start_second
),
trips as (
    select feed_id, service_date, trip_id, start_second
    from planned
    group by feed_id, service_date, trip_id, start_second
),
numbered as (
    select feed_id, service_date, trip_id, start_second,
        row_number() over (partition by feed_id, service_date order by start_second, trip_id) as number
    from trips
)
select p.feed_id, p.service_date, p.route_id, p.direction_id, cast(n.number as integer) as trip,
    cast(p.start_second as integer) as start_second, p.exact, m.trip_id is not null as driven, p.stop_sequence, p.stop_id,
    cast(floor(s.along_m + 0.5) as integer) as along_m, cast(p.second as integer) as second
from planned as p
join pattern_stops as s
    on s.feed_id = p.feed_id and s.pattern_id = p.pattern_id and s.stop_sequence = p.stop_sequence
-- Every trip has its number; an inner join here lets a planner put each trip beside each stop of the feed first.
left join numbered as n
    on n.feed_id = p.feed_id and n.service_date = p.service_date and n.trip_id = p.trip_id
    and n.start_second = p.start_second
left join matched as m
    on m.feed_id = p.feed_id and m.service_date = p.service_date and m.trip_id = p.trip_id
    and m.start_second = p.start_second
order by p.feed_id, p.service_date, p.route_id, p.direction_id, p.start_second, p.trip_id, p.stop_sequence
