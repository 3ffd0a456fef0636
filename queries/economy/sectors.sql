-- doc: The provincial product by sector and year; one row per sector and year.
-- params: $lang VARCHAR, $until DATE
-- returns: series VARCHAR, label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ผลิตภัณฑ์จังหวัดแยกตามภาค
-- title.en: The provincial product by sector
-- chart: each y=value x=label series=series
-- says: extremes
select
    in_language($lang, b.name_th, b.name_en) as series, in_language($lang, p.short_th, p.short_en) as label, y.value,
    i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure, y.quality,
    in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, p.label_th, p.label_en) as period, y.is_sample
from yearly as y
join indicators as i using (indicator_id)
join breakdowns as b on b.breakdown_id = y.breakdown and b.dimension = 'sector'
join sources as s using (source_id)
join periods as p
    on p.period_kind = y.period_kind and p.period_start = y.period_start and p.period_end = y.period_end
where y.indicator_id = 'gpp-province' and y.unit_id = 'khonkaen-province' and y.value is not null
  and not y.is_sample and y.period_start <= cast($until as date)
order by b.position, y.period_start
