"""The PDF of a pack: what it says is what the slides say, it can be read aloud, and it looks as it did."""

import io
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from PIL import Image, ImageChops, ImageStat

from smart7.i18n import LANGS
from smart7.packs.report import handout, letters, report, setting
from smart7.words import packs as words
from tests.packs import examples
from tests.packs.report import spoken
from tests.packs.report.spoken import plain

STORED = Path(__file__).parent / "pictures"
PPI = 30
TOLERANCE = 2.0  # of 255, over a page: letters may fall a hair elsewhere, a chart may not
SHORT = {"a4": (0, 2, 5, 16), "wide": (0, 3, 6, 18)}


BUILD = {"a4": report.build, "wide": handout.build}


@pytest.fixture(scope="module", params=["a4", "wide"])
def made(request):
    content = BUILD[request.param](examples.pack())
    return content, pypdf.PdfReader(io.BytesIO(content)), request.param


@pytest.mark.parametrize("reader", spoken.READERS)
def test_every_figure_and_every_headline_can_be_read_out_of_the_file(made, reader):
    found = spoken.whole(made[0], spoken.READERS[reader])
    for slide in examples.every_slide():
        assert plain(slide.headline) in found
        for figure in slide.figures:
            if not slide.body and slide.table is None:
                assert plain(figure.shown) in found
        for row in slide.table.rows if slide.table else ():
            assert all(plain(cell) in found for cell in row)


def test_the_letters_of_charts_are_text(made):
    found = spoken.whole(made[0])
    assert "10.5" in found and plain("กองค") in found


def test_the_file_says_that_it_is_accessible(made):
    _, reader, _ = made
    root, info = reader.trailer["/Root"], reader.metadata
    assert root["/Lang"] == "th" and bool(root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in root
    assert info.title == examples.AGENDA.title.th
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_every_item_has_a_bookmark_and_the_annex_too(made):
    _, reader, paper = made
    marks = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    slides = examples.every_slide()
    if paper == "a4":
        assert marks == [*(f"{slide.number}. {slide.headline}" for slide in slides), words.ANNEX.th]
        return
    title, *held, closing = marks[: len(slides) + 2]
    assert (title, closing) == (examples.AGENDA.title.th, words.CLOSING.th)
    # A headline too long for its slide is cut there, and stands whole in the annex.
    assert all(slide.headline.startswith(mark.rstrip("…")) for slide, mark in zip(slides, held, strict=True))
    assert {words.BEHIND.th, words.DEFINITIONS.th, words.SOURCES.th} <= set(marks[len(slides) + 2 :])


def test_every_picture_has_an_alt_text(made):
    alts = [node["/Alt"] for node in nodes(made[1].trailer["/Root"]["/StructTreeRoot"]) if node.get("/S") == "/Figure"]
    assert len(alts) >= len(examples.HEADERS) and all(alts)


def nodes(node):
    """Yield every element of the tree a screen reader walks."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from nodes(child)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from nodes(node["/K"])


def test_the_snapshot_stands_on_every_page_and_link_and_sample_note_where_they_are_looked_for(made):
    content, _, paper = made
    pages = [plain(page) for page in spoken.pdfium(content)]
    assert all(examples.SNAPSHOT in found for found in pages)
    # A slide has one line at its foot; what is torn off a deck is its first or its last page.
    ends = range(len(pages)) if paper == "a4" else (0, len(examples.every_slide()) + 1)
    assert all("present?agenda=example" in pages[n] and plain("ตัวอย่าง") in pages[n] for n in ends)


def test_the_annex_lists_methods_sources_and_sample_figures(made):
    found = spoken.whole(made[0])
    listed = words.SAMPLES.th if made[2] == "a4" else words.SOURCES.th
    for text in ("นับจากทะเบียน วิธีที่ 1", "สำนักทะเบียน", listed, "ตัวชี้วัดที่ 5"):
        assert plain(text) in found


def test_only_sarabun_is_used(made):
    fonts = {
        font.get_object()["/BaseFont"] for page in made[1].pages
        for font in page["/Resources"].get("/Font", {}).values()
    }  # fmt: skip
    assert fonts and all("Sarabun" in font for font in fonts), fonts


def test_the_same_pack_gives_the_same_bytes(made):
    content, _, paper = made
    assert BUILD[paper](examples.pack()) == content


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_to_show_is_said(lang):
    for build in BUILD.values():
        found = spoken.whole(build(examples.pack([], lang)))
        assert plain({"th": "ไม่มีเรื่องที่แสดง", "en": "shows no item"}[lang]) in found
    found = spoken.whole(report.build(examples.pack([], lang)))
    assert plain({"th": "ไม่มีตัวเลขตัวอย่าง", "en": "no sample figure"}[lang]) in found


def test_without_its_typeface_nothing_is_set_in_another_one(monkeypatch):
    setting.fonts.cache_clear()
    monkeypatch.setattr(setting, "find_spec", lambda name: None)
    with pytest.raises(setting.NoFont):
        report.build(examples.pack([]))
    setting.fonts.cache_clear()


@pytest.mark.parametrize("marks", ["ที่ นั้น ผู้ใหญ่ น้ำ ปี่", "ป๊ ฝั่ง ญู ฐุ กุ้ง ปั้น ฟ้า ใช้ #*_$[]<>\\ //"])
def test_hard_letters_are_taken_by_the_standard(marks):
    slide = examples.slide(
        1, headline=marks, chart=examples.replace(examples.chart("bars x=label y=value text=number"))
    )
    assert plain(marks) in spoken.whole(report.build(examples.pack([slide])))


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><g transform="translate(10,5) scale(2)">
<g opacity="0"><text>unseen</text></g><path d="M0,0"/>
<text text-anchor="end" transform="translate(3,4) rotate(-90)" font-size="10px" font-weight="bold" fill="red">a
</text></g></svg>"""


def test_letters_are_taken_out_of_a_drawing_with_their_place():
    drawing = letters.parted(SVG)
    assert b"<text" not in drawing.svg and b"<path" in drawing.svg
    (word,) = drawing.words
    assert (word.text, word.anchor, word.bold, word.fill, word.size) == ("a", 1.0, True, "red", 20.0)
    assert (word.x, word.y, word.angle) == pytest.approx((16, 13, -90))


def test_the_rim_of_letters_becomes_a_field_as_wide_as_they_are_and_says_nothing():
    rim = (
        '<text text-anchor="end" transform="translate(40,9)" font-size="10px" fill="white" stroke="white">1,234</text>'
    )
    empty = '<text fill="white" stroke="white"></text>'
    drawing = letters.parted(f'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="20">{rim}{empty}</svg>')
    (field,) = ElementTree.fromstring(drawing.svg)
    assert not drawing.words and field.tag.endswith("rect") and field.get("transform") == "translate(40,9)"
    assert 20 < float(field.get("width")) < 40 and float(field.get("x")) + float(field.get("width")) == pytest.approx(2)


def pages(paper, lang):
    """Return the pages that are looked at, small."""
    pack = examples.pack(examples.every_slide() if lang == "th" else examples.english(), lang)
    fill = {
        "a4": lambda folder: report.filled(pack, report.draw(pack), folder),
        "wide": lambda folder: handout.filled(pack, lambda number, total: None, folder),
    }
    template = {"a4": report.TEMPLATE, "wide": handout.TEMPLATE}
    found = setting.compiled(template[paper], pack, fill[paper], "png", ppi=PPI)
    return {f"{paper}-{lang}-{n:02d}.png": found[n] for n in SHORT[paper] if n < len(found)}


@pytest.mark.parametrize(("paper", "lang"), [("a4", "th"), ("wide", "th"), ("a4", "en"), ("wide", "en")])
def test_pages_look_as_they_did(paper, lang):
    for name, page in pages(paper, lang).items():
        new, old = Image.open(io.BytesIO(page)).convert("RGB"), Image.open(STORED / name).convert("RGB")
        assert new.size == old.size
        apart = max(ImageStat.Stat(ImageChops.difference(new, old)).mean)
        assert apart <= TOLERANCE, f"{name}: {apart:.1f}; look at it, then run this file to store what is right"


if __name__ == "__main__":
    STORED.mkdir(exist_ok=True)
    for paper in ("a4", "wide"):
        for lang in LANGS:
            for name, page in pages(paper, lang).items():
                (STORED / name).write_bytes(page)
