-- doc: What each owner owes and how far its published figures reach; one row per indicator.
-- params: $lang VARCHAR
-- returns: owner VARCHAR, indicator_id VARCHAR, native_kind VARCHAR, due_days INTEGER, latest DATE
with published as (
    select indicator_id, max(latest) as latest from held where quality <> 'sample' group by indicator_id
)
select in_language($lang, c.owner_th, c.owner_en) as owner, c.indicator_id, c.native_kind, c.due_days, p.latest
from cards as c
left join published as p using (indicator_id)
order by owner collate th, c.position
