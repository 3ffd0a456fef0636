-- doc: Gaps between one vehicle and the next at a stop, driven and planned; one row per gap, which ends at `second`.
-- reads: passes, planned, pattern_stops, silences
-- returns: feed_id VARCHAR, service_date DATE, route_id VARCHAR, direction_id INTEGER, stop_id VARCHAR, visit INTEGER, stop_sequence INTEGER, driven BOOLEAN, second DOUBLE, gap_s DOUBLE
with places as (
    -- A stop of two branches is one place to wait; one that a run passes twice is two. Nobody boards at the last stop.
    select feed_id, pattern_id, route_id, direction_id, stop_sequence, stop_id,
        cast(row_number() over (partition by feed_id, pattern_id, stop_id order by stop_sequence) as integer) as visit,
        max(stop_sequence) over (partition by feed_id, pattern_id) as last_sequence
    from pattern_stops
),
calls as (
    select p.feed_id, p.service_date, l.route_id, l.direction_id, l.stop_id, l.visit, p.stop_sequence, true as driven,
        cast(p.second as double) as second, p.run_id as run
    from passes as p
    join places as l
        on l.feed_id = p.feed_id and l.pattern_id = p.pattern_id and l.stop_sequence = p.stop_sequence
    where l.stop_sequence < l.last_sequence
    union all
    select p.feed_id, p.service_date, l.route_id, l.direction_id, l.stop_id, l.visit, p.stop_sequence, false as driven,
        cast(p.second as double) as second, concat(p.trip_id, '-', cast(p.start_second as string)) as run
    from planned as p
    join places as l
        on l.feed_id = p.feed_id and l.pattern_id = p.pattern_id and l.stop_sequence = p.stop_sequence
    where l.stop_sequence < l.last_sequence
),
followed as (
    select feed_id, service_date, route_id, direction_id, stop_id, visit, stop_sequence, driven, second, run,
        lag(second) over (
            partition by feed_id, service_date, route_id, direction_id, stop_id, visit, driven
            order by second, run, stop_sequence
        ) as before
    from calls
),
served as (
    select feed_id, service_date, route_id, direction_id, stop_id, visit,
        min(second) as first_second, max(second) as last_second
    from followed
    where not driven
    group by feed_id, service_date, route_id, direction_id, stop_id, visit
),
breaks as (
    -- No service is planned here: two hours and more between two calls, an hour before the first and after the last.
    select feed_id, service_date, route_id, direction_id, stop_id, visit, (before + second) / 2 as middle
    from followed
    where not driven and second - before > 7200
    union all
    select feed_id, service_date, route_id, direction_id, stop_id, visit, first_second - 3600 as middle from served
    union all
    select feed_id, service_date, route_id, direction_id, stop_id, visit, last_second + 3600 as middle from served
)
select f.feed_id, f.service_date, f.route_id, f.direction_id, f.stop_id, f.visit, f.stop_sequence, f.driven, f.second,
    f.second - f.before as gap_s
from followed as f
left join served as s
    on s.feed_id = f.feed_id and s.service_date = f.service_date and s.route_id = f.route_id
    and s.direction_id = f.direction_id and s.stop_id = f.stop_id and s.visit = f.visit
where f.before is not null
    -- Where nothing is planned at all, two hours without a vehicle are no headway.
    and (f.second - f.before <= 7200 or (f.driven and s.first_second is not null))
    and not exists (
        select 1 from breaks as b
        where b.feed_id = f.feed_id and b.service_date = f.service_date and b.route_id = f.route_id
            and b.direction_id = f.direction_id and b.stop_id = f.stop_id and b.visit = f.visit
            and b.middle > f.before and b.middle < f.second
    )
    and not exists (
        select 1 from silences as q
        where q.feed_id = f.feed_id and q.service_date = f.service_date
            and q.from_second < f.second and q.to_second > f.before
    )
order by f.feed_id, f.service_date, f.route_id, f.direction_id, f.stop_id, f.visit, f.driven, f.second, f.run
