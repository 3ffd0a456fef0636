-- doc: Unemployment and participation of a province in a quarter; one row per province, quarter and rate.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, numerator DOUBLE, denominator DOUBLE
with counted as (
    -- Both sexes together stand in some files; elsewhere they are added up.
    select
        province, make_date(year, 3 * cast(regexp_extract(quarter, '[1-4]') as integer) - 2, 1) as start, t.status,
        case
            when bool_or(sex = 'รวม') then max(people) filter (where sex = 'รวม')
            when count(distinct sex) = 2 then sum(people)
        end as people
    from rows as r
    join topics as t on t.topic = r.topic
    group by province, start, t.status
),
rates as (
    select
        province, start,
        max(people) filter (where status = 'adults') as adults,
        max(people) filter (where status = 'unemployed') as unemployed,
        coalesce(
            max(people) filter (where status = 'force'),
            max(people) filter (where status = 'employed') + max(people) filter (where status = 'unemployed')
            + max(people) filter (where status = 'seasonal')
        ) as force
    from counted
    group by province, start
)
select
    'unemployment-rate-province' as indicator_id, u.unit_id, 'quarter' as period_kind, start as period_start,
    unemployed as numerator, force as denominator
from rates
left join units as u on u.name_th = 'จังหวัด' || province and u.kind in ('province', 'peer_province')
where unemployed is not null and force > 0
union all
select 'labour-force-participation-province', u.unit_id, 'quarter', start, force, adults
from rates
left join units as u on u.name_th = 'จังหวัด' || province and u.kind in ('province', 'peer_province')
where force is not null and adults > 0
