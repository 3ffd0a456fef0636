-- doc: Where days of an indicator were measured, up to a day; one row per unit, the city's own stations first, then those with most days.
-- params: $indicator VARCHAR, $until DATE, $lang VARCHAR
-- returns: unit_id VARCHAR, kind VARCHAR, home BOOLEAN, name VARCHAR, accuracy_m INTEGER, days BIGINT, first_day DATE, last_day DATE, hours BIGINT, latest DATE, quality VARCHAR, source VARCHAR, standard_source VARCHAR
-- sources:
-- A station is the city's own where its parent says so, or where it stands within 30 km of the city.
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
),
counted as (
    select unit_id, count(*) as days, min(day) as first_day, max(day) as last_day from own group by unit_id
)
select
    u.unit_id, u.kind,
    case
        when u.kind <> 'station' then not is_peer(u.kind)
        else coalesce(p.kind in ('city', 'tambon', 'district', 'province'), false)
            or coalesce(metres_between(u.lat, u.lon, m.lat, m.lon) <= 30000, false)
    end as home,
    in_language($lang, u.name_th, u.name_en) as name, u.accuracy_m, c.days, c.first_day, c.last_day,
    coalesce(t.hours, 0) as hours, t.latest, d.quality, d.source, r.standard_source
from counted as c
join units as u using (unit_id)
join said as d on d.unit_id = c.unit_id
left join units as p on p.unit_id = u.parent
left join timed as t on t.unit_id = c.unit_id
left join (from units where kind = 'city' and not is_sample order by position limit 1) as m on true
cross join ruled as r
order by home desc, u.kind <> 'station', c.days desc, u.position
