-- doc: What is known of accidents as a whole: how many, from when to when, their positions, schools near, sources; one row, none without accidents.
-- params: $lang VARCHAR
-- returns: points BIGINT, placed BIGINT, first_day DATE, last_day DATE, stated BIGINT, accuracy_m INTEGER, fatal BIGINT, near BIGINT, near_low BIGINT, near_high BIGINT, quality VARCHAR, source VARCHAR, licence VARCHAR, open BOOLEAN
-- sources:
with said as (
    select
        string_agg(distinct in_language($lang, s.title_th, s.title_en), '; ') as source,
        string_agg(distinct in_language($lang, s.licence_th, s.licence_en), '; ') as licence, bool_and(s.bulk) as open,
        max_by(s.confidence, list_position(['official', 'reported', 'estimated'], s.confidence)) as quality
    from (select distinct source_id from points where kind = 'accident') as p
    join sources as s using (source_id)
),
known as (
    select
        min(day) as first_day, max(day) as last_day, count(accuracy_m) as stated, max(accuracy_m) as accuracy_m,
        count(*) filter (deaths > 0) as fatal
    from points where kind = 'accident'
)
select
    n.points, n.placed, k.first_day, k.last_day, k.stated, k.accuracy_m, k.fatal, n.near, n.near_low, n.near_high, s.quality,
    s.source, s.licence, s.open
from near_schools as n
cross join known as k
cross join said as s
where n.kind = 'accident'
