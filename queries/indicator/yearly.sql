-- doc: One indicator by year for the units it leads with, with the target of one authority or ('') the one that leads, and beside a chosen one the one that leads; one row per unit and year.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN, $authority VARCHAR
-- returns: label VARCHAR, period VARCHAR, at DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, era BIGINT, target_low DOUBLE, target_high DOUBLE, whose VARCHAR, other_low DOUBLE, other_high DOUBLE, other VARCHAR, periods BIGINT, periods_expected INTEGER, units BIGINT, units_expected BIGINT, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select *, bool_or(not is_sample) over () as published
    from headlines
    where indicator_id = $indicator and period_start <= cast($until as date) and ($sample or not is_sample)
),
held as (
    select
        k.*, coalesce(c.authority, if($authority = '', k.target_authority, null)) as chosen,
        if($authority = '', k.target_low, c.low) as low, if($authority = '', k.target_high, c.high) as high,
        -- The target that leads is drawn a second time only where another is chosen.
        if($authority = '' or k.target_authority = $authority, null, k.target_authority) as beside
    from known as k
    left join targets as c
        on c.indicator_id = k.indicator_id and c.unit_id = k.unit_id and c.authority = $authority
       and in_force(k.period_end, c.period_from, c.period_to)
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
    k.era, k.low as target_low, k.high as target_high,
    -- What is made up is nobody's target.
    if(k.is_sample, null, in_language($lang, a.name_th, a.name_en)) as whose,
    if(k.beside is null, null, k.target_low) as other_low, if(k.beside is null, null, k.target_high) as other_high,
    in_language($lang, b.name_th, b.name_en) as other,
    k.periods, k.periods_expected, k.units, k.units_expected, k.quality,
    in_language($lang, k.source_th, k.source_en) as source, k.is_sample
from held as k
join indicators as i using (indicator_id)
left join authorities as a on a.authority_id = k.chosen
left join authorities as b on b.authority_id = k.beside
where k.published <> k.is_sample
order by k.period_start
