-- What the page of an indicator reads, each with every name it shows: DuckDB takes longer to plan a join than to read
-- these few rows, and nearly every visitor asks for another indicator than the one before.

create table indicator_years as
select
    h.indicator_id, h.unit_id, h.period_start, h.period_end, h.is_sample, h.unit_th, h.unit_en, h.label_th, h.label_en,
    case h.period_kind
        when 'fiscal_year' then year(h.period_end)
        when 'calendar_year' then year(h.period_end)
        when 'academic_year' then year(h.period_start)
        else year(h.period_end) + (dayofyear(h.period_end) - 1) / 366.0
    end::double as at,
    h.value, i.decimals, i.measure_th, i.measure_en, h.era, h.target_low, h.target_high, h.target_authority,
    a.name_th as whose_th, a.name_en as whose_en,
    h.periods, h.periods_expected, h.units, h.units_expected, h.quality, h.source_th, h.source_en
from headlines as h
join indicators as i using (indicator_id)
left join authorities as a on a.authority_id = h.target_authority
order by h.indicator_id, h.period_start, h.unit_id;
comment on table indicator_years is 'The yearly totals an indicator leads with, with the target that leads and every name a chart shows';

create table indicator_months as
with leading_units as (
    select distinct indicator_id, unit_id, is_sample from headlines
)
select
    s.indicator_id, s.period_start, l.is_sample as unit_is_sample, u.name_th as unit_th, u.name_en as unit_en, p.label_th,
    p.label_en, (year(s.period_start) + (dayofyear(s.period_start) - 1) / 366.0)::double as at, s.value, i.decimals,
    i.measure_th, i.measure_en, quality_name(s.quality_rank) as quality,
    coalesce(string_agg(t.title_th, '; ' order by e.source_id), any_value(r.title_th)) as source_th,
    coalesce(string_agg(t.title_en, '; ' order by e.source_id), any_value(r.title_en)) as source_en, s.is_sample
from series as s
join leading_units as l on l.indicator_id = s.indicator_id and l.unit_id = s.unit_id
join indicators as i on i.indicator_id = s.indicator_id and i.period_kind = s.period_kind
join units as u on u.unit_id = s.unit_id
join periods as p
    on p.period_kind = s.period_kind and p.period_start = s.period_start and p.period_end = s.period_end
join sources as r on r.source_id = s.source_id
left join rolled_sources as e
    on e.indicator_id = s.indicator_id and e.unit_id = s.unit_id and e.breakdown = s.breakdown
   and e.period_kind = s.period_kind and e.period_start = s.period_start and e.period_end = s.period_end
left join sources as t on t.source_id = e.source_id
where s.breakdown = '' and s.period_kind in ('month', 'quarter') and i.due_days is not null
group by all
order by s.indicator_id, s.period_start, u.name_th;
comment on table indicator_months is 'The months and quarters of the units an indicator leads with, with every name a chart shows';

-- As many of each indicator as its page shows, with sample figures among them and without.
create table indicator_rows as
with placed as (
    select o.rowid as row_id, row_number() over every as nth, u.is_sample, row_number() over alike as nth_alike
    from observations as o
    join units as u using (unit_id)
    window
        every as (partition by o.indicator_id order by o.period_start desc, u.position, o.breakdown, o.known_from desc),
        alike as (
            partition by o.indicator_id, u.is_sample
            order by o.period_start desc, u.position, o.breakdown, o.known_from desc
        )
),
shown as (
    select row_id from placed where nth <= 2000 or (not is_sample and nth_alike <= 2000)
)
select
    o.indicator_id, o.period_kind, o.period_start, o.period_end, u.is_sample, u.position, u.name_th as unit_th,
    u.name_en as unit_en, o.breakdown, b.name_th as part_th, b.name_en as part_en, p.label_th, p.label_en,
    o.value, o.numerator, o.denominator, i.measure_th, i.measure_en, i.decimals, o.quality, s.title_th as source_th,
    s.title_en as source_en, s.url, s.licence_th, s.licence_en, o.as_of, o.known_from, o.known_to, o.note_th,
    o.note_en, o.formula_th, o.formula_en,
    o.file || ':' || o.line || coalesce(
        ' ← ' || concat_ws(' · ', e.file_name, e.taken_on, left(e.digest, 12)), ''
    ) as place
from shown as w
join observations as o on o.rowid = w.row_id
join units as u using (unit_id)
join indicators as i using (indicator_id)
join sources as s on s.source_id = o.source_id
join periods as p
    on p.period_kind = o.period_kind and p.period_start = o.period_start and p.period_end = o.period_end
left join editions as e on e.edition_id = o.edition_id
left join breakdowns as b on b.breakdown_id = o.breakdown
order by o.indicator_id, o.period_start desc, u.position, o.breakdown, o.known_from desc;
comment on table indicator_rows is 'The newest figures ever held true of each indicator, revisions included, with every name a table shows';

create table indicator_targets as
with leaders as (
    -- Several of a kind lead together, and no target of one of them is that of all.
    select i.indicator_id, any_value(u.unit_id) as unit_id
    from indicators as i
    join units as u on leads(u.kind, i.level) and not u.is_sample
    group by i.indicator_id
    having count(*) = 1
)
select
    t.indicator_id, t.unit_id, coalesce(t.unit_id = l.unit_id, false) as of_leader, a.position, t.authority, t.low, t.high,
    t.period_from, t.period_to, t.quality, t.source_id, s.title_th as source_th, s.title_en as source_en,
    t.known_from, t.note_th, t.note_en
from targets as t
join authorities as a on a.authority_id = t.authority
join sources as s on s.source_id = t.source_id
left join leaders as l on l.indicator_id = t.indicator_id
order by t.indicator_id, t.unit_id, a.position, t.period_from desc;
comment on table indicator_targets is 'Every target with whose it is, where it is from, and whether it is of the one unit the indicator leads with';
