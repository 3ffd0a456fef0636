-- Service measures over the GTFS tables: what runs where and when. Definitions and a worked example: docs/method.md.

-- How long each shape is, and each pattern of stops where there is no shape to follow.
create or replace temp table shape_lengths as
with steps as (
    select feed_id, shape_id, metres_between(lag(lat) over line, lag(lon) over line, lat, lon) as metres
    from gtfs_shapes
    window line as (partition by feed_id, shape_id order by sequence)
)
select feed_id, shape_id, sum(metres) as metres from steps group by feed_id, shape_id;

create or replace temp table trip_facts as
with called as (
    select feed_id, trip_id, count(*) as stops, min(departure_s) as start_s, max(arrival_s) as end_s,
        bit_xor(hash(stop_id, nth)) as pattern
    from gtfs_stop_times
    group by feed_id, trip_id
)
select c.*, t.route_id, t.direction_id, t.service_id, t.shape_id
from called as c
join gtfs_trips as t using (feed_id, trip_id);

create or replace temp table pattern_lengths as
with one_trip as (
    select feed_id, pattern, min(trip_id) as trip_id from trip_facts group by feed_id, pattern
),
steps as (
    select o.feed_id, o.pattern, t.nth, s.lat,
        metres_between(lag(s.lat) over line, lag(s.lon) over line, s.lat, s.lon) as metres
    from one_trip as o
    join gtfs_stop_times as t using (feed_id, trip_id)
    join gtfs_stops as s using (feed_id, stop_id)
    window line as (partition by o.feed_id, o.pattern order by t.nth)
)
-- A stop that nobody can place makes the length unknown, not shorter.
select feed_id, pattern, if(count(lat) = count(*), sum(metres), null) as metres
from steps
group by feed_id, pattern;

-- Every run of every trip. A trip with frequencies runs at each of their times, whatever exact_times says, and
-- never at the times of its own stop_times, which only give the way from stop to stop.
create or replace temp table runs as
with lengths as (
    select f.*, coalesce(s.metres, p.metres) as metres
    from trip_facts as f
    left join shape_lengths as s using (feed_id, shape_id)
    left join pattern_lengths as p using (feed_id, pattern)
),
repeated as (
    select feed_id, trip_id, unnest(range(start_s, end_s, headway_s)) as run_s from gtfs_frequencies
)
select l.*, 0 as shift_s
from lengths as l
anti join gtfs_frequencies using (feed_id, trip_id)
union all
select l.* replace (r.run_s as start_s, l.end_s + r.run_s - l.start_s as end_s), r.run_s - l.start_s as shift_s
from lengths as l
join repeated as r using (feed_id, trip_id);

-- The services of each date: the calendar, then its exceptions.
create or replace temp table service_dates as
with by_calendar as (
    select feed_id, service_id, cast(unnest(generate_series(
        greatest(c.start_date, f.start_date), least(c.end_date, f.end_date), interval 1 day
    )) as date) as date, [monday, tuesday, wednesday, thursday, friday, saturday, sunday] as week
    from gtfs_calendar as c
    join gtfs_feeds as f using (feed_id)
),
added as (
    select e.feed_id, e.service_id, e.date
    from gtfs_calendar_dates as e
    join gtfs_feeds as f on f.feed_id = e.feed_id and e.date between f.start_date and f.end_date
    where e.exception_type = 1
)
select feed_id, service_id, date from by_calendar where week[isodow(date)]
union
select * from added
except
select feed_id, service_id, date from gtfs_calendar_dates where exception_type = 2;

create table day_types as
with dates as (
    select d.feed_id, d.date, sum(r.trips) as trips,
        case isodow(d.date) when 6 then 'saturday' when 7 then 'sunday' else 'weekday' end as day_type
    from service_dates as d
    join (select feed_id, service_id, count(*) as trips from runs group by feed_id, service_id) as r
        using (feed_id, service_id)
    group by d.feed_id, d.date
)
select feed_id, day_type, date
from dates
qualify row_number() over (partition by feed_id, day_type order by trips desc, date) = 1
order by feed_id, date;
comment on table day_types is 'The date that stands for each kind of day: the one with most trips, the first of several';

create or replace temp table day_runs as
select d.day_type, r.*
from day_types as d
join service_dates as s using (feed_id, date)
join runs as r using (feed_id, service_id);

create table service_departures as
with lines as (
    select *, dense_rank() over (order by feed_id, route_id, direction_id, day_type) as line from day_runs
),
calls as (
    -- Nobody boards at the last stop of a trip.
    select l.line, t.stop_id, t.departure_s + l.shift_s as s
    from lines as l
    join gtfs_stop_times as t using (feed_id, trip_id)
    where t.nth < l.stops
),
gaps as (
    select *, s - lag(s) over (partition by line, stop_id order by s) as gap from calls
),
hours as (
    select line, stop_id, s // 3600 as hour, count(*) as trips, avg(gap) / 60 as mean_headway_min,
        max(gap) / 60 as worst_headway_min, min(s) as first_s, max(s) as last_s
    from gaps
    group by line, stop_id, hour
)
select l.feed_id, l.route_id, l.direction_id, h.stop_id, l.day_type, h.* exclude (line, stop_id)
from hours as h
join (select distinct line, feed_id, route_id, direction_id, day_type from lines) as l using (line)
order by l.line, h.stop_id, h.hour;
comment on table service_departures is 'Departures by route, direction, stop, kind of day and hour';
comment on column service_departures.hour is 'Hour of the service day: 24 and more after midnight';
comment on column service_departures.mean_headway_min is 'Mean minutes since the departure before, over the hour''s departures';

-- The pattern of stops that most runs of a route and direction follow, and the most vehicles on the way at once.
create or replace temp table main_patterns as
select feed_id, route_id, direction_id, day_type, pattern, min(trip_id) as trip_id, any_value(stops) as stops,
    any_value(metres) as metres
from day_runs
group by feed_id, route_id, direction_id, day_type, pattern
qualify row_number() over (
    partition by feed_id, route_id, direction_id, day_type order by count(*) desc, any_value(stops) desc, pattern
) = 1;

create or replace temp table moments as
select feed_id, route_id, direction_id, day_type, start_s as s, 1 as change from day_runs
union all
select feed_id, route_id, direction_id, day_type, end_s, -1 from day_runs;

create table service_routes as
with totals as (
    select feed_id, route_id, direction_id, day_type, count(*) as trips, min(start_s) as first_s,
        max(start_s) as last_s, max(end_s) as end_s, sum(end_s - start_s) / 3600 as service_hours,
        if(count(metres) = count(*), sum(metres) / 1000, null) as vehicle_km
    from day_runs
    group by feed_id, route_id, direction_id, day_type
),
gaps as (
    select feed_id, route_id, direction_id, day_type, start_s - lag(start_s) over (
        partition by feed_id, route_id, direction_id, day_type order by start_s
    ) as gap
    from day_runs
    where start_s between 6 * 3600 and 18 * 3600
),
headways as (
    -- Who comes at random comes more often into a long gap than into a short one, and waits half of it on average.
    select feed_id, route_id, direction_id, day_type, avg(gap) / 60 as mean_headway_min, max(gap) / 60 as worst_headway_min,
        median(gap) / 60 as median_headway_min, sum(gap * gap) / nullif(2 * sum(gap), 0) / 60 as mean_wait_min
    from gaps
    group by feed_id, route_id, direction_id, day_type
),
peaks as (
    -- A vehicle that arrives can leave again in the same second.
    select feed_id, route_id, direction_id, day_type, max(running) as peak_vehicles
    from (
        select *, sum(change) over (
            partition by feed_id, route_id, direction_id, day_type order by s, change rows unbounded preceding
        ) as running
        from moments
    )
    group by feed_id, route_id, direction_id, day_type
)
select
    feed_id, route_id, direction_id, day_type, t.trips, t.first_s, t.last_s, t.end_s,
    (t.last_s - t.first_s) / 3600 as span_h, m.metres / 1000 as length_km, m.stops,
    m.metres / nullif(m.stops - 1, 0) as stop_spacing_m, t.vehicle_km / nullif(t.service_hours, 0) as speed_kmh,
    t.vehicle_km, t.service_hours, p.peak_vehicles, h.mean_headway_min, h.median_headway_min, h.worst_headway_min, h.mean_wait_min
from totals as t
join main_patterns as m using (feed_id, route_id, direction_id, day_type)
join peaks as p using (feed_id, route_id, direction_id, day_type)
left join headways as h using (feed_id, route_id, direction_id, day_type)
order by feed_id, route_id, direction_id, day_type;
comment on table service_routes is 'What each route and direction runs on each kind of day';
comment on column service_routes.last_s is 'When the last trip leaves its first stop; end_s is when the last one arrives';
comment on column service_routes.mean_headway_min is 'Minutes between trips that leave from 06:00 to 18:00';
comment on column service_routes.median_headway_min is 'As many of those gaps are shorter as are longer; one long gap does not move it';
comment on column service_routes.mean_wait_min is 'Mean minutes that somebody waits who comes at random between the first and the last of those trips';
comment on column service_routes.length_km is 'Along the shape, or else straight from stop to stop, of the pattern most trips follow';

-- Routes that a plan holds as a phase of another: the two are alternatives and never counted together.
create table service_phases as
with of_route as (
    select t.feed_id, t.route_id, list_distinct(list(s.stop_id)) as stops
    from gtfs_trips as t
    join gtfs_feeds as f on f.feed_id = t.feed_id and f.status = 'planned'
    join gtfs_stop_times as s on s.feed_id = t.feed_id and s.trip_id = t.trip_id
    group by t.feed_id, t.route_id
)
select a.feed_id, a.route_id, min(b.route_id) as part_of
from of_route as a
join of_route as b on b.feed_id = a.feed_id and len(b.stops) > len(a.stops) and list_has_all(b.stops, a.stops)
group by a.feed_id, a.route_id
order by a.feed_id, a.route_id;
comment on table service_phases is 'Planned routes all of whose stops a longer one of the same plan has: a phase of it, left out of totals';

create table service_networks as
with counted as (
    select * from service_routes anti join service_phases using (feed_id, route_id)
),
one_way as (
    select feed_id, day_type, route_id, max(length_km) as km from counted group by feed_id, day_type, route_id
),
served as (
    select r.feed_id, r.day_type, count(distinct t.stop_id) as stops
    from day_runs as r
    anti join service_phases using (feed_id, route_id)
    join gtfs_stop_times as t using (feed_id, trip_id)
    group by r.feed_id, r.day_type
),
peaks as (
    select feed_id, day_type, max(running) as peak_vehicles
    from (
        select feed_id, day_type, sum(change) over (
            partition by feed_id, day_type order by s, change rows unbounded preceding
        ) as running
        from moments
        anti join service_phases using (feed_id, route_id)
    )
    group by feed_id, day_type
)
select
    c.feed_id, c.day_type, count(distinct c.route_id) as routes, any_value(s.stops) as stops, sum(c.trips) as trips,
    if(count(c.vehicle_km) = count(*), sum(c.vehicle_km), null) as vehicle_km, sum(c.service_hours) as service_hours,
    any_value(p.peak_vehicles) as peak_vehicles,
    (select sum(km) from one_way as o where o.feed_id = c.feed_id and o.day_type = c.day_type) as length_km
from counted as c
join served as s using (feed_id, day_type)
join peaks as p using (feed_id, day_type)
group by c.feed_id, c.day_type
order by c.feed_id, c.day_type;
comment on table service_networks is 'What a whole feed runs on each kind of day, the phases of a plan counted once';
comment on column service_networks.length_km is 'Routes one way, each in its longer direction, added up';
