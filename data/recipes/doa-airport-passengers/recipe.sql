-- doc: Passengers of the airport of a province in a month; one row per airport and month.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE
select
    'airport-passengers-province' as indicator_id, a.unit_id, 'month' as period_kind, r.month as period_start,
    cast(r.passengers as double) as value
from rows as r
left join airports as a
    on a.airport = regexp_replace(replace(r.airport, ' ', ''), '^(ท่าอากาศยาน|ทภ\.|สนามบิน)', '')
