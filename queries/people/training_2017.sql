-- doc: Dated events of Smart People, the policy training of 2017 among them; one row per event.
-- params: $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: การอบรมปี 2560 และเหตุการณ์ของด้านประชาชน
-- title.en: The training of 2017 and other events of Smart People
-- chart: timeline
-- says: events
select date, date_precision, kind, title, detail, quality, source, is_sample
from events_in($lang)
where domain_id = 'people'
order by date, event_id
