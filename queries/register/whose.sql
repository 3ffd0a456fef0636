-- doc: Each indicator that a school, centre or division owes figures of, and the unit they are about; one row per indicator.
-- params: $unit VARCHAR
-- returns: indicator_id VARCHAR, about VARCHAR, domain_id VARCHAR, name_th VARCHAR, name_en VARCHAR, about_th VARCHAR, about_en VARCHAR, measure_th VARCHAR, measure_en VARCHAR, period_kind VARCHAR, due_days INTEGER, decimals INTEGER, direction VARCHAR, over_time VARCHAR, by_parts BOOLEAN, scale DOUBLE, range_min DOUBLE, range_max DOUBLE
with owed as (
    select i.*, if(i.level = u.kind, u.unit_id, u.parent) as about
    from indicators as i
    join units as u on i.level = u.kind or (i.owner = u.unit_id and i.level = 'city')
    where u.unit_id = $unit and not u.is_sample and reports(u.kind) and i.due_days is not null
)
select
    o.indicator_id, o.about, o.domain_id, o.name_th, o.name_en, u.name_th as about_th, u.name_en as about_en,
    o.measure_th, o.measure_en, o.period_kind, o.due_days, o.decimals, o.direction, o.over_time,
    o.over_time in ('ratio', 'mean') or o.over_units in ('ratio', 'mean') as by_parts, o.scale, o.range_min, o.range_max
from owed as o
join units as u on u.unit_id = o.about
order by o.domain_id, o.position, o.indicator_id
