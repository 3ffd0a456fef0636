-- doc: Men and women registered in the city by year; one row per year and sex, men first.
-- params: $lang VARCHAR, $until DATE
-- returns: label VARCHAR, part VARCHAR, series VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ประชากรชายและหญิงตามทะเบียนราษฎร รายปี
-- title.en: Men and women registered, by year
-- chart: mirror y=label x=value side=series
-- says: wider
select
    in_language($lang, p.short_th, p.short_en) as label, y.breakdown as part,
    in_language($lang, b.name_th, b.name_en) as series, y.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, y.quality,
    in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, p.label_th, p.label_en) as period, y.is_sample
from yearly as y
join indicators as i using (indicator_id)
join breakdowns as b on b.breakdown_id = y.breakdown
join sources as s using (source_id)
join periods as p
    on p.period_kind = y.period_kind and p.period_start = y.period_start and p.period_end = y.period_end
where y.indicator_id = 'registered-population' and y.unit_id = 'khonkaen-city' and y.breakdown in ('male', 'female')
  and not y.is_sample and y.period_start <= cast($until as date)
order by y.period_start, y.breakdown = 'female'
