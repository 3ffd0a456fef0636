-- Points, days, hours and standards in the schema `open`. Runs after open.sql.

create view open.standards as
select
    t.indicator_id, t.valid_from, t.valid_to, t.high, i.measure_th, i.measure_en, t.source_id, s.licence_th,
    s.licence_en, t.note_th, t.note_en
from main.standards as t
join main.indicators as i on i.indicator_id = t.indicator_id
join main.sources as s on s.source_id = t.source_id and s.bulk
order by t.indicator_id, t.valid_from;

create view open.points as
select
    p.point_id, p.kind, p.day, p.hour, p.lat, p.lon, p.accuracy_m, p.deaths, p.injuries, p.cause, p.vehicle,
    p.outline_id, p.area, p.source_id, s.licence_th, s.licence_en
from main.points as p
join main.sources as s on s.source_id = p.source_id and s.bulk
order by p.point_id;

create view open.days as
select
    d.indicator_id, d.unit_id, d.day, d.value, d.hours, i.measure_th, i.measure_en, d.source_id, s.licence_th,
    s.licence_en
from main.days as d
join main.indicators as i on i.indicator_id = d.indicator_id
join main.sources as s on s.source_id = d.source_id and s.bulk
order by d.indicator_id, d.unit_id, d.day;

create view open.hours as
select h.indicator_id, h.unit_id, h.day, h.hour, h.value, d.measure_th, d.measure_en, d.source_id, d.licence_th, d.licence_en
from main.hours as h
join open.days as d on d.indicator_id = h.indicator_id and d.unit_id = h.unit_id and d.day = h.day
order by h.indicator_id, h.unit_id, h.day, h.hour;
