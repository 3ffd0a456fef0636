-- doc: The published years of several indicators (ids with ~ between) and of the places that share an axis with them; one row per indicator, place and year.
-- params: $indicators VARCHAR, $lang VARCHAR, $until DATE
-- returns: indicator_id VARCHAR, place BIGINT, unit_id VARCHAR, label VARCHAR, unit_kind VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, short VARCHAR, value DOUBLE, era BIGINT, incomplete BOOLEAN, target_low DOUBLE, target_high DOUBLE, source VARCHAR, is_sample BOOLEAN
with wanted as (
    select unnest(string_split($indicators, '~')) as indicator_id
),
own as (
    select h.*, 0::bigint as place
    from headlines as h
    join wanted using (indicator_id)
    where not h.is_sample and h.period_start <= cast($until as date)
),
others as (
    -- A count of another place is no yardstick: only what does not grow with the size of a place.
    select b.indicator_id, b.place, y.* exclude (indicator_id)
    from beside as b
    join wanted as w on w.indicator_id = b.indicator_id
    join yearly_named as y on y.indicator_id = b.other_id and y.unit_id = b.unit_id
    where not b.own and b.drawn = 'values' and not y.is_sample and y.period_start <= cast($until as date)
)
select
    indicator_id, place, unit_id, in_language($lang, unit_th, unit_en) as label, unit_kind, period_kind, period_start,
    period_end, in_language($lang, short_th, short_en) as short, value, era, coalesce(incomplete, false) as incomplete,
    target_low, target_high, in_language($lang, source_th, source_en) as source, false as is_sample
from (select * from own union all by name select * from others)
order by indicator_id, place, period_start, period_end
