-- doc: One indicator for each unit of its kind in one year, the latest where none is asked for (0); one row per unit.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN, $year INTEGER
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, label VARCHAR, period VARCHAR, short VARCHAR, value DOUBLE, target_low DOUBLE, target_high DOUBLE, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select y.*, u.position
    from yearly_named as y
    join units as u using (unit_id)
    where y.indicator_id = $indicator and y.unit_kind = y.level and y.level in ('school', 'centre', 'division')
      and y.period_start <= cast($until as date) and ($sample or not y.is_sample)
      and (cast($year as integer) = 0 or year(y.period_start) = cast($year as integer))
)
select
    indicator_id, unit_id, period_kind, period_start, period_end,
    in_language($lang, unit_th, unit_en) as label, in_language($lang, label_th, label_en) as period,
    in_language($lang, short_th, short_en) as short, value, target_low, target_high, quality,
    in_language($lang, source_th, source_en) as source, is_sample
from known
-- The latest year is that of the real figures, where there are any.
qualify period_start = coalesce(
    max(period_start) filter (where not is_sample) over (), max(period_start) over ()
)
order by is_sample, position, unit_id
