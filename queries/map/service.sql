-- doc: What each route runs on a weekday; one row per route and direction.
-- params: $lang VARCHAR
-- returns: feed_id VARCHAR, key VARCHAR, route VARCHAR, direction_id INTEGER, trips BIGINT, first_s INTEGER, last_s INTEGER, length_km DOUBLE, stops BIGINT, mean_headway_min DOUBLE, median_headway_min DOUBLE, worst_headway_min DOUBLE, mean_wait_min DOUBLE, speed_kmh DOUBLE, vehicle_km DOUBLE, service_hours DOUBLE, peak_vehicles HUGEINT
-- sources:
select
    m.feed_id, 'route.' || m.feed_id || '.' || m.route_id as key,
    named_route(r.short_name, in_language($lang, r.name_th, r.name_en)) as route,
    m.direction_id, m.trips, m.first_s::integer as first_s, m.last_s::integer as last_s, m.length_km, m.stops,
    m.mean_headway_min, m.median_headway_min, m.worst_headway_min, m.mean_wait_min, m.speed_kmh, m.vehicle_km,
    m.service_hours, m.peak_vehicles
from service_routes as m
join gtfs_routes as r using (feed_id, route_id)
join gtfs_feeds as f using (feed_id)
where m.day_type = 'weekday'
order by f.position, length(r.short_name), r.short_name, r.route_id, m.direction_id
