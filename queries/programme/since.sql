-- doc: What was announced, begun, ended and awarded in the seven domains since 2016; one row per event.
-- params: $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: คำมั่นและสิ่งที่เกิดขึ้นจริง ตามวันที่
-- title.en: Promises and what came of them, by date
-- says: events
-- chart: timeline
select date, date_precision, kind, title, detail, quality, source, is_sample
from events_in($lang)
where kind in ('promise', 'start', 'stop', 'training', 'award') and date >= date '2016-01-01'
order by date, event_id
