"""Days on the page of an indicator, accidents on the map: what is said, what is drawn, what a link holds."""

import re
import shutil
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from smart7.i18n import LANGS
from smart7.ingest.build import Options, build
from smart7.questions.happened.asked import from_link
from smart7.words import crashes as words
from smart7.words import days as day_words
from smart7.words import map as map_words
from tests import happened
from tests.conftest import AS_OF, copy_data

BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
DUST = {"id": "pm25-mean", "year": "2023"}
SHOWN = "accidents.spots"


def without_accidents(to):
    """Copy the data without the accidents it holds."""
    copied = copy_data(to)
    shutil.rmtree(copied / "points")
    return copied


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a data folder with 400 invented accidents and five invented years of dust."""
    to = without_accidents(tmp_path_factory.mktemp("happened"))
    happened.accidents(to, 400)
    happened.dust(to)
    build(Options(to, AS_OF, with_sample=False))
    return to


@pytest.fixture
def there(folder, visit_to):
    """Return a visitor to that folder."""
    return visit_to(folder)


def headings(visit):
    return [node.text for level in ("h2", "h3") for node in visit.markup.all(level)]


def table(visit, caption):
    """Return the rows of the table with a caption."""
    (found,) = [t.rows() for t in visit.markup.all("table") if any(c.text == caption for c in t.all("caption"))]
    return found


# --- days


@BOTH_LANGUAGES
def test_an_indicator_with_days_shows_its_calendar_and_says_what_is_measured(there, lang):
    there.open("indicator", lang=lang, **DUST)
    name = "Test station" if lang == "en" else "สถานีทดสอบ"
    assert day_words.HEADING.format(lang, station=name) in headings(there)
    drawn = [chart for chart in there.charts if any("dom" in row for row in chart.rows)]
    (calendar,) = drawn
    assert len(calendar.rows) == 365 and "gap" in {row["kind"] for row in calendar.rows}
    assert {"low", "within", "over", "far"} & {row["kind"] for row in calendar.rows}
    said = day_words.STANDARD.get(lang).partition(":")[0]
    assert re.search(rf"{said}: 50\.0 .*37\.5", there.words), "which standard was in force when is not said"
    year = "66" if lang == "th" else "2023"
    assert any(year in row["label"] for row in calendar.rows) and name in calendar.alt


def test_the_calendar_follows_the_year_that_is_chosen_and_judges_by_its_standard(there):
    there.open("indicator", lang="en", id="pm25-mean", year="2020")
    (calendar,) = [chart for chart in there.charts if any("dom" in row for row in chart.rows)]
    assert {row["label"][-4:] for row in calendar.rows} == {"2019", "2020"}
    told = {row["shown"] for row in calendar.rows if row["kind"] == "over"}
    assert told and all("standard 50.0" in text for text in told)


def test_seasons_hours_and_months_are_drawn_once_somebody_opens_them(there):
    there.open("indicator", lang="en", **DUST)
    before = len(there.charts)
    key = f"days-more-{happened.STATION}"
    there.at.session_state[key] = True
    there.settled()
    assert len(there.charts) == before + 4
    for query in ("Days over the standard, by season", "Hours of the day, by season", "Monthly means",
                  "Shape of the year"):  # fmt: skip
        assert query in headings(there) and len(table(there, query)) > 2


def test_the_numbers_of_the_calendar_add_up_to_what_is_said_of_it(there):
    there.open("indicator", lang="en", **DUST)
    rows = table(there, "Calendar of days")[1:]
    (said,) = set(re.findall(r"(\d+) of 365 days measured, (\d+) over the standard", there.words))
    few = int((re.findall(r"(\d+) with fewer than 18 hours", there.words) or ["0"])[0])
    assert (sum(int(row[1]) for row in rows) + few, sum(int(row[2]) for row in rows)) == tuple(map(int, said))


def test_an_indicator_without_days_is_as_it_was(there, seen):
    with_days = there.open("indicator", lang="en", id="road-deaths", sample="hide")
    assert day_words.HEADING.en.partition(":")[0] not in with_days.words
    assert len(with_days.charts) == len(seen("indicator", lang="en", id="road-deaths", sample="hide").charts)


def test_the_page_of_the_domain_leads_to_the_days(there):
    there.open("environment", lang="en", year="2023", sample="hide")
    heading = "Days over the standard, by month: PM2.5, mean, Test station"
    assert heading in headings(there)
    led = {a.text: a.attributes["href"] for a in there.markup.all("a")}
    assert led[day_words.ALL_DAYS.en].startswith("/indicator?") and "id=pm25-mean" in led[day_words.ALL_DAYS.en]


def test_a_year_before_any_day_was_measured_shows_none(there):
    there.open("indicator", lang="en", id="pm25-mean", year="2018")
    assert not [chart for chart in there.charts if any("dom" in row for row in chart.rows)]


# --- accidents


@BOTH_LANGUAGES
def test_accidents_say_how_many_there_are_how_exact_and_from_whom(there, lang):
    there.open("map", lang=lang, layers=SHOWN)
    assert map_words.LAYERS["accidents"].get(lang) in headings(there)
    assert words.NO_DETAILS.get(lang) in there.words
    assert re.search(r"\(\d+–\d+", there.words)
    assert there.warnings == []


def test_the_map_asks_for_accidents_tile_by_tile_as_the_link_narrows_them(there):
    there.open("map", lang="en", layers=SHOWN, when="2021", hours="6-8", cause="speeding")
    (drawn,) = [item.proto for item in there.at.main if item.type == "deck_gl_json_chart"]
    (tiles,) = re.findall(r'"(/map-layers/[^"]*accidents/\{z\}/\{x\}/\{y\}\.json[^"]*)"', drawn.json)
    assert tiles.endswith("?when=2021&hours=6-8&cause=speeding&lang=en")
    assert there.warnings == []


def test_from_the_map_the_explorer_asks_of_the_very_accidents_that_are_shown(there):
    there.open("map", lang="en", layers=SHOWN, when="2021", hours="6-8", cause="speeding")
    (to,) = [link for link in there.markup.all("a") if link.text == words.EXPLORE.en]
    asked = dict(parse_qsl(urlsplit(to.attributes["href"]).query))
    there.open("explore", **asked)
    assert there.warnings == [] and urlsplit(to.attributes["href"]).path == "/explore"
    question = from_link(asked)[0]
    assert (question.hours, question.cause, question.by) == ("6-8", "speeding", "month") and asked["lang"] == "en"
    assert (question.start, question.end) == (date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(("name", "value"), [("when", "1850"), ("hours", "1-2"), ("cause", "luck")])
def test_a_link_that_narrows_by_what_there_is_not_says_so(there, name, value):
    there.open("map", lang="en", layers=SHOWN, **{name: value})
    (warning,) = there.warnings
    assert value in warning and words.PARAMS[name].en in warning
    assert name not in there.at.query_params


def test_choosing_a_year_writes_it_into_the_link(there):
    there.open("map", lang="en", layers=SHOWN)
    there.choose("map-when", "2021")
    held = there.at.query_params["when"]
    assert (held if isinstance(held, str) else held[0]) == "2021"


def test_the_tables_add_up_to_all_accidents(there):
    there.open("map", lang="en")
    years = table(there, words.YEARS.en)[1:]
    assert sum(int(row[2]) for row in years) == 400
    hours = table(there, words.PARTS["hours"].en)[1:]
    assert sum(int(cell) for row in hours for cell in row[1:]) == 400 and len(hours) == 9
    assert words.UNSAID.en in {row[0] for row in hours}


@BOTH_LANGUAGES
def test_a_place_of_many_accidents_has_a_card_with_its_uncertainty_and_the_rule(there, lang):
    there.open("map", lang=lang, layers=SHOWN, pick="spot.accident.1")
    card = there.markup.one("article").text
    assert map_words.KINDS["spot"].get(lang) in card and words.POSITIONS.get(lang) in card
    assert words.RULE.get(lang) in there.words
    assert len(table(there, map_words.LAYERS["spots"].get(lang))) > 3


def test_without_accidents_the_map_offers_none(tmp_path, visit_to):
    empty = without_accidents(tmp_path / "data")
    build(Options(empty, AS_OF, with_sample=False))
    there = visit_to(empty).open("map", lang="en")
    assert map_words.LAYERS["accidents"].en not in headings(there)
    offered = [option for group in there.at.main.get("button_group") for option in group.options]
    assert map_words.LAYERS["schools"].en in offered
    assert {map_words.LAYERS["accidents"].en, map_words.LAYERS["spots"].en}.isdisjoint(offered)


def test_all_accidents_are_more_than_those_of_which_the_hour_is_known(there):
    there.open("map", lang="en", layers="accidents")
    every = {name: there.at.selectbox(key=f"map-{name}").options for name in ("when", "hours")}
    count = {name: [int(re.sub(r"\D", "", re.search(r"\(([\d,]+)\)$", one)[1])) for one in options]
             for name, options in every.items()}  # fmt: skip
    assert count["when"][0] == count["hours"][0] == sum(count["when"][1:]) > sum(count["hours"][1:])
