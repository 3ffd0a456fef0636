"""Try one change of the catalogue: everything a build would say of it, and nothing is kept.

Run as `python -m smart7.ingest.trial --data DIR FILE`, where FILE holds the change as JSON; prints one line of JSON.
The change is laid over the catalogue with every approved one, published or not, and the whole is read, checked and
built as a snapshot is, in a folder that is gone at the end.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from smart7 import whole
from smart7.edits import Edit
from smart7.ingest import build, edited
from smart7.ingest.faults import BadInput, Fault
from smart7.ingest.made_of import Options
from smart7.ingest.shelf import without_sample_now


def faults(folder: Path, change: Edit) -> list[Fault]:
    """Return every fault that a build with a change would name; raises `whole.CannotWrite`."""
    options = Options(folder, datetime.now().date(), not without_sample_now(folder))
    try:
        changed = edited.read(folder, options.as_of, waiting=True)
        found, figures = build.read(options, [*changed, change])
        with whole.room_aside() as room, whole.told(room / "trial.duckdb"):
            draft = room / "trial.duckdb"
            build.write(draft, "trial", "", options, found, figures, lambda _: None)
    except BadInput as error:
        return error.faults
    return []


def plain(one: Fault, change: Edit) -> dict[str, Any]:
    """Return a fault as plain data; `own` says that it stands in the row of the change."""
    own = one.file.endswith(f"({change.change_id})")
    texts = {"what_th": one.what.th, "what_en": one.what.en, "do_th": one.do.th, "do_en": one.do.en}
    return {"file": one.file.partition(" (")[0], "line": one.line, "column": one.column, "own": own, **texts}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is wrong with a change as JSON, or in a sentence that the disk refuses; return 0."""
    parser = argparse.ArgumentParser(prog="trial")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("file", type=Path)
    given = parser.parse_args(arguments)
    held = json.loads(given.file.read_text("utf-8"))
    change = Edit(**held | {"key": tuple(held["key"])})
    try:
        found = faults(given.data, change)
        answer: dict[str, Any] = {"faults": [plain(one, change) for one in found]}
    except whole.CannotWrite as error:
        answer = {"cannot": {"th": error.said.th, "en": error.said.en}}
    print(json.dumps(answer, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
