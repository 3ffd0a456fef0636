"""The text of a PDF is the text that was printed: three readers find it as it stands, and it looks as it did."""

import io
import tempfile
from collections import Counter
from functools import cache, partial
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
import typst
from fontTools.ttLib import TTFont

from smart7.i18n import LANGS
from smart7.meetings import ready
from smart7.packs import content
from smart7.packs.glyphs import told
from smart7.packs.glyphs.subset import mapping, widths
from smart7.packs.report import handout, report, setting
from tests.packs import examples
from tests.packs.report import spoken
from tests.packs.report.spoken import READERS, WORD, plain

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
VOWELS = ["", *"\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47"]
TONES = ["", *"\u0e48\u0e49\u0e4a\u0e4b\u0e4c"]
# Every consonant with every vowel and tone, sara am with every tone, in the three weights that are used.
CLUSTERS = [vowel + tone for vowel in VOWELS for tone in TONES] + [f"{tone}ำ" for tone in TONES[:-1]]
HOSTILE = [" ".join(letter + marks for letter in CONSONANTS) for marks in CLUSTERS] + [
    "๐๑๒๓๔๕๖๗๘๙ ฿ ๆ ฯ ฤๅ ฦๅ ๚ ๛", "ฝุ่น PM2.5 เพิ่มขึ้น 8 เป็น 48 µg/m³ (ปี 2568) ซึ่งแย่ลง 10⁻³ CO₂ ≥ ≤ −5 – office fit",
    "น้ำท่วม ล้ำค่า ต่ำกว่า ทั้งนี้ซึ่งสิ่งที่เพิ่มขึ้นนั้น ญี่ปุ่น ฐานข้อมูลผู้ใหญ่ ปิ่นป้าปี้ป๊าบ ฏุ ฎู ฤดู",
]  # fmt: skip
PAGE = '#set document(title: "x")\n#set page(width: 40cm, height: auto)\n'
FONT = '#set text(font: "Sarabun", lang: "th", size: 11pt)\n'


@cache
def set_by_typst(*lines: str) -> bytes:
    """Return lines as typst sets them, in the three weights that are used."""
    block = " \\ ".join(lines)
    blocks = [f"#text(weight: {weight})[{block}]\n\n" for weight in (400, 600, 700)]
    with tempfile.TemporaryDirectory() as name:
        main = Path(name, "main.typ")
        main.write_text(PAGE + FONT + "".join(blocks), encoding="utf-8")
        compiler = typst.Compiler(str(main), name, [setting.fonts()], ignore_system_fonts=True)
        return bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"]))


@pytest.fixture(scope="module", params=LANGS)
def pack(request, snapshot):
    return content.pack(ready.agenda("monthly-council", snapshot), snapshot, request.param)


BUILD = {"a4": report.build, "wide": handout.build}


@pytest.fixture(scope="module", params=BUILD)
def made(request, pack):
    """Return a pack of the real record and its PDF."""
    return pack, BUILD[request.param](pack), request.param


@pytest.mark.parametrize("reader", READERS)
def test_every_headline_and_every_figure_of_the_real_record_is_found_as_printed(made, reader):
    pack, file, paper = made
    found = spoken.whole(file, READERS[reader])
    for slide in pack.slides:
        # More than three figures stand in the chart alone, in its short form.
        in_chart = slide.chart is not None and len(slide.figures) > 3
        shown = [] if slide.body or slide.table or in_chart else [figure.shown for figure in slide.figures]
        cells = [cell for row in slide.table.rows for cell in row] if slide.table else []
        # What a slide is about is said on paper; on a slide its speaker says it.
        about = [slide.subhead] if paper == "a4" else []
        missing = [text for text in (slide.headline, *about, *shown, *cells) if plain(text) not in found]
        assert not missing, f"{slide.number}: {missing[:5]}"


def test_the_readers_agree_on_every_page_of_the_real_record(made):
    pages = zip(*(reader(made[1]) for reader in READERS.values()), strict=True)
    for number, texts in enumerate(pages, 1):
        # They order what stands beside each other as they like, so letters are counted, not their order.
        first, *others = (Counter(plain(text)) for text in texts)
        assert all(other == first for other in others), f"page {number}"


def test_a_search_finds_a_word_wherever_it_is_printed(made):
    pack, file, _ = made
    printed = READERS["pypdf"](file)
    count = sum(page.count(WORD) for page in printed)
    assert count >= (1 if pack.lang == "th" else 0)
    assert spoken.found_by_pdfium(file, WORD) == spoken.found_by_mupdf(file, WORD) == count


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("agenda", ready.ids())
def test_every_agenda_s_headlines_are_found_as_printed(snapshot, agenda, lang):
    pack = content.pack(ready.agenda(agenda, snapshot), snapshot, lang)
    file = handout.build(pack)
    for name, reader in READERS.items():
        found = spoken.whole(file, reader)
        assert not [slide.headline for slide in pack.slides if plain(slide.headline) not in found], name


@pytest.mark.parametrize("reader", READERS)
def test_every_cluster_of_thai_is_found_as_printed(reader):
    file = told.once(set_by_typst(*HOSTILE), setting.fonts())
    assert READERS[reader](file) and spoken.whole(file, READERS[reader]) == plain("".join(HOSTILE) * 3)


def test_typst_alone_tells_a_cluster_twice():
    assert plain(HOSTILE[-2]) not in spoken.whole(set_by_typst(*HOSTILE), spoken.pdfium)


def drawn(file: bytes, scale: float) -> np.ndarray:
    """Return the first page as grey pixels."""
    with pypdfium2.PdfDocument(file) as opened:
        return np.asarray(opened[0].render(scale=scale, grayscale=True).to_numpy()).astype(int)


def test_it_looks_as_it_did():
    lines = ("กำ ขำ ษำ ปำ ฟำ ต่ำ น้ำ ป้ำ", "เพิ่มขึ้น ซึ่ง นั้น ฤุ่ ปี่ ฝั่ง ญู่ ฏู้")
    before = set_by_typst(*lines)
    after = told.once(before, setting.fonts())
    old, new = drawn(before, 12), drawn(after, 12)
    assert old.shape == new.shape and old.min() == 0
    assert abs(old - new).max() <= 40, "large enough that a glyph is no longer moved to whole pixels"


@pytest.fixture(scope="module")
def pair():
    """Return a file as typst makes it, and as it leaves the house."""
    drawing = report.draw(examples.pack())
    fill = partial(report.filled, examples.pack(), drawing)
    before = bytes(setting.compiled(report.TEMPLATE, examples.pack(), fill, "pdf"))
    return pikepdf.open(io.BytesIO(before)), pikepdf.open(io.BytesIO(told.once(before, setting.fonts())))


def test_what_makes_it_accessible_is_as_typst_made_it(pair):
    before, after = pair
    assert after.Root.MarkInfo == before.Root.MarkInfo and after.Root.Lang == before.Root.Lang
    assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
    assert tree(after.Root.StructTreeRoot) == tree(before.Root.StructTreeRoot)
    assert [marks(page) for page in after.pages] == [marks(page) for page in before.pages]
    assert after.docinfo == before.docinfo


def tree(node) -> list[str]:
    """Return kind, place and alt text of every element a screen reader walks, and what each holds."""
    found = [str(node.get(name)) for name in ("/S", "/Alt", "/Lang", "/ActualText") if name in node]
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        found += tree(kid) if isinstance(kid, pikepdf.Dictionary) else [str(kid)]
    return found


def marks(page) -> list[str]:
    """Return the marked parts of a page, in their order."""
    parts = pikepdf.parse_content_stream(page, "BDC BMC")
    return [str(part.operands) for part in parts if "/ActualText" not in str(part.operands)]


def test_every_code_that_is_shown_has_letters_a_width_and_a_glyph(pair):
    for page in pair[1].pages:
        for font in page.Resources.Font.values():
            inner = font.DescendantFonts[0]
            says = dict(mapping(font.ToUnicode.read_bytes()))
            assert not {"\0", "\ufeff", "\ufffe"} & set("".join(says.values())) and all(says.values())
            program = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
            wide, names = dict(widths(list(inner.W))), program.getGlyphOrder()
            assert set(says) < set(range(len(names)))
            assert all(abs(program["hmtx"][name][0] - wide.get(code, 0)) < 1 for code, name in enumerate(names) if code)
            bits = int.from_bytes(inner.FontDescriptor.CIDSet.read_bytes(), "big")
            assert bits.bit_count() == len(names)


def test_the_same_file_gives_the_same_bytes():
    made = set_by_typst(*HOSTILE[-3:])
    assert told.once(made, setting.fonts()) == told.once(made, setting.fonts())


def test_brackets_in_brackets_are_read():
    file = pikepdf.open(io.BytesIO(set_by_typst("((((((((ขึ้น))))))))")))
    page = file.pages[0]
    page.Contents = file.make_stream(page.Contents.read_bytes().replace(b"\\(", b"(").replace(b"\\)", b")"))
    written = io.BytesIO()
    file.save(written)
    assert "((((((((ขึ้น))))))))" in spoken.whole(told.once(written.getvalue(), setting.fonts()))
