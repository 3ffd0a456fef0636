-- doc: Every target of one indicator for one unit, '' for the one it leads with, in the order in which they lead, the newest first; one row per target.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE
-- returns: target_authority VARCHAR, target_low DOUBLE, target_high DOUBLE, target_from DATE, target_to DATE, target_quality VARCHAR, target_source_id VARCHAR, target_source_th VARCHAR, target_source_en VARCHAR, target_known DATE, target_note_th VARCHAR, target_note_en VARCHAR
with leader as (
    -- Several of a kind lead together, and no target of one of them is that of all.
    select any_value(u.unit_id) as unit_id
    from units as u
    join indicators as i on leads(u.kind, i.level)
    where i.indicator_id = $indicator and not u.is_sample
    having count(*) = 1
)
select
    t.authority as target_authority, t.low as target_low, t.high as target_high, t.period_from as target_from,
    t.period_to as target_to, t.quality as target_quality, t.source_id as target_source_id,
    s.title_th as target_source_th, s.title_en as target_source_en, t.known_from as target_known,
    t.note_th as target_note_th, t.note_en as target_note_en
from targets as t
join authorities as a on a.authority_id = t.authority
join sources as s on s.source_id = t.source_id
where t.indicator_id = $indicator and t.unit_id = coalesce(nullif($unit, ''), (from leader))
  and t.period_from <= cast($until as date)
order by a.position, t.period_from desc
