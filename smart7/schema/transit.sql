-- Public transport as GTFS Schedule text says it, one table a file. Names are in both languages, times in seconds.

create table gtfs_feeds (
    feed_id varchar primary key,
    status varchar not null check (status in ('recorded', 'ended', 'planned', 'imported')),
    title_th varchar not null,
    title_en varchar not null,
    note_th varchar,
    note_en varchar,
    source_id varchar,
    as_of date,
    position integer not null,
    publisher varchar,
    version varchar,
    start_date date,
    end_date date
);
comment on table gtfs_feeds is 'One row per feed: whether it is a record, an ended service, a plan or imported, and the days it holds for';

create table gtfs_agency (
    feed_id varchar not null,
    agency_id varchar not null,
    name varchar not null,
    name_en varchar not null,
    url varchar,
    timezone varchar
);
comment on table gtfs_agency is 'Who runs the routes of a feed';
comment on column gtfs_agency.name is 'In Thai where the feed has it; name_en is in English where the feed has it';

create table gtfs_routes (
    feed_id varchar not null,
    route_id varchar not null,
    agency_id varchar,
    short_name varchar,
    short_name_en varchar,
    name_th varchar not null,
    name_en varchar not null,
    route_type integer not null,
    color varchar,
    text_color varchar,
    fare_baht double,
    primary key (feed_id, route_id)
);
comment on table gtfs_routes is 'Routes with their colour and the lowest fare a feed states for them';
comment on column gtfs_routes.short_name_en is 'The number or short name in English where the feed has it';

create table gtfs_stops (
    feed_id varchar not null,
    stop_id varchar not null,
    name_th varchar not null,
    name_en varchar not null,
    lat double,
    lon double,
    source_id varchar,
    as_of varchar,
    confidence varchar,
    accuracy_m integer,
    primary key (feed_id, stop_id)
);
comment on table gtfs_stops is 'Stops where people board; lat and lon are null where nobody says where a stop is';
comment on column gtfs_stops.accuracy_m is 'How far off a position may be; null where the source does not say';

create table gtfs_trips (
    feed_id varchar not null,
    trip_id varchar not null,
    route_id varchar not null,
    service_id varchar not null,
    headsign_th varchar,
    headsign_en varchar,
    direction_id integer not null,
    shape_id varchar
);
comment on table gtfs_trips is 'Trips of a route; a trip without a stated direction counts as direction 0';

create table gtfs_stop_times (
    feed_id varchar not null,
    trip_id varchar not null,
    stop_sequence integer not null,
    stop_id varchar not null,
    arrival_s integer not null,
    departure_s integer not null,
    nth integer not null
);
comment on table gtfs_stop_times is 'Times in seconds after midnight of the service day, past 86,400 after the next midnight';
comment on column gtfs_stop_times.nth is 'The place of a stop on its trip, from 1 without gaps';
comment on column gtfs_stop_times.arrival_s is 'Between two timed stops, untimed ones share the time evenly';

create table gtfs_frequencies (
    feed_id varchar not null,
    trip_id varchar not null,
    start_s integer not null,
    end_s integer not null,
    headway_s integer not null,
    exact_times boolean not null
);
comment on table gtfs_frequencies is 'Trips that repeat at a headway: at start_s and every headway_s after it, while before end_s';

create table gtfs_calendar (
    feed_id varchar not null,
    service_id varchar not null,
    monday boolean not null,
    tuesday boolean not null,
    wednesday boolean not null,
    thursday boolean not null,
    friday boolean not null,
    saturday boolean not null,
    sunday boolean not null,
    start_date date not null,
    end_date date not null
);
comment on table gtfs_calendar is 'The weekdays and dates on which a service runs';

create table gtfs_calendar_dates (
    feed_id varchar not null,
    service_id varchar not null,
    date date not null,
    exception_type integer not null check (exception_type in (1, 2))
);
comment on table gtfs_calendar_dates is 'Exceptions: 1 adds a service on a date, 2 takes it away';

create table gtfs_shapes (
    feed_id varchar not null,
    shape_id varchar not null,
    sequence integer not null,
    lat double not null,
    lon double not null
);
comment on table gtfs_shapes is 'The lines that trips are drawn along';
