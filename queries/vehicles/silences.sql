-- doc: Spans of ten minutes and more of a day in which no vehicle of a feed sent anything; one row per span.
-- reads: positions
-- returns: feed_id VARCHAR, service_date DATE, from_second INTEGER, to_second INTEGER
with heard as (
    -- A minute is enough to tell, and makes few rows of many positions.
    select feed_id, service_date, cast(floor(second / 60.0) as integer) as minute,
        min(second) as first_second, max(second) as last_second
    from positions
    group by feed_id, service_date, cast(floor(second / 60.0) as integer)
),
spans as (
    select feed_id, service_date,
        lag(last_second) over (partition by feed_id, service_date order by minute) as from_second,
        first_second as to_second
    from heard
),
ends as (
    -- Before the first position and after the last one nobody saw anything either.
    select feed_id, service_date, min(first_second) as first_second, max(last_second) as last_second
    from heard
    group by feed_id, service_date
),
every as (
    select feed_id, service_date, from_second, to_second from spans where from_second is not null
    union all
    select feed_id, service_date, 0 as from_second, first_second as to_second from ends
    union all
    select feed_id, service_date, last_second as from_second, 129600 as to_second from ends
)
select feed_id, service_date, cast(from_second as integer) as from_second, cast(to_second as integer) as to_second
from every
where to_second - from_second >= 600
order by feed_id, service_date, from_second
