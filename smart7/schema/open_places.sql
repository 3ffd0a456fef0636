-- Places, outlines, stops, routes and service in the schema `open`, and what does not leave. Runs after open.sql.

create view open.places as
select
    p.place_id, p.kind, p.name_th, p.name_en, p.lat, p.lon, p.accuracy_m, p.municipal_school, p.confidence, p.as_of,
    p.source_id, s.licence_th, s.licence_en, p.note_th, p.note_en
from main.places as p
join main.sources as s on s.source_id = p.source_id and s.bulk
order by p.place_id;

create view open.outlines as
select
    o.outline_id, o.layer, o.name_th, o.name_en, o.geometry, o.confidence,
    o.source_id, s.licence_th, s.licence_en, o.note_th, o.note_en
from main.outlines as o
join main.sources as s on s.source_id = o.source_id and s.bulk
order by o.layer, o.outline_id;

create view open.claims as
select
    c.claim_id, c.line, c.aspect, c.said_on, c.said_precision, c.value, c.text_th, c.text_en, c.quality,
    c.quality = 'sample' as is_sample, c.source_id, s.licence_th, s.licence_en
from main.plan_claims as c
join main.sources as s on s.source_id = c.source_id and s.bulk
order by c.said_on, c.claim_id;

create view open.routes as
select
    r.feed_id, f.status as feed_status, r.route_id, r.short_name, r.name_th, r.name_en, a.name as agency, r.route_type,
    r.fare_baht, r.color, r.text_color, p.part_of as phase_of, f.as_of, f.source_id, s.licence_th, s.licence_en
from main.gtfs_routes as r
join main.gtfs_feeds as f on f.feed_id = r.feed_id
join main.sources as s on s.source_id = f.source_id and s.bulk
left join main.gtfs_agency as a on a.feed_id = r.feed_id and a.agency_id is not distinct from r.agency_id
left join main.service_phases as p on p.feed_id = r.feed_id and p.route_id = r.route_id
order by r.feed_id, r.route_id;

-- A stop leaves by the licence of who says where it is, its feed's where nobody else does.
create view open.stops as
select
    t.feed_id, f.status as feed_status, t.stop_id, t.name_th, t.name_en, t.lat, t.lon, t.accuracy_m, t.confidence,
    t.as_of, s.source_id, s.licence_th, s.licence_en
from main.gtfs_stops as t
join main.gtfs_feeds as f on f.feed_id = t.feed_id
join main.sources as s on s.source_id = coalesce(t.source_id, f.source_id) and s.bulk
order by t.feed_id, t.stop_id;

create view open.stations as
with served as (
    select c.feed_id, c.stop_id, string_agg(distinct t.route_id, ', ' order by t.route_id) as route_ids
    from main.gtfs_stop_times as c
    join main.gtfs_trips as t on t.feed_id = c.feed_id and t.trip_id = c.trip_id
    join main.gtfs_feeds as f on f.feed_id = c.feed_id and f.status = 'planned'
    group by c.feed_id, c.stop_id
)
select
    o.feed_id, o.stop_id as station_id, o.name_th, o.name_en, o.lat, o.lon, v.route_ids, o.accuracy_m, o.confidence,
    o.as_of, o.source_id, o.licence_th, o.licence_en
from open.stops as o
join served as v on v.feed_id = o.feed_id and v.stop_id = o.stop_id
order by o.feed_id, o.stop_id;

create view open.service as
select
    v.feed_id, f.status as feed_status, v.route_id, r.name_th as route_th, r.name_en as route_en, v.direction_id,
    v.day_type, v.trips, v.first_s, v.last_s, v.end_s, v.span_h, v.length_km, v.stops, v.stop_spacing_m, v.speed_kmh,
    v.vehicle_km, v.service_hours, v.peak_vehicles, v.mean_headway_min, v.median_headway_min,
    v.worst_headway_min, v.mean_wait_min,
    f.source_id, s.licence_th, s.licence_en
from main.service_routes as v
join main.gtfs_feeds as f on f.feed_id = v.feed_id
join main.sources as s on s.source_id = f.source_id and s.bulk
join main.gtfs_routes as r on r.feed_id = v.feed_id and r.route_id = v.route_id
order by v.feed_id, v.route_id, v.direction_id, v.day_type;

create view open.withheld as
with everything as (
    select 'observations' as view_name, source_id, figures as rows from main.digests
    union all select 'figures', source_id, figures from main.held
    union all select 'targets', source_id, 1 from main.targets
    union all select 'events', source_id, 1 from main.events
    union all select 'places', source_id, 1 from main.places
    union all select 'outlines', source_id, 1 from main.outlines
    union all select 'claims', source_id, 1 from main.plan_claims
    union all select 'routes', f.source_id, 1 from main.gtfs_routes join main.gtfs_feeds as f using (feed_id)
    union all select 'service', f.source_id, 1 from main.service_routes join main.gtfs_feeds as f using (feed_id)
    union all
    select 'stops', coalesce(t.source_id, f.source_id), 1
    from main.gtfs_stops as t
    join main.gtfs_feeds as f using (feed_id)
    union all select 'standards', source_id, 1 from main.standards
    union all select 'points', source_id, 1 from main.points
    union all select 'days', source_id, 1 from main.days
    union all
    select 'hours', d.source_id, 1
    from main.hours as h
    join main.days as d on d.indicator_id = h.indicator_id and d.unit_id = h.unit_id and d.day = h.day
    union all select 'driven_days', source_id, 1 from main.driven_days
    union all
    select 'driven_stop_hours', d.source_id, 1
    from main.driven_stop_hours
    join main.driven_days as d using (feed_id, service_date)
    union all
    select 'driven_trips', d.source_id, 1
    from main.driven_trips
    join main.driven_days as d using (feed_id, service_date)
    union all
    select 'driven_stretches', d.source_id, 1
    from main.driven_stretches
    join main.driven_days as d using (feed_id, service_date)
    -- Tables that no view offers, because nothing in them may leave yet.
    union all select 'communities', source_id, 1 from main.communities
    union all select 'traffic_counts', source_id, 1 from main.traffic_counts
    union all select 'population', source_id, 1 from main.population
),
counted as (
    select e.view_name, e.source_id, sum(e.rows)::bigint as rows,
        if(e.source_id is null, 'no_source', 'no_licence') as reason_id
    from everything as e
    left join main.sources as s on s.source_id = e.source_id
    where not coalesce(s.bulk, false)
    group by e.view_name, e.source_id
    union all
    select 'units', u.source_id, count(*), if(n.unit_id is null, 'no_licence', 'name_only') as reason_id
    from main.units as u
    join main.sources as s on s.source_id = u.source_id and not s.bulk
    left join open.units as n on n.unit_id = u.unit_id
    group by u.source_id, reason_id
    union all
    select 'driven_runs', d.source_id, count(*), 'single_runs'
    from main.driven_runs join main.driven_days as d using (feed_id, service_date)
    group by d.source_id
    union all
    select 'driven_gaps', d.source_id, count(*), 'single_runs'
    from main.driven_gaps join main.driven_days as d using (feed_id, service_date)
    group by d.source_id
    union all
    select 'driven_planned', f.source_id, count(*), 'told_by_plan'
    from main.driven_planned join main.gtfs_feeds as f using (feed_id)
    group by f.source_id
)
select
    c.view_name, c.source_id, s.title_th as source_th, s.title_en as source_en, s.licence_th, s.licence_en, c.rows,
    r.reason_th, r.reason_en
from counted as c
join main.reasons as r on r.reason_id = c.reason_id
left join main.sources as s on s.source_id = c.source_id
order by c.view_name, c.source_id, c.reason_id;
