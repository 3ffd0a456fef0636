-- doc: Visitors of the province by month and year; one row per month.
-- params: $lang VARCHAR, $until DATE
-- returns: label VARCHAR, month VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ผู้มาเยือนจังหวัดขอนแก่น รายเดือน
-- title.en: Visitors of Khon Kaen Province, by month
-- chart: cells x=month y=label value=value
-- says: peak
select
    in_language($lang, buddhist_year(year(m.period_start)), year(m.period_start))::varchar as label,
    month(m.period_start)::varchar as month, m.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, quality_name(m.quality_rank) as quality,
    in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, p.label_th, p.label_en) as period, m.is_sample
from series as m
join indicators as i using (indicator_id)
join sources as s using (source_id)
join periods as p
    on p.period_kind = m.period_kind and p.period_start = m.period_start and p.period_end = m.period_end
where m.indicator_id = 'tourism-visitors-month' and m.unit_id = 'khonkaen-province' and m.breakdown = ''
  and m.period_kind = 'month' and not m.is_sample and m.period_start <= cast($until as date)
order by m.period_start
