-- What stops get from the routes together, and the hops that travel times are worked out from. Runs after service.sql.

create table stop_headways as
with ways as (
    select feed_id, stop_id, day_type, direction_id, sum(trips) as trips,
        (max(last_s) - min(first_s)) / 60 as minutes
    from service_departures
    anti join service_phases using (feed_id, route_id)
    where hour between 6 and 17
    group by feed_id, stop_id, day_type, direction_id
)
-- One stop often stands for both sides of the road: the busier way counts, so that nobody's wait is halved.
-- Service over less than nine of the twelve hours is spread over all twelve, so that one busy hour is not a day.
select feed_id, stop_id, day_type,
    min(if(trips > 1 and minutes >= 9 * 60, minutes / (trips - 1), 12 * 60 / trips)) as headway_min
from ways
group by feed_id, stop_id, day_type
order by feed_id, stop_id, day_type;
comment on table stop_headways is 'Minutes between departures of all routes of a stop together, the busier way, from 06:00 to 18:00';

create table service_hops as
select
    m.feed_id, m.route_id, m.direction_id, m.day_type, a.stop_id as from_stop, b.stop_id as to_stop, a.nth as from_seq,
    b.arrival_s - if(a.nth = 1, a.departure_s, a.arrival_s) as seconds,
    60 * coalesce(r.mean_headway_min, 12 * 60) as headway_s
from main_patterns as m
join service_routes as r using (feed_id, route_id, direction_id, day_type)
join gtfs_stop_times as a on a.feed_id = m.feed_id and a.trip_id = m.trip_id
join gtfs_stop_times as b on b.feed_id = m.feed_id and b.trip_id = m.trip_id and b.nth = a.nth + 1
where m.day_type = 'weekday'
order by m.feed_id, m.route_id, m.direction_id, a.nth;
comment on table service_hops is 'From stop to stop along the pattern most weekday trips of a route and direction follow';
comment on column service_hops.seconds is 'From arrival to arrival, so that waiting at a stop belongs to the hop that follows it';
comment on column service_hops.headway_s is 'Mean over departures from 06:00 to 18:00; twelve hours where there is one departure';
