-- doc: Where units are that are known within 500 m; one row per unit.
-- returns: unit_id VARCHAR, lat DOUBLE, lon DOUBLE
-- sources:
select unit_id, round(lat, 5) as lat, round(lon, 5) as lon
from units
where lat is not null and accuracy_m <= 500
order by unit_id
