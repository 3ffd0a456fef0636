-- doc: A digest of every figure of an indicator by unit, to see whose differ between two snapshots; one row per unit.
-- params: $indicator VARCHAR
-- returns: unit_id VARCHAR, digest VARCHAR
select unit_id, bit_xor(digest)::varchar as digest
from digests
where indicator_id = $indicator
group by unit_id
order by unit_id
