-- doc: The base map: areas and lines as GeoJSON geometries with what they are drawn from; one row per outline.
-- params:
-- returns: outline_id VARCHAR, layer VARCHAR, name_th VARCHAR, name_en VARCHAR, geometry VARCHAR
-- sources:
select outline_id, layer, name_th, name_en, geometry from outlines order by layer, outline_id
