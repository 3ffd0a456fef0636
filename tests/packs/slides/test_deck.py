"""The PowerPoint of a pack, opened again: its numbers, its letters, its alt texts, and what PowerPoint insists on."""

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree

import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE as TYPES
from pptx.util import Emu

from smart7.meetings.slide import Chart, Slide
from smart7.packs.composition import grid
from smart7.packs.composition.deck import pages
from smart7.packs.slides import deck as pptx
from smart7.packs.slides import master, plots
from tests.packs import examples

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
THAI = re.compile("[\u0e00-\u0e7f]")


@pytest.fixture(scope="module")
def content():
    return pptx.build(examples.pack())


@pytest.fixture(scope="module")
def deck(content):
    return Presentation(io.BytesIO(content))


def charts_of(deck):
    return [shape for page in deck.slides for shape in page.shapes if shape.has_chart]


def every_text(content):
    """Yield the runs of every part of a file, with the part they stand in."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
                yield from ((name, run) for run in ElementTree.fromstring(archive.read(name)).iter(f"{DRAWING}r"))


@pytest.mark.parametrize("header", examples.HEADERS)
def test_the_numbers_of_a_native_chart_are_the_figures(header):
    chart = examples.chart(header)
    page = Presentation(io.BytesIO(pptx.build(examples.pack([examples.slide(1, chart=chart)])))).slides[1]
    native = [shape.chart for shape in page.shapes if shape.has_chart]
    if chart.kind == "heat":
        assert not native and any(shape.name == "Picture" for shape in page.shapes)
        return
    drawn = {v for series in native[0].plots[0].series for v in series.values if v is not None}
    columns = [name for name in chart.fields.values() if name in chart.rows]
    held = {float(v) for name in columns for v in chart.rows[name] if isinstance(v, float) and v == v}
    held |= {float(n) for n in range(1, 3)} if chart.kind == "boxes" else set()
    if chart.kind == "progress":
        held |= set(chart.rows["total"] - chart.rows["done"])
    held |= set(chart.rows["target_high"]) if chart.kind == "series" else set()
    assert drawn and drawn <= held


def test_every_value_of_a_line_is_in_its_chart_in_order(deck):
    chart = charts_of(deck)[0].chart
    first, anew, target = chart.plots[0].series
    values = [a if a is not None else b for a, b in zip(first.values, anew.values, strict=True)]
    assert values == list(examples.YEARS["value"]) and set(target.values) == {8.0}
    assert list(chart.plots[0].categories) == list(examples.YEARS["period"])


def test_a_ring_is_drawn_only_where_the_parts_make_a_whole():
    ring = examples.chart("doughnut y=label x=value")
    assert plots.plot(ring, "th").kind == TYPES.DOUGHNUT
    for spoilt in ({"whole": 90.0}, {"value": -1.0}):
        rows = ring.rows.assign(**spoilt)
        other = examples.replace(ring, rows=rows)
        assert plots.plot(other, "th").kind == TYPES.BAR_CLUSTERED


def test_a_target_is_a_line_for_each_one_whose_it_is():
    rows = pd.DataFrame({
        "at": [2021, 2022, 2023, 2024], "value": [1.0, 2.0, 3.0, 4.0], "target_low": [5.0, 6.0, 7.0, 8.0],
        "whose": ["ค่ากลาง", "ประเทศ", "ประเทศ", "ค่ากลาง"],
    })  # fmt: skip
    drawn = Chart("series", {"x": "at", "y": "value"}, rows, {}, "T", "M", 0, "A")
    targets = {line.name: line.values for line in plots.plot(drawn, "th").series if line.role == "target"}
    assert targets == {"ค่ากลาง": [5.0, None, None, 8.0], "ประเทศ": [None, 6.0, 7.0, None]}


def test_a_sample_is_hollow_and_others_are_not(deck):
    bars = next(s.chart for s in charts_of(deck) if s.chart.chart_type == TYPES.COLUMN_CLUSTERED)
    points = bars.plots[0].series[0]._element.findall(".//{http://schemas.openxmlformats.org/drawingml/2006/chart}dPt")
    assert len(points) == 1 and list(bars.plots[0].categories)[1] == "กอง ข"


def test_a_year_is_written_as_people_read_it_and_the_axis_goes():
    rows = examples.AMOUNTS.assign(value=[2022.0, 2028.0, 2023.0, 2024.0], number=["2565", "2571", "2566", "2567"])
    chart = examples.replace(examples.chart("bars x=label y=value text=number"), rows=rows, decimals=0)
    page = Presentation(io.BytesIO(pptx.build(examples.pack([examples.slide(1, chart=chart)])))).slides[1]
    drawn = next(shape.chart for shape in page.shapes if shape.has_chart)
    series = drawn.plots[0].series[0]
    assert [series.points[n].data_label.text_frame.text for n in range(4)] == ["2565", "2571", "2566", "2567"]
    assert not drawn.value_axis.visible


def test_every_thai_run_has_its_typeface_and_its_language(content):
    found = [(name, run) for name, run in every_text(content) if THAI.search(run.findtext(f"{DRAWING}t") or "")]
    assert len(found) > 100
    for name, run in found:
        letters = run.find(f"{DRAWING}rPr")
        assert letters.get("lang") == "th-TH", name
        assert letters.find(f"{DRAWING}cs").get("typeface") == "+mn-cs", name


def test_the_theme_names_a_thai_typeface(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        faces = re.findall(r'<a:cs typeface="([^"]*)"', archive.read("ppt/theme/theme1.xml").decode())
        assert faces == [master.TYPEFACE] * 2
        for name in archive.namelist():
            if name.startswith("ppt/charts/chart"):
                assert b'<a:cs typeface="+mn-cs"/>' in archive.read(name)


def test_every_shape_has_an_alt_text(deck):
    for page in deck.slides:
        for shape in page.shapes:
            said = shape._element.xpath(".//p:cNvPr")[0].get("descr")
            assert said and said.strip(), (deck.slides.index(page), shape.name)


def test_nothing_leaves_its_slide(deck):
    for page in deck.slides:
        for shape in page.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width + Emu(1), shape.name
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height + Emu(1), shape.name


def front(deck):
    """Return the pages of the meeting itself, without cover, closing and annex."""
    return list(deck.slides)[1 : 1 + len(examples.every_slide())]


def words_of(page):
    return " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)


def test_every_page_names_the_snapshot_and_the_first_and_the_last_have_the_qr_code(deck):
    assert all(examples.SNAPSHOT in words_of(page) for page in deck.slides)
    coded = [n for n, page in enumerate(deck.slides) if any(shape.name == "QR" for shape in page.shapes)]
    assert coded == [0, 1 + len(front(deck))]


def test_a_slide_of_samples_says_so_and_so_does_its_figure(deck):
    (page,) = [page for page in front(deck) if page.shapes.title.text_frame.text.startswith("เรื่องที่ 20 ")]
    for name in ("Figure", "Foot"):
        (said,) = [shape.text_frame.text for shape in page.shapes if shape.name == name]
        assert "ตัวอย่าง" in said


def test_a_list_of_more_than_seven_rows_begins_on_its_slide_and_stands_whole_in_the_annex(deck):
    held = [page for page in deck.slides if page.shapes.title.text_frame.text.startswith("เรื่องที่ 19 ")]
    tables = [shape.table for page in held for shape in page.shapes if shape.has_table]
    cells = [[[cell.text for cell in row.cells] for row in list(table.rows)[1:]] for table in tables]
    rows = [list(row) for row in examples.table(25).rows]
    assert cells[0] == rows[:7] and [row for part in cells[1:] for row in part] == rows
    assert "18" in next(shape.text_frame.text for shape in held[0].shapes if shape.name == "Caption")
    assert all([cell.text for cell in table.rows[0].cells] == ["ชื่อ", "ค่า", "สถานะ"] for table in tables)


def test_letters_have_three_sizes_none_of_them_smaller_than_28_pixels_at_1080p(deck):
    sizes = {
        run.font.size.pt for page in deck.slides for shape in page.shapes if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs for run in paragraph.runs
    }  # fmt: skip
    assert sizes == set(grid.SIZES.values()) and min(sizes) * 2 >= 28


def test_the_notes_hold_narrative_figures_method_questions_and_source(deck):
    said = deck.slides[1].notes_slide.notes_text_frame.text
    slide = examples.every_slide()[0]
    parts = (slide.notes.narrative, slide.notes.method, *slide.notes.questions, slide.figures[0].shown, "สำนักทะเบียน")
    assert all(part in said for part in parts)


def test_the_same_pack_gives_the_same_bytes(content):
    assert pptx.build(examples.pack()) == content


def test_a_template_of_ones_own_is_used_and_its_slides_are_not(tmp_path):
    own = Presentation()
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "an old slide"
    own.slide_layouts[5].name = "ของเทศบาล"
    own.save(tmp_path / "own.pptx")
    pack = examples.pack([examples.slide(1)])
    made = Presentation(io.BytesIO(pptx.build(pack, tmp_path / "own.pptx")))
    assert [layout.name for layout in made.slide_layouts][5] == "ของเทศบาล"
    assert len(made.slides) == len(pages(pack)) > 3
    assert not [slide for slide in made.slides if slide.shapes.title and "old" in slide.shapes.title.text]


def test_a_file_that_is_no_template_is_refused(tmp_path):
    (tmp_path / "own.pptx").write_bytes(b"no zip")
    with pytest.raises(master.BadTemplate):
        pptx.build(examples.pack([]), tmp_path / "own.pptx")


def test_an_agenda_without_items_still_makes_a_file():
    assert len(Presentation(io.BytesIO(pptx.build(examples.pack([])))).slides) == 2


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_relationship_leads_to_a_part_and_every_part_has_a_content_type(content):
    held = parts(content)
    types = ElementTree.fromstring(held["[Content_Types].xml"])
    named = {e.get("PartName", "").lstrip("/") for e in types}
    ends = {e.get("Extension") for e in types if e.get("Extension")}
    assert all(name in named or name.rpartition(".")[2] in ends for name in held if name != "[Content_Types].xml")
    assert named - {""} <= set(held)
    for name, part in held.items():
        if name.endswith(".rels"):
            folder, _, file = name.replace("_rels/", "").removesuffix(".rels").rpartition("/")
            ids = [e.get("Id") for e in ElementTree.fromstring(part)]
            assert len(ids) == len(set(ids)), name
            for e in ElementTree.fromstring(part):
                if e.get("TargetMode") != "External":
                    target = e.get("Target")
                    path = (
                        target.lstrip("/")
                        if target.startswith("/")
                        else posixpath.normpath(posixpath.join(folder, target))
                    )
                    assert path in held, (name, target)
            if posixpath.join(folder, file) in held:
                used = {
                    value for node in ElementTree.fromstring(held[posixpath.join(folder, file)]).iter()
                    for key, value in node.attrib.items() if key.startswith(RELATED)
                }  # fmt: skip
                assert used <= set(ids), name


def test_ids_of_shapes_and_slides_are_unique(content):
    for name, part in parts(content).items():
        if re.match(r"ppt/(slides|slideMasters|slideLayouts|notesSlides)/[^/]+\.xml", name):
            ids = re.findall(rb'<p:cNvPr id="(\d+)"', part)
            assert len(ids) == len(set(ids)), name
    main = parts(content)["ppt/presentation.xml"].decode()
    ids = [int(n) for n in re.findall(r'<p:sldId [^>]*?id="(\d+)"', main)]
    assert len(ids) == len(set(ids)) and min(ids) >= 256


def test_a_text_that_looks_like_a_formula_is_none_in_the_charts_workbook(content):
    for name, part in parts(content).items():
        if name.endswith(".xlsx"):
            for inner, sheet in parts(part).items():
                assert inner != "xl/worksheets/sheet1.xml" or b"<f>" not in sheet


def test_two_hundred_items_are_made(monkeypatch):
    many: list[Slide] = [examples.slide(n) for n in range(1, 201)]
    pack = examples.pack(many)
    assert len(Presentation(io.BytesIO(pptx.build(pack))).slides) == len(pages(pack)) > 202
