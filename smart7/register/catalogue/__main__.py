"""`manage.py catalogue`: the catalogue's files with what was published laid over them, and the list of changes."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from smart7 import edits, whole
from smart7.ledger import book
from smart7.ledger import edits as held
from smart7.register.catalogue import changes, files
from smart7.register.rights import Refused
from smart7.words import edits as words


def main(line: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it is done, 1 with one sentence where it cannot be."""
    parser = argparse.ArgumentParser(prog="manage.py catalogue", description=words.HELP.both())
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    export = commands.add_parser("export", help=words.HELP_EXPORT.both())
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help=words.HELP_OUT.both())
    commands.add_parser("list", help=words.HELP_LIST.both())
    given = parser.parse_args(line)
    try:
        if given.command == "list":
            show()
        else:
            write(given.out)
    except (Refused, *book.FAULTS, OSError) as error:
        print(error.why.both() if isinstance(error, Refused) else error, file=sys.stderr)
        return 1
    return 0


def write(folder: Path) -> None:
    """Write every file that is edited on the page to a folder, and say where a file leads over what was approved."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = files.published()
    for file in edits.KEYS:
        whole.write(folder / file, files.merged(file))
        print(words.WRITTEN.both(file=folder / file))
        for change_id, column in files.sheet(file, changed).overruled:
            print(words.FILE_LEADS.both(file=file, column=column, change=change_id))


def show() -> None:
    """Print every change on a line of its own, the newest first."""
    with book.opened() as ledger:
        for one in held.every(ledger):
            print(f"{one.at:%Y-%m-%d}  {one.state:<9}  {one.author_name}  {changes.told(one.edit)}")


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
