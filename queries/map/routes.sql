-- doc: Routes with the line they are drawn along, the lane of each of its points, the same with few points, the number of their colour, and whether they are only a phase of another; one row per route.
-- params:
-- returns: key VARCHAR, feed_id VARCHAR, status VARCHAR, name_th VARCHAR, name_en VARCHAR, title_th VARCHAR, title_en VARCHAR, label_th VARCHAR, label_en VARCHAR, color VARCHAR, hue INTEGER, path VARCHAR, lanes VARCHAR, plain VARCHAR, is_phase BOOLEAN
-- sources:
select
    'route.' || r.feed_id || '.' || r.route_id as key, r.feed_id, f.status,
    named_route(r.short_name, r.name_th) || ' · ' || f.title_th as name_th,
    named_route(r.short_name, r.name_en) || ' · ' || f.title_en as name_en,
    r.name_th as title_th, r.name_en as title_en,
    coalesce(r.short_name, r.route_id) as label_th, coalesce(r.short_name_en, r.short_name, r.route_id) as label_en,
    coalesce(r.color, '') as color, l.hue, l.path, l.lanes, l.plain, p.route_id is not null as is_phase
from gtfs_routes as r
join gtfs_feeds as f using (feed_id)
join line_paths as l using (feed_id, route_id)
left join service_phases as p on p.feed_id = r.feed_id and p.route_id = r.route_id
order by f.position, r.feed_id, length(r.short_name), r.short_name, r.route_id
