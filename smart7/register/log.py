"""`manage.py audit`: hold the chain of the audit, and write it as a CSV file that no program takes for formulas."""

import argparse
import csv
import io
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from smart7 import whole
from smart7.ledger import audit, book
from smart7.ledger.audit import Acted
from smart7.register import members
from smart7.words import people as words

HEADER: Final = ("entry", "at", "who", "login", "name", "act", "where", "what", "before", "after", "chain")
ESCAPED: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Where a cell begins, or would begin for a program that parts cells at another sign.
BEGINS: Final = re.compile(r"(^|[;,|])([\s\"']*)([=+\-@\uff1d\uff0b\uff0d\uff20])")


def as_csv(entries: Iterable[Acted]) -> Iterator[str]:
    """Yield entries as lines of CSV with a header, each on one line, with login and name of who did it."""
    known = {own.account_id: own for own in members.accounts()}
    yield row(HEADER)
    for one in entries:
        own = known.get(one.who)
        who = (one.who, own.login if own else "", own.name if own else "")
        cells = (one.entry, one.at.isoformat(), *who, one.act, one.where, one.what, one.before, one.after, one.chain)
        yield row(harmless(str(cell)) for cell in cells)


def row(cells: Iterable[str]) -> str:
    """Return one line of CSV, every cell in quotes."""
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue()


def harmless(text: str) -> str:
    """Return a cell that a spreadsheet shows and does not calculate, and in which nothing controls a terminal."""
    seen = text if text.isprintable() else "".join(ESCAPED.get(char, escaped(char)) for char in text)
    return BEGINS.sub(r"\1\2'\3", seen)


def escaped(char: str) -> str:
    """Return a character, or its number where it is one that cannot be seen."""
    return f"\\u{ord(char):04x}" if unicodedata.category(char) in members.UNSEEN else char


def arguments() -> argparse.ArgumentParser:
    """Return what the command line takes."""
    parser = argparse.ArgumentParser(prog="manage.py audit", description=words.HELP_AUDIT.both())
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    verify = commands.add_parser("verify", help=words.HELP_VERIFY.both())
    verify.add_argument("--noted", metavar="NUMBER:CHAIN", default="", help=words.HELP_NOTED.both())
    export = commands.add_parser("export", help=words.HELP_EXPORT.both())
    export.add_argument("file", metavar="FILE.csv", type=Path, help=words.HELP_FILE.both())
    return parser


def main(line: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 where the chain is whole or the file written, else 1 with one sentence."""
    given = arguments().parse_args(line)
    try:
        return verify(given.noted) if given.command == "verify" else export(given.file)
    except (*book.FAULTS, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def verify(noted: str) -> int:
    """Hold the chain, against what was noted of it where given, and print what to note now."""
    fault = audit.verify(noted)
    if fault:
        print(fault, file=sys.stderr)
        return 1
    print(words.HELD.both(head=audit.head()))
    return 0


def export(file: Path) -> int:
    """Write the whole audit, whether its chain holds or not, and note that it was written.

    That is noted before the first line is, so that whatever ends this nobody has a file without a note of it, and the
    file holds its own. Where no file can be begun there is nothing to note.
    """
    with whole.draft(file) as own, own.open("w", encoding="utf-8-sig", newline="") as opened:
        with book.opened(writing=True) as ledger:
            audit.note(ledger, members.CONSOLE.account_id, "audit.export", file.name, where="console")
        opened.writelines(as_csv(audit.every()))
    print(words.EXPORTED.both(file=file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
