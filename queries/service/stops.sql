-- doc: A route in a direction stop by stop over the days of a month of one type or all; one row per stop in order.
-- params: $feed VARCHAR, $route VARCHAR, $direction INTEGER, $month DATE, $type VARCHAR, $sample BOOLEAN, $lang VARCHAR
-- returns: stop_sequence INTEGER, stop_id VARCHAR, stop VARCHAR, gaps BIGINT, headway DOUBLE, wait DOUBLE, excess_wait DOUBLE, bunched DOUBLE, long_gaps DOUBLE, on_time DOUBLE
-- sources:
select
    h.stop_sequence, h.stop_id, in_language($lang, any_value(s.name_th), any_value(s.name_en)) as stop,
    sum(gaps)::bigint as gaps, mean_gap_s(sum(gap_s), sum(gaps)) / 60 as headway,
    mean_wait_s(sum(gap_s), sum(gap_s2)) / 60 as wait,
    excess_wait_s(sum(gap_s), sum(gap_s2), sum(planned_gap_s), sum(planned_gap_s2)) / 60 as excess_wait,
    percent_of(sum(bunched), sum(held)) as bunched, percent_of(sum(long_gaps), sum(held)) as long_gaps,
    percent_of(sum(on_time), sum(timed)) as on_time
from driven_stop_hours as h
join driven_days as d using (feed_id, service_date)
left join gtfs_stops as s on s.feed_id = h.feed_id and s.stop_id = h.stop_id
where h.feed_id = $feed and h.route_id = $route and h.direction_id = $direction
  and h.service_date >= cast($month as date) and h.service_date < cast($month as date) + interval 1 month
  and ($sample or d.quality <> 'sample') and ($type = '' or d.day_type = $type)
group by h.stop_sequence, h.stop_id
having sum(gaps) > 0
order by h.stop_sequence, h.stop_id
