-- doc: The figures of some keys (indicator/unit/kind:start, and /part where there is one, with ~ between) as they are held now, to hold those of a frozen agenda against; one row per key that is held.
-- params: $keys VARCHAR
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, breakdown VARCHAR, value DOUBLE, quality VARCHAR, measure_th VARCHAR, measure_en VARCHAR, value_kind VARCHAR, decimals INTEGER
with asked as (
    select
        split_part(key, '/', 1) as indicator_id, split_part(key, '/', 2) as unit_id,
        split_part(split_part(key, '/', 3), ':', 1) as period_kind,
        try_cast(split_part(split_part(key, '/', 3), ':', 2) as date) as period_start, split_part(key, '/', 4) as breakdown
    from (select distinct unnest(string_split($keys, '~')) as key)
),
every as (
    select y.indicator_id, y.unit_id, y.period_kind, y.period_start, y.breakdown, y.value, y.quality, 0 as place
    from yearly as y
    join asked using (indicator_id, unit_id, period_kind, period_start, breakdown)
    union all
    select o.indicator_id, o.unit_id, o.period_kind, o.period_start, o.breakdown, o.value, o.quality, 1 as place
    from observations as o
    join asked using (indicator_id, unit_id, period_kind, period_start, breakdown)
    where o.known_to is null
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
