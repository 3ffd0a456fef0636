-- doc: The minutes between one vehicle and the next at a stop through a day, driven and planned; one row per gap, by the pass that ends it.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER, $day DATE, $nth INTEGER, $lang VARCHAR
-- returns: kind VARCHAR, second INTEGER, minutes DOUBLE, planned_min DOUBLE, how VARCHAR, stop VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ระยะห่างระหว่างรถตลอดวัน
-- title.en: Headways through the day
-- chart: gaps x=second y=minutes
with held as (
    select hour, ratio(held_s, held, 1) as planned_s
    from driven_stop_hours
    where feed_id = $feed and route_id = $route and direction_id = $direction and service_date = cast($day as date)
      and stop_sequence = $nth and held > 0
),
place as (
    -- A stop of two branches may be another one of each: it is one place to wait.
    select stop_id, visit from driven_gaps
    where feed_id = $feed and route_id = $route and direction_id = $direction and service_date = cast($day as date)
      and stop_sequence = $nth
    group by stop_id, visit
    order by count(*) desc, stop_id, visit
    limit 1
),
gaps as (
    select if(driven, 'driven', 'planned') as kind, second, stop_id, gap_s from driven_gaps
    semi join place using (stop_id, visit)
    where feed_id = $feed and route_id = $route and direction_id = $direction and service_date = cast($day as date)
)
select
    g.kind, g.second, g.gap_s / 60.0 as minutes, h.planned_s / 60.0 as planned_min,
    case
        when g.kind = 'planned' then 'planned'
        when h.planned_s is null then 'unjudged'
        when g.gap_s < h.planned_s / 4 then 'bunched'
        when g.gap_s > h.planned_s * 2 then 'long'
        else 'even'
    end as how,
    in_language($lang, s.name_th, s.name_en) as stop, d.quality = 'sample' as is_sample
from gaps as g
join driven_days as d on d.feed_id = $feed and d.service_date = cast($day as date)
left join held as h on h.hour = g.second // 3600
left join gtfs_stops as s on s.feed_id = $feed and s.stop_id = g.stop_id
order by g.kind desc, g.second, g.gap_s
