-- doc: Announced opening years of the light rail against the year of the announcement; one row per announcement.
-- params: $lang VARCHAR, $until DATE
-- returns: said DOUBLE, promised DOUBLE, label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: LRT: ปีที่สัญญาว่าจะเปิด เทียบกับปีที่ประกาศ
-- title.en: Light rail: the opening year promised, by the year of the promise
-- chart: promises x=said y=promised text=shown
-- says: promises
select
    year(o.period_start)::double as said, o.value as promised,
    in_language($lang, p.short_th, p.short_en) as label, o.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, o.quality,
    in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, p.label_th, p.label_en) as period, false as is_sample
from observations as o
join periods as p
    on p.period_kind = o.period_kind and p.period_start = o.period_start and p.period_end = o.period_end
join sources as s using (source_id)
join indicators as i using (indicator_id)
where o.indicator_id = 'lrt-announced-opening' and o.known_to is null
  and o.period_start <= cast($until as date)
order by o.period_start
