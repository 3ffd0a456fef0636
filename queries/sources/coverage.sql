-- doc: What is held of each indicator about whom it is meant for: published and sample figures, latest published period, who holds the rest; one row per indicator.
-- params: $lang VARCHAR
-- returns: indicator_id VARCHAR, domain_id VARCHAR, indicator VARCHAR, published BIGINT, sample BIGINT, latest DATE, owner VARCHAR, register VARCHAR
with counted as (
    -- What was worked out from units is not handed in; what is of a tambon or a peer is not the city's.
    select
        h.indicator_id, sum(h.figures) filter (not h.is_sample)::bigint as published,
        sum(h.figures) filter (h.is_sample)::bigint as sample, max(h.period_end) filter (not h.is_sample) as latest
    from holdings as h
    join indicators as i using (indicator_id)
    join units as u using (unit_id)
    where not h.rolled and (u.kind = i.level or leads(u.kind, i.level)) and h.period_kind = i.period_kind
    group by h.indicator_id
)
select
    c.indicator_id, c.domain_id, in_language($lang, c.name_th, c.name_en) as indicator,
    coalesce(n.published, 0) as published, coalesce(n.sample, 0) as sample, n.latest,
    in_language($lang, c.owner_th, c.owner_en) as owner,
    in_language($lang, c.register_th, c.register_en) as register
from cards as c
left join counted as n using (indicator_id)
order by c.position
