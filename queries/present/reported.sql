-- doc: Which of several indicators (ids with ~ between) have a figure at all; one row per indicator.
-- params: $indicators VARCHAR
-- returns: indicator_id VARCHAR
select indicator_id
from indicators as i
where list_contains(string_split($indicators, '~'), indicator_id)
  and exists (select 1 from series as s where s.indicator_id = i.indicator_id)
order by indicator_id
