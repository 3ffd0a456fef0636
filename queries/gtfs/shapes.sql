-- doc: shapes.txt of a feed; one row per point of a line.
-- params: $feed VARCHAR
-- returns: shape_id VARCHAR, shape_pt_lat DOUBLE, shape_pt_lon DOUBLE, shape_pt_sequence INTEGER
-- sources:
select shape_id, lat as shape_pt_lat, lon as shape_pt_lon, sequence as shape_pt_sequence
from gtfs_shapes
where feed_id = $feed
order by shape_id, sequence
