-- doc: Every figure ever held true of one indicator, newest first, revisions included; one row per figure.
-- params: $indicator VARCHAR, $lang VARCHAR, $sample BOOLEAN
-- returns: period VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, unit VARCHAR, part VARCHAR, value DOUBLE, numerator DOUBLE, denominator DOUBLE, measure VARCHAR, decimals INTEGER, quality VARCHAR, source VARCHAR, url VARCHAR, licence VARCHAR, as_of DATE, known_from DATE, known_to DATE, note VARCHAR, formula VARCHAR, place VARCHAR
with newest as (
    select o.*, u.position, in_language($lang, u.name_th, u.name_en) as unit
    from observations as o
    join units as u using (unit_id)
    where o.indicator_id = $indicator and ($sample or not u.is_sample)
    order by o.period_start desc, u.position, o.breakdown, o.known_from desc
    limit 2000
)
select
    in_language($lang, p.label_th, p.label_en) as period, n.period_kind, n.period_start, n.period_end, n.unit,
    coalesce(in_language($lang, b.name_th, b.name_en), '') as part,
    n.value, n.numerator, n.denominator, in_language($lang, i.measure_th, i.measure_en) as measure, i.decimals,
    n.quality, in_language($lang, s.title_th, s.title_en) as source, s.url,
    in_language($lang, s.licence_th, s.licence_en) as licence, n.as_of, n.known_from, n.known_to,
    in_language($lang, n.note_th, n.note_en) as note, in_language($lang, n.formula_th, n.formula_en) as formula,
    n.file || ':' || n.line || coalesce(' ← ' || concat_ws(' · ', e.file_name, e.taken_on, left(e.digest, 12)), '') as place
from newest as n
join indicators as i using (indicator_id)
join sources as s on s.source_id = n.source_id
left join editions as e on e.edition_id = n.edition_id
join periods as p
    on p.period_kind = n.period_kind and p.period_start = n.period_start and p.period_end = n.period_end
left join breakdowns as b on b.breakdown_id = n.breakdown
order by n.period_start desc, n.position, n.breakdown, n.known_from desc
