"""Every part of a page lies on the page, on no other part, and its words have the room they need."""

from dataclasses import replace

import pytest

from smart7.i18n import LANGS
from smart7.meetings import ready
from smart7.meetings.agenda import Item
from smart7.packs import content
from smart7.packs.composition import charts, compose, deck, grid, measure, rows, tiles
from smart7.packs.composition.parts import Drawing, Ground, Mark, Rows, Words
from tests.packs import examples

AGENDAS = ("monthly-council", "lrt-decision", "school-board", "budget-hearing")
A_HAIR = 0.02


@pytest.fixture(scope="module", params=[(name, lang) for name in AGENDAS for lang in LANGS], ids=str)
def pages(request, snapshot):
    name, lang = request.param
    return deck.pages(content.pack(ready.agenda(name, snapshot), snapshot, lang))


@pytest.fixture(scope="module")
def hard():
    return deck.pages(examples.pack())


def on_page(box):
    return box.left >= 0 and box.top >= 0 and box.right <= grid.WIDE + A_HAIR and box.bottom <= grid.HIGH + A_HAIR


def test_every_part_lies_on_its_page(pages, hard):
    for page in (*pages, *hard):
        assert all(on_page(placed.box) for placed in page.parts), page.title


def test_no_part_lies_on_another(pages, hard):
    for page in (*pages, *hard):
        held = [one.box for one in page.parts if not isinstance(one.part, Ground)]
        held = [box for box in held if box.width < 5.9 or page.kind != "cover"]
        for n, one in enumerate(held):
            for other in held[n + 1 :]:
                wide = min(one.right, other.right) - max(one.left, other.left)
                high = min(one.bottom, other.bottom) - max(one.top, other.top)
                assert wide <= A_HAIR or high <= A_HAIR, (page.title, one, other)


def test_words_have_room_in_their_place(pages, hard):
    for page in (*pages, *hard):
        for box, part in ((one.box, one.part) for one in page.of(Words)):
            need = sum(
                measure.lines(line.text, box.width + A_HAIR, line.size, bold=line.bold) * grid.line(line.size)
                for line in part.lines
            )
            assert need <= box.height + 0.12, (page.title, part.text)


def test_every_page_has_one_headline_and_says_which_it_is(pages):
    for page in pages:
        assert len([one for one in page.of(Words) if one.part.role == "headline"]) == 1
        assert page.label


def test_letters_of_a_chart_are_as_large_as_all_small_letters_whatever_stands_over_it(snapshot):
    named = replace(examples.AGENDA, items=(Item("indicator", "human-achievement-index"),))
    for lang in LANGS:
        page = deck.pages(content.pack(named, snapshot, lang))[1]
        (drawing,) = page.of(Drawing)
        spec = charts.sized(drawing.part.chart, drawing.box)
        assert spec["width"] / drawing.box.width == pytest.approx(charts.INCH)
        sizes = set(sizes_of(spec))
        assert sizes == {charts.LETTERS} and charts.LETTERS * 1920 / (charts.INCH * grid.WIDE) >= 28


def sizes_of(spec):
    """Yield every size of letters in a specification."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            if key in charts.SIZED:
                yield value
            elif key != "data":
                yield from sizes_of(value)
    elif isinstance(spec, list):
        for one in spec:
            yield from sizes_of(one)


def test_a_long_text_goes_on_in_the_annex_to_its_last_word():
    body = "\n".join(f"คำที่ {n} " + "ความยาวของบรรทัด " * 12 for n in range(60))
    slide = examples.slide(1, body=body, figures=(), item=Item("text"))
    pages = deck.pages(examples.pack([slide]))
    said = "".join(line.text for page in pages for one in page.of(Words) for line in one.part.lines)
    assert len([page for page in pages if page.kind == "annex"]) > 1
    for part in body.splitlines():
        assert "".join(part.split()) in "".join(said.split())


def test_a_headline_without_room_is_cut_and_stands_whole_in_the_annex():
    said = "เรื่องยาวมาก " * 60
    pages = deck.pages(examples.pack([examples.slide(1, headline=said)]))
    headline = next(one.part.text for one in pages[1].of(Words) if one.part.role == "headline")
    assert headline.endswith(measure.MORE) and compose.is_cut(said)
    assert any(one.part.text == said for page in pages if page.kind == "annex" for one in page.of(Words))


def test_a_text_is_never_cut_before_a_thai_mark():
    for width in (0.5, 0.8, 1.1, 1.7):
        cut = measure.cut("ที่นี่น้ำปู่ผู้ใหญ่กุ้งปั้นฟ้า" * 3, width, 1)
        assert cut.endswith(measure.MORE) and measure.inches(cut) <= width + A_HAIR


def test_a_table_is_as_wide_as_its_page_and_no_page_of_it_is_too_high():
    table = examples.table(80)
    pages = list(rows.pages(table, "alt"))
    assert [row for _, part in pages for row in part.table.rows] == list(table.rows)
    for box, part in pages:
        assert isinstance(part, Rows) and sum(part.widths) == pytest.approx(grid.ACROSS)
        assert box.height <= grid.ANNEX.height + A_HAIR


@pytest.mark.parametrize("look", [*tiles.SHAPES, "known", "sample", "missing"])
def test_no_two_looks_of_a_tile_are_drawn_alike(look):
    box = grid.Box(0, 0, 1, 1)
    drawn = {
        (other, then): "".join(tiles.drawn(Mark(box, other, then)))
        for other in (*tiles.SHAPES, "known", "sample", "missing")
        for then in (False, True)
        if other in tiles.SHAPES or not then
    }
    assert list(drawn.values()).count(drawn[look, False]) == 1
