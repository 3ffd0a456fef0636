-- doc: Dated events of Smart People, the policy training of 2017 among them; one row per event.
-- params: $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: การอบรมปี 2560 และเหตุการณ์ของด้านประชาชน
-- title.en: The training of 2017 and other events of Smart People
-- chart: timeline
-- says: events
select
    e.date, e.date_precision, e.kind, in_language($lang, e.title_th, e.title_en) as title,
    in_language($lang, e.detail_th, e.detail_en) as detail, e.quality,
    in_language($lang, s.title_th, s.title_en) as source, false as is_sample
from events as e
join sources as s using (source_id)
where e.domain_id = 'people'
order by e.date
