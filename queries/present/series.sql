-- doc: One indicator by year, for one unit or ('') the one it leads with, with what identifies each figure; one row per unit and year.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN, $unit VARCHAR
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, label VARCHAR, period VARCHAR, short VARCHAR, at DOUBLE, value DOUBLE, era BIGINT, incomplete BOOLEAN, target_low DOUBLE, target_high DOUBLE, whose VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select *, bool_or(not is_sample) over () as published
    from headlines
    where $unit = '' and indicator_id = $indicator and period_start <= cast($until as date) and ($sample or not is_sample)
    union all by name
    select *, not is_sample as published
    from yearly_named
    where unit_id = $unit and indicator_id = $indicator and period_start <= cast($until as date)
        and ($sample or not is_sample)
)
select
    indicator_id, unit_id, period_kind, period_start, period_end,
    in_language($lang, unit_th, unit_en) as label, in_language($lang, label_th, label_en) as period,
    in_language($lang, short_th, short_en) as short,
    case period_kind
        when 'fiscal_year' then year(period_end)
        when 'calendar_year' then year(period_end)
        when 'academic_year' then year(period_start)
        else year(period_end) + (dayofyear(period_end) - 1) / 366.0
    end::double as at,
    value, era, incomplete, target_low, target_high, if(is_sample, null, in_language($lang, a.name_th, a.name_en)) as whose,
    quality,
    in_language($lang, source_th, source_en) as source, is_sample
from known
left join authorities as a on a.authority_id = target_authority
where published <> is_sample
order by period_start
