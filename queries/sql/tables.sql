-- doc: Tables and views that the SQL page may read, those that may be passed on first; one row per table.
-- params:
-- returns: name VARCHAR, about VARCHAR, open BOOLEAN
-- sources:
with listed as (
    select schema_name, view_name as name, comment from duckdb_views() where not internal
    union all
    select schema_name, table_name, comment from duckdb_tables() where not internal
)
select
    if(schema_name = 'open', 'open.' || name, name) as name, comment as about, schema_name = 'open' as open
from listed
where comment is not null
order by open desc, name
