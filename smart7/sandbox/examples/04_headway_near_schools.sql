-- title.th: รถสายที่ใกล้โรงเรียนเทศบาลแต่ละแห่งที่สุด ห่างกันกี่นาทีในแต่ละชั่วโมง
-- title.en: Headway by hour on the route nearest to each municipal school
-- given: feed=songthaew_2018
with stopping as (
    select distinct stop_id, route_id from service_departures where feed_id = $feed and day_type = 'weekday'
),
-- Where several routes share the nearest stop, each of them is nearest; a school may have none within a walk.
nearest as (
    select p.place_id, p.name_th, p.name_en, s.route_id, s.stop_id, r.distance_m
    from places as p
    left join (place_reach as r join stopping as s using (stop_id)) on r.place_id = p.place_id and r.feed_id = $feed
    where p.municipal_school
    qualify rank() over (partition by p.place_id order by r.distance_m nulls last, s.stop_id) = 1
)
select
    n.name_th as school_th, n.name_en as school_en, n.route_id as route, d.hour,
    round(min(d.mean_headway_min), 1) as headway_min, round(n.distance_m)::integer as metres_to_stop,
    g.name_th as route_th, g.name_en as route_en
from nearest as n
left join gtfs_routes as g on g.feed_id = $feed and g.route_id = n.route_id
left join service_departures as d
    on d.feed_id = $feed and d.stop_id = n.stop_id and d.route_id = n.route_id and d.day_type = 'weekday'
group by all
order by school_en, route, d.hour
