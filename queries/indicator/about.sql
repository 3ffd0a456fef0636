-- doc: What the catalogue says of each indicator beyond its card: weights, how it adds up, codes; and what there is of it beside its years, so that nobody asks for what is not there; one row per indicator.
-- params:
-- returns: indicator_id VARCHAR, over_time VARCHAR, over_units VARCHAR, weight_th VARCHAR, weight_en VARCHAR, period_kind VARCHAR, due_days INTEGER, range_min DOUBLE, range_max DOUBLE, codes VARCHAR[], has_parts BOOLEAN, has_others BOOLEAN, has_days BOOLEAN, has_events BOOLEAN, has_targets BOOLEAN
with coded as (
    select indicator_id, list(code || if(verified, '', '?') order by code) as codes
    from indicator_codes
    group by indicator_id
)
select
    i.indicator_id, i.over_time, i.over_units, i.weight_th, i.weight_en, i.period_kind, i.due_days, i.range_min,
    i.range_max, coalesce(c.codes, []) as codes,
    i.indicator_id in (select indicator_id from yearly where breakdown <> '') as has_parts,
    i.indicator_id in (select indicator_id from beside where not own) as has_others,
    i.indicator_id in (select indicator_id from days) as has_days,
    i.indicator_id in (select indicator_id from event_indicators) as has_events,
    i.indicator_id in (select indicator_id from targets) as has_targets
from indicators as i
left join coded as c using (indicator_id)
order by i.position
