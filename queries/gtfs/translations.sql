-- doc: translations.txt of a feed: English names of stops and routes; one row per name.
-- params: $feed VARCHAR
-- returns: table_name VARCHAR, field_name VARCHAR, language VARCHAR, translation VARCHAR, record_id VARCHAR
-- sources:
select 'stops' as table_name, 'stop_name' as field_name, 'en' as language, name_en as translation, stop_id as record_id
from gtfs_stops
where feed_id = $feed and name_en <> name_th
union all
select 'routes', 'route_long_name', 'en', name_en, route_id
from gtfs_routes
where feed_id = $feed and name_en <> name_th
order by table_name, record_id
