-- What happened where and when, as loaded: points with a position, days with their hours, standards of a day.

create table standards (
    indicator_id varchar not null references indicators (indicator_id),
    valid_from date not null,
    valid_to date,
    high double not null,
    source_id varchar not null references sources (source_id),
    note_th varchar,
    note_en varchar,
    primary key (indicator_id, valid_from),
    check (valid_to is null or valid_from <= valid_to)
);
comment on table standards is 'The legal standard of one day, as it was in force from day to day';
comment on column standards.indicator_id is 'Of what; see the table indicators';
comment on column standards.valid_from is 'First day on which the standard was in force';
comment on column standards.valid_to is 'Last day on which it was in force; null while it is';
comment on column standards.high is 'At most this much on one day, in the unit of measure of the indicator';
comment on column standards.source_id is 'Who says so; see the table sources';
comment on column standards.note_th is 'A remark in Thai';
comment on column standards.note_en is 'A remark in English';

create table points (
    point_id varchar primary key,
    kind varchar not null check (kind in ('accident')),
    day date not null,
    hour integer check (hour between 0 and 23),
    lat double,
    lon double,
    accuracy_m integer,
    deaths integer check (deaths >= 0),
    injuries integer check (injuries >= 0),
    cause varchar,
    vehicle varchar,
    outline_id varchar,
    area varchar check (area in ('municipality', 'district', 'elsewhere')),
    source_id varchar not null references sources (source_id),
    edition_id varchar,
    check ((lat is null) = (lon is null))
);
comment on table points is 'What happened at one place: accidents, without any detail about a person';
comment on column points.point_id is 'Names the point';
comment on column points.kind is 'What happened: accident';
comment on column points.day is 'The day on which it happened';
comment on column points.hour is 'The hour in which it happened, 0 to 23; null where the source does not say';
comment on column points.lat is 'Latitude in degrees, WGS84; null where nobody knows';
comment on column points.lon is 'Longitude in degrees, WGS84; null where nobody knows';
comment on column points.accuracy_m is 'How far the position may be off, in metres; null where the source does not say';
comment on column points.deaths is 'How many died; null where the source does not say, which is not nought';
comment on column points.injuries is 'How many were injured; null where the source does not say, which is not nought';
comment on column points.cause is 'Id of the presumed cause as the source states it; null where it does not';
comment on column points.vehicle is 'Id of the kind of vehicle the source names first; null where it names none';
comment on column points.outline_id is 'The tambon it lies in by its position; see the table outlines';
comment on column points.area is 'municipality, district (outside the municipality) or elsewhere, by its position';
comment on column points.source_id is 'Who says so; see the table sources';
comment on column points.edition_id is 'The edition of an official file it was taken from; null where it was entered by hand';

create table days (
    indicator_id varchar not null references indicators (indicator_id),
    unit_id varchar not null references units (unit_id),
    day date not null,
    value double,
    hours integer check (hours between 0 and 24),
    source_id varchar not null references sources (source_id),
    edition_id varchar,
    primary key (indicator_id, unit_id, day)
);
comment on table days is 'Figures of single days, by indicator and unit; a day that was not measured has no row';
comment on column days.indicator_id is 'What is measured; see the table indicators';
comment on column days.unit_id is 'Where: as a rule a station; see the table units';
comment on column days.day is 'The day';
comment on column days.value is 'The value of the day as the source states it; null where only hours are known';
comment on column days.hours is 'How many hours of the day were measured; null where the source does not say';
comment on column days.source_id is 'Who says so; see the table sources';
comment on column days.edition_id is 'The edition of an official file it was taken from; null where it was entered by hand';

create table hours (
    indicator_id varchar not null,
    unit_id varchar not null,
    day date not null,
    hour integer not null check (hour between 0 and 23),
    value double not null
);
comment on table hours is 'Figures of single hours of the days that have them; an hour that was not measured has no row';
comment on column hours.indicator_id is 'What is measured; see the table indicators';
comment on column hours.unit_id is 'Where: as a rule a station; see the table units';
comment on column hours.day is 'The day';
comment on column hours.hour is 'The hour of the day, 0 to 23, as the source counts hours';
comment on column hours.value is 'The value of the hour, in the unit of measure of the indicator';

create table spot_points (point_id varchar not null, kind varchar not null, rank integer not null);
comment on table spot_points is 'Which points belong to the places where most happened';
comment on column spot_points.point_id is 'The point; see the table points';
comment on column spot_points.kind is 'What happened: accident';
comment on column spot_points.rank is 'Rank of the place; see the table spots';
