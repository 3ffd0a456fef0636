-- doc: What each network runs on a weekday in all; one row per feed.
-- params: $lang VARCHAR
-- returns: feed_id VARCHAR, title VARCHAR, status VARCHAR, year INTEGER, routes BIGINT, stops BIGINT, trips HUGEINT, length_km DOUBLE, vehicle_km DOUBLE, service_hours DOUBLE, peak_vehicles HUGEINT
-- sources:
select
    n.feed_id, in_language($lang, f.title_th, f.title_en) as title, f.status, year(f.start_date)::integer as year,
    n.routes, n.stops, n.trips, n.length_km, n.vehicle_km, n.service_hours, n.peak_vehicles
from service_networks as n
join gtfs_feeds as f using (feed_id)
where n.day_type = 'weekday'
order by f.position, n.feed_id
