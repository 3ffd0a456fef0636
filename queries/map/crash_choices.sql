-- doc: Years, hours and causes by which accidents can be narrowed, with how many there are; one row per choice.
-- params:
-- returns: what VARCHAR, choice VARCHAR, points BIGINT
-- sources:
with named as (
    select 'year' as what, year::varchar as choice from map_points where kind = 'accident'
    union all
    select 'hours', format('{}-{}', hour // 3 * 3, hour // 3 * 3 + 2) from map_points
    where kind = 'accident' and hour is not null
    union all
    select 'cause', cause from map_points where kind = 'accident' and cause is not null
)
select what, choice, count(*) as points
from named
group by what, choice
order by what, case what when 'year' then -choice::integer when 'hours' then split_part(choice, '-', 1)::integer end,
    points desc, choice
