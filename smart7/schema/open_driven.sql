-- Service as driven in the schema `open`: days and their sums. A single run does not leave: it is one vehicle's day.
-- Columns mean what the tables driven_* of driven.sql say of them. Runs after open.sql.

create view open.driven_days as
with left_out as (
    select feed_id, service_date, sum(rows)::bigint as left_out from main.driven_left_out group by feed_id, service_date
)
select
    d.feed_id, f.status as feed_status, d.service_date, d.day_type, d.positions, coalesce(l.left_out, 0) as left_out,
    d.vehicles, d.runs, d.doubt, d.silent_s, d.quality, d.quality = 'sample' as is_sample, d.source_id, s.licence_th,
    s.licence_en
from main.driven_days as d
join main.gtfs_feeds as f on f.feed_id = d.feed_id
join main.sources as s on s.source_id = d.source_id and s.bulk
left join left_out as l on l.feed_id = d.feed_id and l.service_date = d.service_date
order by d.feed_id, d.service_date;

create view open.driven_stop_hours as
select
    h.feed_id, h.service_date, d.day_type, h.route_id, h.direction_id, h.stop_id, h.stop_sequence, h.hour, h.passes,
    h.gaps, h.gap_s, h.gap_s2, h.planned_gaps, h.planned_gap_s, h.planned_gap_s2, h.held, h.held_s, h.off_s, h.off_s2,
    h.bunched, h.long_gaps, h.timed, h.on_time, h.early, h.late, h.error_s, h.doubtful, d.quality, d.is_sample,
    d.source_id, d.licence_th, d.licence_en
from main.driven_stop_hours as h
join open.driven_days as d on d.feed_id = h.feed_id and d.service_date = h.service_date
order by h.feed_id, h.service_date, h.route_id, h.direction_id, h.stop_sequence, h.stop_id, h.hour;

create view open.driven_trips as
select
    t.feed_id, t.service_date, d.day_type, t.route_id, t.direction_id, t.hour, t.planned, t.run, t.extra, t.unseen,
    t.dead_runs, t.vehicles, d.quality, d.is_sample, d.source_id, d.licence_th, d.licence_en
from main.driven_trips as t
join open.driven_days as d on d.feed_id = t.feed_id and d.service_date = t.service_date
order by t.feed_id, t.service_date, t.route_id, t.direction_id, t.hour;

create view open.driven_stretches as
select
    w.feed_id, w.service_date, d.day_type, w.route_id, w.direction_id, w.stop_sequence, w.from_stop_id, w.to_stop_id,
    w.hour, w.runs, w.length_m, w.run_s, w.dwell_s, w.quick_s, w.lost_s, d.quality, d.is_sample, d.source_id,
    d.licence_th, d.licence_en
from main.driven_stretches as w
join open.driven_days as d on d.feed_id = w.feed_id and d.service_date = w.service_date
order by
    w.feed_id, w.service_date, w.route_id, w.direction_id, w.stop_sequence, w.from_stop_id, w.to_stop_id, w.hour;
