-- doc: What the catalogue says of one indicator beyond its card: weights, how it adds up, framework codes; one row.
-- params: $indicator VARCHAR
-- returns: over_time VARCHAR, over_units VARCHAR, weight_th VARCHAR, weight_en VARCHAR, period_kind VARCHAR, due_days INTEGER, range_min DOUBLE, range_max DOUBLE, codes VARCHAR[]
with coded as (
    select indicator_id, list(code || if(verified, '', '?') order by code) as codes
    from indicator_codes
    group by indicator_id
)
select
    i.over_time, i.over_units, i.weight_th, i.weight_en, i.period_kind, i.due_days, i.range_min, i.range_max,
    coalesce(c.codes, []) as codes
from indicators as i
left join coded as c using (indicator_id)
where i.indicator_id = $indicator
