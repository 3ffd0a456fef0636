"""Start a statement in a child process, wait for it, page through its rows, cancel it, end it at the time limit."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from smart7 import store
from smart7.turn import TURNS

MOST_RUNNING: Final = 3
MOST_KEPT: Final = 6
LONGEST_ANSWER: Final = 64 * 2**20
START_SECONDS: Final = 5
PASSED_ON: Final = ("PATH", "SYSTEMROOT", "PYTHONPATH", "LANG", "LC_ALL", "TZ")
_lock = threading.Lock()
_kept: list["Run"] = []


@dataclass(frozen=True, slots=True)
class Limits:
    """What a statement may take: seconds, memory and address space in MB, threads, seconds nobody asks for rows."""

    seconds: float = 10
    memory_mb: int = 512
    address_mb: int = 2048
    threads: int = 2
    idle: float = 600


@dataclass(frozen=True, slots=True)
class Result:
    """The shape of a result: columns with their types, rows, parameters and seconds it took."""

    columns: tuple[tuple[str, str], ...]
    rows: int
    left_out: int
    parameters: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no result: a rule that refused, a limit that was reached, or an error of DuckDB."""

    kind: str  # refused, error, late, memory, cancelled, busy, gone
    rule: str = ""
    word: str = ""
    message: str = ""
    about: str = ""
    candidates: str = ""
    line: int | None = None
    column: int | None = None


class Run:
    """One statement in one child process. The result stays there; only pages of it come here."""

    def __init__(
        self, snapshot_id: str, sql: str, parameters: Mapping[str, object], limits: Limits | None = None
    ) -> None:
        """Start the statement; `outcome` is None while it runs. Raises `store.NoSnapshot`."""
        self.limits = limits or Limits()
        self.outcome: Result | Problem | None = None
        self._child: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()
        self._answered = threading.Event()
        self._asking = threading.Lock()
        self._ended_by = ""
        path = store.path_of(snapshot_id)
        if not path.exists():
            raise store.NoSnapshot
        if not make_room(self):
            self.outcome = Problem("busy")
            return
        self._start({"path": str(path), "sql": sql, "parameters": dict(parameters), **asdict(self.limits)})

    def _start(self, request: dict[str, Any]) -> None:
        """Start the child, hand it its request, and set the clock that ends it."""
        self._child = subprocess.Popen(
            [sys.executable, "-B", "-m", "smart7.sandbox.child"], cwd=store.ROOT, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        )  # fmt: skip
        self._clock = threading.Timer(self.limits.seconds + START_SECONDS, self._end, ("late",))
        self._clock.daemon = True
        self._clock.start()
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask(request)

    def _listen(self) -> None:
        """Hand on each line of the child; an empty one when it has ended."""
        assert self._child is not None and self._child.stdout is not None
        while line := self._child.stdout.readline(LONGEST_ANSWER):
            if len(line) == LONGEST_ANSWER:  # no answer of ours: whatever is behind it is not read
                self._end("memory")
                break
            self._answer(line)
        self._child.wait()
        self._answer("")

    def _answer(self, line: str) -> None:
        """Keep one line for whoever asks for it; the first one ends the race against the clock."""
        self._clock.cancel()
        self._answers.put(line)
        self._answered.set()

    def _ask(self, question: dict[str, Any]) -> None:
        """Write one line to the child; one that has ended is noticed when its answer is read."""
        assert self._child is not None and self._child.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            self._child.stdin.write(json.dumps(question) + "\n")
            self._child.stdin.flush()

    def wait(self, seconds: float) -> bool:
        """Wait so long for the statement to end; return whether it has."""
        with TURNS.let_go(), self._asking:
            if self.outcome is None:
                with contextlib.suppress(queue.Empty):
                    self.outcome = self._read(self._answers.get(timeout=seconds))
        return self.outcome is not None

    def _read(self, line: str) -> Result | Problem:
        """Return what became of the statement from the child's first answer."""
        try:
            answer = json.loads(line)
        except ValueError:
            # Nothing or half a line: it was ended from here, by itself at its time limit, or by the system.
            code = self._child.wait() if self._child else 0
            return Problem(self._ended_by or ("late" if code == 9 else "memory"))
        if "columns" in answer:
            columns = tuple((column["name"], column["type"]) for column in answer["columns"])
            return Result(columns, answer["rows"], answer["left_out"], tuple(answer["parameters"]), answer["seconds"])
        return problem(answer)

    def page(self, start: int, count: int) -> list[list[Any]] | None:
        """Return some rows of the result; None when it has been let go of."""
        with self._asking:
            if self._child is None or self._child.poll() is not None:
                return None
            self._ask({"start": start, "count": count})
            try:
                rows: list[list[Any]] | None = json.loads(self._answers.get(timeout=self.limits.seconds)).get("page")
            except (queue.Empty, ValueError):
                self._end("gone")
                return None
        return rows

    def cancel(self) -> None:
        """End the statement, whatever it does."""
        self._end("cancelled")

    def close(self) -> None:
        """Let go of the result."""
        self._end("gone")

    @property
    def alive(self) -> bool:
        """Return whether the child is there."""
        return self._child is not None and self._child.poll() is None

    @property
    def running(self) -> bool:
        """Return whether the statement has not ended, whoever has asked since."""
        return self.alive and not self._answered.is_set()

    def _end(self, why: str) -> None:
        """Kill the child and remember why."""
        if self._child is not None and self._child.poll() is None:
            self._ended_by = self._ended_by or why
            self._child.kill()


def make_room(newcomer: Run) -> bool:
    """Take a run in, letting go of the oldest result where too many are kept; False when too many are running."""
    with _lock:
        _kept[:] = [run for run in _kept if run.alive]
        done = [run for run in _kept if not run.running]
        if len(_kept) - len(done) >= MOST_RUNNING:
            return False
        for oldest in done[: max(0, len(_kept) + 1 - MOST_KEPT)]:
            oldest.close()
        _kept.append(newcomer)
        return True


def close_all() -> None:
    """End every child, as a test does; those of a server that stops find nobody to answer and end by themselves."""
    with _lock:
        while _kept:
            _kept.pop().close()


def environment() -> dict[str, str]:
    """Return the little of this process's environment that a child needs; nothing else is there to be read."""
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return passed | {"PYTHONIOENCODING": "utf-8", "MALLOC_ARENA_MAX": "2"}


def problem(answer: dict[str, Any]) -> Problem:
    """Return a problem from the child's answer."""
    place = {"line": answer.get("line"), "column": answer.get("column"), "word": answer.get("word", "")}
    if "refused" in answer:
        return Problem("refused", rule=answer["refused"], **place)
    kind = {"Out of Memory": "memory", "INTERRUPT": "late"}.get(answer["error"])
    if kind:
        return Problem(kind)
    if answer["error"] == "Permission":
        return Problem("refused", rule="files", message=answer["message"], **place)
    told = {name: answer.get(name, "") for name in ("message", "about", "candidates")}
    return Problem("error", rule=answer["error"], **told, **place)
