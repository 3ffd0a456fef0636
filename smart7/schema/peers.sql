-- The median of the peers for each period that at least three of them have a whole figure of.
select
    y.indicator_id, own.unit_id, y.period_start, y.period_end, i.direction, median(y.value) as middle, count(*) as peers,
    arg_max(y.source_id, (y.as_of, y.source_id)) as source_id, max(y.as_of) as known_from,
    string_agg(u.name_th || ' ' || round(y.value, i.decimals), ', ' order by u.position) as each_th,
    string_agg(u.name_en || ' ' || round(y.value, i.decimals), ', ' order by u.position) as each_en
from yearly as y
join indicators as i using (indicator_id)
join units as u on u.unit_id = y.unit_id and u.kind = peer_kind(i.level)
join units as own on own.kind = replace(u.kind, 'peer_', '') and not own.is_sample
where y.breakdown = '' and i.direction in ('higher', 'lower') and not y.partial
  and not (i.over_time = 'sum' and y.periods < y.periods_expected)
group by y.indicator_id, own.unit_id, y.period_kind, y.period_start, y.period_end, i.direction
having count(*) >= 3
order by y.indicator_id, own.unit_id, y.period_start
