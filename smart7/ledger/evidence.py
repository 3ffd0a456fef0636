"""Files handed in as evidence beside figures: kept beside the ledger, named by what is in them, never changed.

A file is written within the transaction that names it, so that nobody fills the disk with what nothing names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from smart7 import store, whole
from smart7.ledger import book, quotas
from smart7.ledger.book import Ledger
from smart7.ledger.handed import Evidence

LARGEST: Final = 10_000_000
"""Bytes that one file may have."""
MOST: Final = 10
"""Files that may be handed in at once."""
MOST_KEPT: Final = 5000
LONGEST_NAME: Final = 120
NAME: Final = re.compile(r"[0-9a-f]{40}\.(pdf|png|jpg|xlsx|docx|csv)")
# What each kind begins with, by the end of a name; text begins with anything.
BEGINS: Final = {
    "pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "xlsx": b"PK\x03\x04", "docx": b"PK\x03\x04",
    "csv": b"",
}  # fmt: skip
ALIKE: Final = {"jpeg": "jpg", "txt": "csv"}
# Programs in a document of Office, which are evidence of nothing.
MACROS: Final = b"vbaProject.bin"


class Full(Exception):
    """Raise when as many files are kept as may be."""


class Unfit(Exception):
    """Raise when a file may not be kept: `why` is 'kind', 'content', 'size', 'empty' or 'many'."""

    def __init__(self, why: str, name: str) -> None:
        super().__init__(f"{why}: {name}")
        self.why, self.name = why, name


def folder() -> Path:
    """Return the folder of the files, in the data folder."""
    return store.data_folder() / "evidence"


def check(files: Sequence[tuple[str, bytes]]) -> None:
    """Raise `Unfit` for the first of the files that may not be kept; nothing is written."""
    for number, (name, content) in enumerate(files):
        kind = kind_of(name)
        faults = {
            "many": number >= MOST,
            "kind": kind not in BEGINS,
            "empty": not content,
            "size": len(content) > LARGEST,
            "content": not is_what_it_says(kind, content),
        }
        if why := next((fault for fault, holds in faults.items() if holds), ""):
            raise Unfit(why, shown(name))


def is_what_it_says(kind: str, content: bytes) -> bool:
    """Return whether a file's first bytes are those of its kind, and it holds no programs."""
    if kind == "csv":
        return b"\0" not in content
    return content.startswith(BEGINS.get(kind, b"")) and not (content[:2] == b"PK" and MACROS in content)


def kind_of(name: str) -> str:
    """Return the kind of a file by the end of its name, '' for none."""
    end = Path(name.replace("\\", "/")).suffix.lower().removeprefix(".")
    return ALIKE.get(end, end)


def shown(name: str) -> str:
    """Return a file's name in one line and without folders, as it may be shown."""
    last = re.split(r"[/\\]", name)[-1]
    return "".join(letter for letter in " ".join(last.split()) if letter.isprintable())[-LONGEST_NAME:]


def named(name: str, content: bytes) -> Evidence:
    """Return a file that was checked as it would be kept; nothing is written."""
    return Evidence(shown(name), f"{sha256(content).hexdigest()[:40]}.{kind_of(name)}", len(content))


def keep(ledger: Ledger, files: Sequence[tuple[str, bytes]], account: str, written: list[Path]) -> list[Evidence]:
    """Keep files of an account that were checked, each once; `written` gets those that were not there.

    Raises `Full`, `quotas.Full`, and `whole.CannotWrite` where the disk refuses.
    """
    home, kept = folder(), [named(name, content) for name, content in files]
    known = known_of(ledger, [one.file for one in kept])
    if unknown := {one.file: one.size for one in kept if one.file not in known}:
        quotas.room(ledger, "evidence", account, sum(unknown.values()))
    fresh = {home / one.file: content for one, (_, content) in zip(kept, files, strict=True)}
    fresh = {path: content for path, content in fresh.items() if not path.exists()}
    if fresh and sum(1 for _ in home.glob("[!.]*")) + len(fresh) > MOST_KEPT:
        raise Full
    for path, content in fresh.items():
        with whole.told(path, len(content)):
            home.mkdir(parents=True, exist_ok=True)
        written.append(path)
        whole.write(path, content)
    return kept


@contextmanager
def or_nothing() -> Iterator[list[Path]]:
    """Give a list for the files that are written; on an error, of a commit too, they are deleted.

    Not so what the ledger names after all: a server may have kept what it could not answer, and somebody else may have
    handed in the same. Where that cannot be asked, they stay.
    """
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        with suppress(*book.FAULTS):
            forget(written)
        raise


def forget(paths: Sequence[Path]) -> None:
    """Delete those of some files that no entry of the ledger names, while nobody else writes any."""
    if not paths:
        return
    with book.opened(writing=True) as ledger:
        known = known_of(ledger, [path.name for path in paths])
        for path in paths:
            if path.name not in known:
                path.unlink(missing_ok=True)


def known_of(ledger: Ledger, files: Iterable[str]) -> set[str]:
    """Return those of some files that an entry of the ledger names."""
    asked = sorted(set(files))
    marks = ", ".join("?" * len(asked)) or "null"
    return {row["file"] for row in ledger.execute(f"select file from evidence where file in ({marks})", asked)}  # noqa: S608


def content_of(file: str) -> bytes | None:
    """Return a kept file by its name, None where there is none."""
    path = folder() / file
    return path.read_bytes() if NAME.fullmatch(file) and path.is_file() else None
