-- doc: Places whose position is known, and how far off it may be where that is more than 500 m; one row per place.
-- params:
-- returns: key VARCHAR, kind VARCHAR, name_th VARCHAR, name_en VARCHAR, lat DOUBLE, lon DOUBLE, doubt_m INTEGER
-- sources:
select
    'place.' || place_id as key, kind, name_th, name_en, round(lat, 5) as lat, round(lon, 5) as lon,
    if(accuracy_m > 500, accuracy_m, 0)::integer as doubt_m
from places
where lat is not null
order by kind, place_id
