-- From the staged text of one feed (tables raw_*, every column text or null) to the tables of transit.sql.
-- The feed's id is the variable feed_id; gtfs_checks.sql has passed.

-- Old feeds write H:MM:SS; each distinct time is read once.
create or replace temp table clock as
with written as (
    select arrival_time as t from raw_stop_times
    union select departure_time from raw_stop_times
    union select start_time from raw_frequencies
    union select end_time from raw_frequencies
)
select t, seconds_of(t) as s from written where t is not null;

create or replace temp macro told(file, field, language_code, id, written) as coalesce(
    (select first(w.translation) from raw_translations as w
     where w.table_name = file and w.field_name = field and w.language like language_code || '%'
       and w.record_id = id and w.translation is not null),
    (select first(w.translation) from raw_translations as w
     where w.table_name = file and w.field_name = field and w.language like language_code || '%'
       and w.record_id is null and w.field_value = written and w.translation is not null),
    written
);

insert into gtfs_agency
select
    getvariable('feed_id'), coalesce(agency_id, ''),
    told('agency', 'agency_name', 'th', agency_id, coalesce(agency_name, '')),
    told('agency', 'agency_name', 'en', agency_id, coalesce(agency_name, '')), agency_url, agency_timezone
from raw_agency;

insert into gtfs_routes
with of_route as (
    select r.route_id, min(try_cast(a.price as double)) as fare
    from raw_fare_attributes as a
    join raw_fare_rules as r using (fare_id)
    where a.currency_type = 'THB' and r.route_id is not null
    group by r.route_id
),
of_all as (
    -- A fare without a rule holds on every route.
    select min(try_cast(a.price as double)) as fare
    from raw_fare_attributes as a
    anti join raw_fare_rules as r using (fare_id)
    where a.currency_type = 'THB'
),
named as (
    select *, coalesce(route_long_name, route_short_name, route_id) as name,
        if(route_long_name is null, 'route_short_name', 'route_long_name') as field
    from raw_routes
)
select
    getvariable('feed_id'), n.route_id,
    coalesce(n.agency_id, (select if(count(*) = 1, any_value(agency_id), null) from raw_agency)), n.route_short_name,
    told('routes', 'route_short_name', 'en', n.route_id, n.route_short_name),
    told('routes', n.field, 'th', n.route_id, n.name), told('routes', n.field, 'en', n.route_id, n.name),
    cast(n.route_type as integer), n.route_color, n.route_text_color, coalesce(o.fare, a.fare)
from named as n
left join of_route as o using (route_id)
cross join of_all as a
order by n.line;

insert into gtfs_stops
select
    getvariable('feed_id'), stop_id,
    told('stops', 'stop_name', 'th', stop_id, coalesce(stop_name, stop_id)),
    told('stops', 'stop_name', 'en', stop_id, coalesce(stop_name, stop_id)),
    cast(stop_lat as double), cast(stop_lon as double),
    source_id, as_of, confidence, try_cast(accuracy_m as integer)
from raw_stops
where coalesce(location_type, '0') = '0'  -- stations, entrances and corridors are not where one boards
order by line;

create or replace temp table timed as
select
    t.trip_id, cast(t.stop_sequence as integer) as stop_sequence, t.stop_id,
    coalesce(a.s, d.s) as arrival_s, coalesce(d.s, a.s) as departure_s,
    row_number() over (partition by t.trip_id order by cast(t.stop_sequence as integer)) as nth
from raw_stop_times as t
left join clock as a on a.t = t.arrival_time
left join clock as d on d.t = t.departure_time
order by t.trip_id, nth;

-- Stops without a time lie evenly between the timed stops around them, as the reference lets a reader assume.
create or replace temp table gappy as
select distinct trip_id from timed where arrival_s is null;

insert into gtfs_stop_times
select getvariable('feed_id'), trip_id, stop_sequence, stop_id, arrival_s, departure_s, nth
from timed
anti join gappy using (trip_id);

insert into gtfs_stop_times
with around as (
    select *,
        max(if(arrival_s is null, null, nth)) over earlier as n_before,
        arg_max(departure_s, if(arrival_s is null, null, nth)) over earlier as s_before,
        min(if(arrival_s is null, null, nth)) over later as n_after,
        arg_min(arrival_s, if(arrival_s is null, null, nth)) over later as s_after
    from timed
    semi join gappy using (trip_id)
    window
        earlier as (partition by trip_id order by nth rows unbounded preceding),
        later as (partition by trip_id order by nth rows between current row and unbounded following)
),
filled as (
    select *, s_before + (s_after - s_before) * (nth - n_before) // nullif(n_after - n_before, 0) as s
    from around
)
select getvariable('feed_id'), trip_id, stop_sequence, stop_id, coalesce(arrival_s, s), coalesce(departure_s, s), nth
from filled
order by trip_id, nth;

insert into gtfs_trips
with last_stop as (
    select trip_id, arg_max(stop_id, nth) as stop_id from timed group by trip_id
)
select
    getvariable('feed_id'), t.trip_id, t.route_id, t.service_id,
    -- Where a feed leaves the headsign out, the last stop says where a trip goes.
    coalesce(told('trips', 'trip_headsign', 'th', t.trip_id, t.trip_headsign), s.name_th),
    coalesce(told('trips', 'trip_headsign', 'en', t.trip_id, t.trip_headsign), s.name_en),
    coalesce(cast(t.direction_id as integer), 0), t.shape_id
from raw_trips as t
left join last_stop as l using (trip_id)
left join gtfs_stops as s on s.feed_id = getvariable('feed_id') and s.stop_id = l.stop_id
order by t.line;

insert into gtfs_frequencies
select
    getvariable('feed_id'), f.trip_id, a.s, b.s, cast(f.headway_secs as integer), coalesce(f.exact_times, '0') = '1'
from raw_frequencies as f
join clock as a on a.t = f.start_time
join clock as b on b.t = f.end_time
order by f.trip_id, a.s;

insert into gtfs_calendar
select
    getvariable('feed_id'), service_id, monday = '1', tuesday = '1', wednesday = '1', thursday = '1', friday = '1',
    saturday = '1', sunday = '1', gtfs_date(start_date), gtfs_date(end_date)
from raw_calendar
order by service_id;

insert into gtfs_calendar_dates
select getvariable('feed_id'), service_id, gtfs_date(date), cast(exception_type as integer)
from raw_calendar_dates
order by service_id, date;

insert into gtfs_shapes
select
    getvariable('feed_id'), shape_id, cast(shape_pt_sequence as integer),
    cast(shape_pt_lat as double), cast(shape_pt_lon as double)
from raw_shapes
order by shape_id, cast(shape_pt_sequence as integer);

-- The days a feed holds for: as it says, or else the days of its services.
update gtfs_feeds as f
set publisher = i.feed_publisher_name, version = i.feed_version,
    start_date = coalesce(gtfs_date(i.feed_start_date), d.first_day),
    end_date = coalesce(gtfs_date(i.feed_end_date), d.last_day)
from
    (
        select min(day) as first_day, max(day) as last_day
        from (
            select unnest([start_date, end_date]) as day from gtfs_calendar where feed_id = getvariable('feed_id')
            union all
            select date from gtfs_calendar_dates where feed_id = getvariable('feed_id') and exception_type = 1
        )
    ) as d
    left join (from raw_feed_info limit 1) as i on true
where f.feed_id = getvariable('feed_id');
