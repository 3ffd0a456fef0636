-- doc: Reports to the municipality in a month, and the days until they were finished; one row per month and measure.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, numerator DOUBLE, denominator DOUBLE, partial BOOLEAN
with tickets as (
    select ticket, min(reported) as reported, max(finished) as finished from rows group by ticket
),
months as (
    select
        cast(date_trunc('month', reported) as date) as month, count(*) as reports, count(finished) as closed,
        sum(greatest(epoch(finished) - epoch(reported), 0)) / 86400 as days,
        max(cast(max(reported) as date)) over () as until
    from tickets
    group by month
)
select
    'complaints-traffy' as indicator_id, 'khonkaen-city' as unit_id, 'month' as period_kind, month as period_start,
    cast(reports as double) as value, cast(null as double) as numerator, cast(null as double) as denominator,
    until < last_day(month) as partial
from months
union all
-- Those still open are not in the mean: the month may read longer in a later file.
select
    'complaints-traffy-days', 'khonkaen-city', 'month', month, null, round(days, 2), cast(closed as double),
    until < last_day(month) or closed < reports
from months
where closed > 0
