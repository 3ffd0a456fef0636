-- doc: The data dictionary: each column of each view that leaves the house, with its type and meaning; one row per column.
-- params:
-- returns: view_name VARCHAR, about VARCHAR, column_name VARCHAR, type VARCHAR, meaning VARCHAR
-- sources:
select
    c.table_name as view_name, v.comment as about, c.column_name, c.data_type as type, c.comment as meaning
from duckdb_columns() as c
join duckdb_views() as v
    on v.schema_name = c.schema_name and v.view_name = c.table_name and v.database_name = c.database_name
where c.schema_name = 'open' and c.database_name = current_database()
order by view_name, c.column_index
