-- doc: The years of one indicator and of other places beside it, the unit it leads with first; one row per place and year, or one without a figure.
-- params: $indicator VARCHAR, $lang VARCHAR, $until DATE
-- returns: place BIGINT, unit_id VARCHAR, label VARCHAR, own BOOLEAN, drawn VARCHAR, other VARCHAR, differs VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, period VARCHAR, short VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, era BIGINT, incomplete BOOLEAN, quality VARCHAR, source VARCHAR, is_sample BOOLEAN
with known as (
    select * from yearly_named where period_start <= cast($until as date) and not is_sample
)
select
    b.place, b.unit_id, in_language($lang, u.name_th, u.name_en) as label, b.own, b.drawn,
    if(b.other_id <> b.indicator_id, in_language($lang, x.name_th, x.name_en), null) as other,
    in_language($lang, b.note_th, b.note_en) as differs,
    k.period_kind, k.period_start, k.period_end, in_language($lang, k.label_th, k.label_en) as period,
    in_language($lang, k.short_th, k.short_en) as short, k.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, k.era, coalesce(k.incomplete, false) as incomplete,
    k.quality, in_language($lang, k.source_th, k.source_en) as source, false as is_sample
from beside as b
join indicators as i using (indicator_id)
join indicators as x on x.indicator_id = b.other_id
join units as u on u.unit_id = b.unit_id
left join known as k on k.indicator_id = b.other_id and k.unit_id = b.unit_id
where b.indicator_id = $indicator and (k.value is not null or b.own)
order by b.place, k.period_start
