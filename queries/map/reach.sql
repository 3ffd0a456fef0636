-- doc: Places of each kind within walking distance of a stop with a service that often; one row per network, kind, distance and headway.
-- params: $lang VARCHAR
-- returns: feed_id VARCHAR, title VARCHAR, kind VARCHAR, within_m INTEGER, headway_max INTEGER, places BIGINT, reached BIGINT, reached_low BIGINT, reached_high BIGINT
-- sources:
select
    r.feed_id, in_language($lang, f.title_th, f.title_en) as title, r.place_kind as kind, r.within_m::integer as within_m,
    r.headway_max::integer as headway_max, r.places, r.reached, r.reached_low, r.reached_high
from reach as r
join gtfs_feeds as f using (feed_id)
order by f.position, r.feed_id, r.place_kind, r.within_m, r.headway_max
