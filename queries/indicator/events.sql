-- doc: Events that have to do with one indicator; one row per event.
-- params: $indicator VARCHAR, $lang VARCHAR
-- returns: date DATE, date_precision VARCHAR, kind VARCHAR, title VARCHAR, detail VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
select date, date_precision, kind, title, detail, quality, source, is_sample
from events_in($lang)
join event_indicators using (event_id)
where indicator_id = $indicator
order by date, event_id
