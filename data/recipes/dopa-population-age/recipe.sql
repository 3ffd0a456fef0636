-- doc: Registered people at the end of a year, in all, by sex and by group of age; one row per area and part.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, breakdown VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE
with marked as (
    select
        *, (position - 2) // 2 as age, area like 'ตำบล%' as is_tambon,
        last_value(case when area not like 'ตำบล%' then area end ignore nulls)
            over (order by at_row rows between unbounded preceding and current row) as block
    from rows
    where month(month) = 12
),
-- A tambon that lies partly in a municipality stands in several blocks; its people are all of them together.
placed as (
    select coalesce(a.unit_id, case when m.is_tambon then '' end) as unit_id, m.*
    from marked as m
    left join areas as a on a.area = m.area and (not m.is_tambon or list_contains(string_split(a.blocks, ';'), m.block))
),
areas_known as (
    select * from placed where unit_id <> ''
),
whole as (
    select unit_id, month, sum(total) as total, sum(male) as male, sum(female) as female
    from (select distinct unit_id, month, at_row, total, male, female from areas_known)
    group by unit_id, month
),
ages as (
    select
        unit_id, month,
        case
            when age <= 5 then 'age-0-5' when age <= 14 then 'age-6-14' when age <= 24 then 'age-15-24'
            when age <= 59 then 'age-25-59' else 'age-60-up'
        end as breakdown,
        sum(people) as people
    from areas_known
    group by all
),
parts as (
    select unit_id, month, '' as breakdown, total as people from whole
    union all select unit_id, month, 'male', male from whole
    union all select unit_id, month, 'female', female from whole
    union all select unit_id, month, breakdown, people from ages
)
select
    'registered-population' as indicator_id, u.unit_id, p.breakdown, 'calendar_year' as period_kind,
    cast(date_trunc('year', p.month) as date) as period_start, cast(p.people as double) as value
from parts as p
left join units as u on u.unit_id = p.unit_id
