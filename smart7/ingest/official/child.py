"""Read one file in a process of its own, which may not take more than its share, and tell what was read.

Run as `python -m smart7.ingest.official.child FILE RECIPE OUT ASKED`; it prints one line of JSON.
"""

import errno
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from smart7.ingest.official import recipe as recipes
from smart7.ingest.official.findings import Faults, Refused
from smart7.ingest.official.reader import Report, write
from smart7.office import apart

MEMORY_MB: Final = 360
WRITTEN_MB: Final = 1000
SECONDS: Final = 120


def read(path: Path, folder: Path, out: Path, asked: dict[str, str]) -> Report:
    """Let a child process read a file by the recipe of a folder; raises `Refused`.

    Raises `OSError` for what the system refused the child, such as room for the rows.
    """
    places = [str(place.absolute()) for place in (path, folder, out)]
    try:
        answer = apart.answered("smart7.ingest.official.child", *places, json.dumps(asked), seconds=SECONDS)
    except apart.TooHeavy:
        raise Refused("too_heavy", **limits_of(path.name)) from None
    if "refused" in answer:
        raise Refused(answer["refused"], **answer["values"])
    if "system" in answer:
        number, why, where = answer["system"]
        if where == places[0]:
            raise Refused("unreadable", file=path.name, why=why)
        raise OSError(number, why, where)
    faults = Faults(path.name)
    faults.take_in(answer.pop("faults"))
    left_out, converted = (Counter[str](answer.pop(name)) for name in ("left_out", "converted"))
    return Report(faults, left_out=left_out, converted=converted, **answer)


def limits_of(name: str) -> dict[str, object]:
    """Return what is said of a file that takes more than its share."""
    return {"file": name, "memory": MEMORY_MB, "seconds": SECONDS}


def main(path: str, folder: str, out: str, asked: str) -> int:
    """Read a file and print what was read, or why nothing was."""
    apart.limit(MEMORY_MB, WRITTEN_MB)
    too_heavy = {"refused": "too_heavy", "values": limits_of(Path(path).name)}
    try:
        answer = write(Path(path), recipes.read(Path(folder), json.loads(asked)), Path(out)).as_data()
    except Refused as refusal:
        answer = {"refused": refusal.name, "values": refusal.values}
    except (MemoryError, RecursionError):
        answer = too_heavy
    except OSError as error:
        own = error.errno == errno.EFBIG  # that limit is ours
        answer = too_heavy if own else {"system": [error.errno, error.strerror or str(error), error.filename]}
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
