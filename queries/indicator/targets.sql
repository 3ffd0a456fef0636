-- doc: Every target of one indicator for one unit, '' for the one it leads with, in the order in which they lead, the newest first; one row per target.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE
-- returns: target_authority VARCHAR, target_low DOUBLE, target_high DOUBLE, target_from DATE, target_to DATE, target_quality VARCHAR, target_source_id VARCHAR, target_source_th VARCHAR, target_source_en VARCHAR, target_known DATE, target_note_th VARCHAR, target_note_en VARCHAR
select
    authority as target_authority, low as target_low, high as target_high, period_from as target_from,
    period_to as target_to, quality as target_quality, source_id as target_source_id, source_th as target_source_th,
    source_en as target_source_en, known_from as target_known, note_th as target_note_th, note_en as target_note_en
from indicator_targets
where indicator_id = $indicator and if($unit = '', of_leader, unit_id = $unit) and period_from <= cast($until as date)
order by position, period_from desc
