-- doc: What a school, centre or division owes for a period: the indicators measured at its own kind, and those of the city that it answers for, with the figure before and the target in force; one row per indicator.
-- params: $unit VARCHAR, $kind VARCHAR, $start DATE, $end DATE
-- returns: indicator_id VARCHAR, domain_id VARCHAR, name_th VARCHAR, name_en VARCHAR, about_th VARCHAR, about_en VARCHAR, measure_th VARCHAR, measure_en VARCHAR, value_kind VARCHAR, scale DOUBLE, by_parts BOOLEAN, weight_th VARCHAR, weight_en VARCHAR, decimals INTEGER, due_days INTEGER, range_min DOUBLE, range_max DOUBLE, formula_th VARCHAR, formula_en VARCHAR, register_th VARCHAR, register_en VARCHAR, whose VARCHAR, last_value DOUBLE, last_start DATE, last_end DATE, last_quality VARCHAR, target_low DOUBLE, target_high DOUBLE, target_authority VARCHAR
with me as (
    select unit_id, kind, parent from units where unit_id = $unit and not is_sample and reports(kind)
),
owed as (
    select i.*, d.position as domain_position, if(i.level = me.kind, me.unit_id, me.parent) as whose
    from indicators as i
    join me on i.level = me.kind or (i.owner = me.unit_id and i.level = 'city')
    join domains as d using (domain_id)
    where i.period_kind = $kind and i.due_days is not null
),
before as (
    select o.indicator_id, o.unit_id, o.value, o.period_start, o.period_end, o.quality
    from observations as o
    join owed on owed.indicator_id = o.indicator_id and owed.whose = o.unit_id
    where o.known_to is null and o.breakdown = '' and o.period_kind = $kind and o.period_start < cast($start as date)
    qualify row_number() over (partition by o.indicator_id, o.unit_id order by o.period_start desc) = 1
)
select
    o.indicator_id, o.domain_id, o.name_th, o.name_en, o.about_th, o.about_en, o.measure_th, o.measure_en,
    o.value_kind, o.scale, o.over_time in ('ratio', 'mean') or o.over_units in ('ratio', 'mean') as by_parts,
    o.weight_th, o.weight_en, o.decimals, o.due_days, o.range_min, o.range_max, o.formula_th, o.formula_en,
    o.register_th, o.register_en, o.whose,
    b.value as last_value, b.period_start as last_start, b.period_end as last_end, b.quality as last_quality,
    t.low as target_low, t.high as target_high, t.authority as target_authority
from owed as o
semi join units as u on u.unit_id = o.whose
left join before as b on b.indicator_id = o.indicator_id and b.unit_id = o.whose
left join leading_targets as t
    on t.indicator_id = o.indicator_id and t.unit_id = o.whose and cast($end as date) between t.day_from and t.day_to
order by o.domain_position, o.position, o.indicator_id
