-- doc: A point where traffic was counted; one row.
-- params: $count VARCHAR, $lang VARCHAR
-- returns: vehicles DOUBLE, confidence VARCHAR, as_of VARCHAR, source VARCHAR, note VARCHAR
-- sources:
select
    c.vehicles_per_hour as vehicles, c.confidence, c.as_of, in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, c.note_th, c.note_en) as note
from traffic_counts as c
join sources as s using (source_id)
where c.count_id = $count
