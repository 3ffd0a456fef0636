-- doc: What became of published figures of the city and the province between the ends of two days; one row per figure that differs.
-- params: $since DATE, $until DATE, $lang VARCHAR
-- returns: what VARCHAR, domain_id VARCHAR, indicator_id VARCHAR, name VARCHAR, unit_id VARCHAR, unit VARCHAR, part VARCHAR, period VARCHAR, period_start DATE, period_end DATE, before DOUBLE, after DOUBLE, measure_th VARCHAR, measure_en VARCHAR, value_kind VARCHAR, decimals INTEGER, known DATE, times BIGINT, quality_before VARCHAR, quality_after VARCHAR, source_id VARCHAR, source VARCHAR, source_before VARCHAR, leaves BOOLEAN
with told as (
    select o.*
    from observations as o
    join units as u using (unit_id)
    where not u.is_sample and o.quality <> 'sample' and not is_peer(u.kind)
),
figures as (
    select
        indicator_id, unit_id, breakdown, period_kind, period_start, period_end,
        max_by(value, known_from) filter (held_then) as before, max_by(value, known_from) filter (held_now) as after,
        max_by(quality, known_from) filter (held_then) as quality_before,
        max_by(quality, known_from) filter (held_now) as quality_after,
        max_by(source_id, known_from) filter (held_then) as source_before,
        max_by(source_id, known_from) filter (held_now) as source_after,
        coalesce(
            max(known_from) filter (held_now), max(known_to) filter (known_to <= cast($until as date))
        ) as known,
        count(*) filter (known_from > cast($since as date) and known_from <= cast($until as date)) as times
    from (
        select
            *,
            known_from <= cast($since as date) and coalesce(known_to > cast($since as date), true) as held_then,
            known_from <= cast($until as date) and coalesce(known_to > cast($until as date), true) as held_now
        from told
    )
    group by all
),
differing as (
    select
        *,
        case
            when before is null and after is not null then 'appeared'
            when before is not null and after is null then 'withdrawn'
            when before <> after then 'corrected'
            when quality_before <> quality_after or source_before <> source_after then 'restated'
        end as what
    from figures
)
select
    d.what, i.domain_id, d.indicator_id, in_language($lang, i.name_th, i.name_en) as name, d.unit_id,
    in_language($lang, u.name_th, u.name_en) as unit, coalesce(in_language($lang, b.name_th, b.name_en), '') as part,
    in_language($lang, p.short_th, p.short_en) as period, d.period_start, d.period_end, d.before, d.after,
    i.measure_th, i.measure_en, i.value_kind, i.decimals, d.known, d.times, d.quality_before, d.quality_after,
    s.source_id, in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, e.title_th, e.title_en) as source_before,
    coalesce(s.bulk, true) and coalesce(e.bulk, true) as leaves
from differing as d
join indicators as i using (indicator_id)
join units as u using (unit_id)
join periods as p
    on p.period_kind = d.period_kind and p.period_start = d.period_start and p.period_end = d.period_end
join sources as s on s.source_id = coalesce(d.source_after, d.source_before)
left join sources as e on e.source_id = d.source_before
left join breakdowns as b on b.breakdown_id = d.breakdown
where d.what is not null
order by
    d.known desc, i.domain_id, i.position, d.indicator_id, d.unit_id, d.breakdown, d.period_start desc, d.period_end desc
