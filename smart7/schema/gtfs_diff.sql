-- What changed from the feed 'before' to the feed 'after': the kind of change, about what, on which kind of day, and the
-- figure before and after (a span has an end besides). Runs after service.sql; places may be an empty table.

with totals as (
    unpivot (
        select feed_id, day_type, cast(routes as double) as routes, cast(stops as double) as stops,
            cast(trips as double) as trips, cast(vehicle_km as double) as vehicle_km,
            cast(service_hours as double) as service_hours
        from service_networks
    )
    on routes, stops, trips, vehicle_km, service_hours into name measure value figure
),
network as (
    select coalesce(b.day_type, a.day_type) as day_type, coalesce(b.measure, a.measure) as measure,
        b.figure as before, a.figure as after
    from (from totals where feed_id = 'before') as b
    full join (from totals where feed_id = 'after') as a using (day_type, measure)
),
daily as (
    -- The direction with the longer wait speaks for a route.
    select feed_id, route_id, day_type, sum(trips) as trips, max(mean_headway_min) as headway, min(first_s) as first_s,
        max(last_s) as last_s, sum(service_hours) as service_hours
    from service_routes
    group by feed_id, route_id, day_type
),
changed as (
    select coalesce(b.route_id, a.route_id) as route_id, coalesce(b.day_type, a.day_type) as day_type, b, a
    from (from daily where feed_id = 'before') as b
    full join (from daily where feed_id = 'after') as a using (route_id, day_type)
    where
        coalesce(b.route_id, a.route_id) in (select route_id from gtfs_routes where feed_id = 'before')
        and coalesce(b.route_id, a.route_id) in (select route_id from gtfs_routes where feed_id = 'after')
),
measures as (
    select route_id, day_type, 'headway' as measure, b.headway as before, a.headway as after,
        null::double as before_end, null::double as after_end
    from changed where abs(coalesce(b.headway, -9) - coalesce(a.headway, -9)) >= 0.5
    union all
    select route_id, day_type, 'span', b.first_s, a.first_s, b.last_s, a.last_s
    from changed where (b.first_s, b.last_s) is distinct from (a.first_s, a.last_s)
    union all
    select route_id, day_type, 'service_hours', b.service_hours, a.service_hours, null, null
    from changed where abs(coalesce(b.service_hours, 0) - coalesce(a.service_hours, 0)) >= 0.05
),
routes as (
    select feed_id, route_id as id, concat_ws(' ', short_name, nullif(name_th, short_name)) as name_th,
        concat_ws(' ', short_name, nullif(name_en, short_name)) as name_en,
        (select max(d.trips) from daily as d where d.feed_id = r.feed_id and d.route_id = r.route_id) as trips
    from gtfs_routes as r
),
served as (
    select feed_id, stop_id, lat, lon
    from gtfs_stops
    semi join gtfs_stop_times using (feed_id, stop_id)
    where lat is not null and lon is not null
),
near as (
    select p.place_id as id, p.name_th, p.name_en, f.feed_id,
        (
            select min(metres_between(p.lat, p.lon, s.lat, s.lon)) from served as s
            where s.feed_id = f.feed_id and abs(s.lat - p.lat) < 0.01 and abs(s.lon - p.lon) < 0.01
        ) as metres
    from places as p cross join (select unnest(['before', 'after']) as feed_id) as f
    where p.lat is not null
),
reached as (
    select b.id, b.name_th, b.name_en, b.metres as before, a.metres as after,
        coalesce(b.metres <= $near_m, false) as was, coalesce(a.metres <= $near_m, false) as is_now
    from (from near where feed_id = 'before') as b
    join (from near where feed_id = 'after') as a using (id)
),
moves as (
    select a.stop_id as id, a.name_th, a.name_en, metres_between(b.lat, b.lon, a.lat, a.lon) as metres
    from (from gtfs_stops where feed_id = 'before') as b
    join (from gtfs_stops where feed_id = 'after') as a using (stop_id)
),
rows as (
    select 1 as nth, 'network' as kind, '' as id, '' as name_th, '' as name_en, day_type, measure,
        before, after, null::double as before_end, null::double as after_end
    from network where before is distinct from after
    union all
    select 2, 'route_added', id, name_th, name_en, '', 'trips', null, trips, null, null from routes as r
    where feed_id = 'after' and not exists (from gtfs_routes where feed_id = 'before' and route_id = r.id)
    union all
    select 3, 'route_gone', id, name_th, name_en, '', 'trips', trips, null, null, null from routes as r
    where feed_id = 'before' and not exists (from gtfs_routes where feed_id = 'after' and route_id = r.id)
    union all
    select 4, 'route_changed', m.route_id, r.name_th, r.name_en, m.day_type, m.measure, m.before, m.after,
        m.before_end, m.after_end
    from measures as m join routes as r on r.feed_id = 'after' and r.id = m.route_id
    union all
    select 5, 'stop_added', stop_id, name_th, name_en, '', '', null, null, null, null from gtfs_stops as s
    where feed_id = 'after' and not exists (from gtfs_stops where feed_id = 'before' and stop_id = s.stop_id)
    union all
    select 6, 'stop_gone', stop_id, name_th, name_en, '', '', null, null, null, null from gtfs_stops as s
    where feed_id = 'before' and not exists (from gtfs_stops where feed_id = 'after' and stop_id = s.stop_id)
    union all
    select 7, 'stop_moved', id, name_th, name_en, '', 'moved_m', 0, metres, null, null from moves where metres > $moved_m
    union all
    select 8, 'place_gained', id, name_th, name_en, '', 'to_stop_m', before, after, null, null
    from reached where is_now and not was
    union all
    select 9, 'place_lost', id, name_th, name_en, '', 'to_stop_m', before, after, null, null
    from reached where was and not is_now
)
select * exclude (nth) from rows order by nth, name_en, id, day_type, measure;
