-- What a staged feed (tables raw_*) says that GTFS allows and this city does not expect: rule, file, first line,
-- how many, and the value a sentence needs. Khon Kaen's centre is $lat, $lon; $far_km away is elsewhere. Coming days
-- are counted from $day: seven of them matter, four weeks more tell a pause from an end.

with numbered as (
    select line, try_cast(stop_lat as double) as lat, try_cast(stop_lon as double) as lon
    from raw_stops
),
placed as (
    select line, lat, lon, metres_between(lat, lon, $lat, $lon) / 1000 as km
    from numbered
    where lat between -90 and 90 and lon between -180 and 180
),
swapped as (
    -- Thailand lies between 5 and 21 degrees north and 97 and 106 degrees east.
    select line, lat, lon from numbered where lat between 97 and 106 and lon between 5 and 21
),
dates as (
    select 'calendar.txt' as file, line, start_date as written from raw_calendar
    union all
    select 'calendar.txt', line, end_date from raw_calendar
    union all
    select 'calendar_dates.txt', line, date from raw_calendar_dates
    union all
    select 'feed_info.txt', line, unnest([feed_start_date, feed_end_date]) from raw_feed_info
),
buddhist as (
    select file, line, written from dates where regexp_full_match(written, '2[4-6]\d{6}')
),
running as (
    select service_id
    from raw_calendar
    where
        '1' in (monday, tuesday, wednesday, thursday, friday, saturday, sunday)
        and gtfs_date(start_date) <= gtfs_date(end_date)
    union
    select service_id from raw_calendar_dates where exception_type = '1'
),
in_use as (
    select distinct service_id from raw_trips semi join raw_stop_times using (trip_id)
),
ridden as (
    select t.trip_id from raw_trips as t semi join running using (service_id) semi join raw_stop_times using (trip_id)
),
days as (
    select cast(unnest(generate_series($day::date, $day::date + 34, interval 1 day)) as date) as date
),
regular as (
    select c.service_id, d.date
    from raw_calendar as c
    join days as d on d.date between gtfs_date(c.start_date) and gtfs_date(c.end_date)
    where [monday, tuesday, wednesday, thursday, friday, saturday, sunday][isodow(d.date)] = '1'
),
changes as (
    select line, service_id, gtfs_date(date) as date, exception_type from raw_calendar_dates
),
-- Days with trips as calendar.txt alone has them, and as they are with the exceptions.
planned as (
    select distinct date from regular where service_id in (from in_use)
),
coming as (
    select distinct date
    from (
        (
            select service_id, date from regular
            union
            select c.service_id, c.date from changes as c semi join days using (date) where c.exception_type = '1'
        )
        except
        select service_id, date from changes where exception_type = '2'
    )
    where service_id in (from in_use)
),
soon as (
    select count(*) filter (where date < $day::date + 7) as n, max(date) as last_day from coming
),
late as (
    select line, t as written, seconds_of(t) as s
    from (select line, coalesce(arrival_time, departure_time) as t from raw_stop_times)
    where seconds_of(t) >= 86400
)
select 'swapped' as rule, 'stops.txt' as file, min(line) as line, count(*) as n,
    format('{}, {}', arg_min(lat, line), arg_min(lon, line)) as value
from swapped having count(*) > 0
union all
select 'buddhist_year', file, min(line), count(*), arg_min(written, (line, written)) from buddhist group by file
union all
select 'no_service_day', 'calendar.txt', 0, 1, '' where not exists (from ridden)
union all
-- The file that decides: exceptions where the calendar would let trips run, or where there is no calendar.
select 'no_trips_soon', if(
    exists (from planned where date < $day::date + 7) or not exists (from raw_calendar),
    'calendar_dates.txt', 'calendar.txt'
), 0, 1, '' from soon where n = 0 and exists (from ridden)
union all
select 'last_trips', if(
    exists (from planned as p, soon as s where p.date > s.last_day) or not exists (from raw_calendar),
    'calendar_dates.txt', 'calendar.txt'
), 0, 1, strftime(last_day, '%Y-%m-%d') from soon where n > 0 and last_day < $day::date + 7
union all
select 'tiny_headway', 'frequencies.txt', min(line), count(*), arg_min(headway_secs, line)
from raw_frequencies where try_cast(headway_secs as integer) between 1 and 29 having count(*) > 0
union all
select 'extended_type', 'routes.txt', min(line), count(*), route_type
from raw_routes where try_cast(route_type as integer) >= 100 group by route_type
union all
select 'elsewhere', 'stops.txt', 0, 1, format('{:.0f}', min(km)) from placed having min(km) > $far_km
union all
select 'some_elsewhere', 'stops.txt', min(line), count(*), '' from placed
where km > $far_km and exists (from placed where km <= $far_km) having count(*) > 0
union all
select 'past_two_days', 'stop_times.txt', min(line), count(*), arg_min(written, line)
from late where s > 172800 having count(*) > 0
union all
select 'past_midnight', 'stop_times.txt', min(line), count(*), '' from late having count(*) > 0
order by all;
