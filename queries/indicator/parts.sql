-- doc: The parts of one indicator in its latest year, by sex, age, subject and so on; one row per part.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, dimension VARCHAR, period VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select y.*, bool_or(not y.is_sample) over () as published
    from yearly as y
    join indicators as i using (indicator_id)
    join units as u on u.unit_id = y.unit_id
    where y.indicator_id = $indicator and y.breakdown <> ''
      and leads(u.kind, i.level)
      and y.period_start <= cast($until as date) and ($sample or not y.is_sample)
),
latest as (
    select * from known
    where published <> is_sample
    qualify dense_rank() over (partition by unit_id order by period_start desc) = 1
)
select
    in_language($lang, b.name_th, b.name_en) as label, b.dimension,
    in_language($lang, p.label_th, p.label_en) as period, l.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, l.quality,
    in_language($lang, s.title_th, s.title_en) as source, l.is_sample
from latest as l
join breakdowns as b on b.breakdown_id = l.breakdown
join indicators as i using (indicator_id)
join periods as p
    on p.period_kind = l.period_kind and p.period_start = l.period_start and p.period_end = l.period_end
join sources as s on s.source_id = l.source_id
order by b.dimension, b.position
