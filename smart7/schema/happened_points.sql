-- What pages read of points: where each lies on the grid of the map, counts, schools near.

-- A cell is a 64th of a tile of zoom 16 in web Mercator, about 9 m wide; a coarser one is the same number without its
-- last bits.
create table map_points as
select
    point_id, kind, year(day)::integer as year, hour, cause, deaths, injuries,
    round(lat, 5) as lat, round(lon, 5) as lon, coalesce(accuracy_m, 0) as accuracy_m,
    floor((lon + 180) / 360 * 4194304)::integer as x,
    floor((1 - ln(tan(radians(lat)) + 1 / cos(radians(lat))) / pi()) / 2 * 4194304)::integer as y
from points
where lat between -85 and 85
order by x, y, point_id;
comment on table map_points is 'Points whose position is known, with the cell of the grid of the map they lie in';
comment on column map_points.point_id is 'Names the point; see the table points';
comment on column map_points.kind is 'What happened: accident';
comment on column map_points.year is 'The year (CE) in which it happened';
comment on column map_points.hour is 'The hour in which it happened; null where the source does not say';
comment on column map_points.cause is 'Id of the presumed cause; null where the source states none';
comment on column map_points.deaths is 'How many died; null where the source does not say';
comment on column map_points.injuries is 'How many were injured; null where the source does not say';
comment on column map_points.lat is 'Latitude in degrees, WGS84';
comment on column map_points.lon is 'Longitude in degrees, WGS84';
comment on column map_points.accuracy_m is 'How far the position may be off, in metres; 0 where the source does not say';
comment on column map_points.x is 'Column of the cell, from the west: 4,194,304 round the world';
comment on column map_points.y is 'Row of the cell, from the north';

create table point_counts as
with parts as (
    select *, 'all' as what, '' as part from points
    union all
    select *, 'year', year(day)::varchar from points
    union all
    select *, 'hours', coalesce(format('{}-{}', hour // 3 * 3, hour // 3 * 3 + 2), '') from points
    union all
    select *, 'cause', coalesce(cause, '') from points
    union all
    select *, 'vehicle', coalesce(vehicle, '') from points
)
select
    kind, what, part, coalesce(area, 'unplaced') as area, count(*) as points, count(lat) as placed,
    count(*) filter (deaths > 0) as fatal, sum(deaths)::bigint as deaths, count(deaths) as deaths_stated,
    sum(injuries)::bigint as injuries, count(injuries) as injuries_stated,
    count(accuracy_m) filter (lat is not null) as accuracy_stated, max(accuracy_m) as accuracy_m,
    min(day) as first_day, max(day) as last_day
from parts
group by kind, what, part, coalesce(area, 'unplaced')
order by kind, what, part, area;
comment on table point_counts is 'What happened by area: in all, by year, hours, cause and vehicle, as far as sources state them';
comment on column point_counts.kind is 'What happened: accident';
comment on column point_counts.what is 'By what it is counted: all, year, hours, cause or vehicle';
comment on column point_counts.part is 'The year (CE), the hours such as 6-8, or the id of a cause or vehicle; empty for all and where no source says';
comment on column point_counts.area is 'municipality, district (outside the municipality), elsewhere, or unplaced';
comment on column point_counts.points is 'How many';
comment on column point_counts.placed is 'How many have a position';
comment on column point_counts.fatal is 'In how many somebody died';
comment on column point_counts.deaths is 'How many died; null where no source says';
comment on column point_counts.deaths_stated is 'For how many a source says how many died';
comment on column point_counts.injuries is 'How many were injured; null where no source says';
comment on column point_counts.injuries_stated is 'For how many a source says how many were injured';
comment on column point_counts.accuracy_stated is 'For how many positions a source says how exact they are';
comment on column point_counts.accuracy_m is 'How far the roughest position may be off, in metres; null where no source says';
comment on column point_counts.first_day is 'The first day on which something happened';
comment on column point_counts.last_day is 'The last day on which something happened';

create or replace temp table near_school as
select
    p.point_id, p.kind, s.place_id, metres_between(p.lat, p.lon, s.lat, s.lon) as distance_m,
    coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0) as slack_m, p.deaths, p.injuries
from points as p
-- A band of latitude first: the distance itself costs more.
join places as s
    on s.kind = 'school' and abs(s.lat - p.lat) * 111195 <= 300 + coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0)
   and metres_between(p.lat, p.lon, s.lat, s.lon) <= 300 + coalesce(p.accuracy_m, 0) + coalesce(s.accuracy_m, 0);

create table school_points as
select
    place_id, kind, count(*) filter (distance_m <= 300) as points,
    count(*) filter (distance_m + slack_m <= 300) as points_low, count(*) as points_high,
    sum(deaths) filter (distance_m <= 300)::bigint as deaths,
    sum(injuries) filter (distance_m <= 300)::bigint as injuries
from near_school
group by place_id, kind
order by place_id, kind;
comment on table school_points is 'What happened within 300 m of each school in a straight line';
comment on column school_points.place_id is 'The school; see the table places';
comment on column school_points.kind is 'What happened: accident';
comment on column school_points.points is 'How many, by the positions as stated';
comment on column school_points.points_low is 'Those within 300 m wherever point and school truly lie';
comment on column school_points.points_high is 'Those that may be within 300 m, by the accuracy of both positions';
comment on column school_points.deaths is 'How many died within 300 m by the positions as stated';
comment on column school_points.injuries is 'How many were injured within 300 m by the positions as stated';

create table points_near_school as
select point_id, kind, min(distance_m) as nearest_m, min(distance_m + slack_m) as surely_m
from near_school
group by point_id, kind
order by point_id;
comment on table points_near_school is 'Points that lie within 300 m of a school in a straight line, or may do so';
comment on column points_near_school.point_id is 'The point; see the table points';
comment on column points_near_school.kind is 'What happened: accident';
comment on column points_near_school.nearest_m is 'Metres to the nearest school by the positions as stated';
comment on column points_near_school.surely_m is 'At most so many metres to some school, wherever both truly lie';

create table near_schools as
select
    p.kind,
    count(*) filter (c.nearest_m <= 300) as near, count(*) filter (c.surely_m <= 300) as near_low,
    count(c.point_id) as near_high
from points as p
left join points_near_school as c using (point_id)
group by p.kind
order by p.kind;
comment on table near_schools is 'How much of what happened lies within 300 m of any school, each counted once';
comment on column near_schools.kind is 'What happened: accident';
comment on column near_schools.near is 'Those within 300 m of a school by the positions as stated';
comment on column near_schools.near_low is 'Those within 300 m of a school wherever both truly lie';
comment on column near_schools.near_high is 'Those that may be within 300 m of a school, by the accuracy of both positions';
