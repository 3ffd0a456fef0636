-- doc: The indicators each of the 18 units of 2017 is given, whether they are measured at the unit itself, and whether it has a published figure then; one row per unit and indicator.
-- params: $lang VARCHAR
-- returns: unit_id VARCHAR, unit VARCHAR, kind VARCHAR, indicator_id VARCHAR, domain_id VARCHAR, measured BOOLEAN, held BOOLEAN
-- A school has the indicators measured by school; a division those it owns or is measured by.
select
    u.unit_id, in_language($lang, u.name_th, u.name_en) as unit, u.kind, c.indicator_id, c.domain_id,
    coalesce(c.level = u.kind, false) as measured, exists (
        from held as h where h.indicator_id = c.indicator_id and h.unit_id = u.unit_id and h.quality <> 'sample'
    ) as held
from units as u
left join cards as c on c.level = u.kind or c.owner = u.unit_id
where u.adopted_2017
order by u.kind desc, u.position, c.position
