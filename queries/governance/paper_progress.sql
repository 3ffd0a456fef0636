-- doc: Paper processes replaced by applications, done of total, in the latest quarter of each division; one row per division.
-- params: $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, done DOUBLE, total DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: จากกระดาษสู่แอปพลิเคชัน: งานที่เปลี่ยนแล้วต่องานทั้งหมด
-- title.en: From paper to applications: processes replaced of all processes
-- chart: progress y=label x=done total=total text=shown
-- says: extremes
with latest as (
    select * from yearly_named
    where indicator_id = 'paper-processes-replaced' and unit_kind = 'division'
      and period_start <= cast($until as date) and ($sample or not is_sample)
    qualify row_number() over (partition by unit_id order by period_start desc) = 1
)
select
    in_language($lang, l.unit_th, l.unit_en) as label, l.numerator as done, l.denominator as total,
    l.value, i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure, l.quality,
    in_language($lang, l.source_th, l.source_en) as source,
    in_language($lang, l.label_th, l.label_en) as period, l.is_sample
from latest as l
join indicators as i using (indicator_id)
join units as u on u.unit_id = l.unit_id
order by u.position
