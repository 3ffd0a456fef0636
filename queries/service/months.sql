-- doc: What was measured of a route in a direction in a month, the month before and the same month a year ago, over days of one type or all; one row per month, newest first, none where nothing was driven.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER, $month DATE, $type VARCHAR, $sample BOOLEAN
-- returns: month DATE, days BIGINT, samples BIGINT, headway DOUBLE, planned_headway DOUBLE, headway_variation DOUBLE, wait DOUBLE, excess_wait DOUBLE, bunched DOUBLE, long_gaps DOUBLE, on_time DOUBLE, trips_run DOUBLE, speed DOUBLE, lost DOUBLE, passes BIGINT, doubtful BIGINT, planned BIGINT, run BIGINT, unseen BIGINT
-- sources:
with months as (
    select unnest([cast($month as date), cast($month as date) - interval 1 month, cast($month as date) - interval 1 year])::date as month
),
days as (
    select m.month, d.service_date, d.quality
    from months as m
    join driven_days as d
        on d.feed_id = $feed and d.service_date >= m.month and d.service_date < m.month + interval 1 month
    where ($sample or d.quality <> 'sample') and ($type = '' or d.day_type = $type)
),
stops as (
    select
        d.month, sum(gap_s) as gap_s, sum(gap_s2) as gap_s2, sum(gaps) as gaps, sum(planned_gap_s) as planned_gap_s,
        sum(planned_gap_s2) as planned_gap_s2, sum(planned_gaps) as planned_gaps, sum(held) as held,
        sum(held_s) as held_s, sum(off_s) as off_s, sum(off_s2) as off_s2, sum(bunched) as bunched,
        sum(long_gaps) as long_gaps, sum(timed) as timed, sum(on_time) as on_time, sum(passes) as passes,
        sum(doubtful) as doubtful
    from days as d
    join driven_stop_hours as h
        on h.feed_id = $feed and h.route_id = $route and h.direction_id = $direction and h.service_date = d.service_date
    group by d.month
),
trips as (
    select d.month, sum(planned) as planned, sum(run) as run, sum(unseen) as unseen
    from days as d
    join driven_trips as t
        on t.feed_id = $feed and t.route_id = $route and t.direction_id = $direction and t.service_date = d.service_date
    group by d.month
),
stretches as (
    select d.month, sum(length_m * runs) as metres, sum(run_s) as run_s, sum(lost_s) as lost_s
    from days as d
    join driven_stretches as s
        on s.feed_id = $feed and s.route_id = $route and s.direction_id = $direction and s.service_date = d.service_date
    group by d.month
),
counted as (
    select month, count(*) as days, count(*) filter (where quality = 'sample') as samples from days group by month
)
select
    c.month, c.days, c.samples, mean_gap_s(s.gap_s, s.gaps) / 60 as headway,
    mean_gap_s(s.planned_gap_s, s.planned_gaps) / 60 as planned_headway,
    headway_variation(s.held, s.held_s, s.off_s, s.off_s2) as headway_variation,
    mean_wait_s(s.gap_s, s.gap_s2) / 60 as wait,
    excess_wait_s(s.gap_s, s.gap_s2, s.planned_gap_s, s.planned_gap_s2) / 60 as excess_wait,
    percent_of(s.bunched, s.held) as bunched, percent_of(s.long_gaps, s.held) as long_gaps,
    percent_of(s.on_time, s.timed) as on_time, percent_of(t.run, t.planned) as trips_run,
    speed_kmh(x.metres, x.run_s) as speed, x.lost_s / 60 as lost, s.passes::bigint as passes,
    s.doubtful::bigint as doubtful, t.planned::bigint as planned, t.run::bigint as run, t.unseen::bigint as unseen
from counted as c
join stops as s using (month)
left join trips as t using (month)
left join stretches as x using (month)
order by c.month desc
