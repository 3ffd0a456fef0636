-- doc: Every whole figure of a real unit held true now whose period begins within some days; one row per figure.
-- params: $since DATE, $until DATE
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, partial BOOLEAN, quality VARCHAR
select o.indicator_id, o.unit_id, o.period_kind, o.period_start, o.value, o.partial, o.quality
from observations as o
join units as u using (unit_id)
where o.known_to is null and o.breakdown = '' and not u.is_sample
  and o.period_start between cast($since as date) and cast($until as date)
order by o.indicator_id, o.unit_id, o.period_start
