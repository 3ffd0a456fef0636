-- Which target leads on which day, and what is said of it.

create table leading_targets as
with days as (
    select indicator_id, unit_id, period_from as day from targets
    union
    select indicator_id, unit_id, period_to + 1 from targets where period_to is not null
),
stretches as (
    -- From one beginning or end to the next, the same targets are in force.
    select indicator_id, unit_id, day as day_from, lead(day, 1, date '9999-12-31') over one_unit - 1 as day_to
    from days
    window one_unit as (partition by indicator_id, unit_id order by day)
)
select
    d.indicator_id, d.unit_id, d.day_from, d.day_to, t.authority, t.period_from, t.period_to, t.low, t.high, t.quality,
    t.source_id, s.title_th as source_th, s.title_en as source_en, t.known_from, t.note_th, t.note_en
from stretches as d
join targets as t
    on t.indicator_id = d.indicator_id and t.unit_id = d.unit_id and in_force(d.day_from, t.period_from, t.period_to)
join authorities as a on a.authority_id = t.authority
join sources as s on s.source_id = t.source_id
qualify row_number() over (partition by d.indicator_id, d.unit_id, d.day_from order by a.position) = 1
order by d.indicator_id, d.unit_id, d.day_from;
comment on table leading_targets is 'The target that leads on each day: that of the first authority that has one then';
