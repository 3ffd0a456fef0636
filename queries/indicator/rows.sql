-- doc: Every figure ever held true of one indicator, newest first, revisions included; one row per figure.
-- params: $indicator VARCHAR, $lang VARCHAR, $sample BOOLEAN
-- returns: period VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, unit VARCHAR, part VARCHAR, value DOUBLE, numerator DOUBLE, denominator DOUBLE, measure VARCHAR, decimals INTEGER, quality VARCHAR, source VARCHAR, url VARCHAR, licence VARCHAR, as_of DATE, known_from DATE, known_to DATE, note VARCHAR, formula VARCHAR, place VARCHAR
select
    in_language($lang, p.label_th, p.label_en) as period, o.period_kind, o.period_start, o.period_end,
    in_language($lang, u.name_th, u.name_en) as unit,
    coalesce(in_language($lang, b.name_th, b.name_en), '') as part,
    o.value, o.numerator, o.denominator, in_language($lang, i.measure_th, i.measure_en) as measure, i.decimals,
    o.quality, in_language($lang, s.title_th, s.title_en) as source, s.url,
    in_language($lang, s.licence_th, s.licence_en) as licence, o.as_of, o.known_from, o.known_to,
    in_language($lang, o.note_th, o.note_en) as note, in_language($lang, o.formula_th, o.formula_en) as formula,
    o.file || ':' || o.line as place
from observations as o
join indicators as i using (indicator_id)
join units as u using (unit_id)
join sources as s on s.source_id = o.source_id
join periods as p
    on p.period_kind = o.period_kind and p.period_start = o.period_start and p.period_end = o.period_end
left join breakdowns as b on b.breakdown_id = o.breakdown
where o.indicator_id = $indicator and ($sample or not u.is_sample)
order by o.period_start desc, u.position, o.breakdown, o.known_from desc
limit 2000
