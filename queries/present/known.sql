-- doc: The figures of several indicators and units (ids with ~ between) as they are held now, to hold those of a frozen agenda against; one row per indicator, unit, period and part.
-- params: $indicators VARCHAR, $units VARCHAR
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, breakdown VARCHAR, value DOUBLE, quality VARCHAR, measure_th VARCHAR, measure_en VARCHAR, value_kind VARCHAR, decimals INTEGER
with asked as (
    select unnest(string_split($indicators, '~'))
),
whose as (
    select unnest(string_split($units, '~'))
),
every as (
    select indicator_id, unit_id, period_kind, period_start, breakdown, value, quality, 0 as place
    from yearly
    where indicator_id in (from asked) and unit_id in (from whose)
    union all
    select indicator_id, unit_id, period_kind, period_start, breakdown, value, quality, 1 as place
    from observations
    where known_to is null and indicator_id in (from asked) and unit_id in (from whose)
)
select
    e.indicator_id, e.unit_id, e.period_kind, e.period_start, e.breakdown, e.value, e.quality,
    i.measure_th, i.measure_en, i.value_kind, i.decimals
from every as e
join indicators as i using (indicator_id)
-- A yearly total stands before the observation it may be made of.
qualify row_number() over (
    partition by e.indicator_id, e.unit_id, e.period_kind, e.period_start, e.breakdown order by e.place
) = 1
order by e.indicator_id, e.unit_id, e.period_kind, e.period_start, e.breakdown
