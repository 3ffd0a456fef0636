"""Write a file whole or not at all, and say in one sentence why a disk does not take it.

What is written lies beside its place under another name until it is on the disk to its last byte; only then does it
take its place, in one step. Whoever looks, or pulls the plug, finds the old file or the new one.
"""

import errno
import logging
import math
import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from smart7.i18n import Lang, Text
from smart7.words import disk as words

LOG: Final = logging.getLogger(__name__)

# Not every system knows every one of them.
NUMBERS: Final = {
    getattr(errno, name): why
    for name, why in {
        "ENOSPC": words.FULL,
        "EDQUOT": words.QUOTA,
        "EFBIG": words.TOO_LARGE,
        "EROFS": words.READ_ONLY,
        "EACCES": words.FORBIDDEN,
        "EPERM": words.FORBIDDEN,
        "EIO": words.FAILED,
    }.items()
    if hasattr(errno, name)
}
# Libraries that write by themselves tell what the system said in their own words.
LIBRARIES: Final = {"_duckdb", "duckdb", "sqlite3", "pyarrow"}
TEXTS: Final = {
    r"no space left|disk is full|not enough space|max_temp_directory_size": words.FULL,
    r"quota exceeded": words.QUOTA,
    r"file too large": words.TOO_LARGE,
    r"read-only file system|readonly database": words.READ_ONLY,
    r"permission denied|access is denied": words.FORBIDDEN,
    r"could not (write|fsync|sync|truncate)|(disk I/O|input/output) error|unable to open database": words.FAILED,
}
ALMOST_NOTHING: Final = 100_000
PART: Final = re.compile(r"\..+\.\d+-\d+\.part")
LEFT_SECONDS: Final = 86_400
"""How long nothing was written to a file that nobody writes any more, whichever machine that was on."""
# Reading fails for these too, so they count only where they are about the folder that is written to.
OF_A_FOLDER: Final = (words.FORBIDDEN, words.GONE)


class CannotWrite(OSError):
    """Raise when a disk does not take what is written; as a text it is one sentence in both languages.

    `said` is the sentence for a page, which names no folder of the machine.
    """

    def __init__(self, why: Text, place: Path, need: int = 0, detail: object = "") -> None:
        free = room(place)

        def sentence(lang: Lang, name: object) -> str:
            needed = words.SOME.format(lang, size=megabytes(need)) if need else words.UNKNOWN.get(lang)
            return words.NOT_WRITTEN.format(
                lang, place=name, why=why.format(lang, detail=detail), need=needed,
                free=words.FREE.format(lang, size=megabytes(free)),
            )  # fmt: skip

        self.why, self.place, self.need, self.detail = why, place, need, detail
        self.said = Text(sentence("th", place.name), sentence("en", place.name))
        super().__init__(f"{sentence('th', place)} / {sentence('en', place)}")

    def __reduce__(self) -> tuple[type["CannotWrite"], tuple[object, ...]]:
        """Return how one that a process raised is made again in another."""
        return type(self), (self.why, self.place, self.need, self.detail)


def megabytes(size: int) -> str:
    """Return a size in megabytes, rounded up so that something is never nothing."""
    return f"{math.ceil(size / 100_000) / 10:,.1f}"


def room(place: Path) -> int:
    """Return how many bytes are free where a path lies, or would lie; 0 where that cannot be told."""
    there = next((folder for folder in (place, *place.absolute().parents) if folder.exists()), Path.cwd())
    try:
        return shutil.disk_usage(there).free
    except OSError:
        return 0


@contextmanager
def told(place: Path, need: int | Callable[[], int] = 0) -> Iterator[None]:
    """Turn whatever a disk refuses into `CannotWrite`: about which place, and how many bytes it takes where known.

    A refusal of a part is said as one of the whole where the whole is known to take more.
    """
    try:
        yield
    except CannotWrite as error:
        wanted = need() if callable(need) else need
        if wanted <= error.need:
            raise
        raise CannotWrite(error.why, place, wanted, error.detail) from error
    except Exception as error:
        why = reason(error, place)
        if why is None:
            raise
        detail = getattr(error, "strerror", None) or str(error).splitlines()[0][:200]
        raise CannotWrite(why, place, need() if callable(need) else need, detail) from error


def reason(error: Exception, place: Path) -> Text | None:
    """Return what a disk refused, None for an error that is about something else."""
    if isinstance(error, OSError):
        why = NUMBERS.get(error.errno or 0)
        if why is None and isinstance(error, FileNotFoundError | NotADirectoryError):
            why = words.GONE
        elsewhere = error.filename is not None and not within(error.filename, place)
        ours = not (why in OF_A_FOLDER and elsewhere)
        return why if ours and (why is not words.GONE or not place.parent.is_dir()) else None
    if type(error).__module__.split(".")[0] not in LIBRARIES:
        return None
    if not place.parent.is_dir():
        return words.GONE
    found = next((why for pattern, why in TEXTS.items() if re.search(pattern, str(error), re.IGNORECASE)), None)
    if found is words.FAILED and not os.access(place.parent, os.W_OK):
        return words.READ_ONLY
    # SQLite calls it a failure when there is no room for its log.
    return words.FULL if found is words.FAILED and room(place) < ALMOST_NOTHING else found


def within(name: object, place: Path) -> bool:
    """Return whether a file name that an error carries is a place, or beside, below or above it."""
    try:
        named = Path(os.fsdecode(name)).absolute()  # type: ignore[arg-type]
    except TypeError:
        return True
    return named.is_relative_to(place.parent.absolute()) or place.absolute().is_relative_to(named)


def write(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all and return its path; raises `CannotWrite` with nothing changed."""
    with draft(path, len(content)) as own:
        own.write_bytes(content)
    return path


@contextmanager
def draft(path: Path, need: int | Callable[[], int] = 0) -> Iterator[Path]:
    """Lend a name to write a file at; it takes its place when that went well, and is gone when not.

    Raises `CannotWrite` with nothing changed.
    """
    own = beside(path)
    with told(path, need):
        try:
            yield own
            put(own, path)
        finally:
            own.unlink(missing_ok=True)


def beside(path: Path) -> Path:
    """Return a name of this thread's own beside a file; what killed processes left at such names there goes first."""
    with suppress(OSError):
        left = [one for one in path.parent.glob(".*.part") if PART.fullmatch(one.name) and one.is_file()]
        sweep(left, LEFT_SECONDS)
    return path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")


@contextmanager
def room_aside() -> Iterator[Path]:
    """Lend an empty folder outside the data, gone at the end; raises `CannotWrite` where the system lends none."""
    place = Path(next(filter(None, map(os.environ.get, ("TMPDIR", "TEMP", "TMP"))), "/tmp")) / "smart7"  # noqa: S108
    with told(place):
        try:
            lent = TemporaryDirectory(prefix="smart7-")
        except FileNotFoundError as error:  # Python's word for it that no place there took a few bytes
            why = words.FULL if room(place) < ALMOST_NOTHING else words.FORBIDDEN
            raise CannotWrite(why, place) from error
    with lent as name:
        yield Path(name)


def put(own: Path, path: Path) -> None:
    """Let a finished file take its place in one step, on the disk to its last byte before and after."""
    flush(own)
    move(own, path)


def move(own: Path, path: Path) -> None:
    """Let what is on the disk to its last byte take its place in one step."""
    own.replace(path)
    settle(path.parent)


def touched(path: Path) -> float:
    """Return when something was touched last, in seconds of the epoch; 0 where somebody has deleted it meanwhile."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def touch(path: Path) -> None:
    """Let something be what was asked for last; where it may not be touched it is kept all the same."""
    with suppress(OSError):
        os.utime(path)


def sweep(found: Iterable[Path], seconds: float) -> None:
    """Delete those of some files and folders to which nothing came for a time: a killed process left them."""
    for path in found:
        if 0 < touched(path) < time.time() - seconds:
            let_go(path)


def let_go(path: Path) -> None:
    """Delete a file or a folder, unless it is gone already or somebody has it open: the next to come tries again."""
    try:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    except OSError as error:
        LOG.warning("%s could not be deleted: %s", path, error)


def settle(folder: Path) -> None:
    """Flush the names in a folder after something has moved there, which a refusal does not undo.

    What moved is whole. What a power cut could bring back then is what was there before, whole as well.
    """
    try:
        flush_folder(folder)
    except OSError:
        LOG.exception("What was moved in %s may not survive a power cut", folder)


def flush(path: Path) -> None:
    """Make sure that a file, or a folder with its files, is on the disk and not only on its way there."""
    for file in path.iterdir() if path.is_dir() else [path]:
        with file.open("rb+") as opened:
            os.fsync(opened.fileno())
    if path.is_dir():
        flush_folder(path)


def flush_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where the system lets a folder be opened."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
