-- What leaves the house: documented views, in a schema of their own, of rows whose source states a licence for it.
-- open_words.sql explains every view and column; the build turns it into comments.

create schema open;

-- Why rows stay here, in words; the build fills it in.
create table reasons (reason_id varchar primary key, reason_th varchar not null, reason_en varchar not null);
comment on table reasons is 'Why rows of a source are shown here and do not leave in bulk';

create view open.snapshot as
select s.snapshot_id, s.as_of, s.built_at, s.sample as with_sample from main.snapshot as s;

create view open.sources as
select
    s.source_id, s.publisher_th, s.publisher_en, s.title_th, s.title_en, s.url, s.licence_th, s.licence_en, s.bulk,
    s.as_of, s.confidence, coalesce(h.figures, 0) as figures, s.note_th, s.note_en
from main.sources as s
left join (select source_id, sum(figures)::bigint as figures from main.held group by source_id) as h using (source_id)
order by s.source_id;

create view open.domains as
select
    d.domain_id, d.position, d.name_th, d.name_en, d.international, count(i.indicator_id) as indicators
from main.domains as d
left join main.indicators as i using (domain_id)
group by all
order by d.position;

create view open.indicators as
with aims as (
    select indicator_id, string_agg(aim, ', ' order by aim) as aims from main.indicator_aims group by indicator_id
),
codes as (
    select indicator_id, string_agg(code, ', ' order by code) as codes from main.indicator_codes group by indicator_id
)
select
    i.indicator_id, i.domain_id, i.position, i.name_th, i.name_en, i.about_th, i.about_en, i.measure_th, i.measure_en,
    i.value_kind, i.direction, i.over_time, i.over_units, i.decimals, i.period_kind, i.due_days,
    i.owner as owner_id, u.name_th as owner_th, u.name_en as owner_en, i.level, i.range_min, i.range_max,
    i.formula_th, i.formula_en, i.promised, i.register_th, i.register_en, a.aims, c.codes
from main.indicators as i
join main.units as u on u.unit_id = i.owner
left join aims as a on a.indicator_id = i.indicator_id
left join codes as c on c.indicator_id = i.indicator_id
order by i.domain_id, i.position;

create view open.breakdowns as
select breakdown_id, dimension, name_th, name_en, position from main.breakdowns order by position;

create view open.observations as
select
    o.indicator_id, o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end,
    fiscal_year(o.period_end) as fiscal_year, o.value, o.numerator, o.denominator, i.measure_th, i.measure_en,
    o.partial, o.quality, o.quality = 'sample' as is_sample, o.source_id, s.licence_th, s.licence_en,
    o.as_of, o.known_from, o.known_to, o.note_th, o.note_en, o.formula_th, o.formula_en, o.edition_id
from main.observations as o
join main.indicators as i on i.indicator_id = o.indicator_id
join main.sources as s on s.source_id = o.source_id and s.bulk;

create view open.targets as
select
    t.indicator_id, t.unit_id, t.period_from as period_start, t.period_to as period_end,
    fiscal_year(t.period_to) as fiscal_year, t.low, t.high, i.measure_th, i.measure_en, t.quality,
    t.quality = 'sample' as is_sample, t.source_id, s.licence_th, s.licence_en, t.known_from, t.note_th, t.note_en
from main.targets as t
join main.indicators as i on i.indicator_id = t.indicator_id
join main.sources as s on s.source_id = t.source_id and s.bulk;

create view open.figures as
select
    o.indicator_id, i.domain_id, i.name_th as indicator_th, i.name_en as indicator_en,
    o.unit_id, u.kind as unit_kind, u.name_th as unit_th, u.name_en as unit_en,
    o.breakdown, b.name_th as breakdown_th, b.name_en as breakdown_en,
    o.period_kind, o.period_start, o.period_end, p.label_th as period_th, p.label_en as period_en,
    fiscal_year(o.period_end) as fiscal_year, o.value, o.numerator, o.denominator, i.measure_th, i.measure_en,
    t.low as target_low, t.high as target_high, t.quality as target_quality,
    o.partial, o.quality, o.quality = 'sample' as is_sample, o.source_id, s.title_th as source_th,
    s.title_en as source_en, s.licence_th, s.licence_en, o.as_of, o.known_from, o.note_th, o.note_en
from main.observations as o
join main.indicators as i on i.indicator_id = o.indicator_id
join main.units as u on u.unit_id = o.unit_id
join main.sources as s on s.source_id = o.source_id and s.bulk
left join main.periods as p
    on p.period_kind = o.period_kind and p.period_start = o.period_start and p.period_end = o.period_end
left join main.breakdowns as b on b.breakdown_id = o.breakdown
-- A year's target says nothing of one month of what adds up, nor of one part.
left join open.targets as t
    on t.indicator_id = o.indicator_id and t.unit_id = o.unit_id and o.breakdown = ''
   and o.period_end between t.period_start and t.period_end
   and not (i.over_time = 'sum' and o.period_kind in ('month', 'quarter', 'date', 'span'))
where o.known_to is null;

create view open.events as
with about as (
    select event_id, string_agg(indicator_id, ', ' order by indicator_id) as indicators
    from main.event_indicators
    group by event_id
)
select
    e.event_id, e.date, e.date_precision, e.domain_id, e.title_th, e.title_en, e.detail_th, e.detail_en, e.kind,
    a.indicators, e.quality, e.quality = 'sample' as is_sample, e.source_id, s.licence_th, s.licence_en
from main.events as e
join main.sources as s on s.source_id = e.source_id and s.bulk
left join about as a on a.event_id = e.event_id
order by e.date, e.event_id;

-- Units that open rows name are named, even where the list they were found on states no licence.
create view open.units as
with named as (
    select owner as unit_id from main.indicators
    union
    select d.unit_id from main.digests as d join main.sources as s on s.source_id = d.source_id and s.bulk
    union
    select t.unit_id from open.targets as t
),
wanted as (
    select u.unit_id, u.parent from main.units as u join main.sources as s on s.source_id = u.source_id and s.bulk
    union
    select u.unit_id, u.parent from main.units as u semi join named as n on n.unit_id = u.unit_id
),
listed as (
    select unit_id from wanted
    union
    select parent from wanted where parent is not null
)
select
    u.unit_id, u.kind, u.name_th, u.name_en, u.parent as parent_id, u.is_sample, u.position, s.bulk as whole,
    if(s.bulk, u.adopted_2017, null) as adopted_2017, if(s.bulk, u.lat, null) as lat, if(s.bulk, u.lon, null) as lon,
    if(s.bulk, u.accuracy_m, null) as accuracy_m, if(s.bulk, u.position_confidence, null) as position_confidence,
    u.name_confidence, u.source_id, s.licence_th, s.licence_en,
    if(s.bulk, u.note_th, null) as note_th, if(s.bulk, u.note_en, null) as note_en
from main.units as u
semi join listed as l on l.unit_id = u.unit_id
join main.sources as s on s.source_id = u.source_id
order by u.position;

create view open.checks as
select check_id, title_th, title_en, faults from main.checks order by check_id;
