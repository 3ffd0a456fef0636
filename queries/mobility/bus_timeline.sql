-- doc: Dated events of the city's buses; one row per event.
-- params: $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: รถเมล์ในเมือง: เริ่ม หยุด และกลับมา
-- title.en: City buses: start, stop and revival
-- chart: timeline
-- says: events
select date, date_precision, kind, title, detail, quality, source, is_sample
from events_in($lang)
where domain_id = 'mobility' and regexp_matches(event_id, '^(city-bus|airport-bus|terminal3)')
order by date, event_id
