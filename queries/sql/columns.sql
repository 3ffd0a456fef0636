-- doc: Columns of one table or view that the SQL page may read, in their order; one row per column.
-- params: $owner VARCHAR
-- returns: name VARCHAR, type VARCHAR, meaning VARCHAR
-- sources:
with listed as (
    select if(schema_name = 'open', 'open.' || table_name, table_name) as owner, *
    from duckdb_columns()
    where not internal
),
-- What a column of the same name means in the views that leave the house.
usual as (select column_name, min(comment) as meaning from listed where schema_name = 'open' group by column_name)
select c.column_name as name, c.data_type as type, coalesce(c.comment, u.meaning) as meaning
from listed as c
left join usual as u on u.column_name = c.column_name
where c.owner = $owner
order by c.column_index
