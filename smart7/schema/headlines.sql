-- What cards read: the catalogue and its leading figures with every name they show, so that a page joins little.

create table cards as
with served as (
    select indicator_id, list(aim order by aim) as aims from indicator_aims group by indicator_id
),
by_unit as (
    -- Figures that exist only by school, division, centre or part, and so lead no page.
    select
        y.indicator_id, y.is_sample, count(distinct y.unit_id) as units_reporting,
        max(y.last_period_end) as units_latest
    from yearly as y
    join indicators as i using (indicator_id)
    join units as u on u.unit_id = y.unit_id and u.kind = i.level
    group by y.indicator_id, y.is_sample
)
select
    i.indicator_id, i.domain_id, i.name_th, i.name_en, i.about_th, i.about_en, i.measure_th, i.measure_en,
    i.value_kind, i.direction, i.over_time, i.decimals, i.period_kind as native_kind, i.due_days, i.level,
    i.owner, o.name_th as owner_th, o.name_en as owner_en, i.formula_th, i.formula_en,
    i.register_th, i.register_en, i.promised, coalesce(s.aims, []) as aims,
    coalesce(r.units_reporting, 0) as units_reporting, coalesce(m.units_reporting, 0) as sample_units_reporting,
    r.units_latest,
    row_number() over (order by d.position, i.position) as position
from indicators as i
join domains as d using (domain_id)
join units as o on o.unit_id = i.owner
left join served as s using (indicator_id)
left join by_unit as r on r.indicator_id = i.indicator_id and not r.is_sample
left join by_unit as m on m.indicator_id = i.indicator_id and m.is_sample
order by position;
comment on table cards is 'One row per indicator with every text a card shows';

create table year_credits as
select
    y.indicator_id, y.unit_id, y.period_kind, y.period_start, y.period_end,
    list(y.source_id order by y.as_of desc, y.source_id) as ids,
    list(o.title_th order by y.as_of desc, y.source_id) as titles_th,
    list(o.title_en order by y.as_of desc, y.source_id) as titles_en,
    list(y.as_of order by y.as_of desc, y.source_id) as days
from year_sources as y
join sources as o on o.source_id = y.source_id
group by all
order by all;
comment on table year_credits is 'The sources of the yearly figures that have more than one, as lists, the latest first';

create table yearly_named as
with eras as (
    -- Years counted one way; nothing is compared from one era to another.
    select
        indicator_id, unit_id, period_start, note_th, note_en,
        lead(period_start, 1, date '9999-12-31') over one_series as next_start,
        row_number() over one_series as era
    from breaks
    window one_series as (partition by indicator_id, unit_id order by period_start)
),
ordered as (
    select
        y.*, coalesce(b.era, 0) as era, b.note_th as break_th, b.note_en as break_en,
        lag(y.value) over one_unit as previous_value,
        lag(y.period_kind) over one_unit as previous_kind,
        lag(y.period_start) over one_unit as previous_start,
        lag(y.period_end) over one_unit as previous_end,
        y.partial or (
            i.over_time = 'sum' and (y.periods < y.periods_expected or y.units < y.units_expected)
        ) as incomplete,
        lag(incomplete) over one_unit as previous_incomplete
    from yearly as y
    join indicators as i using (indicator_id)
    left join eras as b
        on b.indicator_id = y.indicator_id and b.unit_id = y.unit_id
       and y.period_start >= b.period_start and y.period_start < b.next_start
    where y.breakdown = ''
    window one_unit as (partition by y.indicator_id, y.unit_id, coalesce(b.era, 0) order by y.period_start)
)
select
    o.* exclude (breakdown), i.domain_id, i.level, u.kind as unit_kind, u.name_th as unit_th, u.name_en as unit_en,
    p.label_th, p.label_en, p.short_th, p.short_en,
    coalesce(array_to_string(c.titles_th, '; '), s.title_th) as source_th,
    coalesce(array_to_string(c.titles_en, '; '), s.title_en) as source_en,
    t.low as target_low, t.high as target_high, t.quality as target_quality, t.authority as target_authority
from ordered as o
join indicators as i using (indicator_id)
join units as u on u.unit_id = o.unit_id
join periods as p
    on p.period_kind = o.period_kind and p.period_start = o.period_start and p.period_end = o.period_end
left join sources as s on s.source_id = o.source_id
left join year_credits as c
    on c.indicator_id = o.indicator_id and c.unit_id = o.unit_id
   and c.period_kind = o.period_kind and c.period_start = o.period_start and c.period_end = o.period_end
left join leading_targets as t
    on t.indicator_id = o.indicator_id and t.unit_id = o.unit_id and o.period_end between t.day_from and t.day_to
order by o.unit_id, o.indicator_id, o.period_start;
comment on table yearly_named is 'Yearly totals of each unit with names, labels, the year before and the target';

create table headlines as
select * from yearly_named
where leads(unit_kind, level)
order by indicator_id, unit_id, period_start;
comment on table headlines is 'The yearly totals a page leads with: about the geography the indicator is meant for';
