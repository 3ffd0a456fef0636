-- doc: stop_times.txt of a feed; one row per call of a trip at a stop.
-- params: $feed VARCHAR
-- returns: trip_id VARCHAR, arrival_time VARCHAR, departure_time VARCHAR, stop_id VARCHAR, stop_sequence INTEGER
-- sources:
select
    trip_id, printf('%02d:%02d:%02d', arrival_s // 3600, arrival_s // 60 % 60, arrival_s % 60) as arrival_time,
    printf('%02d:%02d:%02d', departure_s // 3600, departure_s // 60 % 60, departure_s % 60) as departure_time,
    stop_id, stop_sequence
from gtfs_stop_times
where feed_id = $feed
order by trip_id, stop_sequence
