-- doc: A digest of every figure of an indicator by unit, to see whose differ between two snapshots; one row per unit.
-- params: $indicator VARCHAR
-- returns: unit_id VARCHAR, digest VARCHAR
select
    unit_id,
    bit_xor(hash(
        breakdown, period_kind, period_start, period_end, value, quality, source_id, known_from, known_to
    ))::varchar as digest
from observations
where indicator_id = $indicator
group by unit_id
order by unit_id
