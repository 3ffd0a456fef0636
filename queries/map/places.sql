-- doc: Places whose position is known to 500 m or better; one row per place.
-- params:
-- returns: key VARCHAR, kind VARCHAR, name_th VARCHAR, name_en VARCHAR, lat DOUBLE, lon DOUBLE
-- sources:
select
    'place.' || place_id as key, kind, name_th, name_en, round(lat, 5) as lat, round(lon, 5) as lon
from places
where lat is not null and coalesce(accuracy_m, 0) <= 500
order by kind, place_id
