-- doc: One indicator by month or quarter for the unit it leads with; one row per period.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, period VARCHAR, at DOUBLE, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with leading_units as (
    select distinct unit_id, is_sample from headlines
    where indicator_id = $indicator and ($sample or not is_sample)
)
select
    in_language($lang, u.name_th, u.name_en) as label, in_language($lang, p.label_th, p.label_en) as period,
    (year(s.period_start) + (dayofyear(s.period_start) - 1) / 366.0)::double as at, s.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, quality_name(s.quality_rank) as quality,
    coalesce((
        select string_agg(in_language($lang, t.title_th, t.title_en), '; ' order by e.source_id)
        from rolled_sources as e
        join sources as t on t.source_id = e.source_id
        where e.indicator_id = s.indicator_id and e.unit_id = s.unit_id and e.breakdown = s.breakdown
          and e.period_kind = s.period_kind and e.period_start = s.period_start and e.period_end = s.period_end
    ), in_language($lang, r.title_th, r.title_en)) as source,
    s.is_sample
from series as s
join leading_units as l on l.unit_id = s.unit_id
join indicators as i on i.indicator_id = s.indicator_id and i.period_kind = s.period_kind
join units as u on u.unit_id = s.unit_id
join periods as p
    on p.period_kind = s.period_kind and p.period_start = s.period_start and p.period_end = s.period_end
join sources as r on r.source_id = s.source_id
where s.indicator_id = $indicator and s.breakdown = '' and s.period_kind in ('month', 'quarter')
  and i.due_days is not null and s.period_start <= cast($until as date)
order by s.period_start
