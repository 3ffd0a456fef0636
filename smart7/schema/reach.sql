-- Which places lie near a stop with service. Needs service_stops.sql and the table places.

create or replace temp table near as
select
    p.place_id, p.kind, s.feed_id, s.stop_id, metres_between(p.lat, p.lon, s.lat, s.lon) as distance_m,
    coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0) as slack_m, h.headway_min
from places as p
-- A band of latitude first: the distance itself costs more.
join gtfs_stops as s
    on abs(s.lat - p.lat) * 111195 <= 800 + coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0)
   and metres_between(p.lat, p.lon, s.lat, s.lon) <= 800 + coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0)
left join stop_headways as h on h.feed_id = s.feed_id and h.stop_id = s.stop_id and h.day_type = 'weekday';

create table place_reach as
select place_id, feed_id, stop_id, distance_m, headway_min
from near
where distance_m <= 800
order by place_id, feed_id, distance_m, stop_id;
comment on table place_reach is 'Every stop within 800 m of a place in a straight line, with its weekday headway';

create table reach as
with asked as (
    select * from (values (300), (500), (800)) as w (within_m), (values (10), (20), (30)) as h (headway_max)
),
listed as (
    select kind, count(lat) as places, count(*) - count(lat) as unplaced from places group by kind
),
found as (
    select
        n.feed_id, n.kind, a.within_m, a.headway_max,
        count(distinct if(n.distance_m <= a.within_m, n.place_id, null)) as reached,
        count(distinct if(n.distance_m + n.slack_m <= a.within_m, n.place_id, null)) as reached_low,
        count(distinct if(n.distance_m - n.slack_m <= a.within_m, n.place_id, null)) as reached_high
    from near as n
    join asked as a on n.headway_min <= a.headway_max
    group by n.feed_id, n.kind, a.within_m, a.headway_max
)
select
    f.feed_id, l.kind as place_kind, a.within_m, a.headway_max, l.places, coalesce(r.reached, 0) as reached,
    coalesce(r.reached_low, 0) as reached_low, coalesce(r.reached_high, 0) as reached_high, l.unplaced
from gtfs_feeds as f
cross join listed as l
cross join asked as a
left join found as r
    on r.feed_id = f.feed_id and r.kind = l.kind and r.within_m = a.within_m and r.headway_max = a.headway_max
order by f.feed_id, l.kind, a.within_m, a.headway_max;
comment on table reach is 'Places near a stop with a weekday departure at least every so many minutes, by kind, distance and headway';
comment on column reach.places is 'Places whose position is known; unplaced is how many more are listed';
comment on column reach.reached_low is 'Those near wherever stop and place truly lie; reached_high is those that may be';

create table people_reach as
with asked as (
    select * from (values (300), (500), (800)) as w (within_m), (values (10), (20), (30)) as h (headway_max)
),
close as (
    select p.point_id, s.feed_id, metres_between(p.lat, p.lon, s.lat, s.lon) as distance_m, h.headway_min
    from population as p
    join gtfs_stops as s
        on abs(s.lat - p.lat) * 111195 <= 800 and metres_between(p.lat, p.lon, s.lat, s.lon) <= 800
    join stop_headways as h on h.feed_id = s.feed_id and h.stop_id = s.stop_id and h.day_type = 'weekday'
),
found as (
    -- A point near several stops holds its people once.
    select distinct c.feed_id, c.point_id, a.within_m, a.headway_max
    from close as c
    join asked as a on c.distance_m <= a.within_m and c.headway_min <= a.headway_max
)
select f.feed_id, a.within_m, a.headway_max, sum(p.people) as people,
    coalesce(sum(p.people) filter (r.point_id is not null), 0) as reached
from gtfs_feeds as f
cross join asked as a
cross join population as p
left join found as r
    on r.feed_id = f.feed_id and r.point_id = p.point_id and r.within_m = a.within_m and r.headway_max = a.headway_max
group by f.feed_id, a.within_m, a.headway_max
order by f.feed_id, a.within_m, a.headway_max;
comment on table people_reach is 'People near a stop with service, as soon as data/catalog/population.csv says where people live';
