"""A picture somebody sent: only its pixels are kept, every document shows it with its words, bad files are refused."""

import io
import zlib
from dataclasses import replace

import openpyxl
import pypdf
import pytest
from PIL import Image
from pptx import Presentation

from smart7.i18n import LANGS
from smart7.ledger import pictures
from smart7.meetings.agenda import Item, Refused, checked, from_json, to_json
from smart7.meetings.slides import slides
from smart7.packs import photo
from smart7.packs.content import Pack
from smart7.packs.report import report
from smart7.packs.slides import deck as pptx
from smart7.packs.workbook import book
from smart7.words import pictures as words
from tests.packs.examples import AGENDA, SNAPSHOT

ALT = {"th": "ถนนหน้าโรงเรียนหลังฝนตก", "en": "The street in front of a school after rain"}


def picture(kind="JPEG", size=(640, 360), **given):
    """Return a picture as a file."""
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(buffer, kind, **given)
    return buffer.getvalue()


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Keep a picture in a folder of its own and return its item."""
    monkeypatch.setattr(pictures, "folder", lambda: tmp_path / "pictures")
    name = pictures.keep(*photo.cleaned(picture()), account="")
    return Item("picture", name, alt_th=ALT["th"], alt_en=ALT["en"])


def holding(item):
    """Return an agenda of one item."""
    return replace(AGENDA, items=(item,))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_only_the_pixels_of_a_picture_are_kept(kind):
    secret = b"taken at 16.43, 102.83"
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = secret.decode(), 6
    sent = picture(kind, exif=exif) + b"<script>" + secret
    made, ending = photo.cleaned(sent)
    assert secret in sent and secret not in made and b"script" not in made
    with Image.open(io.BytesIO(made)) as drawn:
        assert (drawn.format, drawn.size) == (kind, (360, 640)), "it stands upright"
        assert not drawn.getexif() and "icc_profile" not in drawn.info
    assert ending == {"JPEG": "jpg", "PNG": "png"}[kind]


def test_a_picture_is_no_larger_than_a_screen():
    assert photo.size(photo.cleaned(picture(size=(4000, 1000)))[0]) == (1920, 480)


def bomb():
    """Return a small PNG that says it is 60,000 pixels wide and high."""
    sent = bytearray(picture("PNG"))
    sent[16:24] = (60_000).to_bytes(4, "big") * 2
    sent[29:33] = zlib.crc32(sent[12:29]).to_bytes(4, "big")
    return bytes(sent)


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"", words.UNREADABLE), (b"MZ not a picture", words.UNREADABLE), (picture()[:2000], words.UNREADABLE),
        (picture("GIF"), words.UNREADABLE), (b"<svg xmlns='http://www.w3.org/2000/svg'/>", words.UNREADABLE),
        (picture(size=(8, 8)), words.TOO_SMALL), (bomb(), words.TOO_MANY_PIXELS), (b"0" * 8_000_001, words.TOO_LARGE),
    ],
)  # fmt: skip
def test_a_file_that_is_no_picture_is_refused_in_both_languages(sent, why):
    with pytest.raises(photo.Refused) as refused:
        photo.cleaned(sent)
    assert refused.value.why.th.startswith(why.th.split("{")[0])
    assert refused.value.why.en.startswith(why.en.split("{")[0])


def test_a_picture_is_named_by_what_is_in_it_and_kept_once(kept):
    assert pictures.keep(*photo.cleaned(picture()), account="") == kept.subject
    assert [path.name for path in pictures.folder().iterdir()] == [kept.subject]
    assert pictures.read("../" + kept.subject) is None and pictures.read(kept.subject)


def test_a_picture_needs_words_in_both_languages(kept):
    assert from_json(to_json(holding(kept))).items == (kept,)
    with pytest.raises(Refused, match="described in Thai and in English"):
        checked(holding(Item("picture", kept.subject, alt_th=ALT["th"])))
    with pytest.raises(Refused):
        checked(holding(Item("picture", "../../etc/passwd.png", alt_th="ก", alt_en="a")))


@pytest.mark.parametrize("lang", LANGS)
def test_a_picture_stands_in_every_document_with_its_words(snapshot, kept, lang):
    pack = Pack(AGENDA, lang, SNAPSHOT, "http://localhost/", tuple(slides(snapshot, holding(kept), lang)))
    deck = Presentation(io.BytesIO(pptx.build(pack)))
    (shape,) = [shape for shape in deck.slides[1].shapes if shape.name == "Picture"]
    assert shape._element.xpath(".//p:cNvPr")[0].get("descr") == ALT[lang]
    sheets = openpyxl.load_workbook(io.BytesIO(book.build(pack)))
    (sheet,) = [sheet for sheet in sheets if sheet._images and sheet["A1"].value == ALT[lang]]
    assert sheet._images[0].ref
    pages = pypdf.PdfReader(io.BytesIO(report.build(pack))).pages
    assert any(image.image.size == (640, 360) for page in pages for image in page.images)


def test_a_picture_whose_file_is_gone_is_said(snapshot, kept):
    (pictures.folder() / kept.subject).unlink()
    (slide,) = slides(snapshot, holding(kept), "en")
    assert words.GONE.en in slide.headline
