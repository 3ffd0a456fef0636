-- doc: calendar.txt of a feed; one row per service.
-- params: $feed VARCHAR
-- returns: service_id VARCHAR, monday INTEGER, tuesday INTEGER, wednesday INTEGER, thursday INTEGER, friday INTEGER, saturday INTEGER, sunday INTEGER, start_date VARCHAR, end_date VARCHAR
-- sources:
select
    service_id, monday::integer as monday, tuesday::integer as tuesday, wednesday::integer as wednesday,
    thursday::integer as thursday, friday::integer as friday, saturday::integer as saturday,
    sunday::integer as sunday, strftime(start_date, '%Y%m%d') as start_date, strftime(end_date, '%Y%m%d') as end_date
from gtfs_calendar
where feed_id = $feed
order by service_id
