"""Read one file in a process of its own, which may not take more than its share, and tell what was read.

Run as `python -m smart7.ingest.official.child FILE RECIPE OUT ASKED`; it prints one line of JSON.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

from smart7.ingest.official import recipe as recipes
from smart7.ingest.official.findings import Faults, Refused
from smart7.ingest.official.reader import Report, write

ROOT: Final = Path(__file__).resolve().parents[3]
MEMORY_MB: Final = 360
WRITTEN_MB: Final = 1000
SECONDS: Final = 120


def read(path: Path, folder: Path, out: Path, asked: dict[str, str]) -> Report:
    """Let a child process read a file by the recipe of a folder; raises `Refused`."""
    places = [str(place.absolute()) for place in (path, folder, out)]
    command = [sys.executable, "-B", "-m", "smart7.ingest.official.child", *places, json.dumps(asked)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=SECONDS)
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise Refused("too_heavy", file=path.name, memory=MEMORY_MB, seconds=SECONDS) from None
    if "refused" in answer:
        raise Refused(answer["refused"], **answer["values"])
    faults = Faults(path.name)
    faults.take_in(answer.pop("faults"))
    left_out, converted = (Counter[str](answer.pop(name)) for name in ("left_out", "converted"))
    return Report(faults, left_out=left_out, converted=converted, **answer)


def limit() -> None:
    """Let this process end rather than take the machine's memory or disk, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows: the clock remains
        return
    memory, written = MEMORY_MB * 2**20, WRITTEN_MB * 10**6
    limits = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, written), (resource.RLIMIT_CORE, 0))
    for what, most in limits:
        resource.setrlimit(what, (most, most))


def main(path: str, folder: str, out: str, asked: str) -> int:
    """Read a file and print what was read, or why nothing was."""
    limit()
    try:
        answer = write(Path(path), recipes.read(Path(folder), json.loads(asked)), Path(out)).as_data()
    except Refused as refusal:
        answer = {"refused": refusal.name, "values": refusal.values}
    except (MemoryError, RecursionError):
        answer = {"refused": "too_heavy", "values": {"file": Path(path).name, "memory": MEMORY_MB, "seconds": SECONDS}}
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
