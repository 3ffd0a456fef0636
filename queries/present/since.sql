-- doc: Published figures of the city and the province that became known after a day, with what they replaced; one row per figure, newest first.
-- params: $since DATE, $until DATE, $lang VARCHAR
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, name VARCHAR, unit VARCHAR, breakdown VARCHAR, part VARCHAR, period VARCHAR, value DOUBLE, before DOUBLE, corrected BOOLEAN, measure_th VARCHAR, measure_en VARCHAR, value_kind VARCHAR, decimals INTEGER, quality VARCHAR, source VARCHAR, known_from DATE
with told as (
    select
        o.*,
        lag(o.value) over one_figure as before,
        row_number() over one_figure > 1 as corrected
    from observations as o
    join units as u using (unit_id)
    where not u.is_sample and o.quality <> 'sample' and not is_peer(u.kind)
    window one_figure as (
        partition by o.indicator_id, o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end
        order by o.known_from
    )
)
select
    t.indicator_id, t.unit_id, t.period_kind, t.period_start, in_language($lang, i.name_th, i.name_en) as name,
    in_language($lang, u.name_th, u.name_en) as unit, t.breakdown,
    coalesce(in_language($lang, b.name_th, b.name_en), '') as part,
    in_language($lang, p.short_th, p.short_en) as period, t.value, t.before, t.corrected, i.measure_th, i.measure_en,
    i.value_kind, i.decimals, t.quality, in_language($lang, s.title_th, s.title_en) as source, t.known_from
from told as t
join indicators as i using (indicator_id)
join units as u using (unit_id)
join sources as s on s.source_id = t.source_id
join periods as p
    on p.period_kind = t.period_kind and p.period_start = t.period_start and p.period_end = t.period_end
left join breakdowns as b on b.breakdown_id = t.breakdown
where t.known_to is null and t.known_from > cast($since as date) and t.known_from <= cast($until as date)
order by t.known_from desc, t.indicator_id, t.unit_id, t.breakdown, t.period_start
