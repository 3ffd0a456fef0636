"""The command line of official files: `manage.py take SOURCE FILE... [--yes]`.

Exit status: 0 read (and written, with `--yes`), 1 refused, 2 arguments that cannot be used.
"""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from smart7 import whole
from smart7.alone import Busy, alone
from smart7.i18n import Text
from smart7.ingest import cells, command
from smart7.ingest.official import accept, recipe, take, tell
from smart7.ingest.official.findings import Refused
from smart7.ingest.official.record import Record
from smart7.office import apart
from smart7.saying import say
from smart7.words import official_said as words


def fail(code: int, text: Text, **values: object) -> NoReturn:
    """Say why the command ends, and end it."""
    print(text.both(**values), file=sys.stderr)
    raise SystemExit(code)


def run(given: argparse.Namespace) -> int:
    """Read the files, say what would change, and write it after a yes."""
    there = recipe.names(given.data)
    if given.source not in there:
        fail(2, words.NO_RECIPE, name=given.source, there=", ".join(there) or "-")
    for path in given.files:
        if not path.is_file():
            fail(2, words.NO_FILE, name=path)
    try:
        with whole.told(given.data / accept.ROOM), alone(given.data / accept.ROOM):
            if accept.settle(given.data):
                say(words.UNDONE.both())
            return look_and_write(given)
    except Busy:
        fail(1, words.BUSY)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1


def look_and_write(given: argparse.Namespace) -> int:
    """Read the files one after another, while no other take can run."""
    found = recipe.read(given.data / "recipes" / given.source)
    record, faults = Record(given.data), 0
    asked = take.Asked(given.order, given.calendar, given.as_of)
    for path in given.files:
        taken = take.look(path, found, record, datetime.now().date(), asked, given.data / accept.ROOM)
        for line in tell.lines(taken, found):
            say(line)
        faults += taken.report.faults.counts.total()
    if faults:
        fail(1, words.NOT_TAKEN, count=f"{faults:,}")
    if not record.changed():
        say(words.NOTHING_NEW.both())
        return 0
    if not given.yes:
        say(words.DRY.both())
        return 0
    try:
        written = take.write(record)
    except take.BuildRefused as refusal:
        print(refusal, file=sys.stderr)
        fail(1, words.BUILD_REFUSED)
    say(words.TAKEN.both(files=", ".join(written)))
    return 0


def arguments(line: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="manage.py take", description=words.HELP.both(), allow_abbrev=False)
    root = apart.ROOT / os.environ.get("SMART7_DATA", "data")
    parser.add_argument("--data", type=Path, default=root, help=argparse.SUPPRESS)
    parser.add_argument("source", metavar="SOURCE", help=words.HELP_SOURCE.both())
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=words.HELP_FILE.both())
    parser.add_argument("--yes", action="store_true", help=words.HELP_YES.both())
    parser.add_argument("--as-of", type=cells.day, metavar="YYYY-MM-DD", help=words.HELP_AS_OF.both())
    parser.add_argument("--order", choices=recipe.CHOICES["order"], default="", help=words.HELP_ORDER.both())
    parser.add_argument("--calendar", choices=recipe.CHOICES["calendar"], default="", help=words.HELP_CALENDAR.both())
    return parser.parse_args(line)


def main(line: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    return command.status(lambda: run(arguments(line)))


if __name__ == "__main__":
    command.start(main)
