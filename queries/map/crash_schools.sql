-- doc: Accidents within 300 m of any school, each counted once, then of each school with any, and what uncertain positions would change; the first row has no school.
-- params: $lang VARCHAR
-- returns: key VARCHAR, name VARCHAR, points BIGINT, points_low BIGINT, points_high BIGINT, deaths BIGINT, injuries BIGINT
-- sources:
with counted as (
    select
        null as key, null as name, near as points, near_low as points_low, near_high as points_high, null as deaths,
        null as injuries
    from near_schools
    where kind = 'accident'
    union all
    select
        'place.' || p.place_id, in_language($lang, p.name_th, p.name_en), s.points, s.points_low, s.points_high, s.deaths,
        s.injuries
    from school_points as s
    join places as p using (place_id)
    where s.kind = 'accident' and s.points_high > 0
)
select key, name, points, points_low, points_high, deaths, injuries
from counted
order by key is not null, points desc, points_high desc, name collate th
