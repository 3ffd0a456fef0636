"""Find out what a file is by its content, and in which encoding a text is written."""

import codecs
import re
import zipfile
from pathlib import Path
from typing import Final

from smart7.ingest.official.findings import Refused
from smart7.office.written import WIDE, looks_thai, wide

CHUNK: Final = 2**20
LOOKED_AT: Final = 4096
STARTS: Final = (
    (b"PK\x03\x04", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"), (b"%PDF", "pdf"), (b"\x1f\x8b", "gzip"),
    (b"Rar!", "rar"), (b"7z\xbc\xaf", "7z"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"{\\rtf", "rtf"),
)  # fmt: skip
NAMES: Final = {"txt": "csv", "tsv": "csv", "tab": "csv", "xlsm": "xlsx", "htm": "html"}
MARKUP: Final = re.compile(rb"\s*<(!doctype|html|table|\?xml|meta|head|body|style)", re.IGNORECASE)


def named(path: Path) -> str:
    """Return what a file's name says that it is."""
    ending = path.suffix.lower().removeprefix(".")
    return NAMES.get(ending, ending)


def kind(path: Path) -> str:
    """Return what a file is by its first bytes: csv, json, xlsx, xls or what else it turns out to be."""
    with path.open("rb") as file:
        start = file.read(LOOKED_AT)
    for mark, found in STARTS:
        if start.startswith(mark):
            return inside(path) if found == "zip" else "xls" if found == "ole" else found
    plain = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if MARKUP.match(plain):
        return "html"
    if plain[:1] in (b"{", b"["):
        return "json"
    return "binary" if b"\0" in start and not wide(start) else "csv"


def inside(path: Path) -> str:
    """Return what a zip holds."""
    try:
        with zipfile.ZipFile(path) as archive:
            held = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise Refused("broken", file=path.name) from None
    if any(name.startswith("xl/") for name in held):
        return "xlsx"
    return "docx" if any(name.startswith("word/") for name in held) else "zip"


def of_text(path: Path) -> str:
    """Return the encoding a text is written in; raises `Refused` where it is none that can be told."""
    with path.open("rb") as file:
        start = file.read(CHUNK)
    if start.startswith(WIDE) or b"\0" in start[:LOOKED_AT]:
        return wide(start[:LOOKED_AT])
    broken = first_broken(path)
    if broken is None:
        return "utf-8-sig"
    if not looks_thai(start) or can_decode(path, "cp874") is not None:
        raise Refused("encoding", file=path.name, line=broken)
    return "cp874"


def first_broken(path: Path) -> int | None:
    """Return the line where a text stops being UTF-8, None where it is to its end."""
    return can_decode(path, "utf-8")


def can_decode(path: Path, encoding: str) -> int | None:
    """Return the line where a text cannot be read in an encoding, None where it can."""
    decoder, line = codecs.getincrementaldecoder(encoding)(), 1
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return line + chunk.count(b"\n", 0, error.start)
            line += chunk.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return line
    return None
