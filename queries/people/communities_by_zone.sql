-- doc: Communities of the municipality by election zone, as last known; one row per zone.
-- params: $lang VARCHAR, $until DATE
-- returns: label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ชุมชนในแต่ละเขต
-- title.en: Communities by zone
-- chart: bars x=label y=value text=number
-- says: extremes
with latest as (
    select * from yearly
    where indicator_id = 'communities-count' and starts_with(breakdown, 'zone-')
      and period_start <= cast($until as date)
    qualify dense_rank() over (order by period_start desc) = 1
)
select
    in_language($lang, b.name_th, b.name_en) as label, l.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, l.quality,
    in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, p.label_th, p.label_en) as period, l.is_sample
from latest as l
join breakdowns as b on b.breakdown_id = l.breakdown
join indicators as i using (indicator_id)
join sources as s on s.source_id = l.source_id
join periods as p
    on p.period_kind = l.period_kind and p.period_start = l.period_start and p.period_end = l.period_end
order by b.position
