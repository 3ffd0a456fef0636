-- doc: Pupils of a municipal school, in all and by sex, and pupils for each teacher; one row per school and measure.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, breakdown VARCHAR, period_kind VARCHAR, period_start DATE, as_of DATE, value DOUBLE, numerator DOUBLE, denominator DOUBLE
with schools as (
    select r.*, u.unit_id, make_date(r.year, 5, 16) as start, make_date(r.year, 6, 10) as counted
    from rows as r
    left join units as u
        on u.kind = 'school'
        and u.name_th = 'โรงเรียน' || regexp_replace(replace(r.school, ' ', ''), '^โรงเรียน', '')
),
parts as (
    select unit_id, start, counted, '' as breakdown, pupils from schools
    union all select unit_id, start, counted, 'male', male from schools where male is not null
    union all select unit_id, start, counted, 'female', female from schools where female is not null
)
select
    'enrolment' as indicator_id, unit_id, breakdown, 'academic_year' as period_kind, start as period_start,
    counted as as_of, cast(pupils as double) as value, cast(null as double) as numerator, cast(null as double) as denominator
from parts
union all
select 'pupils-per-teacher', unit_id, '', 'academic_year', start, counted, null, pupils, teachers
from schools
where teachers > 0
