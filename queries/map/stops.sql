-- doc: Stops and planned stations whose position is known; one row per stop.
-- params:
-- returns: key VARCHAR, status VARCHAR, name_th VARCHAR, name_en VARCHAR, lat DOUBLE, lon DOUBLE, accuracy_m INTEGER
-- sources:
select
    'stop.' || s.feed_id || '.' || s.stop_id as key, f.status, s.name_th || ' · ' || f.title_th as name_th,
    s.name_en || ' · ' || f.title_en as name_en, round(s.lat, 5) as lat, round(s.lon, 5) as lon, s.accuracy_m
from gtfs_stops as s
join gtfs_feeds as f using (feed_id)
where s.lat is not null
order by f.position, s.feed_id, s.stop_id
