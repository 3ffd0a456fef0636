-- doc: The standards of a day of an indicator, the oldest first; one row per standard.
-- params: $indicator VARCHAR, $lang VARCHAR
-- returns: valid_from DATE, valid_to DATE, high DOUBLE, measure VARCHAR, note VARCHAR, source VARCHAR
-- sources:
select
    t.valid_from, t.valid_to, t.high, in_language($lang, i.measure_th, i.measure_en) as measure,
    in_language($lang, t.note_th, t.note_en) as note, in_language($lang, s.title_th, s.title_en) as source
from standards as t
join indicators as i using (indicator_id)
join sources as s on s.source_id = t.source_id
where t.indicator_id = $indicator
order by t.valid_from
