-- doc: A place with the stops within 800 m of it in each network; one row per stop.
-- params: $place VARCHAR, $lang VARCHAR
-- returns: lat DOUBLE, lon DOUBLE, accuracy_m INTEGER, confidence VARCHAR, as_of VARCHAR, source VARCHAR, note VARCHAR, stop_key VARCHAR, stop VARCHAR, feed VARCHAR, distance_m DOUBLE, slack_m INTEGER, headway_min DOUBLE
-- sources:
select
    p.lat, p.lon, p.accuracy_m, p.confidence, p.as_of, in_language($lang, q.title_th, q.title_en) as source,
    in_language($lang, p.note_th, p.note_en) as note, 'stop.' || s.feed_id || '.' || s.stop_id as stop_key,
    in_language($lang, s.name_th, s.name_en) as stop, in_language($lang, f.title_th, f.title_en) as feed,
    n.distance_m, (coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0))::integer as slack_m, n.headway_min
from places as p
join sources as q using (source_id)
left join place_reach as n using (place_id)
left join gtfs_stops as s on s.feed_id = n.feed_id and s.stop_id = n.stop_id
left join gtfs_feeds as f on f.feed_id = n.feed_id
where p.place_id = $place
order by f.position, n.distance_m
