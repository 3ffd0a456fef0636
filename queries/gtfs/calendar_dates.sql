-- doc: calendar_dates.txt of a feed; one row per exception.
-- params: $feed VARCHAR
-- returns: service_id VARCHAR, date VARCHAR, exception_type INTEGER
-- sources:
select service_id, strftime(date, '%Y%m%d') as date, exception_type
from gtfs_calendar_dates
where feed_id = $feed
order by service_id, date
