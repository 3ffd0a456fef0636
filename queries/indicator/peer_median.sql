-- doc: The newest middle of what cities or provinces compared with report of one indicator; one row, or none.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE
-- returns: unit_kind VARCHAR, peers BIGINT, median DOUBLE, period VARCHAR
select m.unit_kind, m.peers, m.median, in_language($lang, p.label_th, p.label_en) as period
from peer_medians as m
join periods as p
    on p.period_kind = m.period_kind and p.period_start = m.period_start and p.period_end = m.period_end
where m.indicator_id = $indicator and m.period_start <= cast($until as date)
order by m.period_start desc, m.period_end desc, m.period_kind
limit 1
