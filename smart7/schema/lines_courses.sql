-- One row per route with what it is drawn from: feed, route, whether it is a phase of another, the stops of its longest
-- trip in the first direction with their positions, and the points of its shape. Stops nobody can place are left out.
with trips as (
    select t.feed_id, t.trip_id, t.route_id, t.shape_id
    from gtfs_trips as t
    join (select feed_id, trip_id, count(*) as stops from gtfs_stop_times group by feed_id, trip_id) as c
        using (feed_id, trip_id)
    qualify row_number() over (
        partition by t.feed_id, t.route_id order by t.direction_id, c.stops desc, t.trip_id
    ) = 1
),
called as (
    select t.feed_id, t.route_id, list(s.stop_id order by h.nth) as stops, list([s.lon, s.lat] order by h.nth) as places
    from trips as t
    join gtfs_stop_times as h using (feed_id, trip_id)
    join gtfs_stops as s on s.feed_id = h.feed_id and s.stop_id = h.stop_id and s.lat is not null
    group by t.feed_id, t.route_id
),
shapes as (
    select feed_id, shape_id, list([lon, lat] order by sequence) as points from gtfs_shapes group by feed_id, shape_id
)
select
    c.feed_id, c.route_id, p.route_id is not null as is_phase, c.stops, c.places, s.points
from called as c
join trips as t using (feed_id, route_id)
join gtfs_routes as r using (feed_id, route_id)
left join shapes as s on s.feed_id = t.feed_id and s.shape_id = t.shape_id
left join service_phases as p on p.feed_id = c.feed_id and p.route_id = c.route_id
where len(c.stops) > 1
order by c.feed_id, is_phase, length(r.short_name), r.short_name, c.route_id;
