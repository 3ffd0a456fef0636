-- doc: The quality checks this snapshot passed; one row per check.
-- params: $lang VARCHAR
-- returns: check_id VARCHAR, title VARCHAR, faults INTEGER
select check_id, in_language($lang, title_th, title_en) as title, faults
from checks
order by rowid
