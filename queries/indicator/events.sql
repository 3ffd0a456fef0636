-- doc: Events that have to do with one indicator; one row per event.
-- params: $indicator VARCHAR, $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
select
    e.date, e.date_precision, e.kind, in_language($lang, e.title_th, e.title_en) as title,
    in_language($lang, e.detail_th, e.detail_en) as detail, e.quality,
    in_language($lang, s.title_th, s.title_en) as source, false as is_sample
from events as e
join event_indicators as l using (event_id)
join sources as s using (source_id)
where l.indicator_id = $indicator
order by e.date
