-- title.th: ผู้โดยสารรอนานกว่าแผนกี่นาทีในแต่ละชั่วโมงของแต่ละสาย ตามที่รถวิ่งจริง
-- title.en: How much longer than planned riders waited, by line and hour, as service was driven
-- Sums over sums, never a mean of means: days of one quality are put together, made-up days apart from measured ones.
select
    h.feed_id as feed, h.route_id as route, g.name_th as route_th, g.name_en as route_en, h.hour, d.quality,
    count(distinct h.service_date) as days, sum(h.gaps) as gaps,
    round(mean_wait_s(sum(h.gap_s), sum(h.gap_s2)) / 60, 1) as wait_min,
    round(
        excess_wait_s(sum(h.gap_s), sum(h.gap_s2), sum(h.planned_gap_s), sum(h.planned_gap_s2)) / 60, 1
    ) + 0 as excess_wait_min,
    round(percent_of(sum(h.bunched), sum(h.held)), 1) as bunched_percent
from driven_stop_hours as h
join driven_days as d using (feed_id, service_date)
left join gtfs_routes as g using (feed_id, route_id)
group by all
having sum(h.gaps) > 0
order by feed, route, d.quality, h.hour
