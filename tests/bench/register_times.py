"""The register under load: many hand in and approve while others read; nothing lost or doubled, nobody waits long.

Officers and approvers go through the page over live lines (`hands.py`), readers are the crowd that opens a page every
ten seconds (`crowd.py`): first alone, which is the quiet figure, then all at once. Nothing is published meanwhile; a
publish afterwards puts all that was approved into service. Servers and clients share the machine's processors.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from smart7 import store
from smart7.ledger import audit, book, handed
from smart7.register import members, rights, steps
from smart7.register.books.form import AMOUNTS, Asked, form
from tests.bench import acts_times, crowd_times, data, machine, server
from tests.bench.crowd import within
from tests.bench.hands import EVERY, Done, Plan
from tests.bench.report import Line

OFFICERS, APPROVERS, READERS, PAUSE = 30, 5, 50, 10.0
SECONDS, QUIET, WARM = 120.0, 60.0, 30.0
HAND_IN, READING = 3.0, 2.0
PASSWORD = "eleven green bicycles"


@dataclass
class Load:
    """What came of a load: what officers and approvers did, what readers found before and meanwhile, what is wrong.

    `wrong` are sentences about the ledger beside what was sent.
    """

    plan: Plan
    done: Done
    quiet: dict[str, Any]
    busy: dict[str, Any]
    wrong: list[str]


def measure() -> Iterator[Line]:
    """Yield the lines of a load, of publishing what was approved, and of the page of a long audit."""
    with ground() as address:
        yield from lines(loaded(address))
        yield published()
        yield from acts_times.lines(address, account("admin", 0, ""), PASSWORD)


@contextmanager
def ground() -> Iterator[server.Address]:
    """Serve the project's own data with an empty ledger; this process reads and writes the same one."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder, before = Path(name), os.environ.get("SMART7_DATA")
        data.project_data(folder)
        os.environ["SMART7_DATA"] = str(folder)
        try:
            with server.over(folder) as address:
                yield address
        finally:
            store.close_all()
            os.environ.pop("SMART7_DATA")
            if before is not None:
                os.environ["SMART7_DATA"] = before


def loaded(address: server.Address, seconds: float = SECONDS, quiet: float = QUIET) -> Load:
    """Let readers in alone, then officers and approvers beside them; return what came of it."""
    plan = planned(seconds)
    read(address, WARM)
    machine.await_calm()
    alone = crowd_times.figures(read(address, quiet))
    command = [sys.executable, "-m", "tests.bench.hands", address, f"--seconds={seconds}"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": store.ROOT}
    reading = begun(address, seconds)
    with subprocess.Popen(command, **pipes) as acting:
        said, _ = acting.communicate(json.dumps(asdict(plan)))
    done = Done(**json.loads(said))
    return Load(plan, done, alone, crowd_times.figures(reading), [*astray(plan, done), *unlike(plan, done)])


def begun(address: str, seconds: float) -> subprocess.Popen[str]:
    """Start readers who open a page every ten seconds."""
    command = [sys.executable, "-m", "tests.bench.crowd", address, f"--visitors={READERS}", f"--seconds={seconds}"]
    more = [f"--seed={time.time_ns() % 1_000_000}", f"--every={PAUSE}"]
    return subprocess.Popen([*command, *more], cwd=store.ROOT, stdout=subprocess.PIPE, text=True)


def read(address: str, seconds: float) -> subprocess.Popen[str]:
    """Let readers in and wait until they have left."""
    child = begun(address, seconds)
    child.wait()
    return child


def planned(seconds: float) -> Plan:
    """Open the accounts and return what each is to do: officers by turns over the units that owe something."""
    due = owing()
    turns = int(seconds // EVERY) + 1
    officers = {}
    for n in range(OFFICERS):
        unit_id, key, asked = due[n % len(due)]
        login = account("officer", n, unit_id)
        officers[login] = [(key, filled(asked, n, turn), f"load {n}-{turn}") for turn in range(turns)]
    return Plan(PASSWORD, officers, [account("approver", n, "") for n in range(APPROVERS)])


def account(role: rights.Role, number: int, unit_id: str) -> str:
    """Open an account and return its login."""
    login = f"load-{role}-{number}"
    members.create(members.CONSOLE, login, f"Load {role} {number}", role, unit_id, PASSWORD)
    return login


def owing() -> list[tuple[str, str, tuple[Asked, ...]]]:
    """Return each unit that owes something, with the newest period of it as a link names it and what is asked."""
    found = []
    for unit_id in rights.units():
        asked = [one for one in steps.asked(unit_id, handed.today()) if one.closed is None]
        if asked:
            period = asked[0].period
            key = f"{period.kind}~{period.start.isoformat()}"
            found.append((unit_id, key, form(store.current_id() or "", unit_id, period.kind, period.start).asked))
    return found


def filled(asked: tuple[Asked, ...], officer: int, turn: int) -> dict[str, str]:
    """Return what an officer types into each field of a period in a turn: other figures each time, near the last."""
    said = {}
    for one in asked:
        if one.by_parts:
            whole = 1000 + 40 * officer + turn
            share = min(1.0, max(0.0, (one.last if one.last is not None else one.scale / 2) / one.scale))
            said |= {f"{one.indicator_id}-numerator": str(round(whole * share)),
                     f"{one.indicator_id}-denominator": str(whole)}  # fmt: skip
        else:
            low = one.low if one.low is not None else 0.0
            high = one.high if one.high is not None else max(low, 1.0) * 1e6
            value = (one.last if one.last is not None else low + 10) + officer + turn
            said[f"{one.indicator_id}-value"] = str(round(min(high, max(low, value)), 3))
    return said


def astray(plan: Plan, done: Done) -> list[str]:
    """Return which hand-ins are lost, there twice or under another number, or were never sent."""
    planned = {note for turns in plan.officers.values() for *_, note in turns}
    kept: dict[str, list[str]] = {}
    with book.opened() as ledger:
        for one in handed.every(ledger):
            kept.setdefault(one.note, []).append(one.submission_id)
    found = [f"handed in as {number}, there is {kept.get(note)}: {note}" for note, number in done.handed.items()
             if kept.get(note) != [number]]  # fmt: skip
    found += [f"there twice: {note}" for note, numbers in kept.items() if len(numbers) > 1 and note not in done.handed]
    return found + [f"never sent: {note}" for note in kept if note not in planned]


def unlike(plan: Plan, done: Done) -> list[str]:
    """Return which hand-ins hold other figures than were typed, which acts are not in the audit once, and approvals."""
    typed = {note: filled for turns in plan.officers.values() for _, filled, note in turns}
    noted = Counter(one.what.partition(" ")[0] for one in audit.every(act="figure.hand_in"))
    found = [broken] if (broken := audit.verify()) else []
    with book.opened() as ledger:
        for note, number in done.handed.items():
            held = {f"{one.indicator_id}-{name}": getattr(one, name) for one in handed.figures(ledger, number)
                    for name in AMOUNTS}  # fmt: skip
            if any(held.get(key) != float(text) for key, text in typed[note].items()):
                found.append(f"other figures: {note}")
            if noted[number] != 1:
                found.append(f"{noted[number]} entries in the audit: {note}")
        for number, times in Counter(done.approved).items():
            there = [state for state, *_ in handed.steps(ledger, number)].count("approved")
            if (times, there) != (1, 1):
                found.append(f"told {times} times, approved {there} times: {number}")
    return found


def lines(load: Load) -> Iterator[Line]:
    """Yield what a load came to."""
    done, seconds = load.done, load.done.seconds
    what = f"{OFFICERS} officers, {APPROVERS} approvers, {READERS} readers"
    wrong = load.wrong
    note = (
        "; ".join(wrong[:5]) or f"{len(done.handed)} handed in, {len(done.approved)} approved, {done.refused} too late"
    )
    yield Line(f"{what}: lost, doubled or other than sent", len(wrong), "", 0, note)
    errors = ", ".join(f"{count} {kind}" for kind, count in done.errors.items())
    yield Line(f"{what}: hand-ins and approvals that failed", sum(done.errors.values()), "", 0, errors)
    for name, told, goal in (("whole", "a hand-in, opened, checked and sent", HAND_IN), ("sent", "sending alone", None),
                             ("checked", "the check alone", None), ("looked", "an approver's page", None),
                             ("approved", "an approval", None)):  # fmt: skip
        times = seconds.get(name, [])
        slowest = f"{len(times)} of them, the slowest {max(times, default=0):.2f} s"
        yield Line(f"{what}: {told}, 95 of 100 within", within(times), "s", goal, slowest)
    quiet, busy = load.quiet["p95"], load.busy["p95"]
    yield Line(f"{READERS} readers alone: 95 of 100 pages within", quiet, "ms", note=f"p50 {load.quiet['p50']:.0f} ms")
    yield Line(f"{what}: readers, 95 of 100 pages within", busy, "ms", note=f"p50 {load.busy['p50']:.0f} ms")
    yield Line(f"{what}: readers beside the quiet figure", busy / quiet, "times", READING)
    kinds = {**load.quiet["errors"], **load.busy["errors"]}
    yield Line(f"{what}: readers' errors", sum(load.busy["errors"].values()), "", 0, str(kinds) if kinds else "")


def published() -> Line:
    """Publish what was approved, as a timer does, and return how much of it is not in service then."""
    command = [sys.executable, "-m", "smart7.register.publish"]
    began = time.perf_counter()
    subprocess.run(command, cwd=store.ROOT, check=True, stdout=subprocess.DEVNULL)
    with book.opened() as ledger:
        left = handed.every(ledger, state="approved")
        there = len(handed.every(ledger, state="published"))
    note = f"{there} published in {time.perf_counter() - began:.1f} s"
    return Line("approved and not in service after a publish", len(left), "", 0, note)
