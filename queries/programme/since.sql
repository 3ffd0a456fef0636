-- doc: What was announced, begun, ended and awarded in the seven domains since 2016; one row per event.
-- params: $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: คำมั่นและสิ่งที่เกิดขึ้นจริง ตามวันที่
-- title.en: Promises and what came of them, by date
-- says: events
-- chart: timeline
select
    e.date, e.date_precision, e.kind, in_language($lang, e.title_th, e.title_en) as title,
    in_language($lang, e.detail_th, e.detail_en) as detail, e.quality,
    in_language($lang, s.title_th, s.title_en) as source, false as is_sample
from events as e
join sources as s using (source_id)
where e.kind in ('promise', 'start', 'stop', 'training', 'award') and e.date >= date '2016-01-01'
order by e.date, e.event_id
