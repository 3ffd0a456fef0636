"""Open a workbook in a process of its own, which may not take more than its share; hand out its cells as plain data.

Run as `python -m smart7.register.books.child read FILE` or `colour FILE REMARKS OUT`; it prints one line of JSON.
What it imports knows neither the record nor DuckDB.
"""

import json
import sys
import threading
from pathlib import Path
from typing import Any, Final

from smart7 import whole
from smart7.office import apart
from smart7.register.books import inside, texts
from smart7.register.books.grid import MEMORY_MB, MOST_BYTES, SECONDS, Book, Unreadable, unpacked
from smart7.turn import TURNS

WRITTEN_MB: Final = 60
AT_ONCE: Final = threading.BoundedSemaphore(2)
"""However many hand in at once, no more children than this take their share of memory."""
# The parser of the standard library says when memory ends, and takes nothing from outside; lxml says "unknown error".
PARSER: Final = {"OPENPYXL_LXML": "False"}


def read(content: bytes) -> tuple[Book, str]:
    """Let a child read a file; return its sheets and the encoding of a text that is not UTF-8.

    Raises `Unreadable`, and `whole.CannotWrite` where it cannot be laid out for the child.
    """
    with whole.room_aside() as room:
        path = whole.write(room / "file", limited(content))
        answer = answered("read", str(path))
    return unpacked(answer["book"]), answer["written"]


def colour(content: bytes, remarks: list[dict[str, Any]]) -> bytes:
    """Let a child write a file again with remarks at its cells; return a workbook; raises as `read` does."""
    with whole.room_aside() as room:
        path = whole.write(room / "file", limited(content))
        said, out = whole.write(room / "remarks.json", json.dumps(remarks).encode()), room / "out.xlsx"
        answered("colour", str(path), str(said), str(out))
        return out.read_bytes()


def limited(content: bytes) -> bytes:
    """Return a file that is not too large; raises `Unreadable`."""
    if len(content) > MOST_BYTES:
        raise Unreadable("too_large", size=f"{len(content) / 1e6:,.0f}", most=f"{MOST_BYTES / 1e6:,.0f}")
    return content


def answered(*asked: str) -> dict[str, Any]:
    """Return what a child answers; raises `Unreadable` for a file that it refuses or cannot bear."""
    try:
        with TURNS.let_go(), AT_ONCE:
            answer = apart.answered("smart7.register.books.child", *asked, seconds=SECONDS, settings=PARSER)
    except apart.TooHeavy:
        raise Unreadable("too_heavy", memory=MEMORY_MB, seconds=SECONDS) from None
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"], **answer["values"])
    return answer


def done(what: str, path: Path, *more: Path) -> dict[str, Any]:
    """Do what was asked of a file and return the answer; raises `Unreadable`."""
    from smart7.register.books import opened  # here, so that whoever starts a child does not load what opens a workbook

    if what == "read":
        if inside.kind(path) == "xlsx":
            return {"book": opened.book(path).as_data(), "written": ""}
        text, written = texts.decoded(path.read_bytes())
        found = texts.sheet(text)
        return {"book": Book([found], texts.mark(found)).as_data(), "written": written}
    remarks = json.loads(more[0].read_text("utf-8"))
    if inside.kind(path) == "xlsx":
        opened.coloured(path, remarks, more[1])
    else:
        opened.coloured_text(texts.sheet(texts.decoded(path.read_bytes())[0]), remarks, more[1])
    return {}


def main(what: str, *places: str) -> int:
    """Do what was asked and print the answer, or why there is none."""
    apart.limit(MEMORY_MB, WRITTEN_MB)
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would load it to know its kinds of numbers
    try:
        answer = done(what, *map(Path, places))
    except Unreadable as refusal:
        answer = {"unreadable": refusal.rule, "values": refusal.values}
    except (MemoryError, RecursionError):
        answer = {"unreadable": "too_heavy", "values": {"memory": str(MEMORY_MB), "seconds": str(SECONDS)}}
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
