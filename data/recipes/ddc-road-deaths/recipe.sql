-- doc: People killed on the roads of a province in a month; one row per province and month, and one for the country.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, partial BOOLEAN
with months as (
    select person, province, cast(date_trunc('month', day) as date) as month, max(day) over () as last_day from rows
),
counted as (
    select 'จังหวัด' || province as name, month, last_day, count(distinct person) as people
    from months
    where province is not null
    group by province, month, last_day
    union all
    select 'ประเทศไทย', month, last_day, count(distinct person) from months group by month, last_day
)
select
    'road-deaths-joined' as indicator_id, u.unit_id, 'month' as period_kind, c.month as period_start,
    cast(c.people as double) as value,
    -- Somebody is killed somewhere every day: a file that stops before the end of a month has not all of it.
    c.last_day < last_day(c.month) as partial
from counted as c
left join units as u on u.name_th = c.name and u.kind in ('province', 'peer_province', 'country')
