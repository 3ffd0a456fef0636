"""Run one statement over a snapshot and hand out its rows by the page; `python -m smart7.sandbox.child`.

It reads one line of JSON and answers each with one line of JSON, until its input ends or nobody asks for a while.
"""

import json
import os
import sys
import threading
import time
from typing import Any, Final

import duckdb

from smart7.sandbox import plan, rules

RESULT: Final = "temp.smart7_result"
INTO: Final = f"create temp table {RESULT} as\n"
LONGEST_CELL: Final = 1000
"""Letters of one cell, one name of a column or type, one thing that is said of a fault."""
MOST_LETTERS: Final = 4_000_000
"""Letters of the cells of one page: a wide one has shorter texts."""
MOST_COLUMNS: Final = 200
PLAIN: Final = ("BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER",
                "UBIGINT", "FLOAT", "DOUBLE")  # fmt: skip
Answer = dict[str, Any]


def main() -> int:
    """Answer the first line with what became of the statement, and each other line with rows."""
    request = json.loads(sys.stdin.readline())
    connection = connect(request)
    documented = rules.known(connection)
    close_the_room(request["address_mb"])
    watch = watchdog(request["seconds"] + 1)
    answer = attempt(connection, documented, request)
    watch.cancel()
    say(short(answer))
    if "columns" not in answer:
        return 0
    while True:
        watch = watchdog(request["idle"])
        line = sys.stdin.readline()
        watch.cancel()
        if not line:
            return 0
        asked = json.loads(line)
        say(page(connection, answer["columns"], asked["start"], asked["count"]))


def connect(request: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """Open the snapshot read-only, closed to every other file, with settings that no statement can change."""
    return duckdb.connect(
        request["path"],
        read_only=True,
        config={
            "enable_external_access": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "python_enable_replacements": "false",
            "temp_directory": "",
            "memory_limit": f"{request['memory_mb']}MB",
            "threads": str(request["threads"]),
            "max_execution_time": str(int(request["seconds"] * 1000)),
            "errors_as_json": "true",
            "lock_configuration": "true",
        },
    )


def close_the_room(address_mb: int) -> None:
    """Limit what this process may take, and let it write no file, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: memory_limit and the kill at the time limit remain
        return
    space = address_mb * 2**20
    for what, limit in ((resource.RLIMIT_AS, space), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(what, (limit, limit))
    os.nice(5)  # pages go first


def watchdog(seconds: float) -> threading.Timer:
    """End this process in so many seconds, whatever it does then, unless the returned timer is cancelled."""
    timer = threading.Timer(seconds, os._exit, (9,))
    timer.daemon = True
    timer.start()
    return timer


def attempt(connection: duckdb.DuckDBPyConnection, documented: rules.Known, request: dict[str, Any]) -> Answer:
    """Return the columns and the number of rows of a statement, or why there are none."""
    sql, began = request["sql"], time.perf_counter()
    inside: int | None = None
    try:
        passed = rules.check(connection, sql, documented)
        values = {name: value for name, value in request["parameters"].items() if name in passed.names}
        if missing := sorted(passed.names - values.keys()):
            return {"refused": "missing", "word": ", ".join(f"${name}" for name in missing)}
        before, statement = written(passed, sql)
        inside = len(before) - passed.start
        fill(connection, passed, before + statement, values)
        columns = connection.execute(f"describe {RESULT}").fetchall()
        rows = connection.execute(f"select count(*) from {RESULT}").fetchall()[0][0]  # noqa: S608
    except rules.Refused as refusal:
        return {"refused": refusal.rule, "word": refusal.word, **where(sql, refusal.offset)}
    except duckdb.Error as error:
        return misread(connection, error, sql) if inside is None else failed(error, sql, inside)
    except (MemoryError, RecursionError):
        return {"error": "Out of Memory", "message": ""}
    return {
        "columns": [{"name": row[0], "type": row[1]} for row in columns[:MOST_COLUMNS]],
        "left_out": max(0, len(columns) - MOST_COLUMNS),
        "rows": rows,
        "parameters": sorted(passed.names),
        "seconds": round(time.perf_counter() - began, 4),
    }


def short(answer: Answer) -> Answer:
    """Return what is said of a statement with every text in it cut: the server keeps and sends what comes back."""
    texts: Answer = {name: value[:LONGEST_CELL] for name, value in answer.items() if isinstance(value, str)}
    if "columns" in answer:
        texts["columns"] = [{name: text[:LONGEST_CELL] for name, text in one.items()} for one in answer["columns"]]
    return answer | texts


def written(passed: rules.Passed, sql: str) -> tuple[str, str]:
    """Return what is put before a statement, and the statement as it runs then."""
    if passed.way == "tables":
        return INTO, rules.LISTED
    if passed.way == "rows":
        return INTO, sql
    return plan.ANALYZE if passed.way == "analyze" else plan.EXPLAIN, sql.encode()[passed.start :].decode()


def fill(connection: duckdb.DuckDBPyConnection, passed: rules.Passed, sql: str, values: dict[str, Any]) -> None:
    """Run a statement and keep its rows, those of a plan step by step."""
    if passed.way in ("rows", "tables"):
        connection.execute(sql, {"schema": passed.schema} if passed.way == "tables" else values or None)
        return
    analyze = passed.way == "analyze"
    told = connection.execute(sql, values or None).fetchall()[0][1]
    columns = plan.columns(analyze)
    connection.execute(f"create temp table {RESULT} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})")
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"insert into {RESULT} values ({marks})", plan.rows(told, analyze))  # noqa: S608


def failed(error: duckdb.Error, sql: str, inside: int) -> Answer:
    """Return what DuckDB says is wrong, and where; `inside` is how many bytes were put before the statement."""
    kind, _, said = str(error).partition(" Error: ")
    try:
        told = json.loads(said)
    except ValueError:
        told = {"exception_type": kind, "exception_message": said or str(error)}
    offset = int(told["position"]) - inside if str(told.get("position", "")).isdigit() else None
    return {
        "error": told.get("exception_type", kind),
        "about": told.get("error_subtype", ""),
        "word": told.get("name", ""),
        "candidates": told.get("candidates", ""),
        "message": str(told.get("exception_message", "")).split("\n\nPossible solutions")[0],
        **where(sql, offset),
    }


def misread(connection: duckdb.DuckDBPyConnection, error: duckdb.Error, sql: str) -> Answer:
    """Return what the parser says is wrong, and where, which it tells only when it is asked this way."""
    told = json.loads(connection.execute("select json_serialize_sql(?)", [sql]).fetchall()[0][0])
    if "position" not in told:
        return failed(error, sql, 0)
    return {"error": "Parser", "message": told["error_message"], **where(sql, int(told["position"]))}


def where(sql: str, offset: int | None) -> dict[str, int]:
    """Return line and column, both from 1, of an offset in bytes; nothing for none."""
    if offset is None or offset < 0:
        return {}
    before = sql.encode()[:offset].decode(errors="ignore")
    return {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n")}


def page(connection: duckdb.DuckDBPyConnection, columns: list[dict[str, str]], start: int, count: int) -> Answer:
    """Return some rows of the result, days as ISO text, long texts cut."""
    longest = min(LONGEST_CELL, MOST_LETTERS // (len(columns) * max(count, 1)))
    wanted = ", ".join(cell(column["name"], column["type"], longest) for column in columns)
    sql = f"select {wanted} from {RESULT} limit {int(count)} offset {int(start)}"  # noqa: S608
    try:
        return {"page": connection.execute(sql).fetchall()}
    except (duckdb.Error, MemoryError) as error:
        return {"error": "page", "message": str(error)[:500]}


def cell(name: str, kind: str, longest: int) -> str:
    """Return the SQL that reads a column as something JSON can hold, a text up to so many letters."""
    quoted = '"' + name.replace('"', '""') + '"'
    if kind in PLAIN:
        return quoted
    if kind.startswith("DECIMAL"):
        return f"cast({quoted} as double)"
    return f"left(cast({quoted} as varchar), {longest})"


def say(answer: Answer) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
