-- doc: routes.txt of a feed; one row per route.
-- params: $feed VARCHAR
-- returns: route_id VARCHAR, agency_id VARCHAR, route_short_name VARCHAR, route_long_name VARCHAR, route_type INTEGER, route_color VARCHAR, route_text_color VARCHAR
-- sources:
select
    route_id, agency_id, short_name as route_short_name, name_th as route_long_name, route_type,
    color as route_color, text_color as route_text_color
from gtfs_routes
where feed_id = $feed
order by route_id
