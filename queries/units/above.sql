-- doc: To which other unit each real unit of the municipality answers, and what it is called; one row per unit.
-- params:
-- returns: unit_id VARCHAR, above VARCHAR, name_th VARCHAR, name_en VARCHAR
with answering as (
    -- A kind of unit most of whose indicators belong to one division answers to that: schools and centres to education.
    select i.level as kind, i.owner as division
    from indicators as i
    where i.level in ('school', 'centre')
    group by i.level, i.owner
    qualify count(*) * 2 > sum(count(*)) over (partition by i.level)
)
select u.unit_id, coalesce(a.division, u.parent, '') as above, u.name_th, u.name_en
from units as u
left join answering as a using (kind)
where not u.is_sample and u.kind in ('city', 'school', 'centre', 'division')
order by u.position
