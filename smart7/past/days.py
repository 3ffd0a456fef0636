"""Which day in the past a link asks for, and the snapshot that shows the site as it stood then."""

import re
import time
from datetime import date
from typing import Final

from smart7 import calendar, reading, store, whole
from smart7.i18n import LANGS, Text
from smart7.words import past as words

HOUR: Final = 3600
NAMED: Final = re.compile(r"\d{8}-")
ISO: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class NoSuchDay(Exception):
    """Raise when a day cannot be looked back on; `why` is a sentence that says what is shown instead."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def day_of(asked: str, now: str) -> date | None:
    """Return the day a link asks for, None for the day of the snapshot in service; raises `NoSuchDay`.

    `now` is the snapshot in service: no day after its own can be looked back on, and none before the first on which
    any published figure was known.
    """
    first, last = reach(now)
    day = written(asked)
    if day is None:
        raise NoSuchDay(said(words.NO_DAY, value=asked[:40], last=last.isoformat()))
    if day > last:
        raise NoSuchDay(said(words.TOO_LATE, day=day, last=last))
    if day < first:
        raise NoSuchDay(said(words.TOO_EARLY, day=day, first=first))
    return None if day == last else day


def reach(now: str) -> tuple[date, date]:
    """Return the first and the last day that can be looked back on."""
    about = reading.about(now)
    return about["first_known"] or about["as_of"], about["as_of"]


def written(asked: str) -> date | None:
    """Return a day as a link writes it, None for anything else."""
    try:
        return date.fromisoformat(asked) if ISO.fullmatch(asked) else None
    except ValueError:
        return None


def snapshot_of(day: date) -> str | None:
    """Return the kept snapshot that shows a day, None where there is none: that of publishing, or one put together."""
    found = store.as_known(day)
    if found is None:
        return published(day)
    used(found)
    return found


def published(day: date) -> str | None:
    """Return the id of the snapshot that was in service at the end of a day, None where none of that day is kept."""
    now = store.current_id() or ""
    mine = [one for one in store.kept() if one.startswith(f"{day:%Y%m%d}-") and one != now]
    return next((one for one in mine if store.bare(one) == store.bare(now) and store.readable(one)), None)


def used(snapshot_id: str) -> None:
    """Let a snapshot of the past be the one that was asked for last, so that it is the last to go; once an hour.

    A folder that cannot be written keeps none of them longer.
    """
    path = store.path_of(snapshot_id)
    if time.time() - whole.touched(path) > HOUR:
        whole.touch(path)


def kept() -> list[date]:
    """Return the days in the past that can be shown at once, the newest first."""
    names = {date.fromisoformat(f"{one[:4]}-{one[4:6]}-{one[6:8]}") for one in store.there() if NAMED.match(one)}
    return sorted((day for day in names if store.as_known(day) or published(day)), reverse=True)


def said(text: Text, **values: object) -> Text:
    """Return a sentence in both languages, days as each language writes them."""
    return text.filled(**{name: as_written(value) for name, value in values.items()})


def as_written(value: object) -> object:
    """Return a day as both languages write it, anything else as it is."""
    return Text(*(calendar.format_date(value, lang) for lang in LANGS)) if isinstance(value, date) else value
