-- doc: Where days of an indicator were measured, up to a day; one row per unit, stations before wider areas, the one with most days first.
-- params: $indicator VARCHAR, $until DATE, $lang VARCHAR
-- returns: unit_id VARCHAR, kind VARCHAR, name VARCHAR, lat DOUBLE, lon DOUBLE, accuracy_m INTEGER, days BIGINT, first_day DATE, last_day DATE, hours BIGINT, latest DATE, quality VARCHAR, source VARCHAR, standard_source VARCHAR
-- sources:
with own as (
    select d.unit_id, d.day, d.source_id
    from days as d
    where d.indicator_id = $indicator and d.day <= cast($until as date)
),
said as (
    select
        o.unit_id, string_agg(distinct in_language($lang, s.title_th, s.title_en), '; ') as source,
        max_by(s.confidence, list_position(['official', 'reported', 'estimated'], s.confidence)) as quality
    from own as o
    join sources as s using (source_id)
    group by o.unit_id
),
timed as (
    select unit_id, count(*) as hours, max(day) as latest from hours
    where indicator_id = $indicator and day <= cast($until as date)
    group by unit_id
),
ruled as (
    select string_agg(
        in_language($lang, s.title_th, s.title_en) || ' (' || in_language($lang, s.publisher_th, s.publisher_en) || ')',
        '; ' order by t.valid_from
    ) as standard_source
    from standards as t
    join sources as s using (source_id)
    where t.indicator_id = $indicator
)
select
    u.unit_id, u.kind, in_language($lang, u.name_th, u.name_en) as name, u.lat, u.lon, u.accuracy_m, count(*) as days,
    min(o.day) as first_day, max(o.day) as last_day, coalesce(any_value(t.hours), 0) as hours,
    any_value(t.latest) as latest, any_value(d.quality) as quality, any_value(d.source) as source,
    any_value(r.standard_source) as standard_source
from own as o
join units as u using (unit_id)
join said as d on d.unit_id = o.unit_id
left join timed as t on t.unit_id = o.unit_id
cross join ruled as r
group by all
order by u.kind <> 'station', days desc, u.position
