-- doc: Stops and planned stations whose position is known; for a station, how many routes of record have a stop within 400 m of where it is said to be; one row per stop.
-- params:
-- returns: key VARCHAR, status VARCHAR, name_th VARCHAR, name_en VARCHAR, label_th VARCHAR, label_en VARCHAR, lat DOUBLE, lon DOUBLE, accuracy_m INTEGER, links BIGINT
-- sources:
with recorded as (
    select distinct t.feed_id, t.route_id, s.lat, s.lon
    from gtfs_feeds as f
    join gtfs_trips as t using (feed_id)
    join gtfs_stop_times as h using (feed_id, trip_id)
    join gtfs_stops as s on s.feed_id = h.feed_id and s.stop_id = h.stop_id and s.lat is not null
    where f.status in ('recorded', 'imported')
),
linked as (
    select s.feed_id, s.stop_id, count(distinct (r.feed_id, r.route_id)) as links
    from gtfs_stops as s
    join gtfs_feeds as f on f.feed_id = s.feed_id and f.status = 'planned'
    join recorded as r on r.lat between s.lat - 0.004 and s.lat + 0.004 and metres_between(s.lat, s.lon, r.lat, r.lon) <= 400
    group by s.feed_id, s.stop_id
)
select
    'stop.' || s.feed_id || '.' || s.stop_id as key, f.status, s.name_th || ' · ' || f.title_th as name_th,
    s.name_en || ' · ' || f.title_en as name_en, s.name_th as label_th, s.name_en as label_en,
    round(s.lat, 5) as lat, round(s.lon, 5) as lon, s.accuracy_m, coalesce(l.links, 0) as links
from gtfs_stops as s
join gtfs_feeds as f using (feed_id)
left join linked as l using (feed_id, stop_id)
where s.lat is not null
order by f.position, s.feed_id, s.stop_id
