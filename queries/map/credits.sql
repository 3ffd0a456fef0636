-- doc: What the base map and its points are drawn from; one row per source.
-- params: $lang VARCHAR
-- returns: source VARCHAR, publisher VARCHAR, licence VARCHAR
-- sources:
with used as (
    select source_id from outlines
    union
    select source_id from places
    union
    select source_id from traffic_counts
    union
    select source_id from points
    union
    select source_id from gtfs_feeds where source_id is not null
)
select
    in_language($lang, s.title_th, s.title_en) as source, in_language($lang, s.publisher_th, s.publisher_en) as publisher,
    in_language($lang, s.licence_th, s.licence_en) as licence
from used
join sources as s using (source_id)
order by all
