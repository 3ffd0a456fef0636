-- doc: Points where traffic was counted; one row per point.
-- params:
-- returns: key VARCHAR, name_th VARCHAR, name_en VARCHAR, lat DOUBLE, lon DOUBLE, vehicles DOUBLE
-- sources:
select
    'count.' || count_id as key, name_th, name_en, round(lat, 5) as lat, round(lon, 5) as lon,
    vehicles_per_hour as vehicles
from traffic_counts
where lat is not null
order by count_id
