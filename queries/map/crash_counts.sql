-- doc: Accidents by area: in all, by year, hours, cause and vehicle, the order in which they are listed; one row per kind of part, part and area.
-- params:
-- returns: what VARCHAR, part VARCHAR, area VARCHAR, points BIGINT, placed BIGINT, fatal BIGINT, deaths BIGINT, deaths_stated BIGINT, injuries BIGINT, injuries_stated BIGINT, accuracy_stated BIGINT, accuracy_m INTEGER, first_day DATE, last_day DATE
-- sources:
select
    what, part, area, points, placed, fatal, deaths, deaths_stated, injuries, injuries_stated, accuracy_stated,
    accuracy_m, first_day, last_day
from point_counts
where kind = 'accident'
order by
    what, case what when 'year' then -part::integer when 'hours' then try_cast(split_part(part, '-', 1) as integer) end,
    sum(points) over (partition by what, part) desc, part,
    list_position(['municipality', 'district', 'elsewhere', 'unplaced'], area)
