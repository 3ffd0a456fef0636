-- doc: Communities of the municipality by election zone; one row per zone.
-- params: $lang VARCHAR
-- returns: label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ชุมชนในแต่ละเขต
-- title.en: Communities by zone
-- chart: bars x=label y=value text=shown
with zones as (
    select zone, count(*) as communities, any_value(source_id) as source_id
    from communities
    group by zone
)
select
    in_language($lang, b.name_th, b.name_en) as label,
    z.communities::double as value, i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure,
    s.confidence as quality, in_language($lang, s.title_th, s.title_en) as source,
    s.as_of as period, false as is_sample
from zones as z
join sources as s using (source_id)
join breakdowns as b on b.breakdown_id = 'zone-' || z.zone
join indicators as i on i.indicator_id = 'communities-count'
order by z.zone
