-- doc: The indicators by name, as a dictionary of the language has them; one row per indicator.
-- params: $lang VARCHAR
-- returns: indicator_id VARCHAR
select indicator_id from cards order by in_language($lang, name_th, name_en) collate th, indicator_id
