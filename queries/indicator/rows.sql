-- doc: Every figure ever held true of one indicator, newest first, revisions included; one row per figure.
-- params: $indicator VARCHAR, $lang VARCHAR, $sample BOOLEAN
-- returns: period VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, unit VARCHAR, part VARCHAR, value DOUBLE, numerator DOUBLE, denominator DOUBLE, measure VARCHAR, decimals INTEGER, quality VARCHAR, source VARCHAR, url VARCHAR, licence VARCHAR, as_of DATE, known_from DATE, known_to DATE, note VARCHAR, formula VARCHAR, place VARCHAR
select
    in_language($lang, label_th, label_en) as period, period_kind, period_start, period_end,
    in_language($lang, unit_th, unit_en) as unit, coalesce(in_language($lang, part_th, part_en), '') as part, value,
    numerator, denominator, in_language($lang, measure_th, measure_en) as measure, decimals, quality,
    in_language($lang, source_th, source_en) as source, url, in_language($lang, licence_th, licence_en) as licence,
    as_of, known_from, known_to, in_language($lang, note_th, note_en) as note,
    in_language($lang, formula_th, formula_en) as formula, place
from indicator_rows
where indicator_id = $indicator and ($sample or not is_sample)
order by period_start desc, position, breakdown, known_from desc
limit 2000
