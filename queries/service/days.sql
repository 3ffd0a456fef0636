-- doc: Days on which a route was driven in a direction, with its type, trips and source; one row per day.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER, $sample BOOLEAN
-- returns: service_date DATE, day_type VARCHAR, quality VARCHAR, planned BIGINT, run BIGINT, unseen BIGINT, source_th VARCHAR, source_en VARCHAR
-- sources:
select
    d.service_date, d.day_type, d.quality, sum(t.planned)::bigint as planned, sum(t.run)::bigint as run,
    sum(t.unseen)::bigint as unseen, any_value(s.title_th) as source_th, any_value(s.title_en) as source_en
from driven_trips as t
join driven_days as d using (feed_id, service_date)
left join sources as s on s.source_id = d.source_id
where t.feed_id = $feed and t.route_id = $route and t.direction_id = $direction and ($sample or d.quality <> 'sample')
group by d.service_date, d.day_type, d.quality
order by d.service_date
