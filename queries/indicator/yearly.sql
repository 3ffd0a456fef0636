-- doc: One indicator by year for the units it leads with, with target; one row per unit and year.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, period VARCHAR, at DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, era BIGINT, target_low DOUBLE, target_high DOUBLE, periods BIGINT, periods_expected INTEGER, units BIGINT, units_expected BIGINT, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select *, bool_or(not is_sample) over () as published
    from headlines
    where indicator_id = $indicator and period_start <= cast($until as date) and ($sample or not is_sample)
)
select
    in_language($lang, k.unit_th, k.unit_en) as label, in_language($lang, k.label_th, k.label_en) as period,
    case k.period_kind
        when 'fiscal_year' then year(k.period_end)
        when 'calendar_year' then year(k.period_end)
        when 'academic_year' then year(k.period_start)
        else year(k.period_end) + (dayofyear(k.period_end) - 1) / 366.0
    end::double as at,
    k.value, i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure,
    k.era, k.target_low, k.target_high, k.periods, k.periods_expected, k.units, k.units_expected, k.quality,
    in_language($lang, k.source_th, k.source_en) as source, k.is_sample
from known as k
join indicators as i using (indicator_id)
where k.published <> k.is_sample
order by k.period_start
