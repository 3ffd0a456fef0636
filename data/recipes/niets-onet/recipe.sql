-- doc: Mean O-NET score of a municipal school in an academic year, STEM by subject and English; one row per school and part.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, breakdown VARCHAR, period_kind VARCHAR, period_start DATE, numerator DOUBLE, denominator DOUBLE, note_th VARCHAR, note_en VARCHAR
with scores as (
    select
        u.unit_id, make_date(r.year, 5, 16) as start, r.tested, r.score * r.tested as points, r.grade,
        case r.subject when 'คณิตศาสตร์' then 'mathematics' when 'วิทยาศาสตร์' then 'science' else '' end as subject
    from rows as r
    left join units as u
        on u.kind = 'school'
        and u.name_th = 'โรงเรียน' || regexp_replace(replace(r.school, ' ', ''), '^โรงเรียน', '')
    where r.tested > 0
),
parts as (
    select 'english-results' as indicator_id, '' as breakdown, * from scores where subject = ''
    union all select 'stem-results', '', * from scores where subject <> ''
    union all select 'stem-results', subject, * from scores where subject <> ''
)
select
    indicator_id, unit_id, breakdown, 'academic_year' as period_kind, start as period_start,
    sum(points) as numerator, cast(sum(tested) as double) as denominator,
    'O-NET ' || string_agg(distinct grade, ', ' order by grade) as note_th,
    format('O-NET; grades tested: {}', count(distinct grade)) as note_en
from parts
group by indicator_id, unit_id, breakdown, start
