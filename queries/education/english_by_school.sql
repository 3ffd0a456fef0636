-- doc: The English score of each of the forty first schools by academic year; one row per school and year.
-- params: $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: series VARCHAR, label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: คะแนนภาษาอังกฤษของแต่ละโรงเรียน
-- title.en: English score, school by school
-- chart: each y=value x=label series=series
-- says: extremes
with known as (
    select *, bool_or(not is_sample) over () as published
    from yearly_named
    where indicator_id = 'english-results' and unit_kind = 'school' and period_start <= cast($until as date)
      and ($sample or not is_sample)
),
shown as (
    select unit_id, position from units
    where unit_id in (select unit_id from known where published <> is_sample)
    order by position, unit_id
    limit 40
)
select
    in_language($lang, k.unit_th, k.unit_en) as series, in_language($lang, k.short_th, k.short_en) as label, k.value,
    i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure, k.quality,
    in_language($lang, k.source_th, k.source_en) as source,
    in_language($lang, k.label_th, k.label_en) as period, k.is_sample
from known as k
join shown as s using (unit_id)
join indicators as i using (indicator_id)
where k.published <> k.is_sample and k.value is not null
order by s.position, k.unit_id, k.period_start
