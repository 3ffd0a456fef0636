-- doc: What each source is called; one row per source.
-- returns: source_id VARCHAR, title_th VARCHAR, title_en VARCHAR
select source_id, title_th, title_en
from sources
order by source_id
