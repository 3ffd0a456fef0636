-- doc: The ids an item of an agenda may be about; one row per indicator and unit.
-- params:
-- returns: kind VARCHAR, id VARCHAR
select 'indicator' as kind, indicator_id as id from indicators
union all
select 'unit' as kind, unit_id as id from units
order by all
