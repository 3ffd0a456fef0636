-- doc: Every assumption of the networks and of travel times with its range and reason; one row per assumption.
-- params: $lang VARCHAR
-- returns: assumption_id VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE, measure VARCHAR, applies_to VARCHAR, reason VARCHAR, quality VARCHAR, source VARCHAR
-- sources:
select
    a.assumption_id, a.value, a.low, a.high, in_language($lang, a.measure_th, a.measure_en) as measure, a.applies_to,
    in_language($lang, a.reason_th, a.reason_en) as reason, a.quality,
    in_language($lang, s.title_th, s.title_en) as source
from assumptions as a
left join sources as s using (source_id)
order by a.applies_to, a.assumption_id
