-- doc: Weekday departures by hour of the service day, of a route at its first stops or of all routes at a stop; one row per hour.
-- params: $feed VARCHAR, $route VARCHAR, $stop VARCHAR
-- returns: hour INTEGER, label VARCHAR, trips BIGINT, value DOUBLE, decimals INTEGER, mean_headway_min DOUBLE, worst_headway_min DOUBLE, is_sample BOOLEAN
-- sources:
-- title.th: จำนวนเที่ยวแต่ละชั่วโมง วันธรรมดา
-- title.en: Departures by hour, weekdays
-- chart: bars x=label y=trips text=shown
with counted as (
    select d.*
    from service_departures as d
    where d.feed_id = $feed and d.day_type = 'weekday' and d.stop_id = $stop
        and not exists (
            from service_phases as p where p.feed_id = d.feed_id and p.route_id = d.route_id
        )
    union all
    select d.*
    from service_departures as d
    join (select distinct feed_id, route_id, direction_id, from_stop as stop_id from service_hops where from_seq = 1)
        using (feed_id, route_id, direction_id, stop_id)
    where d.feed_id = $feed and d.day_type = 'weekday' and d.route_id = $route
)
select
    hour::integer as hour, format('{:02d}', hour % 24) as label, sum(trips)::bigint as trips, sum(trips)::double as value,
    0 as decimals, avg(mean_headway_min) as mean_headway_min, max(worst_headway_min) as worst_headway_min,
    false as is_sample
from counted
group by hour
order by hour
