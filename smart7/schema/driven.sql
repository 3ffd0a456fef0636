-- Service as it was driven, one table for each thing asked of a day: sums and never means, so that any roll-up is a
-- ratio of sums. Made of vehicle positions by queries/vehicles/; definitions with worked examples: docs/method.md.
-- A service day runs from 03:00 to 03:00; hours and seconds count from its midnight and may pass 24 and 86,400.

create table driven_days (
    feed_id varchar not null,
    service_date date not null,
    day_type varchar not null check (day_type in ('weekday', 'saturday', 'sunday')),
    quality varchar not null check (quality in ('modelled', 'sample')),
    source_id varchar not null,
    positions bigint not null,
    vehicles integer not null,
    runs integer not null,
    doubt double not null,
    silent_s double not null,
    made_from varchar not null,
    primary key (feed_id, service_date)
);
comment on table driven_days is 'Days whose service was measured from vehicle positions, and sample days on a recorded network';
comment on column driven_days.service_date is 'The day of service, from 03:00 to 03:00';
comment on column driven_days.quality is 'modelled: worked out from positions; sample: made up to show the shape, as are its planned headways';
comment on column driven_days.positions is 'Positions the day rests on; 0 for a sample, whose passes are made up without any';
comment on column driven_days.vehicles is 'Different vehicles that were on the way in service';
comment on column driven_days.runs is 'Runs in service';
comment on column driven_days.doubt is 'Doubt of which route and direction each run was, 0 to 1, added up over the runs';
comment on column driven_days.silent_s is 'Seconds within the day in which no vehicle of the feed sent anything for ten minutes or more';
comment on column driven_days.made_from is 'Digest of what the day was made from';

create table driven_stop_hours (
    feed_id varchar not null,
    service_date date not null,
    route_id varchar not null,
    direction_id integer not null,
    stop_id varchar not null,
    stop_sequence integer not null,
    hour integer not null,
    passes integer not null,
    gaps integer not null,
    gap_s double not null,
    gap_s2 double not null,
    planned_gaps integer not null,
    planned_gap_s double not null,
    planned_gap_s2 double not null,
    held integer not null,
    held_s double not null,
    off_s double not null,
    off_s2 double not null,
    bunched integer not null,
    long_gaps integer not null,
    timed integer not null,
    on_time integer not null,
    early integer not null,
    late integer not null,
    error_s double not null,
    doubtful integer not null
);
comment on table driven_stop_hours is 'Passes and gaps by route, direction, stop and hour of a day, as sums; an hour without any has no row';
comment on column driven_stop_hours.service_date is 'The day of service, from 03:00 to 03:00';
comment on column driven_stop_hours.stop_sequence is 'Place of the stop on the route; one that a run passes twice has two';
comment on column driven_stop_hours.hour is 'Hour of the service day of the pass that ends a gap: 24 and more after midnight';
comment on column driven_stop_hours.passes is 'Times a vehicle in service passed the stop';
comment on column driven_stop_hours.gaps is 'Gaps between one pass and the next; none across days, a break of the plan or a silence of the positions';
comment on column driven_stop_hours.gap_s is 'Seconds of those gaps, added up';
comment on column driven_stop_hours.gap_s2 is 'Their squares, added up';
comment on column driven_stop_hours.planned_gaps is 'Gaps of the plan that end in the hour';
comment on column driven_stop_hours.planned_gap_s is 'Seconds of those gaps of the plan, added up';
comment on column driven_stop_hours.planned_gap_s2 is 'Squares of those gaps of the plan, added up';
comment on column driven_stop_hours.held is 'Gaps that are held against a planned headway: the mean planned gap of the hour, else of the day';
comment on column driven_stop_hours.held_s is 'Planned headways of those gaps, added up';
comment on column driven_stop_hours.off_s is 'Gap less planned headway, added up';
comment on column driven_stop_hours.off_s2 is 'Squares of gap less planned headway, added up';
comment on column driven_stop_hours.bunched is 'Of those held, gaps under a quarter of the planned headway';
comment on column driven_stop_hours.long_gaps is 'Of those held, gaps over twice the planned headway';
comment on column driven_stop_hours.timed is 'Passes of trips with a timetable; early, on_time and late add up to them';
comment on column driven_stop_hours.on_time is 'From 60 seconds before to 300 seconds after the planned time';
comment on column driven_stop_hours.early is 'More than 60 seconds before the planned time';
comment on column driven_stop_hours.late is 'More than 300 seconds after the planned time';
comment on column driven_stop_hours.error_s is 'Seconds after the planned time, before it as minus, added up over the timed passes';
comment on column driven_stop_hours.doubtful is 'Passes whose run has a doubt of more than a half';

create table driven_trips (
    feed_id varchar not null,
    service_date date not null,
    route_id varchar not null,
    direction_id integer not null,
    hour integer not null,
    planned integer not null,
    run integer not null,
    extra integer not null,
    unseen integer not null,
    dead_runs integer not null,
    vehicles integer not null
);
comment on table driven_trips is 'Trips planned and run by route, direction and hour of the planned departure';
comment on column driven_trips.service_date is 'The day of service, from 03:00 to 03:00';
comment on column driven_trips.hour is 'Hour of the planned departure, of the first pass where a run matches none: 24 and more after midnight';
comment on column driven_trips.planned is 'Trips of the plan, those that nobody could see left out';
comment on column driven_trips.run is 'Trips with a timetable that were matched to a run; where the plan is a headway, runs that set out';
comment on column driven_trips.extra is 'Runs on a timetabled route that match no trip of the plan';
comment on column driven_trips.unseen is 'Trips of the plan that would have set out while no vehicle of the feed sent anything';
comment on column driven_trips.dead_runs is 'Runs along the route without service: left out of every other number';
comment on column driven_trips.vehicles is 'Different vehicles that were on the way in service; never added up over hours';

create table driven_stretches (
    feed_id varchar not null,
    service_date date not null,
    route_id varchar not null,
    direction_id integer not null,
    stop_sequence integer not null,
    from_stop_id varchar not null,
    to_stop_id varchar not null,
    hour integer not null,
    runs integer not null,
    length_m double not null,
    run_s double not null,
    dwell_s double not null,
    quick_s double not null,
    lost_s double not null
);
comment on table driven_stretches is 'Time from one stop to the next by route, direction and hour in which a run reached the second';
comment on column driven_stretches.service_date is 'The day of service, from 03:00 to 03:00';
comment on column driven_stretches.from_stop_id is 'The first stop of the stretch';
comment on column driven_stretches.to_stop_id is 'The second stop of the stretch';
comment on column driven_stretches.hour is 'Hour of the service day in which runs passed the second stop: 24 and more after midnight';
comment on column driven_stretches.runs is 'Runs that passed both stops';
comment on column driven_stretches.stop_sequence is 'Place of the second stop on the route';
comment on column driven_stretches.length_m is 'Metres along the route between the two stops, once';
comment on column driven_stretches.run_s is 'Seconds on the way, standing at the second stop left out, added up over the runs';
comment on column driven_stretches.dwell_s is 'Seconds standing at the second stop, added up over the runs';
comment on column driven_stretches.quick_s is 'Seconds on the way of a quick run: 15 of 100 runs of the whole day were quicker';
comment on column driven_stretches.lost_s is 'Seconds on the way beyond quick_s, added up over the runs that were slower';

create table driven_gaps (
    feed_id varchar not null,
    service_date date not null,
    route_id varchar not null,
    direction_id integer not null,
    stop_id varchar not null,
    visit integer not null,
    stop_sequence integer not null,
    driven boolean not null,
    second integer not null,
    gap_s integer not null
);
comment on table driven_gaps is 'Each gap between one vehicle and the next at a stop, driven or planned, by the pass that ends it; none across a silence of positions or a break of the plan';
comment on column driven_gaps.visit is 'How often the way has been at this stop: 2 where it comes there a second time';

create table driven_runs (
    feed_id varchar not null,
    service_date date not null,
    route_id varchar not null,
    direction_id integer not null,
    run_id integer not null,
    vehicle integer not null,
    start_second integer,
    stop_sequence integer not null,
    stop_id varchar not null,
    along_m integer not null,
    second integer not null
);
comment on table driven_runs is 'Each run of a day, one row a stop: what a string-line diagram draws';
comment on column driven_runs.run_id is 'A number within the day, in the order in which runs set out';
comment on column driven_runs.vehicle is 'A number within the day, in the order in which vehicles appeared; the next day it is another';
comment on column driven_runs.start_second is 'Planned departure the run is matched to, null where to none';
comment on column driven_runs.along_m is 'Metres along the route from its first stop';
comment on column driven_runs.second is 'When the run left the stop, at its last one when it came';

create table driven_planned (
    feed_id varchar not null,
    service_date date not null,
    route_id varchar not null,
    direction_id integer not null,
    trip integer not null,
    start_second integer not null,
    exact boolean not null,
    driven boolean not null,
    stop_sequence integer not null,
    stop_id varchar not null,
    along_m integer not null,
    second integer not null
);
comment on table driven_planned is 'Each trip of the plan of such a day, one row a stop: what the diagram draws in grey';
comment on column driven_planned.trip is 'A number within the day: several trips may leave at the same second';
comment on column driven_planned.exact is 'Whether it has a timetable; where not, only its headway was planned';
comment on column driven_planned.driven is 'Whether a run is matched to it';

create table driven_left_out (
    feed_id varchar not null,
    service_date date not null,
    reason varchar not null,
    rows bigint not null
);
comment on table driven_left_out is 'Positions that were left out of a day, counted by reason';
