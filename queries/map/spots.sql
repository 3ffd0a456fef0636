-- doc: Places where most accidents happened, by the rule in docs/method.md; one row per place.
-- params: $lang VARCHAR
-- returns: key VARCHAR, rank INTEGER, lat DOUBLE, lon DOUBLE, points BIGINT, deaths BIGINT, injuries BIGINT, first_day DATE, last_day DATE, sure BIGINT, unsaid BIGINT, area VARCHAR, tambon VARCHAR, schools VARCHAR
-- sources:
with near as (
    select s.spot_id, string_agg(in_language($lang, p.name_th, p.name_en), ', ' order by s.distance_m) as schools
    from spot_schools as s
    join places as p using (place_id)
    group by s.spot_id
)
select
    s.spot_id as key, s.rank, round(s.lat, 5) as lat, round(s.lon, 5) as lon, s.points, s.deaths, s.injuries,
    s.first_day, s.last_day, s.sure, s.unsaid, s.area,
    in_language($lang, o.name_th, o.name_en) as tambon, n.schools
from spots as s
left join outlines as o using (outline_id)
left join near as n using (spot_id)
where s.kind = 'accident'
order by s.rank
