"""Every page over data that is not as rich as today's: it runs, and says what there is and what is not."""

import csv
import shutil
from datetime import date

import pytest
import streamlit as st

from smart7 import catalog, kept
from smart7.i18n import LANGS
from smart7.ingest.build import Options, build
from smart7.words import board, cards, common, overview, panels, site, sources, units
from tests.conftest import copy_data

PAGES = [page.id for page in catalog.PAGES]
AS_OF = date(2026, 11, 22)


@pytest.fixture
def every_page(visit_to):
    """Return a function that opens every page over a data folder and gives the words of each by its id."""

    def tour(folder, lang="en", **link):
        visitor = visit_to(folder)
        return {page: visitor.open(page, lang=lang, **link).words for page in PAGES}

    return tour


def rewrite(path, keep):
    """Keep only some rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    kept = [row for row in rows if keep(dict(zip(header, row, strict=True)))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *kept])


def leave_only_published(folder):
    """Remove every other file of figures, all points and all days."""
    for path in (folder / "observations").glob("*.csv"):
        if path.name not in ("published.csv", "not_used.csv"):
            path.unlink()
    for name in ("points", "days"):
        shutil.rmtree(folder / name)


def remove_targets(folder):
    """Remove declared targets, and figures of the peers, whose median the build makes a target of."""
    rewrite(folder / "catalog/targets.csv", lambda row: False)
    with (folder / "catalog/units.csv").open(encoding="utf-8", newline="") as file:
        peers = {row["unit_id"] for row in csv.DictReader(file) if row["kind"].startswith("peer_")}
    for path in (folder / "observations").glob("*.csv"):
        if path.name != "not_used.csv":
            rewrite(path, lambda row: row["unit_id"] not in peers)


@pytest.fixture(scope="module")
def one_figure(tmp_path_factory):
    """Build the real catalogue with one figure and no samples."""
    folder = copy_data(tmp_path_factory.mktemp("one-figure"))
    leave_only_published(folder)
    rewrite(folder / "observations/published.csv", lambda row: row["indicator_id"] == "policy-training-participants")
    build(Options(folder, AS_OF, with_sample=False))
    return folder


@pytest.mark.parametrize("lang", LANGS)
def test_with_one_figure_and_no_samples_every_page_says_what_is_missing(one_figure, every_page, lang):
    words = every_page(one_figure, lang)
    total = len((one_figure / "catalog/indicators.csv").read_text("utf-8").splitlines()) - 1
    # The one kept, and places near a stop, which the build works out from feeds and places.
    known = 2
    assert sources.COVERAGE_LINE.format(lang, known=known, total=total, missing=total - known) in words["sources"]
    assert overview.NOTHING_CHANGED.get(lang) in words["overview"]
    assert board.NONE_JUDGED.format(lang, known=known, total=total) in words["overview"]
    nothing = panels.NOTHING.format(lang, why=panels.NOT_YET.get(lang))
    for page in ("living", "environment", "economy", "education", "governance"):
        assert nothing in words[page] and common.REASONS["missing"].get(lang) not in words[page].split(nothing)[1]
    assert common.REASONS["missing"].get(lang) in words["indicator"]
    assert units.NEVER.get(lang).strip("– ") in words["units"]
    # Without sample figures there is nothing to switch.
    assert all(site.SHOW_SAMPLE.get(lang) not in said for said in words.values())


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_single_figure_the_first_visit_says_which_file_to_fill(data_copy, visit_to, in_process, lang):
    rewrite(data_copy / "observations/published.csv", lambda row: False)
    there = visit_to(data_copy).open("overview", lang=lang)
    (status,) = there.at.status
    assert status.label == site.BUILD_FAILED.get(lang) and status.state == "error"
    (table,) = [item.value for item in there.at.main if item.type == "code"]
    assert "published.csv" in table and "there is a header and not one row" in table and "Traceback" not in table


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_visit_builds_the_snapshot_and_goes_on_to_the_page(tiny, visit_to, lang):
    tiny.series(tiny.indicator("counted"), "town", date(2025, 10, 1), [10, 11])
    there = visit_to(tiny.write()).open("living", lang=lang)
    assert [status.state for status in there.at.status] == ["complete"]
    assert "counted" in there.words and there.title == catalog.page("living").title.get(lang)
    assert list(there.settled().at.status) == []


def test_one_indicator_alone_fills_its_page_and_the_others_say_nothing_false(tiny, every_page):
    tiny.series(tiny.indicator("counted", period_kind="fiscal_year"), "town", date(2023, 10, 1), [10, 12])
    words = every_page(tiny.build().folder)
    assert "12.0 M" in words["living"].replace("\n", " ") and "+2.0\u00a0M from FY2024" in words["living"]
    assert board.ROW.format("en", total=1, known=1, judged=0) in words["overview"]
    assert board.ROW.format("en", total=0, known=0, judged=0) in words["overview"]
    assert "counted" in words["indicator"] and "counted" not in words["economy"]
    assert "1 of 1 indicators have a figure with a source; 0 wait" in words["sources"]


def test_without_targets_nothing_is_judged_and_every_verdict_says_why(data_copy, visit_to):
    remove_targets(data_copy)
    profiles = data_copy / "catalog/sample_profiles.csv"
    with profiles.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with profiles.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "target_start": "", "target_end": ""} for row in rows)
    build(Options(data_copy, AS_OF))
    visitor = visit_to(data_copy)
    for domain in catalog.DOMAINS:
        there = visitor.open(domain.id, lang="en")
        assert not [n for name in ("s7-on", "s7-near", "s7-off") for n in there.markup.all(css=name)]
        assert "target ≥" not in there.words and "target ≤" not in there.words
        assert "0 judged now" in there.words
    assert common.REASONS["no_target"].en in visitor.words
    overview = visitor.open("overview", lang="en").words
    assert "none of them can be held against a target yet" in overview and board.NOTE.en not in overview
    assert visitor.open("indicator", id="attendance", lang="en").charts


def test_when_all_but_one_figure_are_samples_every_page_says_so(tiny, visit_to):
    for n, domain in enumerate(catalog.DOMAINS):
        tiny.profile(tiny.indicator(f"made-up-{n}", domain=domain.id), target_start=40, target_end=100)
    tiny.figure(tiny.indicator("counted"), "town", date(2026, 9, 1), 5)
    visitor = visit_to(tiny.build(with_sample=True).folder)
    for page in PAGES:
        there = visitor.open(page, lang="en", sample="show")
        assert "figures are made up" in there.words and "to show the shape" in there.words
        assert all("s7-sample" in card.css for card in there.cards if "made-up" in card.text)
        hidden = visitor.open(page, lang="en", sample="hide")
        assert "Only the 1 real figures" in hidden.words
        assert list(hidden.markup.all(css="s7-sample")) == []
    assert overview.NOTHING_CHANGED.en in visitor.open("overview", lang="en").words


def test_figures_known_only_by_school_are_said_to_be(tiny, every_page):
    tiny.indicator("points", level="school", over_units="none", period_kind="fiscal_year", domain="education")
    for n in (1, 2, 3):
        tiny.series("points", f"school-{n}", date(2023, 10, 1), [50 + n, 60 + n])
    words = every_page(tiny.build().folder)
    assert cards.SEE_UNITS.en in words["education"]
    assert common.REASONS["parts"].en in words["indicator"]
    assert "63.0" in words["indicator"]
    assert "61.0\u00a0M" in words["units"]


def test_a_figure_of_nought_and_a_constant_series_are_figures_like_others(tiny, every_page):
    tiny.series(tiny.indicator("nought", period_kind="fiscal_year"), "town", date(2022, 10, 1), [0, 0, 0])
    words = every_page(tiny.build().folder)
    assert "0.0 M" in words["living"].replace("\u00a0", " ") and "the same as FY2024" in words["living"]
    assert "0.0" in words["indicator"]


def test_hostile_names_in_the_data_are_shown_as_they_are_written(tiny, visit_to):
    name = "<script>alert(1)</script> \"ที่\" & 'นี่' <b>"
    tiny.indicator("hostile", name_th=name, name_en=name, about_en=name, formula_en=name, measure_en="<u>")
    tiny.figure("hostile", "town", date(2026, 9, 1), 5, note_en=name, note_th=name)
    tiny.rows["units.csv"][0] |= {"name_en": name}
    visitor = visit_to(tiny.build().folder)
    for page in PAGES:
        there = visitor.open(page, lang="en", **({"id": "hostile"} if page == "indicator" else {}))
        assert [
            n.tag for n in there.markup.all() if n.tag == "script" or "alert" in n.text and name not in n.text
        ] == []
        blocks = [block.value for block in there.at.main if block.type == "html"]
        assert not [block for block in blocks if "<script" in block or "<u>" in block]
    assert name in visitor.open("living", lang="en").words


@pytest.fixture(scope="module")
def ten_thousand_schools(new_town):
    """Build a town of ten thousand schools with two years of one figure each."""
    town = new_town()
    town.indicator("pupils", level="school", period_kind="fiscal_year", domain="education")
    for n in range(4, 10_001):
        town.unit(f"school-{n}", "school")
    for n in range(1, 10_001):
        town.series("pupils", f"school-{n}", date(2023, 10, 1), [n, n + 1])
    return town.build()


def test_ten_thousand_schools_are_shown_a_few_at_a_time(ten_thousand_schools, visit_to):
    kept.forget()
    st.cache_data.clear()
    visitor = visit_to(ten_thousand_schools.folder)
    for page in PAGES:
        there = visitor.open(page, lang="en")
        assert len("".join(b.value for b in there.at.main if b.type == "html")) < 400_000
        assert sum(len(chart.rows) for chart in there.charts) <= 400
    total = f"{sum(range(2, 10_002)):,}"
    assert total in visitor.open("education", lang="en").words
    there = visitor.open("indicator", id="pupils", lang="en")
    assert "The first 40 of 10000 units" in there.words.replace(",", "")
    assert len(there.at.dataframe[0].value) <= 2000
    assert len(visitor.open("units", lang="en").at.selectbox(key="bar-unit").options) <= 500


def test_a_school_beyond_the_list_of_ten_thousand_can_still_be_opened_by_its_link(ten_thousand_schools, visit_to):
    there = visit_to(ten_thousand_schools.folder).open("units", unit="school-9999", lang="en")
    assert there.warnings == [] and "10,000.0" in there.words
