"""The list of what a backup holds, and whether it still does."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from smart7 import whole
from smart7.backup.refused import Refused
from smart7.i18n import Lang, Text
from smart7.ledger.copies import Held
from smart7.words import backup as words

FORMAT: Final = 1
PROGRAM: Final = "khon-kaen-7-smart"
LIST: Final = "manifest.json"
DIGEST: Final = "manifest.sha256"
DATA: Final = "data"
UNFINISHED: Final = ".part"
BLOCK: Final = 1 << 20
Told = Callable[[int], object]


@dataclass(frozen=True)
class Entry:
    """A file of a backup: its name below `data/`, its size in bytes, the SHA-256 digest of its content."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds, when it was made (UTC), and of which snapshot and ledger."""

    made_at: str
    snapshot: str
    ledger: Held | None
    files: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()
    digest: str = field(default="", compare=False)

    @property
    def size(self) -> int:
        """Return the bytes of all files together."""
        return sum(entry.size for entry in self.files)

    @property
    def rows(self) -> int:
        """Return the number of rows of the ledger, 0 where there is none."""
        return sum(self.ledger.rows.values()) if self.ledger else 0


def write(backup: Path, manifest: Manifest) -> str:
    """Write the list of a backup and its digest, the last of all its files; return the digest."""
    told = {"program": PROGRAM, "format": FORMAT} | {n: v for n, v in asdict(manifest).items() if n != "digest"}
    content = json.dumps(told, ensure_ascii=False, indent=1).encode()
    digest = hashlib.sha256(content).hexdigest()
    whole.write(backup / LIST, content)
    whole.write(backup / DIGEST, f"{digest}  {LIST}\n".encode())
    return digest


def read(backup: Path) -> Manifest:
    """Return the list of a backup; raises `Refused` for what is none, was never finished, or was changed."""
    if backup.name.endswith(UNFINISHED):
        raise Refused(words.UNFINISHED, place=backup)
    try:
        content = (backup / LIST).read_bytes()
    except OSError:
        raise Refused(words.UNFINISHED if looks_like_one(backup) else words.NOT_ONE, place=backup) from None
    digest = hashlib.sha256(content).hexdigest()
    try:
        told = (backup / DIGEST).read_bytes().split()
    except OSError:
        told = []
    if told != [digest.encode(), LIST.encode()]:
        # Of a foreign list nothing is said but that it is one.
        raise damaged(backup, LIST, words.FLIPPED) if looks_like_one(backup) else Refused(words.NOT_ONE, place=backup)
    return parsed(backup, content, digest)


def looks_like_one(backup: Path) -> bool:
    """Return whether a folder has the name and the inside of a backup, whatever became of its list."""
    return re.fullmatch(r"smart7-\d{8}T\d{6}Z", backup.name) is not None and (backup / DATA).is_dir()


def parsed(backup: Path, content: bytes, digest: str) -> Manifest:
    """Return a list from its bytes; raises `Refused` where they are not such a list, or a newer one."""
    try:
        told: dict[str, Any] = json.loads(content)
        if told["program"] != PROGRAM:
            raise ValueError
        if told["format"] > FORMAT:
            raise Refused(words.NEWER, place=backup)
        files = tuple(Entry(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in told["files"])
        if not all(stays_below(entry.name) for entry in files):
            raise ValueError
        ledger = Held(**told["ledger"]) if told["ledger"] else None
        return Manifest(told["made_at"], told["snapshot"], ledger, files, tuple(told["left_out"]), digest)
    except (ValueError, KeyError, TypeError):
        raise Refused(words.NOT_ONE, place=backup) from None


def stays_below(name: str) -> bool:
    """Return whether a name leads to a file below the folder it is looked for in, on every system."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and ".." not in parts and not set(name) & set("\\:\0")


def verify(backup: Path, manifest: Manifest, told: Told = lambda done: None) -> None:
    """Read every file of a backup; raises `Refused` that names the first of those that are not as they were."""
    faults: list[tuple[str, Text]] = []
    done = 0
    for entry in manifest.files:
        fault = wrong(backup / DATA / entry.name, entry)
        faults += [(entry.name, fault)] if fault else []
        done += entry.size
        told(done)
    if faults:
        name, why = faults[0]
        raise damaged(backup, name, why, len(faults) - 1)


def wrong(file: Path, entry: Entry) -> Text | None:
    """Return what is wrong with a file of a backup, None where nothing is."""
    if file.is_symlink() or not file.is_file():
        return words.GONE
    found = file.stat().st_size
    if found != entry.size:
        return filled(words.CUT, found=found, size=entry.size)
    try:
        return None if digest_of(file) == entry.sha256 else words.FLIPPED
    except OSError as error:
        return filled(words.UNREADABLE, why=error.strerror)


def digest_of(file: Path) -> str:
    """Return the SHA-256 digest of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def damaged(backup: Path, name: str, why: Text, more: int = 0) -> Refused:
    """Return what is said of a backup that is not what it was."""
    if more:
        why = Text(words.ALSO.format("th", why=why.th, count=more), words.ALSO.format("en", why=why.en, count=more))
    return Refused(filled(words.DAMAGED, place=backup, name=name, why=why))


def filled(text: Text, **values: object) -> Text:
    """Return a text with its names filled in, each language with its own; whatever fills them stays as it is."""

    def said(lang: Lang) -> str:
        own = {name: value.get(lang) if isinstance(value, Text) else value for name, value in values.items()}
        return text.format(lang, **own).replace("{", "{{").replace("}", "}}")

    return Text(said("th"), said("en"))
