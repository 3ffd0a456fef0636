-- doc: Stops at which service was measured, along each line and direction; one row per line, direction and stop, by its first place on the way.
-- params: $lang VARCHAR
-- returns: feed_id VARCHAR, route_id VARCHAR, direction_id INTEGER, stop_id VARCHAR, place INTEGER, stop VARCHAR
-- sources:
select
    h.feed_id, h.route_id, h.direction_id, h.stop_id, min(h.stop_sequence) as place,
    coalesce(in_language($lang, any_value(s.name_th), any_value(s.name_en)), h.stop_id) as stop
from driven_stop_hours as h
left join gtfs_stops as s on s.feed_id = h.feed_id and s.stop_id = h.stop_id
group by h.feed_id, h.route_id, h.direction_id, h.stop_id
order by h.feed_id, h.route_id, h.direction_id, place, h.stop_id
