-- doc: Waste of one fiscal year from collection to what became electricity; one row per step, those without a figure too.
-- params: $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: step VARCHAR, out_of VARCHAR, label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ขยะหนึ่งปี: จากที่เก็บได้ถึงไฟฟ้า
-- title.en: A year of waste: from collection to electricity
-- chart: flow y=label x=value text=shown
-- says: steps
with steps (position, step, out_of, indicator_id) as (
    values (1, 'collected', null, 'waste-collected'), (2, 'plant', 'collected', 'waste-to-energy-tonnes'),
           (3, 'electricity', 'plant', 'waste-electricity'), (5, 'recycled', null, 'recycling-rate')
),
known as (
    -- Of the share that is recycled the tonnes are wanted, which are its numerator.
    select h.*, if(h.indicator_id = 'recycling-rate', h.numerator, h.value) as amount
    from headlines as h
    join steps using (indicator_id)
    where h.period_start <= cast($until as date) and ($sample or not h.is_sample)
      and h.periods = h.periods_expected
),
latest as (
    -- The newest year that says how much was collected and how much of it went to the plant; published figures
    -- lead, and no made-up one completes them.
    select period_start, is_sample from known where indicator_id in ('waste-collected', 'waste-to-energy-tonnes')
    group by period_start, is_sample having count(distinct indicator_id) = 2
    order by is_sample, period_start desc limit 1
),
found as (
    select
        s.position, s.step, s.out_of, in_language($lang, i.name_th, i.name_en) as label, k.amount as value,
        if(s.step = 'recycled', 0, i.decimals) as decimals,
        if(s.step = 'recycled', null, in_language($lang, i.measure_th, i.measure_en)) as measure, k.quality,
        in_language($lang, k.source_th, k.source_en) as source,
        in_language($lang, k.label_th, k.label_en) as period, coalesce(k.is_sample, false) as is_sample
    from steps as s
    cross join latest as l
    join indicators as i using (indicator_id)
    left join known as k
        on k.indicator_id = s.indicator_id and k.period_start = l.period_start and k.is_sample = l.is_sample
       and k.amount is not null
),
rest as (
    -- What is left of the collected has no figure of its own: it is worked out, and where it went is not known.
    select
        4 as position, 'rest' as step, 'collected' as out_of, null as label, c.value - p.value as value, 0 as decimals,
        c.measure, if(c.is_sample or p.is_sample, 'sample', 'modelled') as quality, null as source, c.period,
        c.is_sample or p.is_sample as is_sample
    from found as c
    join found as p on c.step = 'collected' and p.step = 'plant' and c.value > p.value
)
select
    step, out_of, label, value, decimals,
    coalesce(measure, first_value(measure) over (order by position)) as measure, quality, source, period, is_sample
from (select * from found union all by name select * from rest)
order by position
