-- doc: trips.txt of a feed; one row per trip.
-- params: $feed VARCHAR
-- returns: route_id VARCHAR, service_id VARCHAR, trip_id VARCHAR, trip_headsign VARCHAR, direction_id INTEGER, shape_id VARCHAR
-- sources:
select route_id, service_id, trip_id, headsign_th as trip_headsign, direction_id, shape_id
from gtfs_trips
where feed_id = $feed
order by trip_id
