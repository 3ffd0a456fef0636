"""How much memory and processor time a server takes, read from the system while something else goes on."""

import contextlib
import os
import subprocess
import time
from pathlib import Path

SYSTEM = Path("/proc")
# Seconds over which a process is watched, and the share of a processor at which it has little to do.
STRETCH, SETTLED = 5.0, 0.1


def resident(pid: int) -> float | None:
    """Return the megabytes a process and those it started hold, shared ones counted for each; None where unknown."""
    return added(pid, "Rss")


def largest(pids: tuple[int, ...]) -> float | None:
    """Return the megabytes that the largest of several processes holds; None where unknown."""
    return max((size for pid in pids if (size := resident(pid)) is not None), default=None)


def added(pid: int, kind: str) -> float | None:
    """Return the megabytes of one kind, `Rss` or `Pss`, over a process and those it started."""
    found = [float(size) for one in family(pid) if (size := of_one(one, kind)) is not None]
    return sum(found) if found else None


def of_one(pid: int, kind: str) -> float | None:
    """Return the megabytes of one kind that one process holds; None when it is gone or the system does not tell."""
    try:
        lines = (SYSTEM / str(pid) / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(f"{kind}:")), None)


def family(pid: int) -> list[int]:
    """Return a process and all it started, theirs included."""
    parents = {}
    for path in SYSTEM.glob("[0-9]*/stat"):
        try:
            # The name of a program, in brackets, may hold anything.
            parents[int(path.parent.name)] = int(path.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def worked(pid: int) -> float:
    """Return the seconds of processor time that a process has used, all that it started, and theirs, ended or not."""
    ticks = 0
    for one in family(pid):
        with contextlib.suppress(OSError):
            fields = (SYSTEM / str(one) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def settle(pids: tuple[int, ...], patience: float = 240.0) -> None:
    """Wait a while until processes have little to do any more: what they get ready after a start is ready."""
    until = time.monotonic() + patience
    busy = 1.0
    while busy > SETTLED and time.monotonic() < until:
        before = sum(map(worked, pids))
        time.sleep(STRETCH)
        busy = (sum(map(worked, pids)) - before) / STRETCH


def while_running(child: subprocess.Popen, pids: tuple[int, ...]) -> list[float]:
    """Return what the largest process of a server held, once a second, until another process ended."""
    found = []
    while child.poll() is None:
        found.append(largest(pids) or 0.0)
        time.sleep(1)
    return found
