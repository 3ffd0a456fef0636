-- What pages read of days: each held against the standard of that day, months, hours of the day by season.

-- A day of fewer than 18 measured hours is not judged; where the source counts no hours, its value stands.
create table judged_days as
select
    d.indicator_id, d.unit_id, d.day, d.value, d.hours, s.high as standard, d.source_id,
    season(d.day) as season, season_year(d.day) as season_year,
    case
        when d.value is null or d.hours < 18 then 'few'
        when s.high is null then 'unjudged'
        when round(d.value, i.decimals) > s.high then 'over'
        else 'within'
    end as verdict
from days as d
join indicators as i using (indicator_id)
left join standards as s
    on s.indicator_id = d.indicator_id
   and d.day between s.valid_from and coalesce(s.valid_to, date '9999-12-31')
order by d.indicator_id, d.unit_id, d.day;
comment on table judged_days is 'Each measured day against the standard in force on that day';
comment on column judged_days.indicator_id is 'What is measured; see the table indicators';
comment on column judged_days.unit_id is 'Where: as a rule a station; see the table units';
comment on column judged_days.day is 'The day';
comment on column judged_days.value is 'The value of the day as the source states it';
comment on column judged_days.hours is 'How many hours of the day were measured; null where the source does not say';
comment on column judged_days.standard is 'At most this much on that day; null where no standard was in force';
comment on column judged_days.source_id is 'Who says so; see the table sources';
comment on column judged_days.season is 'cool (16 October to 15 February), hot (to 15 May) or rainy (to 15 October)';
comment on column judged_days.season_year is 'The year by which the season is named: its cool season begins in the October before';
comment on column judged_days.verdict is 'within, over, few (fewer than 18 hours measured) or unjudged (no standard)';

create table day_months as
select
    indicator_id, unit_id, date_trunc('month', day)::date as month_start,
    count(*) filter (verdict <> 'few') as days, count(*) filter (verdict in ('within', 'over')) as judged,
    count(*) filter (verdict = 'over') as over, dayofmonth(last_day(month_start))::integer as days_in_month,
    if(days * 4 >= days_in_month * 3, avg(value) filter (verdict <> 'few'), null) as mean,
    max(value) filter (verdict <> 'few') as highest, sum(hours)::bigint as hours
from judged_days
group by indicator_id, unit_id, month_start
order by indicator_id, unit_id, month_start;
comment on table day_months is 'Months of the days: how many were measured, how many were over the standard, their mean';
comment on column day_months.indicator_id is 'What is measured; see the table indicators';
comment on column day_months.unit_id is 'Where: as a rule a station; see the table units';
comment on column day_months.month_start is 'First day of the month';
comment on column day_months.days is 'Days measured for at least 18 hours, or whose hours the source does not count';
comment on column day_months.judged is 'Of these, days for which a standard was in force';
comment on column day_months.over is 'Of these, days over the standard in force on that day';
comment on column day_months.days_in_month is 'Days the month has';
comment on column day_months.mean is 'Mean of the days measured; null where fewer than three quarters of the month were';
comment on column day_months.highest is 'The highest day';
comment on column day_months.hours is 'Hours measured in the month; null where no source counts them';

create table hour_means as
select
    h.indicator_id, h.unit_id, season_year(h.day) as season_year, season(h.day) as season, h.hour,
    sum(h.value) as total, count(*) as hours
from hours as h
group by all
order by all;
comment on table hour_means is 'Sums of the hours of the day by season, to make means of';
comment on column hour_means.indicator_id is 'What is measured; see the table indicators';
comment on column hour_means.unit_id is 'Where: as a rule a station; see the table units';
comment on column hour_means.season_year is 'The year by which the season is named: its cool season begins in the October before';
comment on column hour_means.season is 'cool (16 October to 15 February), hot (to 15 May) or rainy (to 15 October)';
comment on column hour_means.hour is 'The hour of the day, 0 to 23';
comment on column hour_means.total is 'Sum of the hours measured';
comment on column hour_means.hours is 'How many hours were measured';
