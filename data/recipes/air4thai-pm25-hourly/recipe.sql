-- doc: Days of PM2.5 at a station, with the mean of the hours measured and each hour; one row per station and day.
-- makes: days
-- returns: indicator_id VARCHAR, unit_id VARCHAR, day DATE, value DOUBLE, hours BIGINT, hourly VARCHAR
select
    'pm25-mean' as indicator_id,
    u.unit_id,
    cast(r.hour as date) as day,
    round(avg(r.pm25), 2) as value,
    count(r.pm25) as hours,
    hourly(hour(r.hour), r.pm25) as hourly
from rows as r
left join stations as s on s.station = r.station
left join units as u on u.unit_id = s.unit_id
group by r.station, u.unit_id, cast(r.hour as date)
having count(r.pm25) > 0
