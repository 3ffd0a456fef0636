-- doc: feed_info.txt of a feed; one row.
-- params: $feed VARCHAR
-- returns: feed_publisher_name VARCHAR, feed_publisher_url VARCHAR, feed_lang VARCHAR, feed_start_date VARCHAR, feed_end_date VARCHAR, feed_version VARCHAR
-- sources:
select
    coalesce(f.publisher, s.publisher_en) as feed_publisher_name,
    coalesce(s.url, 'https://example.org') as feed_publisher_url, 'th' as feed_lang,
    strftime(f.start_date, '%Y%m%d') as feed_start_date, strftime(f.end_date, '%Y%m%d') as feed_end_date,
    f.version as feed_version
from gtfs_feeds as f
join sources as s using (source_id)
where f.feed_id = $feed
