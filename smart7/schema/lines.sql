-- How routes are drawn on the map, worked out by ingest/lines: a drawing, not a measurement.

create table line_paths (
    feed_id varchar not null,
    route_id varchar not null,
    hue integer not null,
    path varchar not null,
    lanes varchar not null,
    plain varchar not null,
    primary key (feed_id, route_id)
);
comment on table line_paths is 'The line each route is drawn along: beside the others with which it shares a street';
comment on column line_paths.hue is 'Number of its colour in the palettes; routes side by side never have the same';
comment on column line_paths.path is 'JSON list of longitude and latitude';
comment on column line_paths.lanes is 'JSON list: how many lanes right of the path the route runs from each of its points on';
comment on column line_paths.plain is 'The path with as few points as lie within 10 m of it, for the pointer to find';

create table line_signs (
    feed_id varchar not null,
    kind varchar not null check (kind in ('end', 'way')),
    lon double not null,
    lat double not null,
    east double not null,
    north double not null,
    routes varchar[] not null,
    rank integer not null
);
comment on table line_signs is 'Where numbers of routes may stand on the map: at ends of lines and along them';
comment on column line_signs.east is 'With north the direction of the line there, at an end away from it; together of length 1';
comment on column line_signs.routes is 'Routes from left to right, as one looks in that direction';
comment on column line_signs.rank is 'Order in which signs along one stretch are given room, 0 first';

create table line_stops (
    feed_id varchar not null,
    stop_id varchar not null,
    lon double not null,
    lat double not null,
    routes integer not null,
    primary key (feed_id, stop_id)
);
comment on table line_stops is 'Interchanges: stops, or stops within 120 m of one another, at which at least three routes call';
comment on column line_stops.stop_id is 'Of several stops drawn as one, that at which most routes call';
comment on column line_stops.routes is 'How many routes of the feed call there';
