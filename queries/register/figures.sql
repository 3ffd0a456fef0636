-- doc: The published figures of one indicator as they are held now, those of units of its own level before others, the newest first, to say something about one of them; one row per unit and period, at most 300.
-- params: $indicator VARCHAR
-- returns: unit_id VARCHAR, kind VARCHAR, unit_th VARCHAR, unit_en VARCHAR, period_kind VARCHAR, period_start DATE, label_th VARCHAR, label_en VARCHAR, value DOUBLE, measure_th VARCHAR, measure_en VARCHAR, value_kind VARCHAR, decimals INTEGER, quality VARCHAR, source_th VARCHAR, source_en VARCHAR
with every as (
    select y.unit_id, y.period_kind, y.period_start, y.period_end, y.value, y.quality, y.source_id, 0 as place
    from yearly as y
    where y.indicator_id = $indicator and y.breakdown = '' and y.quality <> 'sample'
    union all
    select o.unit_id, o.period_kind, o.period_start, o.period_end, o.value, o.quality, o.source_id, 1 as place
    from observations as o
    where o.indicator_id = $indicator and o.breakdown = '' and o.quality <> 'sample' and o.known_to is null
),
held as (
    select e.*
    from every as e
    join units as u using (unit_id)
    where not u.is_sample
    -- A yearly total stands before the observation it may be made of.
    qualify row_number() over (partition by e.unit_id, e.period_kind, e.period_start order by e.place) = 1
)
select
    h.unit_id, u.kind, u.name_th as unit_th, u.name_en as unit_en, h.period_kind, h.period_start,
    p.label_th, p.label_en, h.value, i.measure_th, i.measure_en, i.value_kind, i.decimals, h.quality,
    s.title_th as source_th, s.title_en as source_en
from held as h
join units as u using (unit_id)
join indicators as i on i.indicator_id = $indicator
join periods as p
    on p.period_kind = h.period_kind and p.period_start = h.period_start and p.period_end = h.period_end
left join sources as s on s.source_id = h.source_id
order by u.kind <> i.level, h.period_end desc, u.position, h.unit_id, h.period_kind
limit 300
