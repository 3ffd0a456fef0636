-- doc: Accidents within 300 m of each school, with what uncertain positions would change; one row per school with any.
-- params: $lang VARCHAR
-- returns: key VARCHAR, name VARCHAR, points BIGINT, points_low BIGINT, points_high BIGINT, deaths BIGINT, injuries BIGINT, accuracy_m INTEGER
-- sources:
select
    'place.' || p.place_id as key, in_language($lang, p.name_th, p.name_en) as name, s.points, s.points_low,
    s.points_high, s.deaths, s.injuries, p.accuracy_m
from school_points as s
join places as p using (place_id)
where s.kind = 'accident' and s.points_high > 0
order by s.points desc, s.points_high desc, name collate th
