-- doc: Accidents of Khon Kaen province with their position; one row per accident. Without a code, day and place make the id.
-- makes: points
-- returns: point_id VARCHAR, kind VARCHAR, day DATE, hour INTEGER, lat DOUBLE, lon DOUBLE, deaths BIGINT, injuries BIGINT, cause VARCHAR, vehicle VARCHAR
select
    'mot-' || coalesce(r.code, left(md5(concat_ws('|', r.day, r.hour, r.lat, r.lon, r.deaths, r.injured)), 12)) as point_id,
    'accident' as kind,
    -- An accident that happened after it was reported has its day and month the wrong way round.
    case when r.reported is null or r.day <= r.reported then r.day end as day,
    r.hour, r.lat, r.lon, r.deaths, r.injured as injuries, c.cause, v.vehicle
from rows as r
left join causes as c on c.written = r.cause
left join vehicles as v on v.written = r.vehicle
