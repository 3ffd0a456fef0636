-- doc: What does not leave in bulk and why; one row per source and reason.
-- params: $lang VARCHAR
-- returns: source VARCHAR, licence VARCHAR, rows BIGINT, reason VARCHAR
select
    in_language($lang, source_th, source_en) as source, in_language($lang, licence_th, licence_en) as licence,
    sum(rows)::bigint as rows, in_language($lang, reason_th, reason_en) as reason
from open.withheld
where view_name <> 'figures'
group by all
order by rows desc, source collate th, reason
