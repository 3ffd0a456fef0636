-- doc: Waste of one fiscal year from collection to what became electricity; one row per step, in tonnes.
-- params: $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ขยะหนึ่งปี: จากที่เก็บได้ถึงไฟฟ้า
-- title.en: A year of waste: from collection to electricity
-- chart: flow y=label x=value text=shown
with steps (indicator_id, step) as (
    values ('waste-collected', 1), ('waste-to-energy-tonnes', 2), ('waste-electricity', 3)
),
known as (
    select h.*, s.step
    from headlines as h
    join steps as s using (indicator_id)
    where h.period_start <= cast($until as date) and ($sample or not h.is_sample)
      and h.periods = h.periods_expected
),
latest as (
    -- The newest year that has every step, so that the steps belong together.
    select period_start from known group by period_start having count(distinct indicator_id) = 3
    order by period_start desc limit 1
)
select
    in_language($lang, i.name_th, i.name_en) as label, k.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, k.quality,
    in_language($lang, k.source_th, k.source_en) as source,
    in_language($lang, k.label_th, k.label_en) as period, k.is_sample
from known as k
join latest using (period_start)
join indicators as i using (indicator_id)
order by k.step
