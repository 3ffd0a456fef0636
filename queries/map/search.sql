-- doc: Everything that can be chosen on the map, with both names and the box it lies in; one row per route, stop or place.
-- params: $lang VARCHAR
-- returns: key VARCHAR, kind VARCHAR, feed_id VARCHAR, item_id VARCHAR, name VARCHAR, other_name VARCHAR, west DOUBLE, south DOUBLE, east DOUBLE, north DOUBLE
-- sources:
with along as (
    select t.feed_id, t.route_id, min(s.lon) as west, min(s.lat) as south, max(s.lon) as east, max(s.lat) as north
    from gtfs_trips as t
    join gtfs_stop_times as h using (feed_id, trip_id)
    join gtfs_stops as s on s.feed_id = h.feed_id and s.stop_id = h.stop_id
    group by t.feed_id, t.route_id
),
found as (
    select
        'route.' || r.feed_id || '.' || r.route_id as key, if(f.status = 'planned', 'planned', 'route') as kind, r.feed_id,
        r.route_id as item_id, named_route(r.short_name, r.name_th) as name_th,
        named_route(r.short_name, r.name_en) as name_en, a.west, a.south, a.east, a.north, f.position * 10 as position
    from gtfs_routes as r
    join gtfs_feeds as f using (feed_id)
    left join along as a using (feed_id, route_id)
    union all
    select
        'stop.' || s.feed_id || '.' || s.stop_id, if(f.status = 'planned', 'station', 'stop'), s.feed_id, s.stop_id,
        s.name_th, s.name_en, s.lon, s.lat, s.lon, s.lat, 100 + f.position * 10
    from gtfs_stops as s
    join gtfs_feeds as f using (feed_id)
    union all
    select
        'place.' || place_id, kind, '', place_id, name_th, name_en, lon, lat, lon, lat,
        case kind when 'school' then 60 when 'hospital' then 70 when 'market' then 80 when 'terminal' then 90 else 200 end
    from places
    union all
    select 'count.' || count_id, 'count', '', count_id, name_th, name_en, lon, lat, lon, lat, 300
    from traffic_counts
    union all
    select
        s.spot_id, 'spot', '', s.spot_id, s.rank || ' · ' || coalesce(o.name_th, ''), s.rank || ' · ' || coalesce(o.name_en, ''),
        s.lon, s.lat, s.lon, s.lat, 250
    from spots as s
    left join outlines as o using (outline_id)
)
select
    key, kind, feed_id, item_id, in_language($lang, name_th, name_en) as name,
    in_language($lang, name_en, name_th) as other_name, west, south, east, north
from found
order by position, kind, length(regexp_extract(name, '^\d+')), name collate th, key
