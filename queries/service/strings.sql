-- doc: One day of a route in a direction as lines of distance by time: each run, and each planned trip; one row per run or trip and stop.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER, $day DATE, $lang VARCHAR
-- returns: kind VARCHAR, string_id VARCHAR, vehicle INTEGER, stop_sequence INTEGER, stop VARCHAR, along_m INTEGER, second INTEGER, is_sample BOOLEAN
-- sources:
-- title.th: รถทุกคันของวัน ตามระยะทางและเวลา
-- title.en: Every vehicle of the day, by distance and time
-- chart: strings x=second y=along_m
with strings as (
    select 'planned' as kind, 'p' || trip as string_id, null::integer as vehicle, stop_sequence, stop_id, along_m, second
    from driven_planned
    where feed_id = $feed and route_id = $route and direction_id = $direction and service_date = cast($day as date)
    union all
    select 'driven', 'r' || run_id, vehicle, stop_sequence, stop_id, along_m, second
    from driven_runs
    where feed_id = $feed and route_id = $route and direction_id = $direction and service_date = cast($day as date)
)
select
    s.kind, s.string_id, s.vehicle, s.stop_sequence, in_language($lang, g.name_th, g.name_en) as stop, s.along_m,
    s.second, d.quality = 'sample' as is_sample
from strings as s
join driven_days as d on d.feed_id = $feed and d.service_date = cast($day as date)
left join gtfs_stops as g on g.feed_id = $feed and g.stop_id = s.stop_id
order by s.kind desc, s.string_id, s.stop_sequence
