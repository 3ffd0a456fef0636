-- doc: Turnout of a constituency and of a province in a general election; one row per constituency or province.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, numerator DOUBLE, denominator DOUBLE
with constituencies as (
    -- Those who may vote stand in one sheet, once for each district of a constituency; those who did in another.
    select
        year, province, constituency, max(turned_out) as turned_out, max(eligible) as eligible
    from rows
    group by year, province, constituency
),
areas as (
    select
        c.year, 'kk-constituency-' || regexp_extract(constituency, '^KKN_(\d+)$', 1) as unit_id, turned_out, eligible
    from constituencies as c
    where province = 'KKN'
    union all
    select c.year, p.unit_id, sum(turned_out), sum(eligible)
    from constituencies as c
    left join provinces as p on p.province = c.province
    group by c.year, p.unit_id
    -- A province of which one constituency is missing has no turnout.
    having count(turned_out) = count(*) and count(eligible) = count(*)
)
select
    'turnout-parliament' as indicator_id, u.unit_id, 'date' as period_kind, cast(e.day as date) as period_start,
    cast(a.turned_out as double) as numerator, cast(a.eligible as double) as denominator
from areas as a
left join elections as e on cast(e.year as integer) = a.year
left join units as u on u.unit_id = a.unit_id
where a.turned_out is not null and a.eligible is not null
