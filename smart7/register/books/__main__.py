"""The command line of the forms: `manage.py register template UNIT PERIOD --out DIR` and `register check FILE`.

Exit status: 0 done, or it can be handed in; 1 it cannot; 2 arguments that cannot be used.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from smart7 import calendar, queries, store, whole
from smart7.calendar import Period, PeriodKind
from smart7.i18n import LANGS, Lang, Text
from smart7.register.books import check, coloured, form, plain, template
from smart7.register.books.form import NoForm
from smart7.register.books.grid import MOST_BYTES, Unreadable
from smart7.register.books.rules import RULES, fault, filled
from smart7.saying import say
from smart7.words import books as words

EVERY = "all"


def arguments() -> argparse.ArgumentParser:
    """Return what the command line takes."""
    parser = argparse.ArgumentParser(prog="manage.py register", description=words.ABOUT.both(), allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("template", help=words.HELP_TEMPLATE.both())
    making.add_argument("unit", metavar="UNIT", help=words.HELP_UNIT.both())
    making.add_argument("period", metavar="PERIOD", help=words.HELP_PERIOD.both())
    making.add_argument("--out", type=Path, default=Path("forms"), help=words.HELP_OUT.both())
    making.add_argument("--lang", choices=LANGS, default="th")
    making.add_argument("--csv", action="store_true", help=words.HELP_CSV.both())
    checking = commands.add_parser("check", help=words.HELP_CHECK.both())
    checking.add_argument("file", metavar="FILE", type=Path)
    checking.add_argument("--unit", default="", help=words.HELP_UNIT.both())
    checking.add_argument("--period", default="", help=words.HELP_PERIOD.both())
    checking.add_argument("--colour", type=Path, metavar="OUT", help=words.HELP_COLOUR.both())
    checking.add_argument("--lang", choices=LANGS, action="append", help="th, en")
    commands.add_parser("rules", help=words.HELP_RULES.both())
    return parser


def period_of(said: str) -> Period:
    """Return the period a kind and a day within it name, such as `month:2026-09-01`; raises `NoForm`."""
    kind, _, day = said.partition(":")
    try:
        if kind not in get_args(PeriodKind) or kind in ("span", "date"):
            raise ValueError(kind)
        kinds: dict[str, PeriodKind] = {each: each for each in calendar.KINDS}
        return calendar.containing(kinds[kind], calendar.parse_day(day if day.count("-") != 1 else f"{day}-01"))
    except ValueError:
        raise NoForm(filled(words.NO_PERIOD, {"period": said})) from None


def make(snapshot: str, given: argparse.Namespace) -> int:
    """Write the form of a unit, or of every one that owes something for the period."""
    period, lang = period_of(given.period), given.lang
    units = [given.unit]
    if given.unit == EVERY:
        units = [row["unit_id"] for row in queries.records(snapshot, "units/list", lang=lang, sample=False, unit="")]
    made = 0
    for unit in units:
        try:
            asked = form.form(snapshot, unit, period.kind, period.start)
        except NoForm:
            if given.unit != EVERY:
                raise
            continue
        path = (given.out / template.file_name(asked)).with_suffix(".csv" if given.csv else ".xlsx")
        given.out.mkdir(parents=True, exist_ok=True)
        whole.write(path, (plain if given.csv else template).written(asked, lang))
        say(words.WRITTEN.both(file=path))
        made += 1
    return 0 if made else told(words.NOTHING_ASKED, unit=EVERY, period=given.period)


def look(snapshot: str, given: argparse.Namespace) -> int:
    """Check a file and say everything about it; write it again with its faults shown where that is asked for."""
    if not given.file.is_file():
        return told(words.NO_FILE, name=given.file)
    langs: Sequence[Lang] = list(dict.fromkeys(given.lang or LANGS))
    try:
        content = limited(given.file)
        wanted = named(content, given)
        if wanted is None:
            return told(words.NOT_MARKED)
        unit, period = wanted
        found = check.check(snapshot, content, given.file.name, unit, period.kind, period.start)
        for lang in langs:
            say("\n".join(check.report(found, lang)))
        if given.colour:
            whole.write(given.colour, coloured.coloured(content, found))
            print(words.WRITTEN.both(file=given.colour))
    except Unreadable as refusal:
        broken = fault(refusal.rule, **refusal.values)
        for lang in langs:
            print(words.REMARK.format(lang, what=broken.what.get(lang), todo=broken.todo.get(lang)))
        return 1
    return 0 if found.ready else 1


def limited(path: Path) -> bytes:
    """Return a file without reading more of it than may be handed in; raises `Unreadable`."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Unreadable("too_large", size=f"{size / 1e6:,.0f}", most=f"{MOST_BYTES / 1e6:,.0f}")
    return path.read_bytes()


def named(content: bytes, given: argparse.Namespace) -> tuple[str, Period] | None:
    """Return the unit and period that are given, or that the file names itself; None where neither does."""
    if given.unit and given.period:
        return given.unit, period_of(given.period)
    mark = check.marked_for(content)
    if mark is None:
        return None
    unit, kind, start = mark
    return given.unit or unit, period_of(given.period or f"{kind}:{start}")


def told(why: Text, **values: object) -> int:
    """Say why nothing is done and return the exit status for it."""
    print(why.both(**values), file=sys.stderr)
    return 2


def main(line: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    given = arguments().parse_args(line)
    if given.command == "rules":
        for rule in RULES.values():
            print(f"{rule.id}: {rule.title.both()}")
        return 0
    try:
        snapshot = store.open_current()
        return make(snapshot, given) if given.command == "template" else look(snapshot, given)
    except NoForm as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except store.NoSnapshot:
        return told(words.NO_SNAPSHOT)
    except (whole.CannotWrite, OSError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
