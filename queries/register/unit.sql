-- doc: A unit that hands in figures, real ones only; one row, none for another.
-- params: $unit VARCHAR
-- returns: unit_id VARCHAR, kind VARCHAR, name_th VARCHAR, name_en VARCHAR, parent VARCHAR
select unit_id, kind, name_th, name_en, parent
from units
where unit_id = $unit and not is_sample and reports(kind)
