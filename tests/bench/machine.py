"""The machine that measures: what it is, and waiting until nothing else keeps it busy."""

import os
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("streamlit", "duckdb", "pandas", "altair", "uvicorn")
TIMES = Path("/proc/stat")
IDLE_SHARE = 0.8
PATIENCE, BUDGET = 45.0, 600.0  # seconds to wait before one measurement, and before all of them
WAITS = {"calm": 0, "busy": 0, "seconds": 0.0}


def facts() -> str:
    """Return what the figures are measured on, as a Markdown list."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    said = {
        "cores": os.cpu_count(),
        "memory": memory(),
        "load before": f"{os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else "unknown",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": sys.version.split()[0],
        "packages": packages,
    }
    return "\n".join(f"- {name}: {value}" for name, value in said.items())


def memory() -> str:
    """Return the machine's memory where the system tells it."""
    if not hasattr(os, "sysconf"):
        return "unknown"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def await_calm() -> None:
    """Wait a while for other programs to leave the processors alone, and count how often they did not."""
    began = time.monotonic()
    patience = min(PATIENCE, BUDGET - WAITS["seconds"])
    calm = not TIMES.exists()
    while not calm and time.monotonic() - began < max(1.0, patience):
        calm = idle_share(0.5) >= IDLE_SHARE
    WAITS["seconds"] += time.monotonic() - began
    WAITS["calm" if calm else "busy"] += 1


def idle_share(seconds: float) -> float:
    """Return the share of processor time nobody used over a stretch."""
    before = spent()
    time.sleep(seconds)
    after = spent()
    return (after[0] - before[0]) / max(1, after[1] - before[1])


def spent() -> tuple[int, int]:
    """Return the ticks in which the processors were idle, and all ticks."""
    ticks = [int(word) for word in TIMES.read_text("ascii").split("\n", 1)[0].split()[1:9]]
    return ticks[3] + ticks[4], sum(ticks)


def disturbed() -> str:
    """Return how many measurements had to be made on a busy machine."""
    every = WAITS["calm"] + WAITS["busy"]
    return f"{WAITS['busy']} of {every} measurements began while other programs kept the machine busy"
