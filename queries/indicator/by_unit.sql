-- doc: One indicator by unit and year, for the forty first units of its kind; one row per unit and year.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: unit_id VARCHAR, label VARCHAR, period VARCHAR, at DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN, units_in_all BIGINT
with shown as (
    select y.*, u.position, dense_rank() over (order by u.position, u.unit_id) as nth
    from yearly_named as y
    join units as u using (unit_id)
    where y.indicator_id = $indicator and y.unit_kind = y.level
      and y.level in ('school', 'centre', 'division')
      and y.period_start <= cast($until as date) and ($sample or not y.is_sample)
),
counted as (
    select max(nth) as units_in_all from shown
)
select
    s.unit_id, in_language($lang, s.unit_th, s.unit_en) as label,
    in_language($lang, s.label_th, s.label_en) as period,
    case when s.period_kind = 'academic_year' then year(s.period_start) else year(s.period_end) end::double as at,
    s.value, i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure, s.quality,
    in_language($lang, s.source_th, s.source_en) as source, s.is_sample, c.units_in_all
from shown as s
cross join counted as c
join indicators as i using (indicator_id)
where s.nth <= 40
order by s.position, s.unit_id, s.period_start
