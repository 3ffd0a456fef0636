-- The tables of a snapshot, as loaded. Figures keep their period kind, their quality and what was believed when.

create table snapshot (
    snapshot_id varchar primary key,
    as_of date not null,
    built_at timestamp not null,
    sample boolean not null,
    sources_hash varchar not null
);
comment on table snapshot is 'One row: which snapshot this is and the day its knowledge ends';

create table contents (
    table_name varchar primary key,
    row_count bigint not null,
    digest varchar not null
);
comment on table contents is 'How many rows each table had at the end of the build, and a digest of them';
comment on column contents.digest is 'Whatever the order of the rows; it can be compared within one version of DuckDB';

create table domains (
    domain_id varchar primary key,
    position integer not null,
    name_th varchar not null,
    name_en varchar not null,
    international boolean not null
);
comment on table domains is 'The seven Smart domains; six are international, education is the city''s own';

create table sources (
    source_id varchar primary key,
    publisher_th varchar not null,
    publisher_en varchar not null,
    title_th varchar not null,
    title_en varchar not null,
    url varchar,
    licence_th varchar not null,
    licence_en varchar not null,
    bulk boolean not null,
    as_of varchar,
    confidence varchar not null check (confidence in ('official', 'reported', 'estimated')),
    note_th varchar,
    note_en varchar
);
comment on table sources is 'Who published what, under which licence; bulk says whether rows may leave in bulk';

create table edits (
    change_id varchar primary key,
    file varchar not null,
    key varchar not null
);
comment on table edits is 'Approved changes of the catalogue that this snapshot holds, as editors proposed them on the page';

create table editions (
    edition_id varchar primary key,
    recipe varchar not null references sources (source_id),
    file_name varchar not null,
    digest varchar not null,
    size bigint not null,
    taken_on date not null,
    as_of date not null,
    rows_read integer not null,
    rows_kept integer not null
);
comment on table editions is 'Official files that were taken in, as they came: name, SHA-256 digest, and the day';
comment on column editions.recipe is 'The recipe it was read by, which is named by its source';
comment on column editions.as_of is 'The last day the file speaks of';

create table units (
    unit_id varchar primary key,
    kind varchar not null check (kind in
        ('city', 'school', 'centre', 'division', 'tambon', 'district', 'province', 'region', 'country', 'area',
         'peer_city', 'peer_province', 'station')),
    name_th varchar not null,
    name_en varchar not null,
    parent varchar,
    is_sample boolean not null,
    adopted_2017 boolean not null,
    name_confidence varchar not null,
    lat double,
    lon double,
    accuracy_m integer,
    position_confidence varchar,
    source_id varchar not null references sources (source_id),
    note_th varchar,
    note_en varchar,
    position integer not null
);
comment on table units is 'Whom a figure is about: the city, its schools, divisions and centres, wider geographies, sample units';

create table breakdowns (
    breakdown_id varchar primary key,
    dimension varchar not null,
    name_th varchar not null,
    name_en varchar not null,
    position integer not null
);
comment on table breakdowns is 'Parts of a figure, by sex, age, subject and so on; a figure without a part is the total';

create table communities (
    community_id varchar primary key,
    zone integer not null,
    position integer not null,
    name_th varchar not null,
    source_id varchar not null references sources (source_id)
);
comment on table communities is 'The communities of the municipality by election zone';

create table indicators (
    indicator_id varchar primary key,
    domain_id varchar not null references domains (domain_id),
    position integer not null,
    name_th varchar not null,
    name_en varchar not null,
    about_th varchar not null,
    about_en varchar not null,
    measure_th varchar not null,
    measure_en varchar not null,
    value_kind varchar not null check (value_kind in ('number', 'percent', 'year')),
    scale double not null check (scale > 0),
    direction varchar not null check (direction in ('higher', 'lower', 'band', 'context')),
    over_time varchar not null check (over_time in ('sum', 'ratio', 'last', 'mean')),
    over_units varchar not null check (over_units in ('sum', 'ratio', 'mean', 'none')),
    weight_th varchar,
    weight_en varchar,
    decimals integer not null check (decimals between 0 and 4),
    period_kind varchar not null check (period_kind in
        ('month', 'quarter', 'fiscal_year', 'calendar_year', 'academic_year', 'date', 'span')),
    due_days integer,
    owner varchar not null references units (unit_id),
    level varchar not null,
    range_min double,
    range_max double,
    formula_th varchar not null,
    formula_en varchar not null,
    promised boolean not null,
    register_th varchar,
    register_en varchar
);
comment on table indicators is 'What is measured: meaning, measure, direction, how it adds up, when it is due and from whom';

create table indicator_codes (
    indicator_id varchar not null references indicators (indicator_id),
    code varchar not null,
    verified boolean not null,
    primary key (indicator_id, code)
);
comment on table indicator_codes is 'Codes of international and national frameworks; not verified where the standard was not seen';

create table indicator_parts (
    indicator_id varchar not null references indicators (indicator_id),
    breakdown_id varchar not null references breakdowns (breakdown_id),
    primary key (indicator_id, breakdown_id)
);
comment on table indicator_parts is 'By which parts units hand in an indicator; those of one dimension make up the whole';

create table indicator_aims (
    indicator_id varchar not null references indicators (indicator_id),
    aim varchar not null check (aim in ('convenient', 'economical', 'safe', 'efficient', 'sustainable')),
    primary key (indicator_id, aim)
);
comment on table indicator_aims is 'Which of the programme''s five aims an indicator serves';

create table events (
    event_id varchar primary key,
    date date not null,
    date_precision varchar not null check (date_precision in ('day', 'month', 'year')),
    domain_id varchar not null references domains (domain_id),
    title_th varchar not null,
    title_en varchar not null,
    detail_th varchar,
    detail_en varchar,
    kind varchar not null,
    quality varchar not null,
    source_id varchar not null references sources (source_id)
);
comment on table events is 'Dated, sourced events that mark time axes';

create table event_indicators (
    event_id varchar not null references events (event_id),
    indicator_id varchar not null references indicators (indicator_id),
    primary key (event_id, indicator_id)
);
comment on table event_indicators is 'Which indicators an event has to do with';

create table authorities (
    authority_id varchar primary key,
    position integer not null unique,
    name_th varchar not null,
    name_en varchar not null
);
comment on table authorities is 'Who sets targets, in the order in which they lead: plan, national, law, guideline, peers';

create table targets (
    indicator_id varchar not null references indicators (indicator_id),
    unit_id varchar not null references units (unit_id),
    authority varchar not null references authorities (authority_id),
    period_from date not null,
    period_to date,
    low double,
    high double,
    quality varchar not null,
    source_id varchar not null references sources (source_id),
    known_from date not null,
    note_th varchar,
    note_en varchar,
    check (period_from <= period_to),
    check (low is not null or high is not null)
);
comment on table targets is 'Targets by unit, authority and period, with who set them and from when they were known';
comment on column targets.period_to is 'Null while the target is in force; one that was replaced ends the day before the next';

create table breaks (
    indicator_id varchar not null references indicators (indicator_id),
    unit_id varchar not null,
    period_start date not null,
    note_th varchar not null,
    note_en varchar not null,
    source_id varchar not null references sources (source_id),
    primary key (indicator_id, unit_id, period_start)
);
comment on table breaks is 'From when on a series is counted another way, so that no figure is compared across it';

create table periods (
    period_kind varchar not null,
    period_start date not null,
    period_end date not null,
    label_th varchar,
    label_en varchar,
    short_th varchar,
    short_en varchar,
    primary key (period_kind, period_start, period_end)
);
comment on table periods is 'Every period a figure is about, with its written forms';

create table observations (
    indicator_id varchar not null,
    unit_id varchar not null,
    breakdown varchar not null,
    period_kind varchar not null,
    period_start date not null,
    period_end date not null,
    value double not null,
    numerator double,
    denominator double,
    partial boolean not null,
    quality varchar not null check (quality in
        ('official', 'reported', 'submitted', 'modelled', 'estimated', 'sample')),
    source_id varchar not null,
    as_of date not null,
    known_from date not null,
    known_to date,
    note_th varchar,
    note_en varchar,
    formula_th varchar,
    formula_en varchar,
    edition_id varchar,
    file varchar not null,
    line integer not null
);
comment on table observations is 'Every figure ever held true here: the period it is about, and from when to when it was believed';
comment on column observations.edition_id is 'The official file it was read from, where one was taken in';
comment on column observations.known_to is 'Null while the figure is held true; a correction closes one row and opens another';
comment on column observations.partial is 'True where the figure covers only part of the period it names';

create table checks (
    check_id varchar primary key,
    title_th varchar not null,
    title_en varchar not null,
    faults integer not null
);
comment on table checks is 'The quality checks this snapshot passed';

create table not_used (
    domain_id varchar not null,
    fact_th varchar not null,
    fact_en varchar not null,
    year varchar,
    reason_th varchar not null,
    reason_en varchar not null
);
comment on table not_used is 'Public facts that were read and left out, and why';

create table comparable (
    indicator_id varchar not null references indicators (indicator_id),
    other_id varchar not null references indicators (indicator_id),
    note_th varchar,
    note_en varchar,
    primary key (indicator_id, other_id)
);
comment on table comparable is 'Indicators that mean the same of another place, read both ways, and what differs; an indicator beside itself does not grow with the size of a place';
