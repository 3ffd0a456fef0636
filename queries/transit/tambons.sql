-- doc: Tambons that cells may lie in; one row per outline.
-- returns: outline_id VARCHAR, name_th VARCHAR, name_en VARCHAR
select outline_id, name_th, name_en
from outlines
where layer = 'tambon'
order by outline_id
