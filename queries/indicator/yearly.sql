-- doc: One indicator by year for the units it leads with, with the target that leads; one row per unit and year.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, period VARCHAR, at DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, era BIGINT, target_low DOUBLE, target_high DOUBLE, whose VARCHAR, periods BIGINT, periods_expected INTEGER, units BIGINT, units_expected BIGINT, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select *, bool_or(not is_sample) over () as published
    from indicator_years
    where indicator_id = $indicator and period_start <= cast($until as date) and ($sample or not is_sample)
)
select
    in_language($lang, unit_th, unit_en) as label, in_language($lang, label_th, label_en) as period, k.at, value, decimals,
    in_language($lang, measure_th, measure_en) as measure, era, target_low, target_high,
    -- What is made up is nobody's target.
    if(is_sample, null, in_language($lang, whose_th, whose_en)) as whose, periods, periods_expected, units, units_expected, quality,
    in_language($lang, source_th, source_en) as source, is_sample
from known as k
where published <> is_sample
order by period_start, unit_id
