-- The median of the peers for each period, as a target of the city or the province it stands beside.
select
    m.indicator_id, own.unit_id, m.period_start, m.period_end, i.direction, round(m.median, i.decimals) as middle, m.peers, m.source_id,
    m.as_of as known_from, m.each_th, m.each_en
from peer_medians as m
join indicators as i using (indicator_id)
join units as own on own.kind = replace(m.unit_kind, 'peer_', '') and not own.is_sample
-- How near a bound is, is a share of it; below zero that says nothing.
where i.direction in ('higher', 'lower') and m.median > 0
order by m.indicator_id, own.unit_id, m.period_start
