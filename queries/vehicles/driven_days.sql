-- doc: What a day rests on: positions, vehicles, runs with their doubt, seconds of silence; one row per feed and day.
-- reads: positions, passes, planned, silences
-- returns: feed_id VARCHAR, service_date DATE, positions BIGINT, vehicles INTEGER, runs INTEGER, doubt DOUBLE, silent_s DOUBLE
with facts as (
    select feed_id, service_date, count(*) as positions, cast(0 as bigint) as runs, cast(0 as double) as doubt,
        cast(0 as double) as silent_s
    from positions
    group by feed_id, service_date
    union all
    select feed_id, service_date, cast(0 as bigint) as positions, count(*) as runs, sum(doubt) as doubt,
        cast(0 as double) as silent_s
    from (
        select feed_id, service_date, run_id, max(doubt) as doubt from passes group by feed_id, service_date, run_id
    ) as of_run
    group by feed_id, service_date
    union all
    -- Only while service was planned: nobody expects positions at night.
    select q.feed_id, q.service_date, cast(0 as bigint) as positions, cast(0 as bigint) as runs,
        cast(0 as double) as doubt,
        sum(greatest(least(q.to_second, s.last_second) - greatest(q.from_second, s.first_second), 0)) as silent_s
    from silences as q
    join (
        select feed_id, service_date, min(second) as first_second, max(second) as last_second
        from planned
        group by feed_id, service_date
    ) as s on s.feed_id = q.feed_id and s.service_date = q.service_date
    group by q.feed_id, q.service_date
),
marks as (
    select feed_id, service_date, count(distinct vehicle) as vehicles from passes group by feed_id, service_date
)
select f.feed_id, f.service_date, cast(sum(f.positions) as bigint) as positions,
    cast(coalesce(max(m.vehicles), 0) as integer) as vehicles, cast(sum(f.runs) as integer) as runs,
    sum(f.doubt) as doubt, sum(f.silent_s) as silent_s
from facts as f
left join marks as m on m.feed_id = f.feed_id and m.service_date = f.service_date
group by f.feed_id, f.service_date
order by f.feed_id, f.service_date
