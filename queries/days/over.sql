-- doc: Days over the standard by month at a station, over the last twelve fiscal years; one row per month in which days were judged.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE
-- returns: month_start DATE, fiscal_year INTEGER, value DOUBLE, judged BIGINT, days_in_month INTEGER, is_sample BOOLEAN
-- sources:
-- title.th: วันที่เกินมาตรฐาน แยกตามเดือน
-- title.en: Days over the standard, by month
-- chart: days_over x=month_start y=fiscal_year value=value
select
    m.month_start, fiscal_year(m.month_start)::integer as fiscal_year, m.over::double as value, m.judged,
    m.days_in_month, false as is_sample
from day_months as m
where m.indicator_id = $indicator and m.unit_id = $unit and m.month_start <= cast($until as date) and m.judged > 0
  and fiscal_year(m.month_start) > fiscal_year(cast($until as date)) - 12
order by m.month_start
