-- What pages read: worked out once here, so that no page adds anything up.

-- How many units of a kind a parent has, so that a sum can say how many of them it holds.
create table siblings as
select parent, kind, count(*) as units
from units
where parent is not null
group by parent, kind;
comment on table siblings is 'How many units of one kind belong to one parent';

-- How many current figures there are of what, for the pages that count them.
create table held as
select indicator_id, unit_id, source_id, quality, count(*) as figures, max(period_end) as latest
from observations
where known_to is null
group by indicator_id, unit_id, source_id, quality
order by indicator_id, unit_id;
comment on table held is 'How many current figures each indicator and unit has, by source and quality, and how far they reach';

-- Kept so that two snapshots are compared without reading every figure; md5, since `hash` may differ between versions.
create table digests as
select
    indicator_id, unit_id, source_id, count(*) as figures,
    bit_xor(md5_number_lower(concat_ws(
        '|', unit_id, breakdown, period_kind, period_start, period_end, value, quality, source_id, known_from, known_to
    ))) as digest
from observations
group by indicator_id, unit_id, source_id
order by indicator_id, unit_id, source_id;
comment on table digests is 'How many figures were ever held true, by indicator, unit and source, with a digest of them to compare snapshots by';

-- Current figures at their own period, and the same rolled up from schools, divisions and centres.
create table series as
with current_rows as (
    select
        o.indicator_id, o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end,
        o.value, o.numerator, o.denominator, o.partial, quality_rank(o.quality) as quality_rank,
        o.source_id, o.as_of, o.note_th, o.note_en, u.is_sample, u.parent, u.kind,
        i.over_units, i.scale, i.level
    from observations as o
    join indicators as i using (indicator_id)
    join units as u using (unit_id)
    where o.known_to is null
),
rolled as (
    select
        indicator_id, parent as unit_id, breakdown, period_kind, period_start, period_end,
        case any_value(over_units)
            when 'sum' then sum(value)
            else ratio(sum(numerator), sum(denominator), any_value(scale))
        end as value,
        sum(numerator) as numerator, sum(denominator) as denominator,
        bool_or(partial) as partial, max(quality_rank) as quality_rank,
        min(source_id) as source_id, count(distinct source_id) as source_count, max(as_of) as as_of,
        any_value(is_sample) as is_sample, count(*) as units, any_value(kind) as kind, any_value(over_units) as over_units
    from current_rows
    where reports(level) and kind = level
      and over_units <> 'none' and parent is not null
    group by indicator_id, parent, breakdown, period_kind, period_start, period_end
)
select
    indicator_id, unit_id, breakdown, period_kind, period_start, period_end,
    value, numerator, denominator, partial, quality_rank, source_id, 1 as source_count, as_of,
    note_th, note_en, is_sample, 1 as units, 1 as units_expected, false as rolled
from current_rows
union all by name
select
    r.indicator_id, r.unit_id, r.breakdown, r.period_kind, r.period_start, r.period_end,
    r.value, r.numerator, r.denominator,
    -- A sum over schools misses those that are missing; a ratio does not grow with their number.
    r.partial or (r.over_units = 'sum' and r.units < s.units) as partial,
    r.quality_rank, r.source_id, r.source_count, r.as_of, r.is_sample, r.units, s.units as units_expected, true as rolled
from rolled as r
join siblings as s on s.parent = r.unit_id and s.kind = r.kind
-- What the parent reports itself is not added to what its units report.
anti join current_rows as own
    using (indicator_id, unit_id, breakdown, period_kind, period_start, period_end)
where r.value is not null
order by indicator_id, unit_id, breakdown, period_start;
comment on table series is 'Current figures by indicator, unit, part and period, with roll-ups to the parent unit';

-- What the blanks of a question offer is counted here and not in the figures themselves, of which there may be millions.
create table holdings as
select
    indicator_id, unit_id, is_sample, rolled, quality_rank, period_kind, period_start, period_end,
    count(*) as figures, count(*) filter (breakdown = '') as whole
from series
group by all
order by indicator_id, unit_id, period_start;
comment on table holdings is 'How many figures an indicator and unit has for each period, parts included; rolled where worked out from units';

create table parts_held as
select indicator_id, unit_id, is_sample, breakdown, count(*) as figures
from series
where breakdown <> ''
group by all
order by indicator_id, unit_id, breakdown;
comment on table parts_held is 'How many figures an indicator and unit has for each part';

-- One figure a year: fiscal years for months and quarters, each other kind its own.
-- A fact that nobody owes again stays with its own period: a month is not passed off as a year.
create table yearly as
with parts as (
    select
        s.* exclude (period_kind), i.over_time, i.scale,
        if(i.due_days is null, s.period_kind, year_kind(s.period_kind)) as year_kind,
        if(i.due_days is null, s.period_start, year_start(s.period_kind, s.period_start)) as year_start,
        if(i.due_days is null, s.period_end, year_end(s.period_kind, s.period_start, s.period_end)) as year_end,
        if(i.due_days is null, 1, parts_of_year(s.period_kind)) as periods_expected
    from series as s
    join indicators as i on i.indicator_id = s.indicator_id and i.period_kind = s.period_kind
),
years as (
    select
        indicator_id, unit_id, breakdown,
        year_kind as period_kind, year_start as period_start, year_end as period_end,
        case any_value(over_time)
            when 'sum' then sum(value)
            when 'last' then arg_max(value, parts.period_start)
            else ratio(sum(numerator), sum(denominator), any_value(scale))
        end as value,
        if(any_value(over_time) = 'last', arg_max(numerator, parts.period_start), sum(numerator)) as numerator,
        if(any_value(over_time) = 'last', arg_max(denominator, parts.period_start), sum(denominator)) as denominator,
        if(any_value(over_time) = 'last', arg_max(partial, parts.period_start), bool_or(partial)) as partial,
        quality_name(max(quality_rank)) as quality,
        arg_max(source_id, parts.period_start) as source_id,
        greatest(count(distinct source_id), max(source_count)) as source_count,
        max(as_of) as as_of, arg_max_null(note_th, parts.period_start) as note_th,
        arg_max_null(note_en, parts.period_start) as note_en, any_value(is_sample) as is_sample,
        count(*) as periods, any_value(periods_expected) as periods_expected,
        max(parts.period_end) as last_period_end,
        if(any_value(over_time) = 'last', arg_max(units, parts.period_start), min(units)) as units,
        max(units_expected) as units_expected
    from parts
    group by indicator_id, unit_id, breakdown, year_kind, year_start, year_end
)
select *
from years
where value is not null
order by indicator_id, unit_id, breakdown, period_start;
comment on table yearly is 'One figure a year by indicator, unit and part, with how many of its months and units it holds';

create table rolled_sources as
select
    s.indicator_id, s.unit_id, s.breakdown, s.period_kind, s.period_start, s.period_end, o.source_id,
    max(o.as_of) as as_of
from series as s
join indicators as i using (indicator_id)
join units as u on u.parent = s.unit_id and u.kind = i.level
join observations as o
    on o.indicator_id = s.indicator_id and o.unit_id = u.unit_id and o.breakdown = s.breakdown
   and o.period_kind = s.period_kind and o.period_start = s.period_start and o.period_end = s.period_end
   and o.known_to is null
where s.rolled and s.source_count > 1
group by all
order by s.indicator_id, s.unit_id, s.breakdown, s.period_start, o.source_id;
comment on table rolled_sources is 'Each source of the figures rolled up from units that have more than one, with its latest day';

create table year_sources as
with each_source as (
    select indicator_id, unit_id, breakdown, period_kind, period_start, period_end, source_id, as_of
    from series
    where source_count = 1
    union all by name
    select * from rolled_sources
)
select
    y.indicator_id, y.unit_id, y.period_kind, y.period_start, y.period_end, s.source_id, max(s.as_of) as as_of
from yearly as y
join each_source as s
    on s.indicator_id = y.indicator_id and s.unit_id = y.unit_id and s.breakdown = y.breakdown
   and s.period_start >= y.period_start and s.period_end <= y.period_end
join indicators as i on i.indicator_id = s.indicator_id and i.period_kind = s.period_kind
where y.breakdown = '' and y.source_count > 1
group by all
order by y.indicator_id, y.unit_id, y.period_start, s.source_id;
comment on table year_sources is 'Each source of the yearly figures that have more than one, with its latest day';

-- Every period that any figure is about; the build fills in how each is called.
insert into periods (period_kind, period_start, period_end)
select distinct period_kind, period_start, period_end from observations
union
select distinct period_kind, period_start, period_end from yearly;

-- Real figures of a place by month and year, a row for each month, as a panel of months draws them.
create macro months_of(indicator, place, lang, until) as table
select
    in_language(lang, buddhist_year(year(m.period_start)), year(m.period_start))::varchar as label,
    month(m.period_start)::varchar as month, m.value, i.decimals,
    in_language(lang, i.measure_th, i.measure_en) as measure, quality_name(m.quality_rank) as quality,
    in_language(lang, s.title_th, s.title_en) as source,
    in_language(lang, p.label_th, p.label_en) as period, m.is_sample
from series as m
join indicators as i using (indicator_id)
join sources as s using (source_id)
join periods as p
    on p.period_kind = m.period_kind and p.period_start = m.period_start and p.period_end = m.period_end
where m.indicator_id = indicator and m.unit_id = place and m.breakdown = ''
  and m.period_kind = 'month' and not m.is_sample and m.period_start <= until
order by m.period_start;

-- Events in the words of a language, as every time axis and list of them says them.
create macro events_in(lang) as table
select
    e.event_id, e.domain_id, e.date, e.date_precision, e.kind, in_language(lang, e.title_th, e.title_en) as title,
    in_language(lang, e.detail_th, e.detail_en) as detail, e.quality,
    in_language(lang, s.title_th, s.title_en) as source, false as is_sample
from events as e
join sources as s using (source_id);
