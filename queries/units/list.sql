-- doc: The units a page can show: schools, centres, divisions and the city, real ones and samples; one row per unit.
-- params: $lang VARCHAR, $sample BOOLEAN, $unit VARCHAR
-- returns: unit_id VARCHAR, kind VARCHAR, name VARCHAR, is_sample BOOLEAN, adopted_2017 BOOLEAN, name_confidence VARCHAR, lat DOUBLE, lon DOUBLE, accuracy_m INTEGER, position_confidence VARCHAR, note VARCHAR, source VARCHAR, parent VARCHAR
select
    u.unit_id, u.kind, in_language($lang, u.name_th, u.name_en) as name, u.is_sample, u.adopted_2017,
    u.name_confidence, u.lat, u.lon, u.accuracy_m, u.position_confidence,
    in_language($lang, u.note_th, u.note_en) as note, in_language($lang, s.title_th, s.title_en) as source,
    in_language($lang, p.name_th, p.name_en) as parent
from units as u
join sources as s using (source_id)
left join units as p on p.unit_id = u.parent
where u.kind in ('school', 'centre', 'division') and ($sample or not u.is_sample)
-- However long the list, the unit a link asks for is in it.
qualify row_number() over (
    order by u.unit_id <> $unit, u.is_sample, list_position(['school', 'division', 'centre'], u.kind), u.position
) <= 500
order by u.is_sample, list_position(['school', 'division', 'centre'], u.kind), u.position
