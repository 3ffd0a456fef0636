"""The message that goes with the papers of a meeting: drafted in Thai, sent by nobody."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from smart7 import calendar, whole
from smart7.meetings.agenda import Agenda, to_json
from smart7.packs.content import Pack
from smart7.words import packs as words

NAME: Final = "message-th.txt"
MADE_OF: Final = ".made-of"


def draft(pack: Pack, folder: Path, written: Sequence[Path]) -> Path:
    """Write the message beside the files, and what they were made of, so that they are made once."""
    lang = pack.lang
    said = words.MESSAGE.format(
        lang,
        title=pack.title,
        body=pack.agenda.body.get(lang),
        day=calendar.format_date(pack.agenda.day, lang),
        snapshot=pack.snapshot,
        as_of=calendar.format_date(pack.as_of, lang),
        files="\n".join(f"- {path.name}" for path in written if path.suffix not in (".png", ".svg")),
        link=pack.link,
        findings="\n".join(f"{slide.number}. {slide.headline}" for slide in pack.slides),
        sample=words.SAMPLE_ABOUT.get(lang) if pack.is_sample else "",
    )
    path = whole.write(folder / NAME, (said.strip() + "\n").encode())
    whole.write(folder / MADE_OF, made_of(pack.agenda, pack.snapshot).encode())
    return path


def made_of(agenda: Agenda, snapshot: str) -> str:
    """Return what decides the files of a meeting."""
    return f"{agenda.snapshot_id or snapshot}\n{to_json(agenda)}\n"


def is_there(folder: Path, agenda: Agenda, snapshot: str) -> bool:
    """Return whether the files of a meeting were made of the same agenda and snapshot before."""
    note = folder / MADE_OF
    return note.exists() and note.read_text(encoding="utf-8") == made_of(agenda, snapshot)
