-- doc: Indicators of a domain of which single days were measured up to a day; one row per indicator.
-- params: $domain VARCHAR, $until DATE
-- returns: indicator_id VARCHAR, name_th VARCHAR, name_en VARCHAR
-- sources:
select i.indicator_id, i.name_th, i.name_en
from indicators as i
semi join (select indicator_id from judged_days where day <= cast($until as date) and verdict in ('within', 'over')) as d
    on d.indicator_id = i.indicator_id
where i.domain_id = $domain
order by i.position
