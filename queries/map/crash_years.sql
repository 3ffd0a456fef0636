-- doc: Accidents by year and area, with deaths and injuries as far as sources state them; one row per year and area.
-- params:
-- returns: year INTEGER, area VARCHAR, points BIGINT, deaths BIGINT, deaths_stated BIGINT, injuries BIGINT, injuries_stated BIGINT
-- sources:
select year, area, points, deaths, deaths_stated, injuries, injuries_stated
from point_years
where kind = 'accident'
order by year desc, list_position(['municipality', 'district', 'elsewhere', 'unplaced'], area)
