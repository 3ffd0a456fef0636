"""The site as `manage.py run` serves it, noting how long each run of a page takes and how many queries it asks.

Started by `server.site`; `GET /bench/runs` hands over what was noted since it was last asked.
"""

import json
import os
import threading
from time import perf_counter

from starlette.responses import Response
from streamlit.runtime.scriptrunner import script_runner

import app as entry
from smart7 import ahead, kept, store

RUNS: list[dict[str, float]] = []
LOCAL = threading.local()
execute, answered = script_runner.exec_func_with_error_handling, store.answered


def noting_runs(*given, **named):
    """Run a page and note its time and queries; each run has a thread of its own."""
    LOCAL.queries = 0
    began = perf_counter()
    try:
        return execute(*given, **named)
    finally:
        RUNS.append({"ms": (perf_counter() - began) * 1000, "queries": LOCAL.queries})


def counting_queries(*given, **named):
    """Ask a query and count it for the run that asks."""
    LOCAL.queries = getattr(LOCAL, "queries", 0) + 1
    return answered(*given, **named)


async def app(scope, receive, send) -> None:
    """Answer the one question of the benchmark and leave everything else to the site."""
    if scope["type"] != "http" or not scope["path"].startswith("/bench/"):
        await entry.app(scope, receive, send)
        return
    if scope["path"] == "/bench/forget":
        kept.forget()
    noted = RUNS[:]
    RUNS.clear()
    await Response(json.dumps(noted), media_type="application/json")(scope, receive, send)


script_runner.exec_func_with_error_handling = noting_runs
store.answered = counting_queries
if os.environ.get("BENCH_STARTS") == "cold":
    ahead.Ahead.start = ahead.Ahead.stop = lambda _: None
