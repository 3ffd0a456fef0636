"""Slides of every kind of item hold the figures of the snapshot, and say so in both languages."""

import shutil
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from pptx.enum.chart import XL_CHART_TYPE

from smart7 import figures, queries, store
from smart7.figures import Figure
from smart7.i18n import LANGS
from smart7.ledger import views
from smart7.meetings import ready
from smart7.meetings.agenda import KINDS, Item
from smart7.meetings.slides import slides
from smart7.packs.drawing import drawer, pictures
from smart7.packs.slides import plots
from smart7.questions import answer
from smart7.questions.either import from_link
from smart7.questions.happened import counted
from smart7.words import explore_page

ONE_OF_EACH = (
    Item("overview"), Item("domain", "living"), Item("indicator", "road-deaths-province"),
    Item("comparison", "enrolment"), Item("unit", "sample-school-1"), Item("unit", "sample-school-1:enrolment"),
    Item("map"), Item("change", "road-deaths-province:2018"), Item("travel", "hospital"), Item("view", "nobody"),
    Item("since", "2020-01-01"), Item("late"), Item("asks"), Item("service", "city_bus.green_24"),
    Item("question", "q-000000000000"), Item("text", note_th="หัว\nเนื้อ", note_en="Head\nBody"),
    Item("section", note_th="ตอนใหม่", note_en="A new part"),
)  # fmt: skip


@pytest.fixture(scope="module")
def leading(snapshot) -> dict[str, Figure]:
    rows = queries.records(snapshot, "indicators/cards", domain="", until=date(2026, 9, 30), sample=True)
    return {f.indicator_id: f for f in figures.read(rows, date(2026, 11, 22), date(2026, 9, 30))}


def test_there_is_a_slide_for_every_kind_of_item_in_both_languages(snapshot, meeting):
    assert {item.kind for item in ONE_OF_EACH} == set(KINDS) - {"picture"}
    for lang in ("th", "en"):
        made = slides(snapshot, meeting(*ONE_OF_EACH), lang)
        assert [slide.number for slide in made] == list(range(1, len(ONE_OF_EACH) + 1))
        for slide in made:
            assert slide.headline and slide.alt and slide.drill.startswith("/") and snapshot in slide.source_line
            assert slide.notes.narrative and slide.lang == lang


def test_the_same_snapshot_and_agenda_make_the_same_slides(snapshot, meeting):
    first, second = (slides(snapshot, meeting(*ONE_OF_EACH), "th") for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert (one.headline, one.figures, one.table, one.notes) == (
            other.headline,
            other.figures,
            other.table,
            other.notes,
        )
        assert (one.chart and one.chart.spec) == (other.chart and other.chart.spec)


def test_every_figure_shown_is_the_figure_of_the_pages(snapshot, meeting, leading):
    items = [Item("indicator", name) for name, f in leading.items() if f.value is not None]
    for slide in slides(snapshot, meeting(*items), "en"):
        expected, shown = leading[slide.item.subject], slide.figures[0]
        assert (shown.value, shown.shown) == (expected.value, expected.shown("en"))
        assert shown.is_sample == expected.is_sample == slide.is_sample
        assert shown.quality == slide.quality == expected.quality or len(slide.figures) > 1


def test_a_chart_draws_the_figures_of_its_slide(snapshot, meeting):
    (slide,) = slides(snapshot, meeting(Item("indicator", "road-deaths-province")), "en")
    drawn = sorted(slide.chart.rows["value"])
    assert drawn == sorted(one.value for one in slide.figures)
    assert slide.chart.spec["layer"] and slide.chart.measure == "persons"


def test_no_headline_holds_a_number_where_every_figure_is_a_sample(snapshot, meeting, leading):
    samples = [name for name, f in leading.items() if f.is_sample][:12]
    items = [Item(kind, name) for name in samples for kind in ("indicator", "change")]
    for slide in slides(snapshot, meeting(*items), "en"):
        said = slide.headline.removeprefix(leading[slide.item.subject.split(":")[0]].name.en)
        assert not any(letter.isdigit() for letter in said), slide.headline


def test_a_comparison_of_sample_units_has_no_finding(snapshot, meeting):
    (slide,) = slides(snapshot, meeting(Item("comparison", "enrolment")), "en")
    assert slide.headline.endswith("no unit has handed in a real figure yet")
    assert slide.is_sample and len(slide.figures) > 5 and slide.quality == "sample"


def test_an_item_keeps_its_own_language_and_its_notes_come_first(snapshot, meeting):
    item = Item("overview", lang="en", note_en="Greet the council.")
    (slide,) = slides(snapshot, meeting(item), "th")
    assert slide.lang == "en" and slide.notes.narrative.startswith("Greet the council.\n")


def test_what_is_not_in_the_snapshot_becomes_a_slide_that_says_so(snapshot, meeting):
    items = (Item("indicator", "magic"), Item("unit", "school-magic"), Item("map", "magic"), Item("view", "magic"))
    for slide in slides(snapshot, meeting(*items), "en"):
        assert slide.headline.startswith("This item cannot be shown: ") and not slide.figures


def test_without_samples_no_slide_holds_one(snapshot, meeting):
    for slide in slides(snapshot, meeting(*ONE_OF_EACH[:4]), "en", sample=False):
        assert not slide.is_sample and not any(one.is_sample for one in slide.figures)


def test_a_year_counted_in_another_way_is_not_compared(snapshot, meeting):
    (slide,) = slides(snapshot, meeting(Item("change", "road-injuries-province:2018")), "en")
    assert "not comparable with" in slide.headline


@pytest.mark.parametrize("name", [*ready.ids(), "school-board-school-suan-sanuk"])
def test_every_ready_made_agenda_shows_every_item(snapshot, name):
    agenda = ready.agenda(name, snapshot)
    made = slides(snapshot, agenda, "en")
    assert made and not [s.headline for s in made if s.headline.startswith("This item cannot be shown")]


def test_an_agenda_that_is_not_ready_made_is_none(snapshot):
    assert ready.agenda("school-board-nobody", snapshot) is None
    assert ready.agenda("monthly-magic", snapshot) is None


def test_a_saved_view_is_shown_under_its_name_with_its_question_and_its_figures(snapshot, meeting, ask):
    question = "v=1&show=road-deaths-province&by=year&split=unit"
    kept = views.save("ผู้เสียชีวิตบนถนน", "โน้ต", "ผู้วิเคราะห์", question, "live", snapshot, account="")
    (slide,) = slides(snapshot, meeting(Item("view", kept.view_id)), "en")
    expected = ask("select value from yearly where indicator_id = 'road-deaths-province' order by period_start")
    assert [(one.value,) for one in slide.figures] == expected
    assert slide.headline == "ผู้เสียชีวิตบนถนน" and "Road deaths" in slide.subhead
    assert slide.chart.kind == "bars" and slide.drill == f"/explore?{question}"
    assert slide.figures[0].key == "road-deaths-province/khonkaen-province/calendar_year:2017-01-01"
    titles = ask(
        "select distinct title_en from sources join observations using (source_id)"
        " where indicator_id = 'road-deaths-province' and known_to is null"
    )
    assert slide.source_line.startswith("Source: ") and all(title in slide.source_line for (title,) in titles)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("v=1&what=accidents&measure=dead&of=municipality&from=fy2019&to=fy2023&by=fiscal_year", "bars"),
        ("v=1&what=days&measure=over&show=pm25-mean&by=month", ""),
    ],
)
def test_a_saved_view_of_what_happened_is_a_slide_with_its_figures_source_and_what_it_lacks(
    snapshot, meeting, question, kind
):
    kept = views.save("On the road", "", "Traffic", question, "live", snapshot, account="")
    (slide,) = slides(snapshot, meeting(Item("view", kept.view_id)), "en")
    found = counted(snapshot, from_link(dict(parse_qsl(question)))[0], "en")
    assert [one.value for one in slide.figures] == [
        found.value(found.cell(key, column)) for key in found.keys for column in found.columns
    ]
    assert (slide.chart.kind if slide.chart else "") == kind and bool(slide.table) != bool(kind)
    assert slide.drill == f"/explore?{question}" and all(title in slide.source_line for title in found.sources())
    assert all(note in slide.notes.narrative for note in found.notes)


def test_a_frozen_view_shows_its_own_snapshot_and_says_so_when_that_cannot_be_read(snapshot, meeting):
    question = "v=1&show=road-deaths-province&by=year&split=unit"
    other = store.path_of("20200102-00000000aa")
    shutil.copyfile(store.path_of(snapshot), other)
    kept = views.save("view", "", "analyst", question, "frozen", other.stem, account="")
    (slide,) = slides(snapshot, meeting(Item("view", kept.view_id)), "en")
    assert slide.source_line.endswith(f"Snapshot {other.stem}")
    assert explore_page.FROZEN_GONE.en not in slide.subhead
    store.close_all()
    other.unlink()
    (slide,) = slides(snapshot, meeting(Item("view", kept.view_id)), "en")
    assert slide.source_line.endswith(f"Snapshot {snapshot}")
    assert explore_page.FROZEN_GONE.en in slide.subhead and explore_page.FROZEN_GONE.en in slide.notes.narrative


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("v=1&measure=count&split=domain&by=whole", "figures"), ("v=1&measure=share&split=domain&by=whole", "%"),
        ("v=1&show=recycling-rate&measure=change", "points"), ("v=1&show=enrolment&measure=index", "100.0"),
    ],
)  # fmt: skip
def test_a_saved_view_of_counts_shares_changes_and_indexes_says_what_they_are(snapshot, meeting, question, first):
    kept = views.save("view", "", "analyst", question, "live", snapshot, account="")
    (slide,) = slides(snapshot, meeting(Item("view", kept.view_id)), "en")
    assert any(first in one.shown for one in slide.figures), [one.shown for one in slide.figures][:4]


@pytest.mark.parametrize(
    "item",
    [
        Item("indicator", "road-deaths-province"), Item("change", "registered-population:2020"),
        Item("comparison", "budget-spent"), Item("indicator", "lrt-announced-opening"),
    ],
)  # fmt: skip
def test_a_drill_asks_the_explorer_about_the_years_of_its_slide(snapshot, meeting, item):
    (slide,) = slides(snapshot, meeting(item), "en")
    question, refused = from_link(dict(parse_qsl(urlsplit(slide.drill).query)))
    starts = [one.key.rpartition(":")[2] for one in slide.figures]
    assert not refused and question.indicators == (item.subject.partition(":")[0],)
    assert question.start.isoformat() == min(starts)
    assert question.end.isoformat() >= max(starts)
    newest = next(one for one in slide.figures if one.key.endswith(max(starts)))
    assert newest.value in set(answer(snapshot, question).frame["value"]) or item.kind == "comparison"


@pytest.mark.parametrize("lang", LANGS)
def test_promised_years_are_points_near_one_another_and_no_amounts_from_nothing(snapshot, meeting, lang):
    (slide,) = slides(snapshot, meeting(Item("change", "lrt-announced-opening")), lang)
    plan = plots.plot(slide.chart, lang)
    assert plan.kind == XL_CHART_TYPE.LINE_MARKERS and plan.ends == (2021.0, 2029.0)
    assert plan.series[0].values == [2022.0, 2025.0, 2028.0]
    assert plan.series[0].shown == (["2565", "2568", "2571"] if lang == "th" else ["2022", "2025", "2028"])
    drawn = drawer.convert(pictures.sized(slide.chart.spec, 2.0), lang)
    assert ">0<" not in drawn and all(f">{year}<" in drawn for year in plan.series[0].shown)
