"""The folder of snapshots: a draft at its side, what is put in service whole or not at all, what is let go."""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from smart7 import seal, whole
from smart7.ingest import contents
from smart7.ingest.contents import Contents

LOG: Final = logging.getLogger(__name__)

KEPT: Final = 5
HOUR: Final = 3600
DRAFT: Final = ".building-"
# A build takes no more room than what it leaves, as it keeps no log; the next may leave a little more.
HEIGHT: Final = 1.1
# What the project's own data takes at that height; said where no snapshot is there to go by.
FIRST: Final = 43_000_000
WITHOUT: Final = "-nosample"
# What was known at a day in the past, for whoever asks for that day; never put in service.
KNOWN: Final = "-known"
KNOWN_KEPT: Final = 6


def named(folder: Path) -> str:
    """Return the id that `current` names, '' for none."""
    try:
        return (folder / "current").read_text("utf-8").strip()
    except FileNotFoundError:
        return ""


def built(folder: Path) -> list[Path]:
    """Return the files of the snapshots that are kept, the newest first."""
    found = {path: whole.touched(path) for path in folder.glob("[!.]*.duckdb")}
    return [path for path in sorted(found, key=found.__getitem__, reverse=True) if found[path]]


def newest_sound(folder: Path) -> str | None:
    """Return the snapshot to go on with: the one in service when its seal holds, else the newest whose seal does."""
    paths = [folder / f"{named(folder)}.duckdb", *(path for path in built(folder) if not aside(path))]
    return next((path.stem for path in paths if seal.holds(path)), None)


def aside(path: Path) -> bool:
    """Return whether a snapshot shows a day in the past, by its name."""
    return path.stem.removesuffix(WITHOUT).endswith(KNOWN)


@contextmanager
def drafted(folder: Path, snapshot_id: str) -> Iterator[Path]:
    """Lend a name to write a snapshot at, gone at the end; raises `whole.CannotWrite` for what the disk refuses."""
    draft = folder / f"{DRAFT}{os.getpid()}.duckdb"
    need = FIRST
    with whole.told(folder / f"{snapshot_id}.duckdb", lambda: need):
        folder.mkdir(parents=True, exist_ok=True)
        drop_drafts(folder)
        remove(draft)
        # The largest, as the newest may be one that a full disk has cut.
        need = int(HEIGHT * max((path.stat().st_size for path in built(folder)), default=0)) or FIRST
        try:
            yield draft
        finally:
            need = max(need, sum(path.stat().st_size for path in parts(draft) if path.is_file()))
            remove(draft)


def parts(draft: Path) -> list[Path]:
    """Return what a draft is made of: its file, its log, what did not fit into memory, its seal."""
    return [draft, *(draft.with_name(f"{draft.name}.{end}") for end in ("wal", "tmp")), seal.place(draft)]


def remove(draft: Path) -> None:
    """Delete a draft and all beside it, which a killed build of the same process number may have left."""
    for path in parts(draft):
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)


def put_in_service(draft: Path, folder: Path, snapshot_id: str, held: Contents) -> None:
    """Hold a finished draft to what was counted, then let it take its place, sealed, and move `current`.

    A sound snapshot of the same id stays as it is: it was made from the same sources, and readers have it open.
    """
    contents.read_back(draft, held)
    target = folder / f"{snapshot_id}.duckdb"
    fresh = not target.exists()
    try:
        if not (seal.holds(target) and contents.holds(target, held)):
            take_place(draft, target)
        move_current(folder, snapshot_id)
    except BaseException:
        for path in (target, seal.place(target)) if fresh else ():
            path.unlink(missing_ok=True)
        raise


def keep_aside(draft: Path, folder: Path, snapshot_id: str, held: Contents) -> None:
    """Hold a finished draft to what was counted, then keep it, sealed, and leave in service what is."""
    contents.read_back(draft, held)
    take_place(draft, folder / f"{snapshot_id}.duckdb")


def kept_aside(folder: Path, snapshot_id: str) -> bool:
    """Return whether a snapshot is kept whole; the newest of them is then the one that was asked for last."""
    path = folder / f"{snapshot_id}.duckdb"
    if seal.holds(path) is not True:
        return False
    whole.touch(path)
    return True


def take_place(draft: Path, target: Path) -> None:
    """Let a draft take its place with its seal; whoever looks meanwhile finds no seal, and never a wrong one.

    What is not whole goes first: without its seal somebody might take it for whole.
    """
    seal.write(draft)
    whole.flush(draft)
    if seal.holds(target) is False:
        target.unlink(missing_ok=True)
    seal.place(target).unlink(missing_ok=True)
    whole.move(draft, target)
    whole.move(seal.place(draft), seal.place(target))


def move_current(folder: Path, snapshot_id: str) -> None:
    """Point `current` at a snapshot; a reader sees the old name or the new one, never half of it."""
    whole.write(folder / "current", snapshot_id.encode())


def drop_old(folder: Path) -> None:
    """Delete all but the newest snapshots and those somebody froze, and drafts that a killed build left behind.

    Raises nothing: what is new is in service already, and the next build tries again.
    """
    try:
        for path in old(folder):
            whole.let_go(path)
        for left in folder.glob("[!.]*.seal"):
            if not left.with_suffix(".duckdb").exists():
                whole.let_go(left)
        drop_drafts(folder)
    except OSError:
        LOG.exception("What is old in %s could not be looked for", folder)


def old(folder: Path) -> list[Path]:
    """Return the snapshots nobody needs any more."""
    in_service, every = named(folder), built(folder)
    past = [path for path in every if aside(path)]
    beyond = [*[path for path in every if not aside(path)][KEPT:], *past[KNOWN_KEPT:]]
    return [path for path in beyond if path.stem != in_service and not path.with_suffix(".frozen").exists()]


def drop_drafts(folder: Path) -> None:
    """Delete what builds long dead have left: on a full disk it is their drafts that take the room."""
    whole.sweep([*folder.glob(f"{DRAFT}*"), *folder.glob(".*.part")], HOUR)


def without_sample_now(folder: Path) -> bool:
    """Return whether the snapshot in service was built without sample figures; a rebuild keeps to that."""
    return named(folder / "snapshots").endswith(WITHOUT)
