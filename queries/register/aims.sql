-- doc: The target that leads on the last day of a period, of every indicator and real unit that has one; one row per indicator and unit.
-- params: $end DATE
-- returns: indicator_id VARCHAR, unit_id VARCHAR, low DOUBLE, high DOUBLE
select t.indicator_id, t.unit_id, t.low, t.high
from leading_targets as t
join units as u using (unit_id)
where not u.is_sample and cast($end as date) between t.day_from and t.day_to
order by t.indicator_id, t.unit_id
