-- doc: Interchanges: stops at which at least three routes call, those within 120 m taken together; one row per interchange, most routes first.
-- params:
-- returns: key VARCHAR, status VARCHAR, name_th VARCHAR, name_en VARCHAR, lon DOUBLE, lat DOUBLE, routes INTEGER
-- sources:
select
    'stop.' || l.feed_id || '.' || l.stop_id as key, f.status, s.name_th, s.name_en, l.lon, l.lat, l.routes
from line_stops as l
join gtfs_stops as s using (feed_id, stop_id)
join gtfs_feeds as f using (feed_id)
order by l.routes desc, f.position, l.stop_id
