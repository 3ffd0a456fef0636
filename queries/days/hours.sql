-- doc: Mean of each hour of the day by season at a station, over all years measured; one row per season and hour.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE, $lang VARCHAR
-- returns: season VARCHAR, hour INTEGER, value DOUBLE, hours BIGINT, decimals INTEGER, measure VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ค่าเฉลี่ยตามชั่วโมงของวัน แยกตามฤดู
-- title.en: Hours of the day, by season
-- chart: day_hours x=hour y=value color=season
select
    h.season, h.hour, sum(h.total) / sum(h.hours) as value, sum(h.hours)::bigint as hours, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, false as is_sample
from hour_means as h
join indicators as i using (indicator_id)
where h.indicator_id = $indicator and h.unit_id = $unit and h.season_year <= fiscal_year(cast($until as date))
group by h.season, h.hour, i.decimals, i.measure_th, i.measure_en
order by list_position(['cool', 'hot', 'rainy'], h.season), h.hour
