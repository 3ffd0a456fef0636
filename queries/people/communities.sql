-- doc: The names of the communities by zone; one row per community.
-- params:
-- returns: zone INTEGER, name VARCHAR
select zone, name_th as name from communities order by zone, position
