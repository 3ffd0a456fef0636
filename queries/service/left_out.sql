-- doc: What was left out of a day of a feed, with what the day rests on; one row per reason, one without a reason where nothing was left out.
-- params: $feed VARCHAR, $day DATE
-- returns: reason VARCHAR, rows BIGINT, positions BIGINT, vehicles INTEGER, runs INTEGER, doubt DOUBLE, silent_s DOUBLE, quality VARCHAR
-- sources:
select l.reason, l.rows, d.positions, d.vehicles, d.runs, d.doubt, d.silent_s, d.quality
from driven_days as d
left join driven_left_out as l using (feed_id, service_date)
where d.feed_id = $feed and d.service_date = cast($day as date)
order by l.rows desc, l.reason
