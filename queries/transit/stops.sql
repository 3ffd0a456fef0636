-- doc: Stops of the network of record and of the plan; one row per feed and stop, lat and lon null where unknown.
-- returns: feed_id VARCHAR, stop_id VARCHAR, lat DOUBLE, lon DOUBLE, accuracy_m INTEGER
select feed_id, stop_id, lat, lon, accuracy_m
from gtfs_stops
where feed_id in ('songthaew_2018', 'lrt_plan')
order by feed_id, stop_id
