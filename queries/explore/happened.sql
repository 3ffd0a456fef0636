-- doc: What questions about accidents, days and service as driven may be filled in with: kinds, indicators, areas, tambons, causes, vehicles and accidents with a death, each with how much it holds and from when to when; one row per value.
-- params: $lang VARCHAR
-- returns: blank VARCHAR, slug VARCHAR, name VARCHAR, count BIGINT, first_day DATE, last_day DATE
-- sources:
with accidents as (select * from points where kind = 'accident'),
own as (select * from judged_days where verdict <> 'few')
select 'what' as blank, 'accidents' as slug, '' as name, count(*) as count, min(day) as first_day, max(day) as last_day
from accidents
having count > 0
union all
select 'fatal', '', '', count(*) as count, min(day), max(day) from accidents where deaths > 0 having count > 0
union all
select 'what', 'days', '', count(*) as count, min(day), max(day) from own having count > 0
union all
select 'what', 'service', '', count(*) as count, min(service_date), max(service_date) from driven_days having count > 0
union all
select
    'indicators', o.indicator_id, in_language($lang, any_value(i.name_th), any_value(i.name_en)), count(*), min(o.day), max(o.day)
from own as o
join indicators as i using (indicator_id)
group by o.indicator_id
union all
select 'areas', coalesce(area, 'unplaced'), '', count(*), min(day), max(day) from accidents group by area
union all
select
    'tambons', a.outline_id, in_language($lang, any_value(o.name_th), any_value(o.name_en)), count(*), min(a.day), max(a.day)
from accidents as a
join outlines as o using (outline_id)
group by a.outline_id
union all
select 'causes', cause, '', count(*), min(day), max(day) from accidents where cause is not null group by cause
union all
select 'vehicles', vehicle, '', count(*), min(day), max(day) from accidents where vehicle is not null group by vehicle
order by blank, count desc, name collate th, slug
