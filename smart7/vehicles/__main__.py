"""The command line of positions: `manage.py vehicles take FEED FILE...`, `measure` and more.

Exit status: 0 done, 1 something was refused (what could be taken is taken), 2 arguments that cannot be used.
"""

import argparse
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from smart7 import fleet
from smart7.alone import Busy
from smart7.engine.faults import EngineFault
from smart7.ingest import cells, command
from smart7.ingest.faults import BadInput
from smart7.office import apart
from smart7.saying import say
from smart7.vehicles import forget, keep, live, said, take
from smart7.vehicles.refused import Refused
from smart7.words import passes as of_passes
from smart7.words import positions as words

WORKERS: Final = 2  # processes that make days at once


def arguments(line: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="manage.py vehicles", description=words.HELP.both(), allow_abbrev=False)
    root = apart.ROOT / os.environ.get("SMART7_DATA", "data")
    parser.set_defaults(data=root)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    made = {
        name: commands.add_parser(name, help=text.both(), description=text.both(), allow_abbrev=False)
        for name, text in (words.HELP_COMMANDS | {"measure": of_passes.HELP}).items()
    }
    for name in ("take", "address"):
        made[name].add_argument("feed", metavar="FEED", help=words.HELP_FEED.both())
    made["take"].add_argument("files", metavar="FILE", nargs="*", type=Path, help=words.HELP_FILE.both())
    made["take"].add_argument("--recipe", metavar="NAME", help=words.HELP_RECIPE.both())
    made["take"].add_argument("--title", metavar="TITLE", help=words.HELP_TITLE.both())
    made["address"].add_argument("url", metavar="URL", help=words.HELP_URL.both())
    for name in ("forget", "measure"):
        made[name].add_argument("feed", metavar="FEED", nargs="?", help=words.HELP_FEED.both())
    made["forget"].add_argument(
        "--before", metavar="YYYY-MM-DD", type=cells.day, required=True, help=words.HELP_BEFORE.both()
    )
    return parser.parse_args(line)


def feed_of(data: Path, feed_id: str) -> fleet.Feed | None:
    """Return a feed as it is kept, None for a new one; raises `Refused` for a file or name that cannot be one."""
    try:
        return fleet.read(data, feed_id)
    except fleet.BadFeed as error:
        raise Refused("bad_feed", file=error) from None
    except ValueError:
        raise Refused("no_gtfs", feed=feed_id, there=", ".join(planned(data)) or "-") from None


def planned(data: Path) -> list[str]:
    """Return the feeds of planned service, by which feeds of positions are named."""
    return sorted(path.name for path in (data / "gtfs").glob("[!.]*") if path.is_dir())


def taken(given: argparse.Namespace) -> int:
    """Take files, or what was watched, into a feed, which is made with the first of them."""
    feed = feed_of(given.data, given.feed)
    if feed is None and given.feed not in planned(given.data):
        raise Refused("no_gtfs", feed=given.feed, there=", ".join(planned(given.data)) or "-")
    changes = {name: value for name in ("recipe", "title") if (value := getattr(given, name)) is not None}
    new = replace(feed or fleet.Feed(given.feed), **changes)
    if not given.files:
        report = take.take_watched(given.data, new)
    else:
        report = take.take(given.data, new, given.files, say_so_far)
    if new != feed:
        fleet.write(given.data, new)
    for line in said.lines(report):
        say(line)
    return 1 if report.faults else 0


def say_so_far(so_far: take.SoFar) -> None:
    """Say how far a long take is."""
    values = {"files": f"{so_far.files:,}", "read": f"{so_far.read:,}", "kept": f"{so_far.kept:,}"}
    say(words.SO_FAR.both(**values))


def listed(given: argparse.Namespace) -> int:
    """Print every feed: its title, days, positions, what was not kept, its recipe and which host is asked."""
    names = fleet.names(given.data)
    if not names:
        print(words.NO_FEEDS.both())
    for name in names:
        feed = feed_of(given.data, name) or fleet.Feed(name)
        held = keep.days(given.data, name)
        rows = sum(take.rows_of(keep.positions(given.data, name, day)) for day in held)
        folder = fleet.folder(given.data, name) / "left_out"
        left = sum(sum(keep.read_left_out(given.data, name, day).values()) for day in keep.dated(folder))
        ends = (held[0].isoformat(), held[-1].isoformat()) if held else ("-", "-")
        values = {"feed": name, "title": feed.title or "-", "days": len(held), "first": ends[0], "last": ends[1],
                  "rows": rows, "left": left, "recipe": feed.recipe or "-",
                  "host": fleet.host(feed.address) or "-"}  # fmt: skip
        for line in said.both(words.LISTED, **values):
            print(line)
    return 0


def forgotten(given: argparse.Namespace) -> int:
    """Delete the positions of closed days; what was made of them stays."""
    before: date = given.before
    for name in [given.feed] if given.feed else fleet.names(given.data):
        if feed_of(given.data, name) is None:
            raise Refused("no_feed", feed=name, there=", ".join(fleet.names(given.data)) or "-")
        gone = forget.forget(given.data, name, before)
        print(f"{name}: {words.FORGOTTEN.both(days=gone, before=before.isoformat())}")
    return 0


def measured(given: argparse.Namespace) -> int:
    """Make passes and sums of the days that are over, of one feed or of all; what is made of them already stays."""
    from smart7.vehicles import days  # no other command has to hold in memory what this one is worked out with

    failed = 0
    for name in [given.feed] if given.feed else fleet.names(given.data):
        if feed_of(given.data, name) is None:
            raise Refused("no_feed", feed=name, there=", ".join(fleet.names(given.data)) or "-")
        try:
            made = days.make(given.data, name, days.closed(given.data, name, datetime.now(UTC)), WORKERS)
        except Busy:
            print(of_passes.BUSY.both(feed=name), file=sys.stderr)
            failed = 1
            continue
        for day in (day for day in made if day.fresh):
            left = sum(rows for _, rows in day.left_out)
            values = {"positions": f"{day.positions:,}", "placed": f"{day.placed:,}", "left": f"{left:,}"}
            print(of_passes.MADE.both(feed=name, day=day.day.isoformat(), **values))
            for reason, rows in day.left_out:
                print("  " + of_passes.REASONS[reason].both() + f": {rows:,}")
        print(of_passes.SAME.both(feed=name, days=sum(not day.fresh for day in made)))
    return failed


def addressed(given: argparse.Namespace) -> int:
    """Let the register set an address, which notes it in the audit: nothing on this side of the house may."""
    program = [sys.executable, "-m", "smart7.register.address", given.feed, given.url]
    return subprocess.call(program, env=os.environ | {"SMART7_DATA": str(given.data)})


def watched(given: argparse.Namespace) -> int:
    """Ask the live addresses until somebody ends it."""
    return live.watch(given.data)


DO = {"take": taken, "list": listed, "address": addressed, "watch": watched, "forget": forgotten, "measure": measured}


def main(line: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    given = arguments(line)

    def work() -> int:
        try:
            return DO[given.command](given)
        except (Refused, EngineFault, BadInput) as refusal:
            print(refusal, file=sys.stderr)
            return 1

    return command.status(work)


if __name__ == "__main__":
    command.start(main)
