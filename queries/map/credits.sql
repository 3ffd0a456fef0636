-- doc: What the base map and its points are drawn from, and whether accidents are; one row per source.
-- params: $lang VARCHAR
-- returns: source VARCHAR, publisher VARCHAR, licence VARCHAR, accidents BOOLEAN, open BOOLEAN, quality VARCHAR
-- sources:
with used as (
    select source_id, layer as what from outlines
    union
    select source_id, kind from places
    union
    select source_id, 'count' from traffic_counts
    union
    select source_id, kind from points
    union
    select source_id, status from gtfs_feeds where source_id is not null
)
select
    in_language($lang, s.title_th, s.title_en) as source, in_language($lang, s.publisher_th, s.publisher_en) as publisher,
    in_language($lang, s.licence_th, s.licence_en) as licence, bool_or(used.what = 'accident') as accidents,
    s.bulk as open, s.confidence as quality
from used
join sources as s using (source_id)
group by all
order by source, publisher, licence
