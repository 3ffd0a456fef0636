-- doc: Dated events of the city's buses; one row per event.
-- params: $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: รถเมล์ในเมือง: เริ่ม หยุด และกลับมา
-- title.en: City buses: start, stop and revival
-- chart: timeline
-- says: events
select
    e.date, e.date_precision, e.kind, in_language($lang, e.title_th, e.title_en) as title,
    in_language($lang, e.detail_th, e.detail_en) as detail, e.quality,
    in_language($lang, s.title_th, s.title_en) as source, false as is_sample
from events as e
join sources as s using (source_id)
where e.domain_id = 'mobility' and regexp_matches(e.event_id, '^(city-bus|airport-bus|terminal3)')
order by e.date
