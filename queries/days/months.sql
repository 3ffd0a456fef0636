-- doc: Monthly means at a station; one row per month from the first measured to the last, without a value where too few days were measured.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE, $lang VARCHAR
-- returns: month_start DATE, at DOUBLE, value DOUBLE, days BIGINT, days_in_month INTEGER, decimals INTEGER, measure VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ค่าเฉลี่ยรายเดือน
-- title.en: Monthly means
-- chart: day_months x=at y=value
with own as (
    select * from day_months
    where indicator_id = $indicator and unit_id = $unit and month_start <= cast($until as date)
),
every as (
    select unnest(generate_series(min(month_start), max(month_start), interval 1 month))::date as month_start from own
)
select
    e.month_start, year(e.month_start) + (month(e.month_start) - 1) / 12 as at, o.mean as value,
    coalesce(o.days, 0) as days, dayofmonth(last_day(e.month_start))::integer as days_in_month, i.decimals,
    in_language($lang, i.measure_th, i.measure_en) as measure, false as is_sample
from every as e
join indicators as i on i.indicator_id = $indicator
left join own as o using (month_start)
order by e.month_start
