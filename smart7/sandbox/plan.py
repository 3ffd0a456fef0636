"""Say how DuckDB would run a SELECT, or how it ran: its plan as rows, one step each, what is done last on top."""

import json
from typing import Any, Final

EXPLAIN: Final = "explain (format json) "
ANALYZE: Final = "explain (analyze, format json) "
COLUMNS: Final = {"step": "INTEGER", "operator": "VARCHAR", "about": "VARCHAR", "expected_rows": "BIGINT"}
MEASURED: Final = {"rows": "BIGINT", "seconds": "DOUBLE"}
# DuckDB's own steps round a statement whose plan is asked for.
AROUND: Final = ("RESULT_COLLECTOR", "EXPLAIN_ANALYZE")
MOST_STEPS: Final = 5000
Row = tuple[Any, ...]


def columns(analyze: bool) -> dict[str, str]:
    """Return name and type of each column of a plan; only one that was run has what was measured."""
    return COLUMNS | (MEASURED if analyze else {})


def rows(written: str, analyze: bool) -> list[Row]:
    """Return the steps of a plan written as JSON; a step stands under the one it hands its rows to, set in."""
    told = json.loads(written)
    waiting = [(0, step) for step in reversed(told["operator"] if analyze else told)]
    found: list[Row] = []
    while waiting and len(found) < MOST_STEPS:
        depth, step = waiting.pop()
        name = str(step.get("type" if analyze else "name", ""))
        around = name in AROUND
        if not around:
            measured = (step.get("intermediate_rows"), step.get("timing")) if analyze else ()
            found.append((len(found) + 1, "  " * depth + name.replace("_", " ").strip(), *told_of(step), *measured))
        inner = depth if around else depth + 1
        waiting += [(inner, child) for child in reversed(step.get("children", []))]
    return found


def told_of(step: dict[str, Any]) -> tuple[str, int | None]:
    """Return what a step does, in DuckDB's words, and how many rows DuckDB expects of it."""
    about = dict(step.get("extra_info", {}))
    expected = str(about.pop("Estimated Cardinality", ""))
    told = "; ".join(f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
                     for key, value in about.items())  # fmt: skip
    return told, int(expected) if expected.isdigit() else None
