-- doc: How many indicators each of the 18 units of 2017 is given in a domain, and how many have a figure; one row per unit and domain.
-- params: $lang VARCHAR
-- returns: unit_id VARCHAR, unit VARCHAR, kind VARCHAR, domain_id VARCHAR, given BIGINT, known BIGINT
with adopters as (
    select unit_id, kind, position, in_language($lang, name_th, name_en) as unit from units where adopted_2017
),
given as (
    -- A school has the indicators measured by school; a division those it owns or is measured by.
    select a.unit_id, c.domain_id, c.indicator_id, c.level
    from adopters as a
    join cards as c on c.level = a.kind or c.owner = a.unit_id
),
known as (
    select distinct h.indicator_id, h.unit_id, u.kind
    from held as h
    join units as u using (unit_id)
    where not u.is_sample
),
counted as (
    select
        g.unit_id, g.domain_id, count(distinct g.indicator_id) as given,
        count(distinct k.indicator_id) as known
    from given as g
    left join known as k
        on k.indicator_id = g.indicator_id
       and (k.unit_id = g.unit_id or (g.level not in ('school', 'centre', 'division') and k.kind = g.level))
    group by g.unit_id, g.domain_id
)
select
    a.unit_id, a.unit, a.kind, d.domain_id, coalesce(c.given, 0) as given, coalesce(c.known, 0) as known
from adopters as a
cross join domains as d
left join counted as c on c.unit_id = a.unit_id and c.domain_id = d.domain_id
order by a.kind desc, a.position, d.position
