-- doc: Days on which a route was driven in a direction, with its type and trips; one row per day.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER, $sample BOOLEAN
-- returns: service_date DATE, day_type VARCHAR, quality VARCHAR, planned BIGINT, run BIGINT, unseen BIGINT
-- sources:
select
    d.service_date, d.day_type, d.quality, sum(t.planned)::bigint as planned, sum(t.run)::bigint as run,
    sum(t.unseen)::bigint as unseen
from driven_trips as t
join driven_days as d using (feed_id, service_date)
where t.feed_id = $feed and t.route_id = $route and t.direction_id = $direction and ($sample or d.quality <> 'sample')
group by d.service_date, d.day_type, d.quality
order by d.service_date
