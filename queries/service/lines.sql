-- doc: Routes and directions of which days were driven, with the first and the last day and the months they are of, in the order of the map; one row per feed, route and direction.
-- params: $lang VARCHAR, $sample BOOLEAN
-- returns: feed_id VARCHAR, route_id VARCHAR, direction_id INTEGER, label VARCHAR, name VARCHAR, feed VARCHAR, headsign VARCHAR, color VARCHAR, hue INTEGER, days BIGINT, first_day DATE, last_day DATE, months VARCHAR, quality VARCHAR, source_id VARCHAR, source VARCHAR, exact BOOLEAN, assumed BOOLEAN
-- sources:
with driven as (
    select
        t.feed_id, t.route_id, t.direction_id, count(distinct d.service_date) as days, min(d.service_date) as first_day,
        max(d.service_date) as last_day,
        string_agg(distinct substr(cast(d.service_date as varchar), 1, 7), ' ') as months, max_by(d.quality, d.service_date) as quality,
        max_by(d.source_id, d.service_date) as source_id
    from driven_trips as t
    join driven_days as d using (feed_id, service_date)
    where $sample or d.quality <> 'sample'
    group by t.feed_id, t.route_id, t.direction_id
),
signs as (
    select feed_id, route_id, direction_id, min_by({'th': headsign_th, 'en': headsign_en}, trip_id) as headsign
    from gtfs_trips
    group by feed_id, route_id, direction_id
),
timed as (
    select feed_id, route_id, direction_id, bool_or(exact) as exact
    from driven_planned
    group by feed_id, route_id, direction_id
)
select
    d.feed_id, d.route_id, d.direction_id,
    coalesce(in_language($lang, r.short_name, coalesce(r.short_name_en, r.short_name)), r.route_id) as label,
    in_language($lang, r.name_th, r.name_en) as name, in_language($lang, f.title_th, f.title_en) as feed,
    in_language($lang, s.headsign.th, s.headsign.en) as headsign, coalesce(r.color, '') as color, l.hue,
    d.days, d.first_day, d.last_day, d.months, d.quality, d.source_id, in_language($lang, o.title_th, o.title_en) as source,
    coalesce(t.exact, false) as exact, f.status <> 'imported' as assumed
from driven as d
join gtfs_routes as r using (feed_id, route_id)
join gtfs_feeds as f using (feed_id)
left join line_paths as l using (feed_id, route_id)
left join signs as s using (feed_id, route_id, direction_id)
left join timed as t using (feed_id, route_id, direction_id)
left join sources as o on o.source_id = d.source_id
order by f.position, d.feed_id, length(r.short_name), r.short_name, d.route_id, d.direction_id
