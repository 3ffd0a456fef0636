"""Read what somebody sent in a process of its own, which may not take more than its share of the machine."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
NOTHING: Final[Mapping[str, str]] = {}


class TooHeavy(Exception):
    """Raise when a child took more time or memory than it may."""


def answered(module: str, *asked: str, seconds: int, settings: Mapping[str, str] = NOTHING) -> dict[str, Any]:
    """Return what a module answers in one line of JSON; `settings` join its environment.

    Raises `TooHeavy`, and `RuntimeError` where the child failed otherwise, which is a fault of the program.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", module, *asked], cwd=ROOT, capture_output=True, encoding="utf-8",
            errors="replace", timeout=seconds, env=os.environ | {"PYTHONIOENCODING": "utf-8", **settings},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise TooHeavy from None
    if done.returncode < 0:  # ended by the system, or by a library that got no memory
        raise TooHeavy
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def limit(memory_mb: int, written_mb: int) -> None:
    """Let this process end rather than take the machine's memory or disk, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows: the clock remains
        return
    limits = ((resource.RLIMIT_AS, memory_mb * 2**20), (resource.RLIMIT_FSIZE, written_mb * 10**6))
    for what, most in (*limits, (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(what, (most, most))
