-- Places near a stop of each network of record known by now: what the indicator places-near-stop is worked out from.
-- Needs the table near of reach.sql.

with listed as (
    select place_id, lat is not null as placed, source_id
    from places
    where kind in ('school', 'hospital', 'health', 'market', 'government')
),
close as (
    select feed_id, place_id, min(distance_m) as nearest_m, min(distance_m + slack_m) as surely_m,
        min(distance_m - slack_m) as perhaps_m
    from near
    where headway_min is not null
    group by feed_id, place_id
)
select
    f.source_id, f.as_of, i.period_kind, i.scale, u.unit_id,
    count(*) filter (l.placed) as places,
    count(*) filter (c.nearest_m <= 500) as close_by,
    count(*) filter (c.surely_m <= 500) as surely,
    count(*) filter (c.perhaps_m <= 500) as perhaps,
    count(*) filter (not l.placed) as unplaced,
    count(*) filter (l.placed and l.source_id = f.source_id) as same_record
from gtfs_feeds as f
cross join listed as l
join indicators as i on i.indicator_id = 'places-near-stop'
join units as u on u.kind = i.level and not u.is_sample
left join close as c on c.feed_id = f.feed_id and c.place_id = l.place_id
where f.status = 'recorded' and f.source_id is not null and f.as_of <= (select as_of from snapshot)
group by f.source_id, f.as_of, f.position, i.period_kind, i.scale, u.unit_id, u.position
having count(*) filter (l.placed) > 0
-- One figure: of the feed and the unit that come first.
order by f.position, u.position
limit 1;
