-- doc: Revenue by kind and spending by kind of the newest fiscal year that tells both, and what was not spent; one row per kind.
-- params: $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: side VARCHAR, step VARCHAR, series VARCHAR, label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: เงินของเทศบาลในหนึ่งปี: มาจากไหน ไปไหน
-- title.en: A year of the municipality's money: where it comes from, where it goes
-- chart: through y=label x=value side=side
-- says: through
with sides (side, indicator_id, dimension) as (
    values ('in', 'total-revenue', 'revenue'), ('out', 'total-expenditure', 'expenditure')
),
known as (
    select s.side, y.*, b.position, in_language($lang, b.name_th, b.name_en) as label
    from yearly as y
    join sides as s using (indicator_id)
    join breakdowns as b on b.breakdown_id = y.breakdown and b.dimension = s.dimension
    where y.period_start <= cast($until as date) and ($sample or not y.is_sample) and not y.partial and y.value > 0
),
latest as (
    -- Published years lead; a made-up one stands in only where there is none.
    select unit_id, period_kind, period_start, is_sample
    from known
    group by unit_id, period_kind, period_start, is_sample
    having count(distinct side) = 2
    order by is_sample, period_start desc
    limit 1
),
found as (
    select
        k.side, k.breakdown as step, in_language($lang, i.name_th, i.name_en) as series, k.label, k.value, i.decimals, k.position,
        in_language($lang, i.measure_th, i.measure_en) as measure, k.quality,
        in_language($lang, s.title_th, s.title_en) as source,
        in_language($lang, p.label_th, p.label_en) as period, k.is_sample
    from known as k
    join latest as l using (unit_id, period_kind, period_start, is_sample)
    join indicators as i using (indicator_id)
    join sources as s using (source_id)
    join periods as p
        on p.period_kind = k.period_kind and p.period_start = k.period_start and p.period_end = k.period_end
),
rest as (
    -- What is left has no figure of its own: it is worked out, and where it went is not known.
    select
        'out' as side, 'unspent' as step, null as series, null as label,
        sum(value) filter (where side = 'in') - sum(value) filter (where side = 'out') as value,
        max(decimals) as decimals, 99 as position, min(measure) as measure,
        if(bool_or(is_sample), 'sample', 'modelled') as quality, null as source, min(period) as period,
        bool_or(is_sample) as is_sample
    from found
    having sum(value) filter (where side = 'in') > sum(value) filter (where side = 'out')
)
select side, step, series, label, value, decimals, measure, quality, source, period, is_sample
from (select * from found union all by name select * from rest)
order by side, value desc, position
