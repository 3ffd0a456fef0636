"""Statements that try to leave the snapshot, to change something, or to take the machine; what ends each of them.

`{secret}` is a file that must not be read, `{out}` one that must not come to be. The first dozen are in every run.
"""

from typing import NamedTuple


class Attempt(NamedTuple):
    """One statement, and what may end it: a rule, a limit, an error, or `fine` where it does no harm."""

    sql: str
    ends: str


FIRST = [
    Attempt("select * from read_text('{secret}')", "functions"),
    Attempt("select * from '{secret}'", "tables"),
    Attempt("copy (select 1) to '{out}'", "select"),
    Attempt("attach '{out}' as other", "select"),
    Attempt("select 1; drop table observations", "one"),
    Attempt("with gone as (delete from observations returning *) select * from gone", "changes"),
    Attempt("select * from query('select * from read_text(''{secret}'')')", "functions"),
    Attempt("set enable_external_access = true", "select"),
    Attempt("select * from duckdb_settings()", "functions"),
    Attempt("select repeat('x', 2000000000)", "memory late"),
    Attempt("select count(*) from range(1000000) a, range(1000000) b, range(1000) c", "late"),
    Attempt("create table pivoted as pivot open.figures on quality using count(*)", "select"),
]
READS = [
    Attempt("select * from read_csv('{secret}')", "functions"),
    Attempt("select * from read_csv_auto('{secret}')", "functions"),
    Attempt("select * from read_json('{secret}')", "functions"),
    Attempt("select * from read_blob('{secret}')", "functions"),
    Attempt("select * from read_parquet('{secret}')", "functions"),
    Attempt("select * from sniff_csv('{secret}')", "functions"),
    Attempt("select * from parquet_metadata('{secret}')", "functions"),
    Attempt("select * from glob('/*')", "functions"),
    Attempt('from "{secret}"', "tables"),
    Attempt("select (select content from read_text('{secret}'))", "functions"),
    Attempt("select * from open.units where exists (from read_text('{secret}'))", "functions"),
    Attempt("select * from open.units, lateral (select * from read_text('{secret}'))", "functions"),
    Attempt("with x as materialized (from read_text('{secret}')) from x", "functions"),
    Attempt("select getenv('SECRET_OF_THE_HOUSE')", "functions"),
    Attempt("select current_setting('home_directory')", "functions"),
    Attempt("select main.\"CURRENT_SETTING\"('temp_directory')", "functions"),
    Attempt("select system.main.getvariable('a')", "functions"),
    Attempt("select 'temp_directory'.current_setting()", "functions"),
    Attempt("select * from query_table('{secret}')", "functions"),
    Attempt("from query_table(['{secret}'])", "functions"),
    Attempt("select json_execute_serialized_sql(json_serialize_sql('from read_text(''{secret}'')'))", "functions"),
    Attempt("from json_execute_serialized_sql(json_serialize_sql('select 1'))", "functions"),
    Attempt("select json_serialize_plan('from read_text(''{secret}'')')", "functions"),
    Attempt("select * from duckdb_databases()", "functions"),
    Attempt("select * from duckdb_secrets()", "functions"),
    Attempt("select * from information_schema.tables", "tables"),
    Attempt("select * from pg_catalog.pg_class", "tables"),
    Attempt("select * from sqlite_master", "tables"),
    Attempt("with duckdb_databases as (select 1) select * from duckdb_databases", "tables"),
    Attempt("select * from other.main.units", "tables"),
    Attempt("pivot (from read_csv('{secret}')) on a using count(*)", "functions"),
    Attempt("pivot '{secret}' on a using count(*)", "tables"),
    Attempt("pivot duckdb_settings on name using count(*)", "tables"),
    Attempt("select connection, request from request", "error"),  # a name of the process that runs it
]
CHANGES = [
    Attempt("copy open.figures to '{out}' (format parquet)", "select"),
    Attempt("copy observations from '{secret}'", "select"),
    Attempt("export database '{out}'", "select"),
    Attempt("import database '{out}'", "select"),
    Attempt("install httpfs", "select"),
    Attempt("load '{out}'", "select"),
    Attempt("pragma database_list", "select"),
    Attempt("call pragma_version()", "select"),
    Attempt("checkpoint", "select"),
    Attempt("vacuum", "select"),
    Attempt("set memory_limit = '64GB'", "select"),
    Attempt("reset lock_configuration", "select"),
    Attempt("use open", "select"),
    Attempt("begin transaction", "select"),
    Attempt("prepare p as select 1", "select"),
    Attempt("explain analyze select 1", "select"),
    Attempt("describe observations", "select"),
    Attempt("insert into observations select * from observations", "select"),
    Attempt("update observations set value = 0", "select"),
    Attempt("truncate observations", "select"),
    Attempt("alter table units rename to gone", "select"),
    Attempt("create macro read_text(x) as 1", "select"),
    Attempt("merge into units using domains on true when matched then delete", "select"),
    Attempt("copy (pivot open.figures on quality using count(*)) to '{out}'", "select"),
    Attempt("insert into units pivot open.figures on quality using count(*)", "select"),
    Attempt("with gone as (delete from units returning *) pivot gone on kind using count(*)", "changes"),
    Attempt("with a as (insert into units select * from units returning *) select 1", "changes"),
    Attempt("with a as (update units set lat = 0 returning *) select 1", "changes"),
    Attempt("select * from enable_logging()", "functions"),
    Attempt("select write_log('{out}')", "functions"),
    Attempt("select nextval('s')", "functions"),
    Attempt("pivot open.figures on quality using count(*); drop table units", "one"),
    Attempt("select 1\x00; drop table units", "one"),
    Attempt("select 1 -- ;\n; drop table units", "one"),
    Attempt("/* select 1 */ drop table units", "select"),
    Attempt("select /* ; drop table units */ 1", "fine"),
    Attempt("select '; drop table units --'", "fine"),
    Attempt("select 1;;; ", "fine"),
]
BOMBS = [
    Attempt("with recursive n as (select 1 a union all select a + 1 from n) select count(*) from n", "late"),
    Attempt("with recursive n as (select 'x' a union all select a || a from n) select * from n", "memory late"),
    Attempt("select levenshtein(repeat('a', 200000), repeat('b', 200000))", "late"),
    Attempt("select array_agg(n) from (select unnest(range(300000000)) n)", "memory late"),
    Attempt("select repeat('x', 100000000) from range(100)", "memory late"),
    Attempt("select * from range(1000000000000)", "memory late"),
    Attempt("select * from generate_series(1, 100000000) t (a) order by hash(a)", "memory late"),
    Attempt("select string_agg(repeat('x', 1000000), '') from range(3000)", "memory late"),
    Attempt("select pg_sleep(100)", "functions"),
    Attempt("select sleep_ms(100000)", "functions"),
    Attempt("select " + "(" * 4000 + "1" + ")" * 4000, "error memory"),
    Attempt("select * from " + "(select * from " * 1200 + "units" + ")" * 1200, "error memory"),
    Attempt("select '" + "x" * 50_000 + "'", "long"),
    Attempt("select " + ", ".join(f"{n} a{n}" for n in range(1500)), "fine"),
    Attempt("select repeat('ก', 3000000) from range(20)", "fine"),
    Attempt("select * from observations a, observations b, observations c", "memory late"),
]
TRICKS = [
    Attempt("ｓｅｌｅｃｔ 1", "error"),
    Attempt("drop\u00a0table\u00a0units", "select"),
    Attempt("\ufeffdrop table units", "select error"),
    Attempt("select\u20281; drop table units", "error one"),
    Attempt("select * from rеad_text('{secret}')", "functions"),  # the e is Cyrillic
    Attempt("select \"read_text\"('{secret}')", "functions"),
    Attempt("SELECT * FROM ReAd_TeXt('{secret}')", "functions"),
    Attempt("select * from read_text /* */ ('{secret}')", "functions"),
    Attempt("select * from U&\"read\\005ftext\"('{secret}')", "error functions tables"),
    Attempt("select $$ ; drop table units $$", "fine"),
    Attempt("select ?", "parameters"),
    Attempt("\u202eselect 1", "error"),
    Attempt("", "empty"),
    Attempt("-- nothing", "empty"),
]
REST = [*READS, *CHANGES, *BOMBS, *TRICKS]
