-- doc: Schools, hospitals, markets and terminals within 500 m of a stop, or of any stop of a route; one row per place.
-- params: $feed VARCHAR, $route VARCHAR, $stop VARCHAR, $lang VARCHAR
-- returns: key VARCHAR, kind VARCHAR, name VARCHAR, distance_m DOUBLE, slack_m INTEGER
-- sources:
with served as (
    select $stop as stop_id
    where $stop <> ''
    union
    select h.stop_id
    from gtfs_trips as t
    join gtfs_stop_times as h using (feed_id, trip_id)
    where t.feed_id = $feed and t.route_id = $route
)
select
    'place.' || p.place_id as key, p.kind, in_language($lang, p.name_th, p.name_en) as name,
    min(n.distance_m) as distance_m,
    arg_min(coalesce(p.accuracy_m, 0) + coalesce(t.accuracy_m, 0), n.distance_m)::integer as slack_m
from served as s
join place_reach as n on n.feed_id = $feed and n.stop_id = s.stop_id and n.distance_m <= 500
join gtfs_stops as t on t.feed_id = n.feed_id and t.stop_id = n.stop_id
join places as p using (place_id)
where p.kind in ('school', 'hospital', 'market', 'terminal')
group by p.place_id, p.kind, p.name_th, p.name_en
order by list_position(['school', 'hospital', 'market', 'terminal'], p.kind), distance_m, key
