"""Walk through folders and zips that somebody has, and hand out what may hold positions, one file at a time.

Nothing is unpacked but one member of a zip at a time, under a name of our own: no name of a zip becomes a path.
"""

import hashlib
import os
import shutil
import stat
import struct
import time
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smart7 import whole
from smart7.ingest.gtfs.archive import LITTER, UNSAFE
from smart7.ingest.official import encoding
from smart7.ingest.official.findings import Refused as Unreadable
from smart7.vehicles.realtime import MOST_BYTES
from smart7.vehicles.refused import Refused

MESSAGES: Final = (".pb", ".bin", ".protobuf", ".dat", "")
TABLES: Final = (".csv", ".txt", ".tsv", ".tab")
MOST_MEMBER: Final = 4_000_000_000
MOST_TIMES: Final = 200
"""How many times smaller than its content a zip may be: messages of one feed repeat themselves some twenty times."""
MOST_LISTED: Final = 20_000_000
"""Bytes of the list of members, which is held in memory some ten times its size: 300,000 members."""
CHUNK: Final = 1 << 20
END: Final = struct.Struct("<4s4H2LH")
END_64: Final = struct.Struct("<4sQ2H2L4Q")


@dataclass(frozen=True, slots=True)
class Item:
    """A file to read: its name for people, its content or where it lies, and when it was read (seconds since 1970)."""

    name: str
    latest: float
    content: bytes | None = None
    path: Path | None = None

    def digest(self) -> str:
        """Return the SHA-256 digest of the content."""
        if self.content is not None:
            return hashlib.sha256(self.content).hexdigest()
        assert self.path is not None
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


Found = Item | tuple[str, Refused]
"""A file to read, or the name of one that is not read and why."""


def walk(paths: Iterable[Path], room: Path) -> Iterator[Found]:
    """Yield what there is in files, folders and zips, by name; a member of a zip lies in `room` until the next one."""
    for path in paths:
        try:
            if path.is_dir():
                yield from walk(below(path), room)
            elif not stat.S_ISREG(path.stat().st_mode):
                yield path.name, Refused("no_file", file=path.name)
            elif starts(path).startswith(b"PK\x03\x04"):
                yield from of_zip(path, room)
            else:
                yield of_file(path, path.name, time.time())
        except Refused as refusal:
            yield path.name, refusal
        except OSError as error:
            if isinstance(error, whole.CannotWrite):
                raise
            yield path.name, Refused("unreadable", file=path.name, why=error.strerror)


def below(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, by name, without what systems put there; links to folders are not followed."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries)
    for name in names:
        path = folder / name
        if not (name.startswith(".") or LITTER.search(name) or (path.is_symlink() and path.is_dir())):
            yield path


def starts(path: Path) -> bytes:
    """Return the first bytes of a file."""
    with path.open("rb") as file:
        return file.read(512)


def of_file(path: Path, name: str, latest: float) -> Item:
    """Return a file as what it is by its content; raises `Refused` for what holds no positions."""
    start, ending = starts(path), Path(name).suffix.lower()
    if not start:
        raise Refused("empty", file=name)
    if is_message(start) or (ending in MESSAGES and not start.startswith(b"PAR1")):
        with path.open("rb") as file:
            return Item(name, latest, content=file.read(MOST_BYTES + 1))
    try:
        kind = encoding.kind(path)
    except Unreadable:
        raise Refused("broken_zip", file=name) from None
    if start.startswith(b"PAR1") or (kind == "csv" and ending in TABLES):
        return Item(name, latest, path=path)
    known = {"html": "web_page", "json": "json", "zip": "zip_in_zip"}
    raise Refused(known.get(kind, "unknown_kind"), file=name, kind=kind)


def is_message(start: bytes) -> bool:
    """Return whether a file begins as a GTFS-realtime message does: a header, and in it a version such as 2.0."""
    return start[:1] == b"\n" and start[2:3] == b"\n" and start[4:7] in (b"1.0", b"2.0")


def of_zip(path: Path, room: Path) -> Iterator[Found]:
    """Yield what there is in a zip; what is told of its members is checked first and counted again while it is read."""
    latest = time.time()
    try:
        require_short_list(path)
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if not (one.is_dir() or LITTER.search(one.orig_filename))]
            check(path.name, members)
            for member in sorted(members, key=lambda one: one.filename):
                name = f"{path.name}/{member.filename}"
                try:
                    yield of_member(archive, member, name, latest, room)
                except Refused as refusal:
                    yield name, refusal
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, RuntimeError):
        raise Refused("broken_zip", file=path.name) from None


def require_short_list(path: Path) -> None:
    """Raise `Refused` for a zip whose list of members alone would fill the memory."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - 65_557))
        tail = file.read()
    at, at_64 = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    listed = END.unpack_from(tail, at)[5] if 0 <= at <= len(tail) - END.size else 0
    if listed == 0xFFFFFFFF and 0 <= at_64 <= len(tail) - END_64.size:
        listed = END_64.unpack_from(tail, at_64)[8]
    if listed > MOST_LISTED:
        raise Refused("too_many_members", file=path.name)


def check(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Raise `Refused` for a zip that is locked, that is a bomb, or whose names mean harm."""
    for member in members:
        if UNSAFE.search(member.orig_filename):
            raise Refused("unsafe_name", file=name, inner=member.orig_filename[:60])
        if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG):
            raise Refused("unsafe_name", file=name, inner=member.filename[:60])
        if member.flag_bits & 1:
            raise Refused("password", file=name)
        if member.file_size > MOST_MEMBER or member.file_size > MOST_TIMES * max(member.compress_size, 5_000):
            raise Refused("bomb", file=name, inner=member.filename[:60])


def of_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, latest: float, room: Path) -> Item:
    """Return a member of a zip: a message from memory, anything else from a file of our own."""
    try:
        with archive.open(member) as source:
            start = source.read(512)
        if member.file_size <= MOST_BYTES and (is_message(start) or Path(name).suffix.lower() in MESSAGES):
            with archive.open(member) as source:
                return Item(name, latest, content=source.read(MOST_BYTES + 1))
        own = room / "member"
        with whole.told(own, member.file_size), archive.open(member) as source, own.open("wb") as target:
            shutil.copyfileobj(source, target, CHUNK)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise Refused("broken_member", file=name) from None
    return of_file(own, name, latest)
