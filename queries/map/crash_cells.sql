-- doc: Accidents together by cells of the grid at zoom 14, as a picture on paper has them; one row per cell.
-- params: $year INTEGER, $hours VARCHAR, $cause VARCHAR
-- returns: lat DOUBLE, lon DOUBLE, points BIGINT, deaths BIGINT, injuries BIGINT
-- sources:
with asked as (
    select
        cast($year as integer) as year, cast($hours as varchar) as hours, cast($cause as varchar) as cause,
        if(hours = '', null, cast(split_part(hours, '-', 1) as integer)) as from_hour,
        if(hours = '', null, cast(split_part(hours, '-', 2) as integer)) as to_hour
)
select
    round(avg(p.lat), 5) as lat, round(avg(p.lon), 5) as lon, count(*) as points, sum(p.deaths)::bigint as deaths,
    sum(p.injuries)::bigint as injuries
from map_points as p
join asked as a
    on (a.year = 0 or p.year = a.year) and (a.hours = '' or p.hour between a.from_hour and a.to_hour)
   and (a.cause = '' or p.cause = a.cause)
where p.kind = 'accident'
group by p.x >> 5, p.y >> 5
order by points, lat, lon
