-- doc: Public facts that were read and left out, and why; one row per fact.
-- params: $lang VARCHAR
-- returns: domain_id VARCHAR, fact VARCHAR, year VARCHAR, reason VARCHAR
select domain_id, in_language($lang, fact_th, fact_en) as fact, year, in_language($lang, reason_th, reason_en) as reason
from not_used
order by rowid
