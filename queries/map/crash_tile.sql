-- doc: Accidents of one tile of the map as they are drawn: together by cells of an eighth of a tile, at zoom 16 of a 64th, about 9 m; one row per cell.
-- params: $z INTEGER, $x INTEGER, $y INTEGER, $year INTEGER, $hours VARCHAR, $cause VARCHAR
-- returns: lat DOUBLE, lon DOUBLE, points BIGINT, deaths BIGINT, injuries BIGINT, year INTEGER, hour INTEGER, cause VARCHAR, accuracy_m INTEGER
-- sources:
with asked as (
    select
        cast($z as integer) as z, cast($x as integer) as x, cast($y as integer) as y, cast($year as integer) as year,
        cast($hours as varchar) as hours, cast($cause as varchar) as cause
),
bounds as (
    select
        *, (1 << (22 - z))::integer as wide, if(z >= 16, 0, 19 - z) as coarser, if(hours = '', null, cast(split_part(hours, '-', 1) as integer)) as from_hour,
        if(hours = '', null, cast(split_part(hours, '-', 2) as integer)) as to_hour
    from asked
),
own as (
    select p.*, p.x >> b.coarser as cell_x, p.y >> b.coarser as cell_y
    from map_points as p
    join bounds as b
        on p.x >= b.x * b.wide and p.x < (b.x + 1) * b.wide and p.y >= b.y * b.wide and p.y < (b.y + 1) * b.wide
       and (b.year = 0 or p.year = b.year) and (b.hours = '' or p.hour between b.from_hour and b.to_hour)
       and (b.cause = '' or p.cause = b.cause)
    where p.kind = 'accident'
)
select
    round(avg(lat), 5) as lat, round(avg(lon), 5) as lon, count(*) as points, sum(deaths)::bigint as deaths,
    sum(injuries)::bigint as injuries, if(count(*) = 1, any_value(year), null)::integer as year,
    if(count(*) = 1, any_value(hour), null)::integer as hour, if(count(*) = 1, any_value(cause), null) as cause,
    if(count(*) = 1, any_value(accuracy_m), null)::integer as accuracy_m
from own
group by cell_x, cell_y
order by points, lat, lon
