-- doc: Each run without whose it was: a number within the day for run and vehicle; one row per run and stop.
-- reads: passes, pattern_stops
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, run_id INTEGER, vehicle INTEGER, start_second INTEGER, stop_sequence INTEGER, stop_id VARCHAR, along_m INTEGER, second INTEGER
with runs as (
    select feed_id, service_date, run_id, min(second) as first_second
    from passes
    group by feed_id, service_date, run_id
),
numbered as (
    select feed_id, service_date, run_id,
        row_number() over (partition by feed_id, service_date order by first_second, run_id) as number
    from runs
),
vehicles as (
    select feed_id, service_date, vehicle, min(second) as first_second
    from passes
    group by feed_id, service_date, vehicle
),
marked as (
    -- In the order in which they appeared: no number of one day tells anything of another day.
    select feed_id, service_date, vehicle,
        row_number() over (partition by feed_id, service_date order by first_second, vehicle) as mark
    from vehicles
)
select p.feed_id, p.service_date, p.route_id, p.direction_id, cast(n.number as integer) as run_id,
    cast(m.mark as integer) as vehicle, p.start_second, p.stop_sequence, p.stop_id,
    cast(floor(s.along_m + 0.5) as integer) as along_m, cast(floor(p.second + 0.5) as integer) as second
from passes as p
join numbered as n on n.feed_id = p.feed_id and n.service_date = p.service_date and n.run_id = p.run_id
join marked as m on m.feed_id = p.feed_id and m.service_date = p.service_date and m.vehicle = p.vehicle
join pattern_stops as s
    on s.feed_id = p.feed_id and s.pattern_id = p.pattern_id and s.stop_sequence = p.stop_sequence
order by p.feed_id, p.service_date, p.route_id, p.direction_id, n.number, p.stop_sequence
