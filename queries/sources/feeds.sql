-- doc: The feeds of public transport this snapshot holds, and how much is in each; one row per feed.
-- params: $lang VARCHAR
-- returns: feed_id VARCHAR, status VARCHAR, title VARCHAR, note VARCHAR, as_of DATE, first_day DATE, last_day DATE, routes BIGINT, stops BIGINT, unplaced BIGINT
select
    f.feed_id, f.status, in_language($lang, f.title_th, f.title_en) as title,
    in_language($lang, f.note_th, f.note_en) as note, f.as_of, f.start_date as first_day, f.end_date as last_day,
    (select count(*) from gtfs_routes as r where r.feed_id = f.feed_id) as routes,
    (select count(*) from gtfs_stops as s where s.feed_id = f.feed_id) as stops,
    (select count(*) from gtfs_stops as s where s.feed_id = f.feed_id and (s.lat is null or s.lon is null)) as unplaced
from gtfs_feeds as f
order by f.position, f.feed_id
