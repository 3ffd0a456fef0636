-- doc: Under which other unit each real unit of the municipality stands, and what it is called; one row per unit.
-- params:
-- returns: unit_id VARCHAR, parent VARCHAR, name_th VARCHAR, name_en VARCHAR
select unit_id, parent, name_th, name_en
from units
where not is_sample and kind in ('city', 'school', 'centre', 'division')
order by position
