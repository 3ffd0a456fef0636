"""Files that somebody made to do harm, and forms that were spoilt by chance: a sentence each, never a traceback."""

import io
import random
import resource
import subprocess
import sys
import zipfile
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import openpyxl
import pytest

from smart7.office import apart
from smart7.register.books import check, child, coloured, grid, inside, rules, template
from smart7.register.books.grid import Unreadable
from smart7.words import books as words
from tests.ingest.official.hostile import OLE
from tests.register.books.town import changed, form_of, looked
from tests.register.books.town import rules as broken

# openpyxl warns of what it leaves out of a spoilt workbook.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")
YEAR = date(2025, 5, 16)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def packed(content: bytes, members: dict[str, bytes]) -> bytes:
    """Return a zip with some of its members replaced or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        there = {name: archive.read(name) for name in archive.namelist()} | members
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in there.items():
            archive.writestr(name, body)
    return buffer.getvalue()


def sheet(body: str, head: str = "", tail: str = "") -> dict[str, bytes]:
    """Return the first sheet with other rows."""
    return {SHEET: f'{head}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{tail}</worksheet>'.encode()}


def plain() -> bytes:
    """Return a small workbook."""
    buffer = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.save(buffer)
    return buffer.getvalue()


PLAIN = plain()
ROWS = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 100_001))
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
CELL = '<row r="1"><c r="A1"><v>&a;</v></c></row>'
HOSTILE = {
    "zip bomb": (lambda: packed(PLAIN, {SHEET: b" " * 60_000_000}), "bomb"),
    "many members": (lambda: packed(PLAIN, {f"xl/{n}.xml": b"" for n in range(500)}), "bomb"),
    "100,000 rows": (lambda: packed(PLAIN, sheet(ROWS)), "too_long"),
    "an endless merge": (
        lambda: packed(PLAIN, sheet("", tail='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        "bomb",
    ),
    "an external entity": (lambda: packed(PLAIN, sheet(CELL, ENTITY)), "unsafe"),
    "a billion laughs": (lambda: packed(PLAIN, sheet(CELL, LAUGHS)), "unsafe"),
    "an entity in UTF-16": (
        lambda: packed(PLAIN, {SHEET: sheet(CELL, ENTITY)[SHEET].decode().encode("utf-16")}),
        "unsafe",
    ),
    "an entity in the styles": (lambda: packed(PLAIN, {"xl/styles.xml": ENTITY.encode()}), "unsafe"),
    "macros": (lambda: packed(PLAIN, {"xl/vbaProject.bin": b"x"}), "macros"),
    "old macro sheets": (lambda: packed(PLAIN, {"xl/macrosheets/sheet1.xml": b"<x/>"}), "macros"),
    "external links": (lambda: packed(PLAIN, {"xl/externalLinks/externalLink1.xml": b"<x/>"}), "outside"),
    "an embedded file": (lambda: packed(PLAIN, {"xl/embeddings/a.docx": b"x"}), "outside"),
    "a path that leads out": (lambda: packed(PLAIN, {"../../etc/cron.d/x": b"x"}), "unsafe"),
    "an absolute path": (lambda: packed(PLAIN, {"/etc/x": b"x"}), "unsafe"),
    "a sheet that is no markup": (lambda: packed(PLAIN, {SHEET: b"no"}), "broken"),
    "a damaged zip": (lambda: b"PK\x03\x04" + bytes(99), "broken"),
    "half a workbook": (lambda: PLAIN[: len(PLAIN) // 2], "broken"),
    "a document": (lambda: packed_alone({"word/document.xml": b"<x/>"}), "other_kind"),
    "a zip": (lambda: packed_alone({"a.txt": b"x"}), "other_kind"),
    "an old workbook": (lambda: OLE + bytes(999), "other_kind"),
    "a locked workbook": (lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a PDF": (lambda: b"%PDF-1.7\n", "other_kind"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "other_kind"),
    "a page": (lambda: b"<html><script>x</script>", "other_kind"),
    "a program": (lambda: b"MZ" + bytes(range(256)) * 9, "other_kind"),
    "bytes": (lambda: bytes(range(1, 256)) * 9 + bytes(99), "other_kind"),
    "nothing": (lambda: b"", "empty"),
    "zeros": (lambda: bytes(5000), "empty"),
    "broken letters": (lambda: "รหัส,ค่า\nก,".encode() + b"\xff\xfe\n", "encoding"),
    "100,000 lines": (lambda: b"a,b\n" * 100_000, "too_long"),
    "a quote that stays open": (lambda: b'a,"' + b"x" * 300_000, "encoding"),
}  # fmt: skip


def packed_alone(members: dict[str, bytes]) -> bytes:
    """Return a zip of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return buffer.getvalue()


def read_here(tmp_path: Path, content: bytes) -> str:
    """Return the rule a file breaks, read in this process; '' for none."""
    path = tmp_path / "file"
    path.write_bytes(content)
    try:
        child.done("read", path)
    except Unreadable as refusal:
        assert rules.fault(refusal.rule, **refusal.values).todo.th
        return refusal.rule
    return ""


@pytest.mark.parametrize(("make", "rule"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_file_breaks_one_rule_which_says_what_to_do(make, rule, tmp_path):
    assert read_here(tmp_path, make()) == rule


def test_a_text_that_is_called_a_workbook_is_told_what_it_is(here):
    assert broken(looked(here, "รหัส,ค่า\npupils,5\n".encode(), "form.xlsx")) == ["other_kind"]


def test_a_file_over_the_limit_is_not_even_written_to_the_disk(here):
    found = looked(here, bytes(grid.MOST_BYTES + 1))
    assert broken(found) == ["too_large"]
    assert not found.ready


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of memory")
def test_what_takes_too_much_memory_is_called_too_heavy_and_stays_within_the_limit(here):
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 5_000_000}</cellXfs></styleSheet>'.encode()
    assert len(styles) < inside.MOST_UNPACKED
    # In a process that has had no other child, and is small itself: the largest of all counts, a child begins as large.
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        found, most = fresh.submit(weighed, here, packed(PLAIN, {"xl/styles.xml": styles})).result()
    assert found == ["too_heavy"]
    assert most < 500, f"{most:.0f} MB"


def weighed(here, content):
    """Return what is wrong with a file, and the most memory in megabytes that the child took which looked at it."""
    found = broken(looked(here, content))
    return found, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def test_a_child_that_takes_too_long_or_is_killed_had_too_much_to_bear(here, monkeypatch):
    monkeypatch.setattr(child, "SECONDS", 0.01)
    assert broken(looked(here, form_of(here))) == ["too_heavy"]


def test_a_form_goes_through_a_child_and_comes_back_coloured(here):
    content = form_of(here, {"pupils": {"value": "x"}})
    found = looked(here, content)
    assert broken(found) == ["absent", "not_a_number"]
    back = openpyxl.load_workbook(io.BytesIO(coloured.coloured(content, found)))
    assert back[words.FILL.th]["J7"].comment


def test_the_child_knows_neither_the_record_nor_duckdb():
    code = "import sys, smart7.register.books.child; print(*{'duckdb', 'pandas', 'numpy'}.intersection(sys.modules))"
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, cwd=apart.ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Return a workbook with some bytes of the zip changed, cut out or doubled."""
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(spoilt))
        size = chance.randint(1, 40)
        spoilt[at : at + size] = chance.choice((chance.randbytes(size), b"", spoilt[at : at + size] * 2))
    return bytes(spoilt)


def rewritten(content: bytes, chance: random.Random) -> bytes:
    """Return a workbook one of whose parts was changed, sound as a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = chance.choice(archive.namelist())
        body = bytearray(archive.read(name))
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(body))
        piece = chance.choice((b"<", b">", b'"', b"", b"-1", b"99999999999", b"</row>", b"&lt;", "ก".encode()))
        body[at : at + chance.randint(0, 6)] = piece
    return packed(content, {name: bytes(body)})


def retyped(content: bytes, chance: random.Random) -> bytes:
    """Return a form with cells that hold whatever people put into cells."""
    things = (
        "=1/0",
        "#REF!",
        "๑๒,๓",
        "-",
        "1e999",
        True,
        -5,
        10**15,
        "29/2/2569",
        "{0}",
        "<b>",
        "\u202e12",
        "ก" * 3000,
    )

    def change(page) -> None:
        for _ in range(12):
            page.cell(chance.randint(1, 14), chance.randint(1, 18)).value = chance.choice(things)
        if chance.random() < 0.3:
            page.merge_cells("H7:J9")
        if chance.random() < 0.3:
            page.delete_cols(chance.randint(1, 15))

    return changed(content, change)


@pytest.mark.parametrize("seed", [*range(30), *(pytest.param(n, marks=pytest.mark.slow) for n in range(30, 300))])
def test_a_form_that_was_spoilt_at_random_is_judged_in_sentences(seed, here, monkeypatch):
    monkeypatch.setattr(child, "answered", lambda what, *places: child.done(what, *map(Path, places)))
    chance = random.Random(seed)
    try:
        content = (flipped, rewritten, retyped)[seed % 3](form_of(here), chance)
    except ValueError:
        pytest.skip("openpyxl does not write this")
    found = looked(here, content)
    assert all(one.what.th and one.todo.en for one in found.faults)
    assert all(one.value is None or one.value == one.value for one in found.cells)
    try:
        coloured.coloured(content, found)
    except Unreadable as refusal:
        assert refusal.rule in rules.RULES


def test_every_rule_that_refuses_a_file_is_broken_by_one():
    said = {rule for _, rule in HOSTILE.values()} | {"too_large", "too_heavy"}
    assert said == {"too_large", "empty", "other_kind", "broken", "password", "macros", "outside", "bomb", "unsafe",
                    "too_long", "too_heavy", "encoding"}  # fmt: skip


def test_the_forms_of_the_real_city_come_back_as_they_were_made(snapshot):
    content = template.template(snapshot, "school-suan-sanuk", "academic_year", YEAR)
    found = check.check(snapshot, content, "a.xlsx", "school-suan-sanuk", "academic_year", YEAR)
    assert "nothing" in broken(found)
