"""Look into a file before anything reads it: what it is by its content, and what must not be in it."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from smart7.office.written import wide
from smart7.register.books.grid import MOST_ROWS, Unreadable

MOST_UNPACKED: Final = 40 * 10**6
MOST_MEMBERS: Final = 400
MOST_MERGED: Final = 20_000  # cells; each is made one by one when a workbook is opened
CHUNK: Final = 2**18
LOOKED_AT: Final = 4096
STARTS: Final = (
    (b"PK\x03\x04", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"), (b"%PDF", "PDF"), (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"), (b"MZ", "EXE"), (b"\x7fELF", "ELF"),
)  # fmt: skip
MACROS: Final = re.compile(r"vbaProject|xl/macrosheets/|\.bin$", re.IGNORECASE)
OUTSIDE: Final = re.compile(
    r"xl/(externalLinks|embeddings|connections\.xml|queryTables|ddeLinks|activeX|ctrlProps)", re.IGNORECASE
)
PRINTER: Final = re.compile(r"xl/printerSettings/", re.IGNORECASE)
SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
LEADING_OUT: Final = re.compile(r"^[/\\]|(^|[/\\])\.\.([/\\]|$)|^[A-Za-z]:|\0")
ROW: Final = re.compile(rb"<(?:\w+:)?row\b")
MERGED: Final = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']\$?([A-Za-z]{1,3})\$?(\d+):\$?([A-Za-z]{1,3})\$?(\d+)"
)
DECLARES: Final = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
MARKUP: Final = re.compile(rb"\s*<(!doctype|html|table|\?xml|meta|head|body|style|script)", re.IGNORECASE)


def kind(path: Path) -> str:
    """Return whether a file is `xlsx` or `csv`; raises `Unreadable` for everything else, whatever it is called."""
    with path.open("rb") as file:
        start = file.read(LOOKED_AT)
    if not start.strip(b"\0 \r\n\t"):
        raise Unreadable("empty")
    for mark, found in STARTS:
        if start.startswith(mark):
            if found == "zip":
                return workbook(path)
            locked = found == "xls" and "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
            raise Unreadable("password") if locked else Unreadable("other_kind", found=found)
    if MARKUP.match(start.removeprefix(b"\xef\xbb\xbf")):
        raise Unreadable("other_kind", found="HTML")
    if b"\0" in start and not wide(start):
        raise Unreadable("other_kind", found="binary")
    return "csv"


def workbook(path: Path) -> str:
    """Return `xlsx` for a workbook that holds nothing it must not; raises `Unreadable`."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            refuse_names(members)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    refuse_content(archive, member)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Unreadable("broken") from None
    return "xlsx"


def refuse_names(members: list[zipfile.ZipInfo]) -> None:
    """Raise `Unreadable` for what the list of contents gives away already."""
    names = [member.filename for member in members]
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("password")
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise Unreadable("broken")
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Unreadable("bomb")
    if odd := next((name for name in names if LEADING_OUT.search(name)), None):
        raise Unreadable("unsafe", part=odd)
    if len({name.lower() for name in names}) < len(names):
        raise Unreadable("unsafe", part="2 x")
    if any(MACROS.search(name) for name in names if not PRINTER.match(name)):
        raise Unreadable("macros")
    if any(OUTSIDE.search(name) for name in names):
        raise Unreadable("outside")
    if not any(SHEET.fullmatch(name) for name in names):
        raise Unreadable("other_kind", found=kind_within(names))


def kind_within(names: list[str]) -> str:
    """Return what an archive without a sheet of Excel is, by its list of contents."""
    if "mimetype" in names and "content.xml" in names:
        return "ODS"
    return "docx" if any(name.startswith("word/") for name in names) else "zip"


def refuse_content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Raise `Unreadable` for a part that declares entities, is longer than it says, or has more rows than any form."""
    rows, sheet = 0, SHEET.fullmatch(member.filename)
    for number, chunk in enumerate(chunks(archive, member)):
        if (number == 0 and wide(chunk[:LOOKED_AT])) or DECLARES.search(chunk):
            raise Unreadable("unsafe", part=f"{Path(member.filename).name}: DOCTYPE")
        if sheet and sum(map(cells_of, MERGED.findall(chunk))) > MOST_MERGED:
            raise Unreadable("bomb")
        rows += len(ROW.findall(chunk)) if sheet else 0
        if rows > MOST_ROWS:
            raise Unreadable("too_long", most=f"{MOST_ROWS:,}")


def cells_of(span: tuple[bytes, bytes, bytes, bytes]) -> int:
    """Return how many cells a merged range has."""
    left, top, right, bottom = span
    return (1 + abs(column(right) - column(left))) * (1 + abs(int(bottom[:9]) - int(top[:9])))


def column(letters: bytes) -> int:
    """Return the number of a column by its letters."""
    found = 0
    for letter in letters.upper():
        found = 26 * found + letter - 64
    return found


def chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part in pieces that end with a tag; more than it said it holds is a bomb."""
    left, total = b"", 0
    with archive.open(member) as file:
        while piece := file.read(CHUNK):
            total += len(piece)
            if total > min(MOST_UNPACKED, member.file_size):
                raise Unreadable("bomb")
            whole, end, left = (left + piece).rpartition(b">")
            if len(left) > 2 * CHUNK:
                raise Unreadable("broken")
            yield whole + end
    yield left
