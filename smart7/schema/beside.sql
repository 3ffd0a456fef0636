-- What may stand beside an indicator's own figures, and what is usual among the cities and provinces compared with.

-- A count grows with the size of a place, so that places are compared by how it moved. Of what is not added up over
-- units only the catalogue can say that it does not grow.
create macro drawn_beside(over_units, value_kind, named) as
    case
        when value_kind = 'percent' or over_units in ('ratio', 'mean') or named then 'values'
        when value_kind = 'number' then 'index'
        else 'table'
    end;

create table beside as
with sides as (
    select indicator_id, indicator_id as other_id, note_th, note_en
    from indicators
    left join (select * from comparable where indicator_id = other_id) using (indicator_id)
    union all
    select indicator_id, other_id, note_th, note_en from comparable where indicator_id <> other_id
    union all
    select other_id, indicator_id, note_th, note_en from comparable where indicator_id <> other_id
),
known as (
    select distinct indicator_id, unit_id from yearly where breakdown = '' and not is_sample
),
own as (
    -- The one unit that an indicator leads with stands there without a figure too, so that nobody's takes its place.
    select i.indicator_id, any_value(u.unit_id) as unit_id
    from indicators as i
    join units as u on leads(u.kind, i.level) and not u.is_sample
    group by i.indicator_id
    having count(*) = 1
),
places as (
    select s.*, k.unit_id, true as held
    from sides as s
    join known as k on k.indicator_id = s.other_id
    union all
    select s.*, o.unit_id, false
    from sides as s
    join own as o using (indicator_id)
    where s.other_id = s.indicator_id
      and not exists (select 1 from known as k where k.indicator_id = o.indicator_id and k.unit_id = o.unit_id)
),
told as (
    select
        p.*, u.kind, u.position, i.level,
        p.other_id = p.indicator_id and leads(u.kind, i.level) as own,
        drawn_beside(
            i.over_units, i.value_kind,
            exists (select 1 from comparable as c where c.indicator_id = i.indicator_id and c.other_id = i.indicator_id)
        ) as drawn
    from places as p
    join indicators as i using (indicator_id)
    join indicators as x on x.indicator_id = p.other_id
    join units as u on u.unit_id = p.unit_id
    where u.kind in ('city', 'district', 'province', 'region', 'country', 'peer_city', 'peer_province')
       or leads(u.kind, x.level)
    -- Of two figures of one place the indicator's own is the same definition.
    qualify row_number() over (
        partition by p.indicator_id, p.unit_id order by p.other_id <> p.indicator_id, p.other_id
    ) = 1
)
select
    indicator_id, other_id, unit_id, own, held, drawn, note_th, note_en,
    row_number() over (
        partition by indicator_id
        order by
            not own, list_position([
                'city', 'province', 'country', coalesce(peer_kind(level), 'peer_city'), 'district', 'region'
            ], kind) nulls last,
            kind, position, unit_id
    ) as place
from told
qualify bool_or(held and not own) over (partition by indicator_id) and count(*) over (partition by indicator_id) > 1
order by indicator_id, place;
comment on table beside is 'Whose figures may stand beside an indicator''s own: the same indicator of other places, or one that means the same; drawn says how';

create table peer_medians as
select
    y.indicator_id, u.kind as unit_kind, y.period_kind, y.period_start, y.period_end,
    median(y.value) as median, count(*) as peers,
    arg_max(y.source_id, (y.as_of, y.source_id)) as source_id, max(y.as_of) as as_of,
    string_agg(u.name_th || ' ' || as_said(y.value, i.decimals), ', ' order by u.position) as each_th,
    string_agg(u.name_en || ' ' || as_said(y.value, i.decimals), ', ' order by u.position) as each_en
from yearly as y
join indicators as i using (indicator_id)
-- The middle of counts says how large the places are and nothing else.
join beside as b
    on b.indicator_id = y.indicator_id and b.other_id = y.indicator_id and b.unit_id = y.unit_id and b.drawn = 'values'
join units as u on u.unit_id = y.unit_id
where y.breakdown = '' and not y.is_sample and u.kind = peer_kind(i.level)
  and not y.partial and (i.over_time <> 'sum' or y.periods >= y.periods_expected)
group by y.indicator_id, u.kind, y.period_kind, y.period_start, y.period_end
having count(*) >= 3
order by y.indicator_id, y.period_kind, y.period_start;
comment on table peer_medians is 'The middle of what at least three cities or provinces compared with report for one period, where their size does not count';
