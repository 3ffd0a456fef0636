-- doc: The id and names of every indicator, to tell one that is asked of others from one that does not exist; one row per indicator.
-- returns: indicator_id VARCHAR, name_th VARCHAR, name_en VARCHAR
select indicator_id, name_th, name_en from indicators order by indicator_id
