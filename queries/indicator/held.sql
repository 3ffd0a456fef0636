-- doc: One indicator by year for the units it leads with, held against the target of one authority, beside which the one that leads is told; one row per unit and year.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN, $authority VARCHAR
-- returns: label VARCHAR, period VARCHAR, at DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, era BIGINT, target_low DOUBLE, target_high DOUBLE, whose VARCHAR, other_low DOUBLE, other_high DOUBLE, other VARCHAR, periods BIGINT, periods_expected INTEGER, units BIGINT, units_expected BIGINT, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select *, bool_or(not is_sample) over () as published
    from indicator_years
    where indicator_id = $indicator and period_start <= cast($until as date) and ($sample or not is_sample)
)
select
    in_language($lang, k.unit_th, k.unit_en) as label, in_language($lang, k.label_th, k.label_en) as period, k.at,
    k.value, k.decimals, in_language($lang, k.measure_th, k.measure_en) as measure, k.era,
    c.low as target_low, c.high as target_high,
    -- What is made up is nobody's target.
    if(k.is_sample, null, in_language($lang, a.name_th, a.name_en)) as whose,
    -- The target that leads is drawn a second time only where another is chosen.
    if(k.target_authority = $authority, null, k.target_low) as other_low,
    if(k.target_authority = $authority, null, k.target_high) as other_high,
    if(k.target_authority = $authority, null, in_language($lang, k.whose_th, k.whose_en)) as other,
    k.periods, k.periods_expected, k.units, k.units_expected, k.quality,
    in_language($lang, k.source_th, k.source_en) as source, k.is_sample
from known as k
left join targets as c
    on c.indicator_id = k.indicator_id and c.unit_id = k.unit_id and c.authority = $authority
   and in_force(k.period_end, c.period_from, c.period_to)
left join authorities as a on a.authority_id = c.authority
where k.published <> k.is_sample
order by k.period_start, k.unit_id
