-- doc: Every day of the latest fiscal year measured at a station, held against the standard of that day; one row per day, those not measured included.
-- params: $indicator VARCHAR, $unit VARCHAR, $until DATE, $lang VARCHAR
-- returns: day DATE, value DOUBLE, decimals INTEGER, measure VARCHAR, verdict VARCHAR, hours INTEGER, standard DOUBLE, is_sample BOOLEAN
-- sources:
-- title.th: ปฏิทินรายวัน
-- title.en: Calendar of days
-- chart: calendar x=day value=value
with own as (
    select * from judged_days
    where indicator_id = $indicator and unit_id = $unit and day <= cast($until as date)
),
latest as (
    select max(fiscal_year_start(day)) as first_day, max(fiscal_year_end(day)) as last_day from own having count(*) > 0
),
every as (
    select unnest(generate_series(l.first_day, least(l.last_day, s.as_of), interval 1 day))::date as day
    from latest as l
    cross join snapshot as s
)
select
    e.day, o.value, i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure,
    coalesce(o.verdict, 'gap') as verdict, o.hours, o.standard, false as is_sample
from every as e
join indicators as i on i.indicator_id = $indicator
left join own as o using (day)
order by e.day
