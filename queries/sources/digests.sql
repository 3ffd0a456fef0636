-- doc: A digest of every figure of an indicator, to see which differ between two snapshots; one row per indicator.
-- params: $lang VARCHAR
-- returns: indicator_id VARCHAR, indicator VARCHAR, figures BIGINT, digest VARCHAR
select
    d.indicator_id, in_language($lang, any_value(i.name_th), any_value(i.name_en)) as indicator,
    sum(d.figures)::bigint as figures, bit_xor(d.digest)::varchar as digest
from digests as d
join indicators as i using (indicator_id)
group by d.indicator_id
order by indicator collate th
