-- doc: The stops of a route in order, as its longest trip in the first direction calls: minutes to the next, first and last weekday departure each way, other routes there, places within 500 m; one row per call.
-- params: $feed VARCHAR, $route VARCHAR, $lang VARCHAR
-- returns: nth INTEGER, key VARCHAR, stop VARCHAR, placed BOOLEAN, minutes DOUBLE, first_s BIGINT, last_s BIGINT, back_first_s BIGINT, back_last_s BIGINT, others VARCHAR, places VARCHAR
-- sources:
with trip as (
    select t.feed_id, t.trip_id, t.route_id, t.direction_id
    from gtfs_trips as t
    join gtfs_stop_times as h using (feed_id, trip_id)
    where t.feed_id = $feed and t.route_id = $route
    group by t.feed_id, t.trip_id, t.route_id, t.direction_id
    order by t.direction_id, count(*) desc, t.trip_id
    limit 1
),
calls as (
    select
        h.nth, h.stop_id, t.direction_id, h.trip_id, h.feed_id,
        (lead(h.arrival_s) over (order by h.nth) - h.departure_s) / 60.0 as minutes
    from trip as t
    join gtfs_stop_times as h using (feed_id, trip_id)
),
leaves as (
    select stop_id, direction_id, min(first_s)::bigint as first_s, max(last_s)::bigint as last_s
    from service_departures
    where feed_id = $feed and route_id = $route and day_type = 'weekday'
    group by stop_id, direction_id
),
others as (
    select stop_id, to_json(list(route_id order by length(short_name), short_name, route_id))::varchar as routes
    from (
        select distinct h.stop_id, r.route_id, r.short_name
        from gtfs_stop_times as h
        join gtfs_trips as t using (feed_id, trip_id)
        join gtfs_routes as r using (feed_id, route_id)
        anti join service_phases as p on p.feed_id = r.feed_id and p.route_id = r.route_id
        where h.feed_id = $feed and t.route_id <> $route
    )
    group by stop_id
),
near as (
    select
        n.stop_id, to_json(list({
            'key': 'place.' || p.place_id, 'kind': p.kind, 'name': in_language($lang, p.name_th, p.name_en),
            'metres': n.distance_m, 'slack': coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0)
        } order by n.distance_m, p.place_id))::varchar as places
    from place_reach as n
    join places as p using (place_id)
    join gtfs_stops as s on s.feed_id = n.feed_id and s.stop_id = n.stop_id
    where n.feed_id = $feed and n.distance_m <= 500 and p.kind <> 'village'
    group by n.stop_id
)
select
    c.nth, 'stop.' || c.feed_id || '.' || c.stop_id as key, in_language($lang, s.name_th, s.name_en) as stop,
    s.lat is not null as placed, c.minutes, l.first_s, l.last_s, b.first_s as back_first_s, b.last_s as back_last_s,
    coalesce(o.routes, '[]') as others, coalesce(n.places, '[]') as places
from calls as c
join gtfs_stops as s on s.feed_id = c.feed_id and s.stop_id = c.stop_id
left join leaves as l on l.stop_id = c.stop_id and l.direction_id = c.direction_id
left join leaves as b on b.stop_id = c.stop_id and b.direction_id <> c.direction_id
left join others as o on o.stop_id = c.stop_id
left join near as n on n.stop_id = c.stop_id
order by c.nth
