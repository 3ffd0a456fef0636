-- doc: Which sources each kind of thing on the map is drawn from; one row per kind and source.
-- params: $lang VARCHAR
-- returns: what VARCHAR, source VARCHAR
-- sources:
with used as (
    select layer as what, source_id from outlines
    union
    select kind, source_id from places
    union
    select 'count', source_id from traffic_counts
    union
    select kind, source_id from points
    union
    select status, source_id from gtfs_feeds where source_id is not null
)
select used.what, in_language($lang, s.title_th, s.title_en) as source
from used
join sources as s using (source_id)
order by all
