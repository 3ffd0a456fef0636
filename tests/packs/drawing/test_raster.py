"""Pixels of Thai letters: what is drawn is what was written."""

import pytest
import vl_convert

from smart7.packs.drawing import drawer, pictures, raster
from smart7.words import letters

Image = pytest.importorskip("PIL.Image")
WORDS = ["ตำแหน่ง", "อำเภอ", "น้ำ", "ลำดับ", "สำคัญ"]


def drawing(text: str) -> str:
    drawer.register_fonts()
    box = 'xmlns="http://www.w3.org/2000/svg" width="200" height="60"'
    return f'<svg {box} font-family="Sarabun" font-size="30"><text x="5" y="40">{text}</text></svg>'


def width(png: bytes, tmp_path) -> int:
    """Return how many pixels wide the letters of a picture are."""
    file = tmp_path / "drawn.png"
    file.write_bytes(png)
    with Image.open(file) as picture:
        left, _, right, _ = picture.getbbox()
    return right - left


@pytest.mark.parametrize("word", WORDS)
def test_a_word_with_sara_am_is_as_wide_as_its_letters(word, tmp_path):
    # What the renderer makes of the word as written is narrower: the letter after the vowel stands on top of it.
    base, rest = word.split("ำ")
    parts = sum(width(raster.png(drawing(part), 1), tmp_path) for part in (f"{base}า", rest) if part)
    assert width(raster.png(drawing(word), 1), tmp_path) >= parts - 2
    if rest:
        assert width(vl_convert.svg_to_png(drawing(word), scale=1), tmp_path) < parts - 2, "the renderer was put right"


def test_a_tone_mark_stands_between_the_two_signs_and_other_letters_stay():
    assert letters.drawable("น้ำ ที่ปี่ AB") == "นํ้า ที่ปี่ AB"
    assert letters.drawable("ลำ") == "ลํา"


def test_a_chart_as_a_picture_is_drawn_with_whole_letters(monkeypatch):
    seen = []
    monkeypatch.setattr(vl_convert, "svg_to_png", lambda svg, **_: seen.append(svg) or b"")
    spec = {"mark": "bar", "data": {"values": [{"x": 1}]}, "encoding": {}, "width": "container"}
    pictures.png(spec, "ตำแหน่ง", ["อำเภอ"], "th")
    assert "ตํา" in seen[0] and "ำ" not in seen[0]
