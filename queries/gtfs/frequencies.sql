-- doc: frequencies.txt of a feed; one row per trip and span of the day.
-- params: $feed VARCHAR
-- returns: trip_id VARCHAR, start_time VARCHAR, end_time VARCHAR, headway_secs INTEGER, exact_times INTEGER
-- sources:
select
    trip_id, printf('%02d:%02d:%02d', start_s // 3600, start_s // 60 % 60, start_s % 60) as start_time,
    printf('%02d:%02d:%02d', end_s // 3600, end_s // 60 % 60, end_s % 60) as end_time,
    headway_s as headway_secs, exact_times::integer as exact_times
from gtfs_frequencies
where feed_id = $feed
order by trip_id, start_s
