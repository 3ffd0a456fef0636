-- doc: A stop or station with the routes that call there; one row per route.
-- params: $feed VARCHAR, $stop VARCHAR, $lang VARCHAR
-- returns: lat DOUBLE, lon DOUBLE, accuracy_m INTEGER, confidence VARCHAR, as_of VARCHAR, source VARCHAR, route_key VARCHAR, route VARCHAR, headway_min DOUBLE
-- sources:
with calls as (
    select distinct t.route_id, h.feed_id, h.stop_id
    from gtfs_stop_times as h
    join gtfs_trips as t using (feed_id, trip_id)
    where h.feed_id = $feed and h.stop_id = $stop
)
select
    s.lat, s.lon, s.accuracy_m, s.confidence, s.as_of, in_language($lang, q.title_th, q.title_en) as source,
    'route.' || r.feed_id || '.' || r.route_id as route_key, named_route(r.short_name, in_language($lang, r.name_th, r.name_en)) as route,
    w.headway_min
from gtfs_stops as s
left join sources as q using (source_id)
left join calls as c using (feed_id, stop_id)
left join gtfs_routes as r on r.feed_id = c.feed_id and r.route_id = c.route_id
left join stop_headways as w on w.feed_id = s.feed_id and w.stop_id = s.stop_id and w.day_type = 'weekday'
where s.feed_id = $feed and s.stop_id = $stop
order by length(r.short_name), r.short_name, r.route_id
