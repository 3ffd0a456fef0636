-- doc: What is remarked of the sources of accidents and days; one row per source with a remark.
-- params: $lang VARCHAR
-- returns: source_id VARCHAR, remark VARCHAR
-- sources:
select source_id, in_language($lang, note_th, note_en) as remark
from sources
where note_th is not null
  and source_id in (select source_id from points union select source_id from days)
order by source_id
