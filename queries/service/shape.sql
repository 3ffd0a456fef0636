-- doc: The line that most trips of a route in a direction are drawn along; one row per point in order.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER
-- returns: lon DOUBLE, lat DOUBLE
-- sources:
with own as (
    select shape_id, count(*) as trips
    from gtfs_trips
    where feed_id = $feed and route_id = $route and direction_id = $direction and shape_id is not null
    group by shape_id
    order by trips desc, shape_id
    limit 1
)
select s.lon, s.lat
from gtfs_shapes as s
join own using (shape_id)
where s.feed_id = $feed
order by s.sequence
