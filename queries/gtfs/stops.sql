-- doc: stops.txt of a feed; one row per stop.
-- params: $feed VARCHAR
-- returns: stop_id VARCHAR, stop_name VARCHAR, stop_lat DOUBLE, stop_lon DOUBLE, source_id VARCHAR, as_of VARCHAR, confidence VARCHAR, accuracy_m INTEGER
-- sources:
select stop_id, name_th as stop_name, lat as stop_lat, lon as stop_lon, source_id, as_of, confidence, accuracy_m
from gtfs_stops
where feed_id = $feed
order by stop_id
