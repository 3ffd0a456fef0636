-- doc: The stretches of a route in a direction from stop to stop over the days of a month of one type or all, at an hour or all (-1): speed, speed of a quick run, minutes lost; one row per stretch in order.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER, $month DATE, $type VARCHAR, $hour INTEGER, $sample BOOLEAN, $lang VARCHAR
-- returns: stop_sequence INTEGER, from_stop VARCHAR, to_stop VARCHAR, from_m INTEGER, to_m INTEGER, runs BIGINT, speed DOUBLE, quick DOUBLE, lost DOUBLE, lost_each DOUBLE
-- sources:
with driven as (
    select
        t.stop_sequence, t.from_stop_id, t.to_stop_id, sum(t.runs) as runs, sum(t.length_m * t.runs) as metres,
        sum(t.run_s) as run_s, sum(t.quick_s * t.runs) as quick_s, sum(t.lost_s) as lost_s
    from driven_stretches as t
    join driven_days as d using (feed_id, service_date)
    where t.feed_id = $feed and t.route_id = $route and t.direction_id = $direction
      and t.service_date >= cast($month as date) and t.service_date < cast($month as date) + interval 1 month
      and ($sample or d.quality <> 'sample') and ($type = '' or d.day_type = $type) and ($hour < 0 or t.hour = $hour)
    group by t.stop_sequence, t.from_stop_id, t.to_stop_id
),
places as (
    select stop_id, stop_sequence, median(along_m)::integer as along_m
    from driven_planned
    where feed_id = $feed and route_id = $route and direction_id = $direction
    group by stop_id, stop_sequence
)
select
    v.stop_sequence, in_language($lang, a.name_th, a.name_en) as from_stop,
    in_language($lang, b.name_th, b.name_en) as to_stop,
    (q.along_m - v.metres / v.runs)::integer as from_m, q.along_m as to_m, v.runs::bigint as runs,
    speed_kmh(v.metres, v.run_s) as speed, speed_kmh(v.metres, v.quick_s) as quick, v.lost_s / 60 as lost,
    v.lost_s / v.runs / 60 as lost_each
from driven as v
left join places as q on q.stop_id = v.to_stop_id and q.stop_sequence = v.stop_sequence
left join gtfs_stops as a on a.feed_id = $feed and a.stop_id = v.from_stop_id
left join gtfs_stops as b on b.feed_id = $feed and b.stop_id = v.to_stop_id
order by v.stop_sequence, v.from_stop_id
