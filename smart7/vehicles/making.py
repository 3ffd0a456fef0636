"""Where the folder of a day lies until it takes its place: aside, so that whoever reads finds whole days only."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from smart7 import whole
from smart7.ingest.gtfs.accept import exchanged

MAKING: Final = ".making"  # not below `days`
OLD: Final = "-old"


@contextmanager
def room(feed: Path) -> Iterator[None]:
    """Let days of a feed be made; what a killed process left is gone before, and whatever is left is gone after.

    Call it where nobody else makes days of the feed. Raises `whole.CannotWrite`.
    """
    clear(feed)
    try:
        yield
    finally:
        clear(feed)  # what a disk refused would fill that very disk


def clear(feed: Path) -> None:
    """Put back a day that was on its way out when its process was killed, and delete all else that lies aside.

    Raises `whole.CannotWrite`, with nothing deleted.
    """
    days = feed / "days"
    with whole.told(days):
        for old in (feed / MAKING).glob(f"*{OLD}"):
            home = days / old.name.removesuffix(OLD).rpartition("-")[0]
            if not home.exists():
                old.rename(home)
                whole.settle(days)
    shutil.rmtree(feed / MAKING, ignore_errors=True)


def swap(draft: Path, home: Path) -> None:
    """Let a finished folder, `DAY-PROCESS`, take its place; what lay there is deleted after it, or stays on an error.

    The two change places as one step where the system has one. Where it has none, the old one is away for a moment:
    whoever comes after a process that was killed then puts it back by `clear`.
    """
    home.parent.mkdir(parents=True, exist_ok=True)
    whole.flush(draft)
    old = draft
    if not home.exists():
        draft.rename(home)
    elif not exchanged(draft, home):
        old = draft.with_name(f"{draft.name}{OLD}")
        home.rename(old)
        try:
            draft.rename(home)
        except BaseException:
            old.rename(home)
            raise
    whole.settle(home.parent)
    shutil.rmtree(old, ignore_errors=True)
