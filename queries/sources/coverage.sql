-- doc: What is known of each indicator: published and sample figures, latest published period, who holds the rest; one row per indicator.
-- params: $lang VARCHAR
-- returns: indicator_id VARCHAR, domain_id VARCHAR, indicator VARCHAR, published BIGINT, sample BIGINT, latest DATE, owner VARCHAR, register VARCHAR
with counted as (
    select
        indicator_id, sum(figures) filter (where quality <> 'sample')::bigint as published,
        sum(figures) filter (where quality = 'sample')::bigint as sample,
        max(latest) filter (where quality <> 'sample') as latest
    from held
    group by indicator_id
)
select
    c.indicator_id, c.domain_id, in_language($lang, c.name_th, c.name_en) as indicator,
    coalesce(n.published, 0) as published, coalesce(n.sample, 0) as sample, n.latest,
    in_language($lang, c.owner_th, c.owner_en) as owner,
    in_language($lang, c.register_th, c.register_en) as register
from cards as c
left join counted as n using (indicator_id)
order by c.position
