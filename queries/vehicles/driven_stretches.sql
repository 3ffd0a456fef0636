-- doc: Time from one stop to the next, as sums; one row per route, direction, pair of stops and hour of a day.
-- reads: passes, pattern_stops
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, stop_sequence INTEGER, from_stop_id VARCHAR, to_stop_id VARCHAR, hour INTEGER, runs INTEGER, length_m DOUBLE, run_s DOUBLE, dwell_s DOUBLE, quick_s DOUBLE, lost_s DOUBLE
with stretches as (
    select feed_id, pattern_id, stop_sequence, stop_id, along_m,
        lag(stop_sequence) over (partition by feed_id, pattern_id order by stop_sequence) as from_sequence,
        lag(stop_id) over (partition by feed_id, pattern_id order by stop_sequence) as from_stop_id,
        lag(along_m) over (partition by feed_id, pattern_id order by stop_sequence) as from_m
    from pattern_stops
),
ways as (
    select b.feed_id, b.service_date, b.route_id, b.direction_id, b.stop_sequence, s.from_stop_id,
        b.stop_id as to_stop_id,
        cast(floor(b.second / 3600.0) as integer) as hour, s.along_m - s.from_m as length_m, b.dwell_s,
        -- A pass is when a vehicle leaves its stop; what it stands there is no time on the way.
        greatest(b.second - a.second - b.dwell_s, 0) as way_s
    from passes as b
    join stretches as s
        on s.feed_id = b.feed_id and s.pattern_id = b.pattern_id and s.stop_sequence = b.stop_sequence
    join passes as a
        on a.feed_id = b.feed_id and a.service_date = b.service_date and a.run_id = b.run_id
        and a.pattern_id = b.pattern_id and a.stop_sequence = s.from_sequence
),
quick as (
    select feed_id, service_date, route_id, direction_id, stop_sequence, from_stop_id, to_stop_id,
        percentile_cont(0.15) within group (order by way_s) as quick_s
    from ways
    group by feed_id, service_date, route_id, direction_id, stop_sequence, from_stop_id, to_stop_id
)
select w.feed_id, w.service_date, w.route_id, w.direction_id, w.stop_sequence, w.from_stop_id, w.to_stop_id, w.hour,
    cast(count(*) as integer) as runs, max(w.length_m) as length_m, sum(w.way_s) as run_s, sum(w.dwell_s) as dwell_s,
    max(q.quick_s) as quick_s, sum(greatest(w.way_s - q.quick_s, 0)) as lost_s
from ways as w
join quick as q
    on q.feed_id = w.feed_id and q.service_date = w.service_date and q.route_id = w.route_id
    and q.direction_id = w.direction_id and q.stop_sequence = w.stop_sequence and q.from_stop_id = w.from_stop_id
    and q.to_stop_id = w.to_stop_id
group by w.feed_id, w.service_date, w.route_id, w.direction_id, w.stop_sequence, w.from_stop_id, w.to_stop_id, w.hour
order by w.feed_id, w.service_date, w.route_id, w.direction_id, w.stop_sequence, w.from_stop_id, w.to_stop_id, w.hour
