-- doc: Rides from one stop to the next on a weekday by day; one row per feed, route, direction and stop left.
-- returns: feed_id VARCHAR, route_id VARCHAR, direction_id INTEGER, from_seq INTEGER, from_stop VARCHAR, to_stop VARCHAR, seconds DOUBLE, headway_s DOUBLE
select feed_id, route_id, direction_id, from_seq::integer as from_seq, from_stop, to_stop,
       seconds::double as seconds, headway_s::double as headway_s
from service_hops
where feed_id in ('songthaew_2018', 'lrt_plan') and day_type = 'weekday' and headway_s > 0
order by feed_id, route_id, direction_id, from_seq
