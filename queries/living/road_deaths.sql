-- doc: Road deaths by calendar year in the province, with the events of that year; one row per year.
-- params: $lang VARCHAR, $until DATE
-- returns: label VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, event VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ผู้เสียชีวิตบนถนน จังหวัดขอนแก่น รายปี
-- title.en: Road deaths in Khon Kaen Province, by year
-- chart: bars x=label y=value text=number note=event
-- says: since
with marked as (
    select year(date) as year, string_agg(in_language($lang, title_th, title_en), ' · ' order by date) as event
    from events
    where domain_id = 'living' or event_id in (
        select event_id from event_indicators where indicator_id in ('road-deaths', 'road-deaths-province')
    )
    group by year(date)
)
select
    in_language($lang, y.short_th, y.short_en) as label, y.value, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, m.event, y.quality,
    in_language($lang, y.source_th, y.source_en) as source,
    in_language($lang, y.label_th, y.label_en) as period, y.is_sample
from yearly_named as y
join indicators as i using (indicator_id)
left join marked as m on m.year = year(y.period_start)
where y.indicator_id = 'road-deaths-province' and y.unit_id = 'khonkaen-province'
  and y.period_start <= cast($until as date)
order by y.period_start
