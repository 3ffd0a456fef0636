-- doc: Routes with the line they are drawn along, and whether they are only a phase of another; one row per route.
-- params:
-- returns: key VARCHAR, feed_id VARCHAR, status VARCHAR, name_th VARCHAR, name_en VARCHAR, color VARCHAR, path VARCHAR, is_phase BOOLEAN
-- sources:
with drawn as (
    select distinct on (t.feed_id, t.route_id) t.feed_id, t.route_id, t.shape_id, t.trip_id
    from gtfs_trips as t
    order by t.feed_id, t.route_id, t.direction_id, t.trip_id
),
points as (
    select d.feed_id, d.route_id, p.sequence as n, p.lon, p.lat
    from drawn as d
    join gtfs_shapes as p using (feed_id, shape_id)
    union all
    select d.feed_id, d.route_id, t.nth, s.lon, s.lat
    from drawn as d
    anti join gtfs_shapes using (feed_id, shape_id)
    join gtfs_stop_times as t using (feed_id, trip_id)
    join gtfs_stops as s on s.feed_id = t.feed_id and s.stop_id = t.stop_id and s.lat is not null
),
lines as (
    select feed_id, route_id, to_json(list([round(lon, 5), round(lat, 5)] order by n)) as path
    from points
    group by feed_id, route_id
)
select
    'route.' || r.feed_id || '.' || r.route_id as key, r.feed_id, f.status,
    named_route(r.short_name, r.name_th) || ' · ' || f.title_th as name_th,
    named_route(r.short_name, r.name_en) || ' · ' || f.title_en as name_en,
    coalesce(r.color, '') as color, l.path::varchar as path, p.route_id is not null as is_phase
from gtfs_routes as r
join gtfs_feeds as f using (feed_id)
join lines as l using (feed_id, route_id)
left join service_phases as p on p.feed_id = r.feed_id and p.route_id = r.route_id
order by f.position, r.feed_id, r.route_id
