-- title.th: ช่วงถนนใดทำให้รถเสียเวลามากที่สุด และเที่ยวที่เร็ววิ่งได้กี่กิโลเมตรต่อชั่วโมง
-- title.en: Which stretches cost buses most time, and how fast a quick run takes them
select
    s.feed_id as feed, s.route_id as route, a.name_th as from_th, b.name_th as to_th, a.name_en as from_en,
    b.name_en as to_en, d.quality, sum(s.runs) as runs, round(sum(s.lost_s) / 60) as lost_min,
    round(speed_kmh(sum(s.length_m * s.runs), sum(s.run_s)), 1) as speed_kmh,
    round(speed_kmh(sum(s.length_m * s.runs), sum(s.quick_s * s.runs)), 1) as quick_kmh
from driven_stretches as s
join driven_days as d using (feed_id, service_date)
left join gtfs_stops as a on a.feed_id = s.feed_id and a.stop_id = s.from_stop_id
left join gtfs_stops as b on b.feed_id = s.feed_id and b.stop_id = s.to_stop_id
group by all
order by lost_min desc, feed, route, from_en, to_en
limit 20
