-- title.th: รถห่างกันกี่นาทีในแต่ละชั่วโมง ที่ป้ายใกล้โรงเรียนเทศบาลแต่ละแห่งที่สุด
-- title.en: Headway by hour at the stop nearest to each municipal school
-- given: feed=songthaew_2018
with nearest as (
    select p.place_id, p.name_th, p.name_en, r.stop_id, r.distance_m
    from places as p
    join place_reach as r using (place_id)
    where p.municipal_school and r.feed_id = $feed
    qualify row_number() over (partition by p.place_id order by r.distance_m, r.stop_id) = 1
)
select n.name_th, n.name_en, round(n.distance_m) as metres, d.route_id, d.hour, min(d.mean_headway_min) as headway_min
from nearest as n
join service_departures as d on d.feed_id = $feed and d.stop_id = n.stop_id and d.day_type = 'weekday'
group by all
order by n.name_en, d.route_id, d.hour
