"""What the buttons of an indicator hand out: the same rows, and never a sample figure that does not say so."""

import csv
import io
import struct

import openpyxl
import pytest
import streamlit as st
import vl_convert
from streamlit.testing.v1 import AppTest

from smart7 import store
from smart7.i18n import LANGS
from smart7.packs.drawing import pictures
from smart7.words import common
from smart7.words import indicator as words

SITE = store.ROOT / "smart7" / "site.py"
BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture(scope="module")
def taken():
    """Keep what the buttons of a page gave, for the tests that look at the same page."""
    return {}


@pytest.fixture
def take(snapshot, monkeypatch, taken):
    """Return a function that opens an indicator and presses every download button on its page."""
    made = {}
    drawn = []

    def press(_label, data, file_name, *_args, **_options):
        made[file_name.rpartition(".")[2]] = (file_name, data())

    def draw(spec, title, notes, lang):
        drawn[:] = [title, *notes]
        return make_png(spec, title, notes, lang)

    make_png = pictures.png
    monkeypatch.setattr(st, "download_button", press)
    monkeypatch.setattr(pictures, "png", draw)

    def open_page(indicator, lang="en", **link):
        asked = (indicator, lang, *link.items())
        if asked not in taken:
            taken[asked] = opened(indicator, lang, **link)
        return taken[asked]

    def opened(indicator, lang, **link):
        made.clear()
        visit = AppTest.from_file(SITE, default_timeout=60)
        visit.query_params = {"id": indicator, "lang": lang, **link}
        visit.switch_page("../pages/indicator.py").run()
        assert not visit.exception
        return dict(made), list(drawn)

    return open_page


def rows_of(files):
    header, *rows = csv.reader(io.StringIO(files["csv"][1].decode("utf-8-sig"), newline=""))
    return [dict(zip(header, row, strict=True)) for row in rows]


def book_of(files):
    return openpyxl.load_workbook(io.BytesIO(files["xlsx"][1]))


@BOTH_LANGUAGES
def test_the_files_are_named_by_indicator_and_snapshot(take, snapshot, lang):
    files, _ = take("road-deaths-province", lang)
    assert {name for name, _ in files.values()} == {
        f"road-deaths-province-{snapshot}.{kind}" for kind in ("csv", "xlsx", "png")
    }


def test_csv_has_every_figure_ever_held_true(take, ask):
    rows = rows_of(take("road-deaths-province")[0])
    values = ask("select value from observations where indicator_id = 'road-deaths-province'")
    assert sorted(float(row["Value"]) for row in rows) == sorted(value for (value,) in values)
    assert {row["Unit"] for row in rows} == {"Khon Kaen Province"} and {row["Unit of measure"] for row in rows}
    assert all(row["Quality"] == "Official" and row["Source"] and row["As of"] for row in rows)


@BOTH_LANGUAGES
def test_every_sample_row_of_a_csv_says_sample_by_name(take, lang):
    rows = rows_of(take("attendance", lang)[0])
    assert len(rows) > 500
    assert {row[common.QUALITY_NAME.get(lang)] for row in rows} == {common.QUALITY["sample"].get(lang)}
    made_up = {"th": "ตัวอย่าง", "en": "Sample"}[lang]
    assert all(made_up in row[common.UNIT.get(lang)] for row in rows)


@BOTH_LANGUAGES
def test_a_workbook_with_samples_warns_first_and_names_the_snapshot(take, snapshot, lang):
    book = book_of(take("attendance", lang)[0])
    rows, about = (book[name] for name in book.sheetnames)
    said = [[cell.value for cell in row] for row in about.iter_rows()]
    assert said[0] == [common.NOTE.get(lang), words.SAMPLE_WARNING.get(lang)]
    assert [words.SNAPSHOT.get(lang), snapshot] in said
    header = [cell.value for cell in rows[1]]
    quality = header.index(common.QUALITY_NAME.get(lang)) + 1
    assert {rows.cell(n, quality).value for n in range(2, rows.max_row + 1)} == {common.QUALITY["sample"].get(lang)}


@BOTH_LANGUAGES
def test_a_workbook_of_published_figures_does_not_warn_and_holds_real_days(take, lang):
    book = book_of(take("road-deaths-province", lang)[0])
    rows, about = (book[name] for name in book.sheetnames)
    assert words.SAMPLE_WARNING.get(lang) not in [row[1].value for row in about.iter_rows()]
    header = [cell.value for cell in rows[1]]
    for name in (common.AS_OF, words.START, words.END):
        assert rows.cell(2, header.index(name.get(lang)) + 1).is_date
    assert rows.auto_filter.ref.startswith("A1:")


def test_hidden_samples_are_in_no_file(take):
    files, _ = take("attendance", sample="hide")
    for kind in ("csv", "xlsx"):
        if kind in files:
            assert b"Sample" not in files[kind][1]
    assert "png" not in files


@BOTH_LANGUAGES
@pytest.mark.parametrize("indicator", ["road-deaths-province", "attendance"])
def test_a_picture_has_title_measure_place_quality_source_snapshot_and_says_what_is_a_sample(
    take, snapshot, lang, indicator
):
    files, (title, *notes) = take(indicator, lang)
    png = files["png"][1]
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG") and width > 1500 and height > 500 and len(png) > 20_000
    made_up = indicator == "attendance"
    assert (notes[0] == common.SAMPLE_BADGE.get(lang)) == made_up
    under = " ".join(notes)
    assert title and common.QUALITY["sample" if made_up else "official"].get(lang) in under
    assert common.SOURCE.get(lang) in under and snapshot in under


def test_a_picture_carries_its_title_and_notes_in_the_drawing(monkeypatch):
    seen = {}
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda spec, **_: seen.update(spec) or "")
    monkeypatch.setattr(pictures.raster, "png", lambda svg, *_: svg.encode())
    spec = {"mark": "bar", "data": {"values": [{"x": 1}]}, "encoding": {}, "width": "container"}
    pictures.png(spec, "ผู้ใหญ่ที่ปี่", ["คน · ทางการ", "ที่มา: ทะเบียน"], "th")
    assert seen["title"]["text"] == "ผู้ใหญ่ที่ปี่" and seen["title"]["subtitle"] == ["คน · ทางการ", "ที่มา: ทะเบียน"]
    assert seen["width"] == pictures.WIDTH and spec["width"] == "container"
