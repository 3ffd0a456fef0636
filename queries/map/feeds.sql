-- doc: Networks in the order they are shown; one row per feed.
-- params: $lang VARCHAR
-- returns: feed_id VARCHAR, status VARCHAR, title VARCHAR, note VARCHAR, as_of DATE, source VARCHAR, url VARCHAR, licence VARCHAR
-- sources:
select
    f.feed_id, f.status, in_language($lang, f.title_th, f.title_en) as title,
    in_language($lang, f.note_th, f.note_en) as note, f.as_of,
    in_language($lang, s.title_th, s.title_en) as source, s.url,
    in_language($lang, s.licence_th, s.licence_en) as licence
from gtfs_feeds as f
left join sources as s using (source_id)
order by f.position, f.feed_id
