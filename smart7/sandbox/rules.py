"""What a statement may be: one SELECT or PIVOT over documented tables, with harmless functions.

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
    "explain", "export", "import", "insert", "install", "into", "load", "merge", "pragma", "prepare", "set",
    "truncate", "update", "use", "vacuum", "describe", "show", "summarize",
})  # fmt: skip
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


def known(connection: duckdb.DuckDBPyConnection) -> Known:
    """Return what a snapshot documents."""
    rows = connection.execute(
        "select schema_name, view_name from duckdb_views() where not internal and comment is not null"
        " union all select schema_name, table_name from duckdb_tables() where not internal and comment is not null"
    ).fetchall()
    (database,) = connection.execute("select current_database()").fetchall()[0]
    return Known(str(database), frozenset((str(schema), str(name).lower()) for schema, name in rows))


def check(connection: duckdb.DuckDBPyConnection, sql: str, documented: Known) -> frozenset[str]:
    """Return the names of a statement's parameters; raises `Refused`, or `duckdb.Error` for what is not SQL."""
    if len(sql) > LONGEST:
        raise Refused("long")
    statements = duckdb.extract_statements(sql)
    if not statements:
        raise Refused("empty")
    if len(statements) > 1:
        raise Refused("one", offset=len(statements[0].query.encode()))
    statement = statements[0]
    if statement.type == duckdb.StatementType.SELECT:
        check_tree(connection, sql, documented)
    elif statement.type == duckdb.StatementType.MULTI:
        check_words(sql)
    else:
        raise Refused("select", statement.type.name)
    names = frozenset(statement.named_parameters)
    if any(name.isdigit() for name in names):
        raise Refused("parameters")
    return names


def check_tree(connection: duckdb.DuckDBPyConnection, sql: str, documented: Known) -> None:
    """Hold the parse tree of a SELECT to the rules."""
    written = connection.execute("select json_serialize_sql(?)", [sql]).fetchall()[0][0]
    tree = json.loads(written)
    if tree.get("error"):
        raise Refused("select")
    parts = list(dictionaries(tree))
    local = {name for part in parts for name in named_inside(part) if not SYSTEM.fullmatch(name)}
    for part in parts:
        check_part(part, local, documented)


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
        raise Refused("select", "SHOW", place(part))
    if kind == "BASE_TABLE":
        check_table(part, local, documented)
    if kind == "TABLE_FUNCTION":
        name = str(part["function"].get("function_name", "")).lower()
        if name not in TABLE_FUNCTIONS:
            raise Refused("functions", name, place(part))
    elif "function_name" in part and DENIED.fullmatch(str(part["function_name"]).lower()):
        raise Refused("functions", part["function_name"], place(part))


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
