-- doc: Every figure ever held true of an indicator for some units (ids with ~ between), to lay beside those of another snapshot; one row per figure.
-- params: $indicator VARCHAR, $units VARCHAR, $lang VARCHAR
-- returns: unit_id VARCHAR, unit VARCHAR, breakdown VARCHAR, part VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, period VARCHAR, known_from DATE, value DOUBLE, quality VARCHAR, source VARCHAR, known_to DATE
select
    o.unit_id, in_language($lang, u.name_th, u.name_en) as unit, o.breakdown,
    in_language($lang, b.name_th, b.name_en) as part, o.period_kind, o.period_start, o.period_end,
    in_language($lang, p.label_th, p.label_en) as period, o.known_from, o.value, o.quality,
    in_language($lang, s.title_th, s.title_en) as source, o.known_to
from observations as o
join units as u using (unit_id)
join sources as s on s.source_id = o.source_id
left join breakdowns as b on b.breakdown_id = o.breakdown
left join periods as p
    on p.period_kind = o.period_kind and p.period_start = o.period_start and p.period_end = o.period_end
where o.indicator_id = $indicator and o.unit_id in (select unnest(string_split($units, '~')))
order by unit collate th, o.breakdown, o.period_start, o.known_from
