-- doc: Days over the standard by season at a station, over the last eight years; one row per year and season in which days were judged.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE
-- returns: season_year INTEGER, season VARCHAR, value DOUBLE, judged BIGINT, is_sample BOOLEAN
-- sources:
-- title.th: วันที่เกินมาตรฐาน แยกตามฤดู
-- title.en: Days over the standard, by season
-- chart: seasons x=season_year y=value color=season
select
    d.season_year::integer as season_year, d.season, (count(*) filter (d.verdict = 'over'))::double as value,
    count(*) as judged, false as is_sample
from judged_days as d
where d.indicator_id = $indicator and d.unit_id = $unit and d.day <= cast($until as date)
  and d.verdict in ('within', 'over') and d.season_year > fiscal_year(cast($until as date)) - 8
group by d.season_year, d.season
order by d.season_year, list_position(['cool', 'hot', 'rainy'], d.season)
