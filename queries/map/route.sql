-- doc: What a route runs on each kind of day; one row per direction and kind of day.
-- params: $feed VARCHAR, $route VARCHAR, $lang VARCHAR
-- returns: direction_id INTEGER, headsign VARCHAR, day_type VARCHAR, operator VARCHAR, fare_baht DOUBLE, trips BIGINT, first_s INTEGER, last_s INTEGER, length_km DOUBLE, stops BIGINT, stop_spacing_m DOUBLE, speed_kmh DOUBLE, vehicle_km DOUBLE, service_hours DOUBLE, peak_vehicles HUGEINT, mean_headway_min DOUBLE, worst_headway_min DOUBLE, median_headway_min DOUBLE, mean_wait_min DOUBLE, route_type INTEGER
-- sources:
with signs as (
    select direction_id, min(in_language($lang, headsign_th, headsign_en)) as headsign
    from gtfs_trips
    where feed_id = $feed and route_id = $route
    group by direction_id
)
select
    m.direction_id, g.headsign, m.day_type, in_language($lang, a.name, a.name_en) as operator, r.fare_baht, m.trips, m.first_s::integer as first_s,
    m.last_s::integer as last_s, m.length_km, m.stops, m.stop_spacing_m, m.speed_kmh, m.vehicle_km, m.service_hours,
    m.peak_vehicles, m.mean_headway_min, m.worst_headway_min, m.median_headway_min, m.mean_wait_min,
    r.route_type
from service_routes as m
join gtfs_routes as r using (feed_id, route_id)
left join gtfs_agency as a on a.feed_id = m.feed_id and (a.agency_id = r.agency_id or r.agency_id is null)
left join signs as g using (direction_id)
where m.feed_id = $feed and m.route_id = $route
order by m.direction_id, list_position(['weekday', 'saturday', 'sunday'], m.day_type)
