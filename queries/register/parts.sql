-- doc: The parts in which a unit can hand in the figures it owes for a period, with the figure before and the one held now; one row per indicator and part.
-- params: $unit VARCHAR, $kind VARCHAR, $start DATE
-- returns: indicator_id VARCHAR, breakdown_id VARCHAR, dimension VARCHAR, name_th VARCHAR, name_en VARCHAR, last_value DOUBLE, last_start DATE, last_end DATE, now_value DOUBLE, now_quality VARCHAR
with owed as (
    select i.indicator_id, if(i.level = u.kind, u.unit_id, u.parent) as whose
    from indicators as i
    join units as u on i.level = u.kind or (i.owner = u.unit_id and i.level = 'city')
    where u.unit_id = $unit and not u.is_sample and reports(u.kind) and i.due_days is not null and i.period_kind = $kind
),
held as (
    select o.indicator_id, o.breakdown, o.value, o.quality, o.period_start, o.period_end
    from observations as o
    join owed on owed.indicator_id = o.indicator_id and owed.whose = o.unit_id
    where o.known_to is null and o.breakdown <> '' and o.period_kind = $kind
      and o.period_start <= cast($start as date)
),
before as (
    select * from held
    where period_start < cast($start as date)
    qualify row_number() over (partition by indicator_id, breakdown order by period_start desc) = 1
)
select
    p.indicator_id, p.breakdown_id, d.dimension, d.name_th, d.name_en,
    b.value as last_value, b.period_start as last_start, b.period_end as last_end,
    n.value as now_value, n.quality as now_quality
from indicator_parts as p
join owed using (indicator_id)
join breakdowns as d using (breakdown_id)
left join before as b on b.indicator_id = p.indicator_id and b.breakdown = p.breakdown_id
left join held as n
    on n.indicator_id = p.indicator_id and n.breakdown = p.breakdown_id and n.period_start = cast($start as date)
order by p.indicator_id, d.dimension, d.position, p.breakdown_id
