-- doc: The Maker Space from visits to projects that met a funder, in one fiscal year; one row per step.
-- params: $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: จาก Maker Space ถึงโครงการที่ได้ทุน
-- title.en: From the Maker Space to funded projects
-- chart: funnel y=label x=value text=shown
-- says: steps
with steps (indicator_id, step) as (
    values ('makerspace-visits', 1), ('makerspace-learners', 2), ('makerspace-prototypes', 3),
           ('makerspace-projects-proposed', 4), ('makerspace-projects-matched', 5)
),
known as (
    select h.*, s.step
    from headlines as h
    join steps as s using (indicator_id)
    where h.period_start <= cast($until as date) and ($sample or not h.is_sample)
),
latest as (
    -- The newest year with every step; published figures lead, and no made-up one completes them.
    select period_start, is_sample from known group by period_start, is_sample
    having count(distinct indicator_id) = 5
    order by is_sample, period_start desc limit 1
)
select
    in_language($lang, i.name_th, i.name_en) as label, k.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, k.quality,
    in_language($lang, k.source_th, k.source_en) as source,
    in_language($lang, k.label_th, k.label_en) as period, k.is_sample
from known as k
join latest using (period_start, is_sample)
join indicators as i using (indicator_id)
order by k.step
