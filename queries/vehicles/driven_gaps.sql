-- doc: Each gap at a stop between one vehicle and the next, driven and planned, to the second; one row per gap, which ends at `second`.
-- reads: gaps
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, stop_id VARCHAR, visit INTEGER, stop_sequence INTEGER, driven BOOLEAN, second INTEGER, gap_s INTEGER
select feed_id, service_date, route_id, direction_id, stop_id, visit, stop_sequence, driven,
    cast(floor(second + 0.5) as integer) as second, cast(floor(gap_s + 0.5) as integer) as gap_s
from gaps
order by feed_id, service_date, route_id, direction_id, stop_sequence, stop_id, visit, driven, second, gap_s
