-- doc: A digest of every figure of an indicator, to see which differ between two snapshots; one row per indicator.
-- params: $lang VARCHAR
-- returns: indicator_id VARCHAR, indicator VARCHAR, figures BIGINT, digest VARCHAR
select
    o.indicator_id, in_language($lang, any_value(i.name_th), any_value(i.name_en)) as indicator, count(*) as figures,
    bit_xor(hash(
        o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end, o.value, o.quality, o.source_id,
        o.known_from, o.known_to
    ))::varchar as digest
from observations as o
join indicators as i using (indicator_id)
group by o.indicator_id
order by indicator collate th
