-- doc: Centres of the grid of about 250 m within 2 km of a stop; one row per cell, with the tambon it lies in.
-- returns: cell_id VARCHAR, lat DOUBLE, lon DOUBLE, outline_id VARCHAR
select cell_id, lat, lon, outline_id
from cells
order by lat, lon
