-- doc: Accidents by hour and by cause in each area; one row per kind of part, part and area.
-- params:
-- returns: what VARCHAR, part VARCHAR, area VARCHAR, points BIGINT, deaths BIGINT, injuries BIGINT
-- sources:
with parts as (
    select 'hours' as what, coalesce(format('{}-{}', hour // 3 * 3, hour // 3 * 3 + 2), '') as part, area, deaths, injuries
    from points where kind = 'accident'
    union all
    select 'cause', coalesce(cause, ''), area, deaths, injuries from points where kind = 'accident'
    union all
    select 'vehicle', coalesce(vehicle, ''), area, deaths, injuries from points where kind = 'accident'
),
counted as (
    select
        what, part, coalesce(area, 'unplaced') as area, count(*) as points, sum(deaths)::bigint as deaths,
        sum(injuries)::bigint as injuries
    from parts
    group by what, part, coalesce(area, 'unplaced')
)
select what, part, area, points, deaths, injuries
from counted
order by what, if(what = 'hours', try_cast(split_part(part, '-', 1) as integer), null), points desc, part, area
