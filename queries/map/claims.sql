-- doc: What was announced of the planned lines, each claim with its day and source; one row per claim.
-- params: $lang VARCHAR
-- returns: line VARCHAR, aspect VARCHAR, said_on DATE, said_precision VARCHAR, value DOUBLE, claim VARCHAR, quality VARCHAR, source VARCHAR, url VARCHAR
-- sources:
select
    c.line, c.aspect, c.said_on, c.said_precision, c.value, in_language($lang, c.text_th, c.text_en) as claim, c.quality,
    in_language($lang, s.title_th, s.title_en) as source, s.url
from plan_claims as c
join sources as s using (source_id)
order by c.said_on, c.line, c.aspect, c.claim_id
