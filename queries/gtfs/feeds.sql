-- doc: Feeds all of whose routes and stops may leave; one row per feed.
-- params:
-- returns: feed_id VARCHAR, title_en VARCHAR, source_id VARCHAR
-- sources:
select f.feed_id, f.title_en, f.source_id
from gtfs_feeds as f
join sources as s on s.source_id = f.source_id and s.bulk
where (select count(*) from gtfs_stops as t where t.feed_id = f.feed_id)
    = (select count(*) from open.stops as o where o.feed_id = f.feed_id)
order by f.feed_id
