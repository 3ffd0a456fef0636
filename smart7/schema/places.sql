-- Places, assumptions, what was claimed of the plan, counted traffic, outlines, and the grid of cells.

create table places (
    place_id varchar primary key,
    kind varchar not null check (kind in ('school', 'hospital', 'health', 'market', 'terminal', 'government',
        'landmark', 'village', 'commerce', 'university')),
    name_th varchar not null,
    name_en varchar not null,
    lat double,
    lon double,
    accuracy_m integer,
    municipal_school boolean not null,
    source_id varchar not null references sources (source_id),
    as_of varchar,
    confidence varchar not null check (confidence in ('official', 'reported', 'estimated')),
    note_th varchar,
    note_en varchar,
    check ((lat is null) = (lon is null))
);
comment on table places is 'Places people travel to; those without a position are counted, not drawn';
comment on column places.accuracy_m is 'How far the position may be off, in metres; null where not known';

create table population (
    point_id varchar primary key,
    lat double not null,
    lon double not null,
    people bigint not null,
    source_id varchar not null references sources (source_id),
    as_of varchar,
    confidence varchar not null
);
comment on table population is 'People by point or cell, where somebody counts them; empty until then';

create table assumptions (
    assumption_id varchar primary key,
    value double not null,
    low double not null,
    high double not null,
    measure_th varchar not null,
    measure_en varchar not null,
    applies_to varchar not null,
    reason_th varchar not null,
    reason_en varchar not null,
    quality varchar not null,
    source_id varchar references sources (source_id),
    check (low <= value and value <= high)
);
comment on table assumptions is 'Headways, speeds and manners of travel that no source states, with a reason and a range';

create table plan_claims (
    claim_id varchar primary key,
    line varchar not null,
    aspect varchar not null,
    said_on date not null,
    said_precision varchar not null check (said_precision in ('day', 'month', 'year')),
    value double,
    text_th varchar not null,
    text_en varchar not null,
    quality varchar not null,
    source_id varchar not null references sources (source_id)
);
comment on table plan_claims is 'What was announced of the planned lines, each claim with its day and source';
comment on column plan_claims.value is 'The number claimed, in the unit its aspect names; null where the claim has none';

create table traffic_counts (
    count_id varchar primary key,
    name_th varchar not null,
    name_en varchar not null,
    lat double,
    lon double,
    vehicles_per_hour double,
    as_of varchar,
    source_id varchar not null references sources (source_id),
    confidence varchar not null,
    note_th varchar,
    note_en varchar,
    check ((lat is null) = (lon is null))
);
comment on table traffic_counts is 'Vehicles counted at points of the road network';

create table outlines (
    outline_id varchar primary key,
    layer varchar not null check (layer in ('tambon', 'district', 'municipality', 'highway', 'lake')),
    name_th varchar not null,
    name_en varchar not null,
    geometry varchar not null,
    title_th varchar not null,
    title_en varchar not null,
    source_id varchar not null references sources (source_id),
    confidence varchar not null,
    note_th varchar,
    note_en varchar
);
comment on table outlines is 'The base map: areas and lines as GeoJSON geometries in WGS84, each with its source';

create table cells (
    cell_id varchar primary key,
    lat double not null,
    lon double not null,
    outline_id varchar
);
comment on table cells is 'Centres of a grid of about 250 m within 2 km of a stop; outline_id is the tambon they lie in';
