"""Files that somebody made to do harm, or that are not what they say: what each is called, its writer, its sentence."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

ROWS = [["พื้นที่", "คน"], ["เขต ๑", "1,200"], ["เขต ๒", "-"]]


def text(rows: list[list[str]], separator: str = ",") -> str:
    """Return rows as CSV."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue()


def workbook(path: Path, *named: tuple[str, list[list[Any]]], hidden: tuple[str, ...] = ()) -> Path:
    """Write a workbook of sheets by their names."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in named:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
            if name in hidden:
                sheet.hide()
            else:
                sheet.activate()
    return path


def packed(path: Path, members: dict[str, bytes], extra: str = "", content: bytes = b"") -> Path:
    """Write a workbook again with some of its members changed and one more."""
    whole = workbook(path, ("Sheet1", ROWS))
    with zipfile.ZipFile(whole) as archive:
        there = {name: archive.read(name) for name in archive.namelist()}
    there |= members | ({extra: content} if extra else {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in there.items():
            archive.writestr(name, body)
    return path


SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def bomb(path: Path) -> Path:
    """Write a workbook that unpacks to 300 MB."""
    return packed(path, {SHEET: b"<worksheet><sheetData>" + b" " * 300_000_000})


def wide(path: Path) -> Path:
    """Write a text of 100,000 columns."""
    path.write_text(",".join(["พื้นที่", "คน", *map(str, range(100_000))]) + "\n", "utf-8")
    return path


def sparse(path: Path) -> Path:
    """Write a workbook whose two cells span every row and column there can be."""
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed(path, {SHEET: f'<worksheet xmlns="{main}"><sheetData>{corners}</sheetData></worksheet>'.encode()})


def without_value(path: Path) -> Path:
    """Write a workbook with a formula nobody worked out."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cell = '<row r="1"><c r="A1"><f>SUM(1,2)</f></c></row>'
    return packed(path, {SHEET: f'<worksheet xmlns="{main}"><sheetData>{cell}</sheetData></worksheet>'.encode()})


def large(path: Path) -> Path:
    """Write a file that says it has 200 MB."""
    with path.open("wb") as file:
        file.write(text(ROWS).encode())
        file.truncate(200_000_000)
    return path


def content(path: Path, body: bytes) -> Path:
    """Write a file."""
    path.write_bytes(body)
    return path


def zipped(path: Path, name: str) -> Path:
    """Write a zip that is no workbook."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    return path


def bytes_of(body: bytes) -> Callable[[Path], Path]:
    """Return a function that writes these bytes."""
    return lambda path: content(path, body)


def with_member(name: str) -> Callable[[Path], Path]:
    """Return a function that writes a workbook with one member more."""
    return lambda path: packed(path, {}, name, b"<x/>")


VBA, LOCKED = (OLE + bytes(600) + name.encode("utf-16-le") for name in ("_VBA_PROJECT_CUR", "EncryptedPackage"))
HOSTILE: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "zip bomb": ("a.xlsx", bomb, "unpacks to far too much"),
    "sparse": ("a.xlsx", sparse, "could not be read within|columns, more than"),
    "external link": ("a.xlsx", with_member("xl/externalLinks/externalLink1.xml"), "takes values from other"),
    "macros": ("a.xlsx", with_member("xl/vbaProject.bin"), "holds macros"),
    "old macros": ("a.xls", bytes_of(VBA), "holds macros"),
    "password": ("a.xlsx", bytes_of(LOCKED), "locked by a password"),
    "formula without a value": ("a.xlsx", without_value, "1 formulas without a value"),
    "100,000 columns": ("a.csv", wide, "columns, more than 2,000"),
    "200 MB": ("a.csv", large, "has 200 MB, more than 100 MB"),
    "a picture": ("a.xlsx", bytes_of(b"\x89PNG\r\n\x1a\n" + bytes(99)), "is called xlsx but is png"),
    "a PDF": ("a.csv", bytes_of(b"%PDF-1.7\n"), "is called csv but is pdf"),
    "a workbook as text": ("a.csv", lambda path: packed(path, {}), "is called csv but is xlsx"),
    "another zip": ("a.xlsx", lambda path: zipped(path, "x.txt"), "is called xlsx but is zip"),
    "a damaged zip": ("a.xlsx", bytes_of(b"PK\x03\x04" + bytes(99)), "is damaged"),
    "nothing": ("a.csv", bytes_of(b""), "is empty"),
    "binary": ("a.csv", bytes_of(bytes(range(256)) * 9), "is called csv but is binary"),
    "an open quote": ("a.csv", bytes_of('พื้นที่,คน\n"เขต'.encode() + b"x" * 300_000), "near line"),
    "broken UTF-8": ("a.csv", bytes_of("พื้นที่,คน\nเขต,".encode() + b"\xff\xfe\n"), "neither UTF-8.*see line 2"),
    "accents with a spoilt byte": (
        "a.csv",
        bytes_of("région,élèves,été\n1,2,".encode() + b"\xe9"),
        "neither UTF-8.*line 2",
    ),
    "Latin letters": ("a.csv", bytes_of("région,élèves\n".encode("latin-1")), "neither UTF-8"),
    "deep JSON": ("a.json", bytes_of(b"[" * 1_000_000), "is damaged|could not be read"),
    "an endless JSON": ("a.json", bytes_of(b"[" + b'{"a":1},' * 9_000_000 + b"0]"), "could not be read within|has no"),
}
