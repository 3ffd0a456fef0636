-- The places where most happened, by the points that spots.py put together.

create table spots as
select
    'spot.' || m.kind || '.' || m.rank as spot_id, m.kind, m.rank, avg(p.lat) as lat, avg(p.lon) as lon,
    count(*) as points, sum(p.deaths)::bigint as deaths, sum(p.injuries)::bigint as injuries,
    min(p.day) as first_day, max(p.day) as last_day, count(distinct year(p.day)) as years,
    max(p.accuracy_m) as accuracy_m, count(*) filter (p.accuracy_m <= 150) as sure,
    count(*) filter (p.accuracy_m is null) as unsaid,
    mode(p.outline_id order by p.outline_id) as outline_id, mode(p.area order by p.area) as area
from spot_points as m
join points as p using (point_id)
group by m.kind, m.rank
order by m.kind, m.rank;
comment on table spots is 'Squares of about 300 m where most happened, by the rule in docs/method.md';
comment on column spots.spot_id is 'Names the place within this snapshot';
comment on column spots.kind is 'What happened: accident';
comment on column spots.rank is 'The first is where most happened';
comment on column spots.lat is 'Mean latitude of what happened there';
comment on column spots.lon is 'Mean longitude of what happened there';
comment on column spots.points is 'How many';
comment on column spots.deaths is 'How many died; null where no source says';
comment on column spots.injuries is 'How many were injured; null where no source says';
comment on column spots.first_day is 'The first day on which something happened there';
comment on column spots.last_day is 'The last day on which something happened there';
comment on column spots.years is 'In how many different years';
comment on column spots.accuracy_m is 'How far the roughest position may be off, in metres; null where no source says';
comment on column spots.sure is 'How many positions are known to within 150 m';
comment on column spots.unsaid is 'For how many positions no source says how exact they are';
comment on column spots.outline_id is 'The tambon most of them lie in; see the table outlines';
comment on column spots.area is 'municipality, district or elsewhere, as most of them';

create table spot_schools as
select s.spot_id, p.place_id, metres_between(s.lat, s.lon, p.lat, p.lon) as distance_m
from spots as s
join places as p on p.kind = 'school' and metres_between(s.lat, s.lon, p.lat, p.lon) <= 300
order by s.spot_id, distance_m, p.place_id;
comment on table spot_schools is 'Schools within 300 m of the middle of such a place';
comment on column spot_schools.spot_id is 'The place; see the table spots';
comment on column spot_schools.place_id is 'The school; see the table places';
comment on column spot_schools.distance_m is 'Metres between the middle of the place and the school, in a straight line';
