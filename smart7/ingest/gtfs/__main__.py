"""The command line of feeds: `manage.py gtfs import | list | validate | diff`.

Exit status: 0 accepted or nothing to correct, 1 refused, 2 arguments that cannot be used.
"""

import argparse
import json
import os
import sys
import zipfile
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Final, NoReturn

import duckdb

from smart7 import whole
from smart7.alone import Busy, alone
from smart7.i18n import Text
from smart7.ingest import cells, command
from smart7.ingest.faults import BadInput
from smart7.ingest.gtfs import accept, archive, diff, findings, load, take, validate
from smart7.ingest.gtfs.findings import Finding, Refused
from smart7.ingest.gtfs.validate import ROOT
from smart7.saying import say
from smart7.words import feeds as words

COUNTED: Final = ("routes", "stops", "trips")


def fail(code: int, text: Text, **values: object) -> NoReturn:
    """Say why a command ends, and end it."""
    print(text.both(**values), file=sys.stderr)
    raise SystemExit(code)


def import_feed(given: argparse.Namespace) -> int:
    """Check a zip, say what changes, ask, and put it in service."""
    feed: Path = given.feed
    if not take.may_be_a_name(given.name):
        fail(2, words.BAD_NAME, name=given.name)
    if not feed.is_file():
        fail(2, words.NO_FEED, name=feed)
    if given.look or given.json:
        with whole.room_aside() as folder, whole.told(folder, unpacked(feed)):
            return tell(take.look(feed, given.name, given.data, given.date, folder), given)
    gtfs = given.data / "gtfs"
    try:
        with whole.told(gtfs / given.name, unpacked(feed)), alone(gtfs):
            for name in accept.settle(gtfs):
                say(words.UNDONE.both(name=name))
            try:
                return import_alone(feed, given, accept.new_draft(gtfs))
            finally:
                accept.settle(gtfs)
    except Busy:
        fail(1, words.BUSY)


def unpacked(feed: Path) -> int:
    """Return how many bytes the files of a zip say they take, 0 for what is none."""
    try:
        with zipfile.ZipFile(feed) as archive:
            return sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return 0


def import_alone(feed: Path, given: argparse.Namespace, draft: Path) -> int:
    """Import a zip while no other import can run."""
    say(words.CHECKING.both(file=feed.name))
    report = take.look(feed, given.name, given.data, given.date, draft)
    tell(report, given)
    if report.refused:
        fail(1, words.REFUSED)
    if given.replacing is not None and given.replacing != report.replaces:
        fail(1, words.CHANGED_MEANWHILE, name=given.name)
    if sys.stdin.isatty() and not given.yes and not agreed():
        fail(1, words.LEFT)
    try:
        take.take(draft, feed.name, given.name, given.data, given.date, say)
    except Refused as refusal:
        say(findings.table(refusal.findings))
        fail(1, words.BUILD_REFUSED)
    say(words.ACCEPTED.both(name=given.name))
    return 0


def agreed() -> bool:
    """Ask the person at the terminal."""
    try:
        return input(f"{words.ASK.both()} ").strip().lower() not in ("n", "no")
    except EOFError:
        return False


def tell(report: take.Report, given: argparse.Namespace) -> int:
    """Print a report for people or for a program; return 1 for a feed that cannot be taken in."""
    if given.json:
        say(json.dumps(report.as_data(), ensure_ascii=False))
    else:
        tell_findings(report.findings)
        if not report.refused:
            say(f"\n{words.WHAT_CHANGES.both()}\n{diff.table(report.changes)}\n")
    return int(report.refused)


def tell_findings(found: list[Finding]) -> None:
    """Print what was found and how much of it."""
    counts = {severity: sum(f.severity == severity for f in found) for severity in findings.ORDER}
    say(findings.table(found) if found else words.CLEAN.both())
    say(words.FOUND.both(**counts))


def list_feeds(given: argparse.Namespace) -> int:
    """Print one line for each feed of the data folder."""
    for name in load.feeds(given.data):
        status = words.STATUS[take.about(given.data / "gtfs" / name).get("status", "imported")]
        try:
            told = words.LIST_LINE.both(**counts(given.data / "gtfs" / name))
        except BadInput:
            told = words.UNREADABLE.both()
        say(f"{name}  [{status.both()}]  {told}")
    return 0


def counts(folder: Path) -> dict[str, str]:
    """Return how many routes, stops and trips a feed has; raises `BadInput`."""
    with duckdb.connect() as connection:
        load.prepare(connection)
        load.load_feed(connection, "feed", folder)
        return {name: f"{connection.table(f'gtfs_{name}').shape[0]:,}" for name in COUNTED}


def validate_feed(given: argparse.Namespace) -> int:
    """Print what is found in a feed; return 1 when there is something to correct."""
    with ExitStack() as stack:
        try:
            folder, notes = opened(given.feed, given.data, stack)
        except Refused as refusal:
            tell_findings(refusal.findings)
            return 1
        found = findings.ranked([*notes, *validate.examine(folder, given.date)])
    tell_findings(found)
    return int(findings.has_errors(found))


def diff_feeds(given: argparse.Namespace) -> int:
    """Print how two feeds differ; return 1 when one of them cannot be read."""
    with ExitStack() as stack:
        try:
            before, after = (opened(feed, given.data, stack)[0] for feed in (given.before, given.after))
            changes = diff.compare(before, after, given.data / "catalog" / "places.csv")
        except Refused as refusal:
            tell_findings(refusal.findings)
            return 1
        except BadInput as error:
            tell_findings([findings.of_fault(fault) for fault in error.faults])
            return 1
    say(diff.table(changes))
    return 0


def opened(feed: str, data: Path, stack: ExitStack) -> tuple[Path, list[Finding]]:
    """Return the folder of a feed given by name, folder or zip, unpacked where it must be; raises `Refused`."""
    if feed in load.feeds(data):
        return data / "gtfs" / feed, []
    if Path(feed).is_dir():
        return Path(feed), []
    if not Path(feed).is_file():
        fail(2, words.NO_FEED, name=feed)
    folder = stack.enter_context(whole.room_aside())
    with whole.told(folder, unpacked(Path(feed))):
        return folder, archive.unpack(Path(feed), folder)


def arguments(line: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="manage.py gtfs", description=words.HELP.both(), allow_abbrev=False)
    parser.add_argument(
        "--data", type=Path, default=ROOT / os.environ.get("SMART7_DATA", "data"), help=argparse.SUPPRESS
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    helps = {
        "import": words.HELP_IMPORT,
        "list": words.HELP_LIST,
        "validate": words.HELP_VALIDATE,
        "diff": words.HELP_DIFF,
    }
    made = {
        n: commands.add_parser(n, help=h.both(), description=h.both(), allow_abbrev=False) for n, h in helps.items()
    }
    made["import"].add_argument("feed", type=Path, metavar="FEED.zip")
    made["import"].add_argument("--as", dest="name", required=True, metavar="NAME")
    made["import"].add_argument("--yes", action="store_true", help=words.HELP_YES.both())
    made["import"].add_argument("--look", action="store_true", help=words.HELP_LOOK.both())
    made["import"].add_argument("--json", action="store_true", help=words.HELP_JSON.both())
    made["import"].add_argument("--replacing", metavar="DIGEST", help=words.HELP_REPLACING.both())
    made["validate"].add_argument("feed", metavar="FEED", help=words.HELP_FEED.both())
    for name in ("before", "after"):
        made["diff"].add_argument(name, metavar="FEED", help=words.HELP_FEED.both())
    for name in ("import", "validate"):
        made[name].add_argument(
            "--date", type=cells.day, default=datetime.now().date(), metavar="YYYY-MM-DD", help=words.HELP_DATE.both()
        )
    return parser.parse_args(line)


def main(line: list[str] | None = None) -> int:
    """Run one command; return its exit status."""
    given = arguments(line)
    commands = {"import": import_feed, "list": list_feeds, "validate": validate_feed, "diff": diff_feeds}
    return command.status(lambda: commands[given.command](given))


if __name__ == "__main__":
    command.start(main)
