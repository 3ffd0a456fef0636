-- doc: What one indicator is called and which unit answers for it; one row, none for an unknown one.
-- params: $indicator VARCHAR
-- returns: name_th VARCHAR, name_en VARCHAR, owner VARCHAR
select name_th, name_en, owner from indicators where indicator_id = $indicator
