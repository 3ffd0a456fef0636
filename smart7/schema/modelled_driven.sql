-- Figures of a month from the days that were measured from vehicle positions; one row per indicator and month.
-- What is held against the plan of a feed of record is estimated, as its headways are assumptions; the rest is modelled.

with days as (
    select d.feed_id, d.service_date, d.positions, d.doubt, d.runs, f.status <> 'imported' as assumed,
        cast(date_trunc('month', d.service_date) as date) as month
    from driven_days as d
    join gtfs_feeds as f using (feed_id)
    where d.quality = 'modelled'
),
about as (
    select month, count(distinct service_date) as days, max(service_date) as as_of, sum(positions) as positions,
        percent_of(sum(doubt), sum(runs)) as doubt, bool_or(assumed) as assumed
    from days
    group by month
),
gaps as (
    select d.month, sum(h.gap_s) / 3600 as gap_h, sum(h.gap_s) / 60 as gap_min, sum(h.gaps) as gaps,
        excess_wait_s(sum(h.gap_s), sum(h.gap_s2), sum(h.planned_gap_s), sum(h.planned_gap_s2)) / 60 as excess_min,
        sum(h.bunched) as bunched, sum(h.held) as held, sum(h.on_time) as on_time, sum(h.timed) as timed
    from driven_stop_hours as h
    join days as d using (feed_id, service_date)
    group by d.month
),
trips as (
    select d.month, sum(t.run) as run, sum(t.planned) as planned
    from driven_trips as t
    join days as d using (feed_id, service_date)
    group by d.month
),
figures as (
    select month, 'bus-headway' as indicator_id, gap_min as numerator, gaps as denominator, false as by_plan from gaps
    union all
    -- Weighted by the hours that were waited in: a month is the mean of its days, and a year of its months.
    select month, 'bus-excess-wait', excess_min * gap_h, gap_h, true from gaps
    union all
    select month, 'bus-bunched', bunched, held, true from gaps
    union all
    select month, 'bus-on-time', on_time, timed, true from gaps
    union all
    select month, 'bus-trips-run', run, planned, true from trips
)
select
    f.indicator_id, f.month, f.numerator, f.denominator, i.scale, u.unit_id, s.source_id,
    a.days, a.as_of, a.positions, round(a.doubt, 1) as doubt, f.by_plan and a.assumed as estimated,
    a.days < dayofmonth(last_day(f.month)) as partial
from figures as f
join about as a using (month)
join indicators as i on i.indicator_id = f.indicator_id and i.period_kind = 'month'
join units as u on u.kind = i.level and not u.is_sample
join sources as s on s.source_id = 'vehicle-positions'
where f.denominator > 0 and f.numerator is not null
qualify row_number() over (partition by f.indicator_id, f.month order by u.position) = 1
order by f.indicator_id, f.month;
