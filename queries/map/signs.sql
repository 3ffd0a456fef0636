-- doc: Where numbers of routes may stand on the map: at the ends of lines and along them; one row per place.
-- params:
-- returns: status VARCHAR, kind VARCHAR, lon DOUBLE, lat DOUBLE, east DOUBLE, north DOUBLE, keys VARCHAR, rank INTEGER
-- sources:
select
    f.status, s.kind, s.lon, s.lat, s.east, s.north,
    to_json([format('route.{}.{}', s.feed_id, route) for route in s.routes])::varchar as keys, s.rank
from line_signs as s
join gtfs_feeds as f using (feed_id)
order by f.position, s.kind, s.rank, len(s.routes) desc, s.lat, s.lon
