-- doc: The lines a route that may leave is drawn along, one to a direction, as coordinates of a GeoJSON MultiLineString; one row per route.
-- params:
-- returns: feed_id VARCHAR, route_id VARCHAR, lines VARCHAR
-- sources:
with shaped as (
    select feed_id, shape_id, list([round(lon, 6), round(lat, 6)] order by sequence) as path
    from gtfs_shapes
    group by feed_id, shape_id
),
-- Where a trip has no shape it is drawn from stop to stop, by stops that may leave.
called as (
    select c.feed_id, c.trip_id, list([round(s.lon, 6), round(s.lat, 6)] order by c.nth) as path
    from gtfs_stop_times as c
    join open.stops as s on s.feed_id = c.feed_id and s.stop_id = c.stop_id and s.lat is not null
    group by c.feed_id, c.trip_id
),
longest as (
    select t.feed_id, t.route_id, t.direction_id, arg_max(coalesce(s.path, c.path), len(coalesce(s.path, c.path))) as path
    from gtfs_trips as t
    left join shaped as s on s.feed_id = t.feed_id and s.shape_id = t.shape_id
    left join called as c on c.feed_id = t.feed_id and c.trip_id = t.trip_id
    where len(coalesce(s.path, c.path)) > 1
    group by t.feed_id, t.route_id, t.direction_id
)
select feed_id, route_id, to_json(list(path order by direction_id))::varchar as lines
from longest
semi join open.routes using (feed_id, route_id)
group by feed_id, route_id
order by feed_id, route_id
