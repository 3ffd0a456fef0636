-- doc: Each source with its licence, its day (that of the newest edition taken in, where there is one) and what uses it; one row per source.
-- params: $lang VARCHAR
-- returns: source_id VARCHAR, publisher VARCHAR, title VARCHAR, url VARCHAR, licence VARCHAR, bulk BOOLEAN, as_of VARCHAR, confidence VARCHAR, note VARCHAR, figures BIGINT, indicators BIGINT, others BIGINT
with uses as (
    select source_id, sum(figures)::bigint as figures, count(distinct indicator_id) as indicators
    from held
    group by source_id
),
taken as (
    select recipe as source_id, max(as_of)::varchar as as_of from editions group by recipe
),
other as (
    select source_id, count(*) as others
    from (select source_id from events union all select source_id from units union all select source_id from targets)
    group by source_id
)
select
    s.source_id, in_language($lang, s.publisher_th, s.publisher_en) as publisher,
    in_language($lang, s.title_th, s.title_en) as title, s.url,
    in_language($lang, s.licence_th, s.licence_en) as licence, s.bulk, coalesce(e.as_of, s.as_of) as as_of, s.confidence,
    in_language($lang, s.note_th, s.note_en) as note, coalesce(u.figures, 0) as figures,
    coalesce(u.indicators, 0) as indicators, coalesce(o.others, 0) as others
from sources as s
left join uses as u using (source_id)
left join other as o using (source_id)
left join taken as e using (source_id)
order by figures desc, title collate th
