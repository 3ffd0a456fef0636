-- What keeps a staged feed from being loaded: file, line, column, the fault's name and the cell.
-- Deeper rules belong to validation; these are the ones without which no measure can be worked out.

with cells as (
    select 'stops.txt' as file, line, 'stop_id' as col, 'text' as kind, stop_id as cell from raw_stops
    union all select 'stops.txt', line, 'stop_lat', 'number', coalesce(stop_lat, '0') from raw_stops
    union all select 'stops.txt', line, 'stop_lon', 'number', coalesce(stop_lon, '0') from raw_stops
    union all select 'routes.txt', line, 'route_id', 'text', route_id from raw_routes
    union all select 'routes.txt', line, 'route_type', 'whole', route_type from raw_routes
    union all select 'trips.txt', line, 'trip_id', 'text', trip_id from raw_trips
    union all select 'trips.txt', line, 'service_id', 'text', service_id from raw_trips
    union all select 'trips.txt', line, 'direction_id', 'whole', coalesce(direction_id, '0') from raw_trips
    union all select 'stop_times.txt', line, 'stop_sequence', 'whole', stop_sequence from raw_stop_times
    union all select 'frequencies.txt', line, 'headway_secs', 'headway', headway_secs from raw_frequencies
    union all select 'frequencies.txt', line, 'start_time', 'time', coalesce(start_time, '') from raw_frequencies
    union all select 'frequencies.txt', line, 'end_time', 'time', coalesce(end_time, '') from raw_frequencies
    union all select 'stop_times.txt', line, 'arrival_time', 'time', arrival_time from raw_stop_times
        where arrival_time is not null
    union all select 'stop_times.txt', line, 'departure_time', 'time', departure_time from raw_stop_times
        where departure_time is not null
    union all select 'calendar.txt', line, 'service_id', 'text', service_id from raw_calendar
    union all select 'calendar.txt', line, 'start_date', 'date', coalesce(start_date, '') from raw_calendar
    union all select 'calendar.txt', line, 'end_date', 'date', coalesce(end_date, '') from raw_calendar
    union all select 'calendar_dates.txt', line, 'service_id', 'text', service_id from raw_calendar_dates
    union all select 'calendar_dates.txt', line, 'date', 'date', coalesce(date, '') from raw_calendar_dates
    union all select 'calendar_dates.txt', line, 'exception_type', 'exception', exception_type from raw_calendar_dates
    union all select 'shapes.txt', line, 'shape_id', 'text', shape_id from raw_shapes
    union all select 'shapes.txt', line, 'shape_pt_sequence', 'whole', shape_pt_sequence from raw_shapes
    union all select 'shapes.txt', line, 'shape_pt_lat', 'number', shape_pt_lat from raw_shapes
    union all select 'shapes.txt', line, 'shape_pt_lon', 'number', shape_pt_lon from raw_shapes
),
unread as (
    select file, line, col, cell,
        case
            when cell is null then 'required'
            when kind = 'number' and not coalesce(isfinite(try_cast(cell as double)), false) then 'not_a_number'
            when kind = 'whole' and try_cast(cell as integer) is null then 'not_whole'
            when kind = 'headway' and not coalesce(try_cast(cell as integer) > 0, false) then 'not_a_headway'
            when kind = 'time' and seconds_of(cell) is null then 'not_a_time'
            when kind = 'date' and gtfs_date(cell) is null then 'not_a_gtfs_date'
            when kind = 'exception' and cell not in ('1', '2') then 'not_an_exception'
        end as problem
    from cells
),
repeated as (
    select 'stops.txt' as file, line, 'stop_id' as col, stop_id as cell,
        min(line) over (partition by stop_id) as first_line
    from raw_stops
    union all
    select 'routes.txt', line, 'route_id', route_id, min(line) over (partition by route_id) from raw_routes
    union all
    select 'trips.txt', line, 'trip_id', trip_id, min(line) over (partition by trip_id) from raw_trips
),
lost as (
    select 'trips.txt' as file, t.line, 'route_id' as col, coalesce(t.route_id, '') as cell, 'routes.txt' as other
    from raw_trips as t
    anti join raw_routes using (route_id)
    union all
    select 'stop_times.txt', t.line, 'trip_id', coalesce(t.trip_id, ''), 'trips.txt'
    from raw_stop_times as t
    anti join raw_trips using (trip_id)
    union all
    select 'stop_times.txt', t.line, 'stop_id', coalesce(t.stop_id, ''), 'stops.txt'
    from raw_stop_times as t
    anti join raw_stops using (stop_id)
    union all
    select 'frequencies.txt', t.line, 'trip_id', coalesce(t.trip_id, ''), 'trips.txt'
    from raw_frequencies as t
    anti join raw_trips using (trip_id)
    union all
    select 'trips.txt', t.line, 'service_id', t.service_id, 'calendar.txt'
    from raw_trips as t
    anti join (select service_id from raw_calendar union select service_id from raw_calendar_dates) using (service_id)
    where t.service_id is not null
    union all
    select 'trips.txt', t.line, 'shape_id', t.shape_id, 'shapes.txt'
    from raw_trips as t
    anti join (select distinct shape_id from raw_shapes) using (shape_id)
    where t.shape_id is not null
),
gappy as (
    select distinct trip_id from raw_stop_times where arrival_time is null and departure_time is null
),
ends as (
    select line, arrival_time is null and departure_time is null as untimed,
        row_number() over (partition by trip_id order by try_cast(stop_sequence as integer)) as nth,
        row_number() over (partition by trip_id order by try_cast(stop_sequence as integer) desc) as nth_back
    from raw_stop_times
    semi join gappy using (trip_id)
)
select file, line, col, problem, cell, '' as other, 0 as first_line from unread where problem is not null
union all
select file, line, col, 'duplicate', cell, '', first_line from repeated where line > first_line and cell is not null
union all
select 'stop_times.txt', max(line), 'stop_sequence', 'duplicate', trip_id || ' / ' || stop_sequence, '', min(line)
from raw_stop_times
group by trip_id, stop_sequence
having count(*) > 1
union all
select file, line, col, 'unknown_reference', cell, other, 0 from lost
union all
select 'stop_times.txt', line, 'departure_time', 'required', '', '', 0 from ends
where untimed and (nth = 1 or nth_back = 1)
order by file, line, col
limit 200;
