-- doc: The figure each indicator leads with, up to the end of a chosen year; one row per indicator, figure or not.
-- params: $domain VARCHAR, $until DATE, $sample BOOLEAN
-- returns: indicator_id VARCHAR, domain_id VARCHAR, name_th VARCHAR, name_en VARCHAR, about_th VARCHAR, about_en VARCHAR, measure_th VARCHAR, measure_en VARCHAR, value_kind VARCHAR, direction VARCHAR, over_time VARCHAR, decimals INTEGER, native_kind VARCHAR, due_days INTEGER, level VARCHAR, owner VARCHAR, owner_th VARCHAR, owner_en VARCHAR, formula_th VARCHAR, formula_en VARCHAR, register_th VARCHAR, register_en VARCHAR, promised BOOLEAN, aims VARCHAR[], units_latest DATE, units_reporting BIGINT, units_published BIGINT, unit_id VARCHAR, unit_th VARCHAR, unit_en VARCHAR, value DOUBLE, period_kind VARCHAR, period_start DATE, period_end DATE, label_th VARCHAR, label_en VARCHAR, short_th VARCHAR, short_en VARCHAR, partial BOOLEAN, quality VARCHAR, source_ids VARCHAR[], sources_th VARCHAR[], sources_en VARCHAR[], source_days DATE[], as_of DATE, is_sample BOOLEAN, periods BIGINT, periods_expected INTEGER, last_period_end DATE, units BIGINT, units_expected BIGINT, previous_value DOUBLE, previous_kind VARCHAR, previous_start DATE, previous_end DATE, previous_incomplete BOOLEAN, target_low DOUBLE, target_high DOUBLE, target_quality VARCHAR, target_authority VARCHAR, target_from DATE, target_to DATE, target_source_id VARCHAR, target_source_th VARCHAR, target_source_en VARCHAR, target_known DATE, target_note_th VARCHAR, target_note_en VARCHAR, spark DOUBLE[], spark_starts DATE[], note_th VARCHAR, note_en VARCHAR, break_th VARCHAR, break_en VARCHAR
with known as (
    -- Only what chooses the figure; its many texts are joined at the end.
    select
        indicator_id, unit_id, period_kind, period_start, period_end, value, is_sample, era, incomplete,
        bool_or(not is_sample) over (partition by indicator_id) as published
    from headlines
    where ($domain = '' or domain_id = $domain)
      and period_start <= cast($until as date) and ($sample or not is_sample)
),
chosen as (
    -- A published figure leads; a sample one only stands in where there is none.
    select *, max(era) over (partition by indicator_id) as last_era from known where published <> is_sample
),
lines as (
    select indicator_id, list(value order by period_start) as spark,
           list(period_start order by period_start) as spark_starts
    from chosen
    where era = last_era and not incomplete
    group by indicator_id
),
latest as (
    select * from chosen
    qualify row_number() over (partition by indicator_id order by period_start desc) = 1
)
select
    c.* exclude (position, units_reporting, sample_units_reporting),
    c.units_reporting + if($sample, c.sample_units_reporting, 0) as units_reporting,
    c.units_reporting as units_published,
    h.unit_id, h.unit_th, h.unit_en, h.value, h.period_kind, h.period_start, h.period_end,
    h.label_th, h.label_en, h.short_th, h.short_en, h.partial, h.quality,
    coalesce(r.ids, if(h.source_id is null, [], [h.source_id])) as source_ids,
    coalesce(r.titles_th, if(h.source_id is null, [], [h.source_th])) as sources_th,
    coalesce(r.titles_en, if(h.source_id is null, [], [h.source_en])) as sources_en,
    coalesce(r.days, if(h.source_id is null, [], [h.as_of])) as source_days,
    h.as_of, coalesce(h.is_sample, false) as is_sample, h.periods, h.periods_expected, h.last_period_end,
    h.units, h.units_expected, h.previous_value, h.previous_kind, h.previous_start, h.previous_end,
    h.previous_incomplete, t.low as target_low, t.high as target_high, t.quality as target_quality,
    t.authority as target_authority, t.period_from as target_from, t.period_to as target_to,
    t.source_id as target_source_id, t.source_th as target_source_th, t.source_en as target_source_en,
    t.known_from as target_known, t.note_th as target_note_th, t.note_en as target_note_en, l.spark, l.spark_starts,
    h.note_th, h.note_en, h.break_th, h.break_en
from cards as c
left join latest as f using (indicator_id)
left join headlines as h
    on h.indicator_id = f.indicator_id and h.unit_id = f.unit_id and h.period_kind = f.period_kind
   and h.period_start = f.period_start and h.period_end = f.period_end
left join lines as l using (indicator_id)
left join leading_targets as t
    on t.indicator_id = h.indicator_id and t.unit_id = h.unit_id and h.period_end between t.day_from and t.day_to
left join year_credits as r
    on r.indicator_id = h.indicator_id and r.unit_id = h.unit_id and r.period_kind = h.period_kind
   and r.period_start = h.period_start and r.period_end = h.period_end
where $domain = '' or c.domain_id = $domain
order by c.position
