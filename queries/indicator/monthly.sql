-- doc: One indicator by month or quarter for the unit it leads with; one row per period.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, period VARCHAR, at DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
select
    in_language($lang, unit_th, unit_en) as label, in_language($lang, label_th, label_en) as period, k.at, value, decimals,
    in_language($lang, measure_th, measure_en) as measure, quality, in_language($lang, source_th, source_en) as source,
    is_sample
from indicator_months as k
where indicator_id = $indicator and period_start <= cast($until as date) and ($sample or not unit_is_sample)
order by period_start, unit_th
