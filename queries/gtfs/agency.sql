-- doc: agency.txt of a feed; one row per agency.
-- params: $feed VARCHAR
-- returns: agency_id VARCHAR, agency_name VARCHAR, agency_url VARCHAR, agency_timezone VARCHAR
-- sources:
select
    agency_id, name as agency_name, coalesce(url, 'https://example.org') as agency_url,
    coalesce(timezone, 'Asia/Bangkok') as agency_timezone
from gtfs_agency
where feed_id = $feed
order by agency_id
