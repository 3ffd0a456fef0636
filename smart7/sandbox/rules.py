"""What a statement may be: one SELECT or PIVOT over documented tables, with harmless functions, or a look at them.

DESCRIBE and SUMMARIZE stand wherever a SELECT may; SHOW TABLES and EXPLAIN are whole statements.

DuckDB's own parser reads the statement; nothing is run here. A refusal names its rule and its place.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import duckdb

LONGEST: Final = 40_000
NODES: Final = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
TABLE_FUNCTIONS: Final = frozenset({"range", "generate_series", "unnest", "repeat", "json_each", "json_tree"})
# They read settings, wait, log, or hide a statement in a text.
DENIED: Final = re.compile(
    r"(current_setting|getvariable|getenv|write_log|sleep_ms|nextval|currval|setval|setseed|query|query_table|glob"
    r"|json_serialize_plan|json_execute_serialized_sql|in_search_path|txid_current|current_\w*(query|_id)"
    r"|parse_duckdb_log_message|has_\w+_privilege|(read|write|duckdb|pragma|sniff|parquet)_\w+"
    r"|pg_(?!typeof$|size_pretty$)\w+)"
)
SYSTEM: Final = re.compile(r"(information_schema|pg_catalog|system|temp|(duckdb|pg|sqlite|pragma)_\w+)")
CHANGING: Final = frozenset({
    "alter", "attach", "call", "checkpoint", "copy", "create", "deallocate", "delete", "detach", "drop", "execute",
    "export", "import", "insert", "install", "into", "load", "merge", "pragma", "prepare", "set",
    "truncate", "update", "use", "vacuum",
})  # fmt: skip
LOOKS: Final = frozenset({"describe", "explain", "show", "summarize"})
TABLES: Final = frozenset({"tables", "__show_tables_expanded"})
# What SHOW TABLES answers with.
LISTED: Final = """
with listed as (
    select schema_name, view_name as name, column_count, comment from duckdb_views() where not internal
    union all
    select schema_name, table_name, column_count, comment from duckdb_tables() where not internal
)
select if(schema_name = 'main', name, schema_name || '.' || name) as name, column_count as columns, comment as about
from listed
where comment is not null and schema_name in ('main', 'open') and $schema in ('', schema_name)
order by schema_name desc, name
"""
PIVOT_STARTS: Final = frozenset({"pivot", "pivot_wider", "with", "from", "select"})


class Refused(Exception):
    """Raise when a rule refuses a statement; carries the rule, the word it is about and where that stands."""

    def __init__(self, rule: str, word: str = "", offset: int | None = None) -> None:
        """Keep rule, word and offset in bytes."""
        super().__init__(rule)
        self.rule, self.word, self.offset = rule, word, offset


@dataclass(frozen=True, slots=True)
class Known:
    """What a snapshot documents: its name, and its tables and views as schema and name."""

    database: str
    tables: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Passed:
    """A statement that may run: the names of its parameters, and in which way it runs.

    `rows` as it stands; `tables` lists the documented tables, of one schema where it names one; `plan` and `analyze`
    explain the SELECT that begins at the byte `start`.
    """

    names: frozenset[str]
    way: str = "rows"
    schema: str = ""
    start: int = 0


def known(connection: duckdb.DuckDBPyConnection) -> Known:
    """Return what a snapshot documents."""
    rows = connection.execute(
        "select schema_name, view_name from duckdb_views() where not internal and comment is not null"
        " union all select schema_name, table_name from duckdb_tables() where not internal and comment is not null"
    ).fetchall()
    (database,) = connection.execute("select current_database()").fetchall()[0]
    return Known(str(database), frozenset((str(schema), str(name).lower()) for schema, name in rows))


def check(connection: duckdb.DuckDBPyConnection, sql: str, documented: Known) -> Passed:
    """Return how a statement may run; raises `Refused`, or `duckdb.Error` for what is not SQL."""
    if len(sql) > LONGEST:
        raise Refused("long")
    statements = duckdb.extract_statements(sql)
    if not statements:
        raise Refused("empty")
    if len(statements) > 1:
        raise Refused("one", offset=len(statements[0].query.encode()))
    statement = statements[0]
    names = frozenset(statement.named_parameters)
    passed = Passed(names)
    if statement.type == duckdb.StatementType.SELECT:
        schema = check_tree(connection, sql, documented)
        passed = passed if schema is None else Passed(names, "tables", schema)
    elif statement.type == duckdb.StatementType.EXPLAIN:
        passed = check_explain(connection, sql, documented, names)
    elif statement.type == duckdb.StatementType.MULTI:
        check_words(sql)
    else:
        raise Refused("select", statement.type.name)
    if any(name.isdigit() for name in names):
        raise Refused("parameters")
    return passed


def check_tree(connection: duckdb.DuckDBPyConnection, sql: str, documented: Known) -> str | None:
    """Hold the parse tree of a SELECT to the rules; return the schema SHOW TABLES asks for, None for a SELECT."""
    written = connection.execute("select json_serialize_sql(?)", [sql]).fetchall()[0][0]
    tree = json.loads(written)
    if tree.get("error"):
        raise Refused("select")
    parts = list(dictionaries(tree))
    local = {name for part in parts for name in named_inside(part) if not SYSTEM.fullmatch(name)}
    whole = tree["statements"][0]["node"].get("from_table") or {}
    for part in parts:
        if part is not whole or not lists_tables(part):
            check_part(part, local, documented)
    return listed_schema(whole, documented) if lists_tables(whole) else None


def lists_tables(part: dict[str, Any]) -> bool:
    """Return whether a part of a tree is SHOW TABLES, in any of its spellings."""
    if part.get("type") != "SHOW_REF" or part.get("query"):
        return False
    name = str(part.get("table_name", "")).strip('"').lower()
    return part.get("show_type") == "SHOW_FROM" or (part.get("show_type") == "SHOW_SPECIAL" and name in TABLES)


def listed_schema(part: dict[str, Any], documented: Known) -> str:
    """Return the schema whose tables are asked for, nothing for all; raises `Refused` for one that is closed."""
    schema = str(part.get("schema_name", "")).lower()
    if part.get("catalog_name", "") not in ("", documented.database) or schema not in ("", "main", "open"):
        raise Refused("tables", schema, place(part))
    return schema


def check_explain(connection: duckdb.DuckDBPyConnection, sql: str, documented: Known, names: frozenset[str]) -> Passed:
    """Hold what is explained to the rules: a SELECT that stands by itself, without options before it."""
    words = list(tokens(sql))
    at = next(n for n, (word, _, _) in enumerate(words) if word == "explain") + 1
    way = "analyze" if words[at : at + 1] and words[at][0] == "analyze" else "plan"
    at += way == "analyze"
    start = words[at][2] if at < len(words) else len(sql.encode())
    rest = sql.encode()[start:].decode()
    if not is_select(rest):
        raise Refused("explain", words[at][0].upper() if at < len(words) else "", start)
    try:
        schema = check_tree(connection, rest, documented)
    except Refused as refusal:
        raise Refused(refusal.rule, refusal.word, None if refusal.offset is None else refusal.offset + start) from None
    if schema is not None:
        raise Refused("alone", "SHOW TABLES", start)
    return Passed(names, way, start=start)


def is_select(sql: str) -> bool:
    """Return whether a text by itself is one SELECT."""
    try:
        return [statement.type for statement in duckdb.extract_statements(sql)] == [duckdb.StatementType.SELECT]
    except duckdb.Error:
        return False


def dictionaries(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield every object of a tree, without recursion, as a tree may be deep."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def named_inside(part: dict[str, Any]) -> Iterator[str]:
    """Yield the names a part gives to tables of its own (WITH)."""
    names = part.get("cte_map")
    if isinstance(names, dict):
        yield from (str(entry["key"]).lower() for entry in names.get("map", []))
    for key in ("cte_name", "ctename"):
        if isinstance(part.get(key), str):
            yield part[key].lower()


def check_part(part: dict[str, Any], local: set[str], documented: Known) -> None:
    """Hold one object of a parse tree to the rules; raises `Refused`."""
    kind = part.get("type")
    if isinstance(kind, str) and kind.endswith("_NODE") and kind not in NODES:
        raise Refused("changes", kind.split("_")[0], place(part))
    if kind == "SHOW_REF":
        check_look(part, documented)
    if kind == "BASE_TABLE":
        check_table(part, local, documented)
    if kind == "TABLE_FUNCTION":
        name = str(part["function"].get("function_name", "")).lower()
        if name not in TABLE_FUNCTIONS:
            raise Refused("functions", name, place(part))
    elif "function_name" in part and DENIED.fullmatch(str(part["function_name"]).lower()):
        raise Refused("functions", part["function_name"], place(part))


def check_look(part: dict[str, Any], documented: Known) -> None:
    """Refuse what SHOW tells of the machine; the table or SELECT that is described is a part of its own."""
    if lists_tables(part):
        raise Refused("alone", "SHOW TABLES", place(part))
    name = str(part.get("table_name", "")).lower()
    of_table = part.get("show_type") == "SHOW" and ("main", name) in documented.tables
    if not part.get("query") and not of_table:
        raise Refused("select", "SHOW", place(part))


def check_table(part: dict[str, Any], local: set[str], documented: Known) -> None:
    """Refuse a table that the snapshot does not document; what is misspelt is left for DuckDB to name."""
    schema, name = str(part.get("schema_name", "")).lower(), str(part["table_name"]).lower()
    if part.get("catalog_name", "") not in ("", documented.database):
        raise Refused("tables", part["catalog_name"], place(part))
    if not schema and name in local or (schema or "main", name) in documented.tables:
        return
    if schema in ("", "main", "open") and not SYSTEM.fullmatch(name) and not re.search(r"[./\\:*]", name):
        return
    raise Refused("tables", f"{schema}.{name}".lstrip("."), place(part))


def place(part: dict[str, Any]) -> int | None:
    """Return where a part stands, in bytes; None where the parser does not say."""
    offset = part.get("query_location")
    return offset if isinstance(offset, int) and offset < 2**32 else None


def check_words(sql: str) -> None:
    """Hold a PIVOT to the rules word by word, as the parser has no tree of it."""
    words = list(tokens(sql))
    first = next((word for word, _, _ in words if word != "("), "")
    if look := next(((word, at) for word, kind, at in words if kind == "keyword" and word in LOOKS), None):
        raise Refused("alone", look[0].upper(), look[1])
    if first not in PIVOT_STARTS:
        raise Refused("select", first.upper())
    for (word, kind, offset), (after, _, _) in zip(words, [*words[1:], ("", "", 0)], strict=True):
        if kind == "keyword" and word in CHANGING:
            raise Refused("changes", word.upper(), offset)
        if after == "(" and DENIED.fullmatch(word):
            raise Refused("functions", word, offset)
        if kind == "identifier" and SYSTEM.fullmatch(word):
            raise Refused("tables", word, offset)
        if kind == "string_const" and re.search(r"[./\\:*]", word) and previous_is_table(words, offset):
            raise Refused("tables", word, offset)


def tokens(sql: str) -> Iterator[tuple[str, str, int]]:
    """Yield each word in small letters without quotes, its kind, and where it starts in bytes; no comments."""
    text = sql.encode()
    found = duckdb.tokenize(sql)
    for (start, kind), (end, _) in zip(found, [*found[1:], (len(text), None)], strict=True):
        if kind.name != "comment":
            yield text[start:end].decode(errors="replace").strip().strip('"').lower(), kind.name, start


def previous_is_table(words: list[tuple[str, str, int]], offset: int) -> bool:
    """Return whether what stands before a word makes it a table."""
    before = [word for word, _, start in words if start < offset]
    return bool(before) and before[-1] in ("from", "join", "pivot", ",")
