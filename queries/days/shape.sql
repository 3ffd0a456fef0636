-- doc: Shape of the year at a station: lowest, middle and highest monthly mean of all fiscal years, and the latest year beside them; one row per month.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE, $lang VARCHAR
-- returns: month INTEGER, low DOUBLE, value DOUBLE, high DOUBLE, latest DOUBLE, years BIGINT, fiscal_year INTEGER, decimals INTEGER, measure VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: รูปแบบตามฤดูกาล
-- title.en: Shape of the year
-- chart: year_shape x=month y=value
with own as (
    select month(month_start) as month, fiscal_year(month_start) as year, mean
    from day_months
    where indicator_id = $indicator and unit_id = $unit and month_start <= cast($until as date) and mean is not null
),
newest as (select max(year) as year from own)
select
    o.month::integer as month, min(o.mean) as low, median(o.mean) as value, max(o.mean) as high,
    max(o.mean) filter (o.year = n.year) as latest, count(*) as years, any_value(n.year)::integer as fiscal_year,
    any_value(i.decimals) as decimals, any_value(in_language($lang, i.measure_th, i.measure_en)) as measure,
    false as is_sample
from own as o
cross join newest as n
join indicators as i on i.indicator_id = $indicator
group by o.month
order by (o.month + 2) % 12
