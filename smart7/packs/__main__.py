"""`manage.py pack AGENDA --out DIR`: the files of one agenda; `pack --due`: those of every meeting that is near."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Final

from smart7 import store, whole
from smart7.i18n import LANGS, Lang, Text, parse_lang
from smart7.ledger import meetings
from smart7.meetings import ready
from smart7.meetings.agenda import Agenda, Refused, from_json
from smart7.packs import aside, content, files, message
from smart7.packs.report import setting
from smart7.packs.slides import master
from smart7.saying import say
from smart7.words import packs as words

AHEAD: Final = 7
TEMPLATE: Final = "template.pptx"


class Fault(Exception):
    """Raise for what the person at the terminal can act on: one sentence in both languages."""

    def __init__(self, why: Text, **values: object) -> None:
        super().__init__(why.both(**values))


def arguments() -> argparse.ArgumentParser:
    """Return what the command line takes."""
    parser = argparse.ArgumentParser(prog="manage.py pack", description=__doc__)
    parser.add_argument("agenda", nargs="?", help="a ready-made agenda or the id of a saved one")
    parser.add_argument("--out", type=Path, default=Path("packs"), help="the folder to write to (packs)")
    parser.add_argument("--lang", choices=LANGS, action="append", help="th, en; both when it is not given")
    parser.add_argument(
        "--only", choices=files.KINDS, action="append", help="one kind of file; all but the pictures when not given"
    )
    parser.add_argument("--template", type=Path, help="a .pptx or .potx of your own, for its master")
    parser.add_argument("--snapshot", default="", help="a snapshot; the one in service when it is not given")
    hidden = os.environ.get("SMART7_SAMPLE") == "hide"
    parser.add_argument("--no-sample", action="store_true", default=hidden, help="leave the sample figures out")
    parser.add_argument("--due", action="store_true", help="build every saved meeting whose day is near")
    parser.add_argument("--days", type=int, default=AHEAD, help=f"how near, in days ({AHEAD})")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="the day to count from (today)")
    return parser


def find(name: str, snapshot: str) -> Agenda:
    """Return a saved agenda, else a ready-made one; raises `Fault` naming what there is."""
    held = meetings.get(name)
    if held is not None:
        return from_json(held.agenda)
    found = ready.agenda(name, snapshot)
    if found is None:
        names = [*(meeting.meeting_id for meeting in meetings.every()), *ready.ids()]
        raise Fault(words.UNKNOWN, name=name, names=", ".join(names))
    return found


def make(agenda: Agenda, given: argparse.Namespace, snapshot: str, langs: Sequence[Lang]) -> list[Path]:
    """Write the files of an agenda, all of them or none, saying how far it is; raises `whole.CannotWrite`."""
    with whole.told(given.out), aside.room(given.out, aside.PACK) as folder:
        written = [path for lang in langs for path in drafts(agenda, given, snapshot, lang, folder)]
        return aside.put_in_place(written, given.out)


def drafts(agenda: Agenda, given: argparse.Namespace, snapshot: str, lang: Lang, folder: Path) -> Iterator[Path]:
    """Write the files of an agenda in one language into a folder and yield each."""
    made = content.pack(agenda, snapshot, lang, sample=not given.no_sample)
    say(words.BUILDING.both(name=agenda.agenda_id, lang=lang, snapshot=made.snapshot))
    began = perf_counter()
    for path in files.write(made, folder, given.only or files.DOCUMENTS, template(given), progress):
        size, seconds = -(-path.stat().st_size // 1000), f"{perf_counter() - began:.1f}"
        say(words.WRITTEN.both(file=given.out / path.name, size=size, seconds=seconds))
        began = perf_counter()
        yield path


def template(given: argparse.Namespace) -> Path | None:
    """Return the template to use: the one named, else the one in the data folder, else none."""
    own = store.data_folder() / TEMPLATE
    return given.template or (own if own.exists() else None)


def progress(number: int, total: int) -> None:
    """Say how far a file is."""
    if number == total or number % 5 == 0:
        say(words.PROGRESS.both(number=number, total=total))


def due(given: argparse.Namespace, snapshot: str, langs: Sequence[Lang]) -> int:
    """Build what the saved meetings' days ask for, each with a message to send; 1 when one could not be made."""
    today = given.today or date.today()
    near = [m for m in meetings.every() if today <= date.fromisoformat(m.day) <= today + timedelta(days=given.days)]
    if not near:
        print(words.NOTHING_DUE.both(days=given.days))
    failed = 0
    for meeting in sorted(near, key=lambda m: (m.day, m.meeting_id)):
        folder = given.out / f"{meeting.day}-{meeting.meeting_id}"
        try:
            agenda = from_json(meeting.agenda)
            if message.is_there(folder, agenda, snapshot):
                print(words.ALREADY.both(name=meeting.meeting_id, day=meeting.day))
                continue
            say(words.DUE.both(name=meeting.meeting_id, day=meeting.day))
            own = argparse.Namespace(**{**vars(given), "out": folder})
            written = make(agenda, own, snapshot, langs)
            path = message.draft(content.pack(agenda, snapshot, "th", sample=not given.no_sample), folder, written)
            print(words.DRAFTED.both(file=path))
        except (Fault, Refused, store.NoSnapshot, OSError) as error:
            failed = 1
            print(words.FAILED.both(name=meeting.meeting_id, why=error), file=sys.stderr)
    return failed


def main(line: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it is done, else one sentence: 1 where the disk refuses, 2 for the rest."""
    parser = arguments()
    given = parser.parse_args(line)
    if given.due == bool(given.agenda):
        parser.error("AGENDA or --due")
    langs = [parse_lang(lang) for lang in dict.fromkeys(given.lang or LANGS)]
    try:
        snapshot = given.snapshot or store.open_current()
        with files.beside(given.only or files.DOCUMENTS):
            if given.due:
                return due(given, snapshot, langs)
            make(find(given.agenda, snapshot), given, snapshot, langs)
    except master.BadTemplate as error:
        return told(words.BAD_TEMPLATE.both(file=error))
    except setting.NoFont:
        return told(words.NO_FONT.both())
    except store.NoSnapshot as error:
        return told(words.NO_SNAPSHOT.both(snapshot=error))
    except whole.CannotWrite as error:
        return told(str(error), status=1)
    except (Fault, Refused, OSError) as error:
        return told(str(error))
    return 0


def told(said: str, status: int = 2) -> int:
    """Say what is wrong and return the exit status for it."""
    print(said, file=sys.stderr)
    return status


if __name__ == "__main__":
    with suppress(OSError, AttributeError):
        os.nice(5)  # visitors come first
    sys.exit(main())
