-- doc: What travel times assume, with a low and a high value, reason and source; one row per assumption.
-- returns: assumption_id VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE, measure_th VARCHAR, measure_en VARCHAR, applies_to VARCHAR, reason_th VARCHAR, reason_en VARCHAR, quality VARCHAR, source_id VARCHAR
select assumption_id, value, low, high, measure_th, measure_en, applies_to, reason_th, reason_en, quality, source_id
from assumptions
order by applies_to, assumption_id
