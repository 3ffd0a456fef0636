-- doc: Schools, hospitals, markets and terminals; one row per place, lat and lon null where unknown.
-- returns: place_id VARCHAR, kind VARCHAR, name_th VARCHAR, name_en VARCHAR, lat DOUBLE, lon DOUBLE, municipal_school BOOLEAN
select place_id, kind, name_th, name_en, lat, lon, municipal_school
from places
where kind in ('school', 'hospital', 'market', 'terminal')
order by kind, place_id
