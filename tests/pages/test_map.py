"""The map page: three ways to look, what can be chosen, and every modelled number with its range."""

import re

import pytest

from smart7 import maps, queries
from smart7.components import link
from smart7.i18n import LANGS
from smart7.ingest.build import Options, build
from smart7.transit import compare
from smart7.words import common, site
from smart7.words import map as words
from smart7.words import strip as strip_words
from smart7.words import travel as travel_words
from tests.conftest import AS_OF, copy_data
from tests.feeds import Feed

BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
PARTS = {
    "network": (words.CHOOSE, words.NETWORKS),
    "line": (strip_words.NO_ROUTE, strip_words.NO_ROUTE),
    "change": (travel_words.ABOUT, travel_words.BALANCE),
    "ledger": (words.LEDGER_ABOUT, words.CLAIMS),
}
PLAIN = (words.PLACE, travel_words.MINUTES, travel_words.CELLS, travel_words.NTH, travel_words.TAMBON)
RANGE = re.compile(r"[−\d.,]+ \([−\d.,]+–[−\d.,]+\)|–")


def things(snapshot, lang="th"):
    """Return everything that can be chosen, by key."""
    return {row["key"]: row for row in queries.run(snapshot, "map/search", lang=lang).to_dict("records")}


def one_of_each_kind(snapshot):
    return {row["kind"]: key for key, row in things(snapshot).items()}


def held(there, name):
    """Return what the link holds under a name."""
    value = there.at.query_params.get(name, "")
    return value if isinstance(value, str) else "".join(value)


def ranges(chart):
    """Return the rows of a chart of ranges, without its line at nothing."""
    rows = [row for row in chart.rows if "low" in row]
    assert rows
    return rows


def card(there):
    (found,) = there.markup.all("article")
    return found


def facts(there):
    """Return what a card says, by what it is about."""
    pairs = [node for node in card(there).one("dl").children if not isinstance(node, str)]
    found = {}
    for term, said in zip(pairs[::2], pairs[1::2], strict=True):
        found.setdefault(term.text, said.text)
    return found


def table(there, caption):
    """Return the rows of the table with this caption."""
    (found,) = [t for t in there.markup.all("table") if any(c.text == caption for c in t.all("caption"))]
    return found.rows()


@BOTH_LANGUAGES
@pytest.mark.parametrize("part", PARTS)
def test_each_way_to_look_has_its_own_words_and_not_those_of_another(seen, lang, part):
    there = seen("map", lang=lang, show=part)
    for text in PARTS[part]:
        assert text.get(lang) in there.words and text.get("en" if lang == "th" else "th") not in there.words
    for other in set(PARTS) - {part}:
        assert PARTS[other][0].get(lang) not in there.words
    assert there.warnings == []


def test_it_opens_with_routes_plan_stations_and_schools(visitor):
    there = visitor.open("map", lang="en")
    said = [item.text for item in there.markup.one("ul", "s7-legend").all("li")]
    for name, text in words.LAYERS.items():
        assert any(text.en in item for item in said) == (name in maps.OPENS_WITH)
    assert any("plan as of 3 March 2024" in item for item in said)
    assert "layers" not in there.at.query_params


def test_the_legend_follows_the_layers_of_the_link(seen):
    there = seen("map", lang="en", layers="schools.walk")
    said = there.markup.one("ul", "s7-legend").text
    assert words.LAYERS["walk"].en in said and words.LAYERS["routes"].en not in said
    assert len(list(seen("map", layers=link.NONE).markup.one("ul", "s7-legend").all("li"))) == 1


@BOTH_LANGUAGES
def test_what_has_no_position_or_a_rough_one_is_counted(seen, ask, lang):
    there = seen("map", lang=lang).words
    unknown = ask("select kind, count(*) from places where lat is null group by kind")
    rough = ask("select kind, count(*) from places where accuracy_m > 500 group by kind")
    assert unknown and rough
    for kind, count in unknown:
        assert words.MISSING_UNKNOWN.format(lang, kind=words.KINDS[kind].get(lang), count=count) in there
    for kind, count in rough:
        assert words.ROUGH_COUNT.format(lang, kind=words.KINDS[kind].get(lang), count=count) in there
    without = seen("map", lang=lang, layers="markets").words
    assert words.ROUGH.get(lang).split("{")[0] not in without and words.MISSING.get(lang).split("{")[0] in without


@pytest.mark.parametrize(("name", "value"), [
    ("pick", "route.nothing.1"), ("layers", "atlantis"), ("show", "everything"), ("at", "the-moon"),
])  # fmt: skip
def test_a_link_to_what_there_is_not_says_so(visitor, name, value):
    there = visitor.open("map", lang="en", **{name: value})
    (warning,) = there.warnings
    assert value in warning and site.PARAMS[name].en in warning and "the usual" in warning
    assert name not in there.at.query_params


@pytest.mark.parametrize(("name", "value"), [
    ("to", "moon"), ("headway", "0"), ("headway", "often"), ("speed", "900"), ("phase", "p7"), ("walk", "9e9"),
    ("transfer", "-1"), ("tram", "maybe"), ("feeders", "2"),
])  # fmt: skip
def test_a_setting_there_is_not_is_said_and_left_out(visitor, name, value):
    there = visitor.open("map", lang="en", show="change", **{name: value})
    (warning,) = there.warnings
    assert value in warning and travel_words.PARAMS[name].en in warning
    assert name not in there.at.query_params
    shown = there.words.replace(f"{warning}\n", "")
    assert shown == visitor.open("map", lang="en", show="change").words


@BOTH_LANGUAGES
@pytest.mark.parametrize("kind", [kind for kind in words.KINDS if kind != "spot"])  # see test_happened.py
def test_a_thing_of_each_kind_has_a_card(seen, snapshot, lang, kind):
    key = one_of_each_kind(snapshot)[kind]
    thing = things(snapshot, lang)[key]
    there = seen("map", lang=lang, pick=key)
    assert card(there).one("h2").text == thing["name"] and words.KINDS[kind].get(lang) in card(there).text
    assert thing["other_name"] in card(there).text
    assert there.warnings == [] and held(there, "pick") == key


def test_a_route_says_what_it_runs_who_runs_it_and_that_this_is_assumed(seen):
    there = seen("map", lang="en", pick="route.songthaew_2018.st9")
    said = facts(there)
    assert said[words.OPERATOR.en] == "Songthaews of Khon Kaen (operators not recorded)"
    assert said[words.FARE.en] == words.FARE_UNKNOWN.en
    assert said[words.HEADWAY.en] == "both ways: every 20 min"
    assert said[words.WAIT.en] == "10.0 min"
    assert said[words.SPAN.en] == "06:00–17:40 · 36 trips a day"
    assert said[words.TODAY.en] == words.STATUS["recorded"].en
    assert said[words.NETWORK_SOURCE.en]
    foot = card(there).one("p", "s7-note")
    assert list(foot.all("span", "s7-q-estimated")) and words.ASSUMED.en in foot.text
    assert "Songthaew: every 20 (10–40) minutes" in foot.text


def test_a_plan_is_said_to_be_one_on_its_card(seen):
    there = seen("map", lang="en", pick="route.lrt_plan.red_p1")
    assert "s7-planned" in card(there).css
    assert facts(there)[words.TODAY.en] == words.STATUS["planned"].en
    assert facts(there)[words.STOPS.en] == "15" and facts(there)[words.FARE.en] == "15 baht"
    assert "Light rail: every 10 (6–15) minutes" in card(there).text


def test_a_route_that_ended_says_so(seen):
    there = seen("map", lang="en", pick="route.city_bus.green_24")
    assert facts(there)[words.TODAY.en] == words.STATUS["ended"].en and "s7-planned" not in card(there).css


def test_departures_by_hour_add_up_to_the_trips_of_the_day(seen):
    there = seen("map", lang="en", pick="route.songthaew_2018.st9")
    (chart,) = there.charts
    title = queries.get("map/hours").title.en
    rows = table(there, title)[1:]
    assert sum(row["trips"] for row in chart.rows) == sum(int(row[1]) for row in rows) == 2 * 36
    assert [row[0] for row in rows] == [f"{hour:02d}:00" for hour in range(6, 18)]


def test_what_lies_near_a_stop_says_how_far_and_how_sure_that_is(seen, ask):
    there = seen("map", lang="en", pick="stop.songthaew_2018.st_sam_liam")
    assert "Sam Liam Municipal School" in there.markup.text
    assert re.search(r"School · 6 ± 1,000 m", there.markup.text)
    assert words.OFF_NOTE.en in there.markup.text


def test_a_place_leads_to_its_stops_and_to_before_and_after(seen):
    there = seen("map", lang="en", pick="place.school-sam-liam", year="2022")
    assert facts(there)[words.POSITION.en].startswith("may be off by about 900 m")
    led = {a.attributes["href"]: a.text for a in there.markup.all("a")}
    assert led["/map?lang=en&year=2022&pick=stop.songthaew_2018.st_sam_liam"] == "Ban Sam Liam"
    assert led["/map?lang=en&year=2022&show=change"] == "Minutes to a school before and after the light rail"


def test_a_place_without_a_position_says_so_and_cannot_be_zoomed_to(visitor, ask):
    ((place,),) = ask("select min(place_id) from places where lat is null and kind = 'market'")
    there = visitor.open("map", lang="en", pick=f"place.{place}")
    assert facts(there)[words.POSITION.en].startswith(words.POSITION_UNKNOWN.en)
    assert there.at.button(key="map-zoom").disabled
    assert words.NEAR_NONE.en in there.markup.text


def test_the_list_holds_everything_in_both_languages_routes_first(visitor, snapshot):
    options = visitor.open("map", lang="en").at.selectbox(key="map-pick").options
    assert len(options) == len(things(snapshot)) == len(set(options))
    assert options[0].startswith("Route: 2 · ") and "(2 · บ้านโคกฟันโปง" in options[0]
    assert "School: Sam Liam Municipal School (โรงเรียนเทศบาลบ้านสามเหลี่ยม)" in options


def test_choosing_from_the_list_fills_the_card_and_the_link_and_empties_the_list(visitor):
    there = visitor.open("map", lang="en")
    assert words.HOW_TO.en in there.words and not list(there.markup.all("article"))
    there.choose("map-pick", "place.school-wat-klang")
    assert card(there).one("h2").text == "Wat Klang Municipal School"
    assert held(there, "pick") == "place.school-wat-klang"
    assert there.at.selectbox(key="map-pick").value is None
    there.choose("map-pick", "place.school-sam-liam")
    assert card(there).one("h2").text == "Sam Liam Municipal School"


def test_zooming_and_clearing_change_the_link(visitor):
    there = visitor.open("map", pick="place.school-wat-klang")
    there.at.button(key="map-zoom").click()
    assert held(there.settled(), "at") == "pick"
    there.at.button(key="map-whole").click()
    assert "at" not in there.settled().at.query_params and there.at.query_params["pick"]
    there.at.button(key="map-clear").click()
    assert "pick" not in there.settled().at.query_params and not list(there.markup.all("article"))


def calls(there):
    """Return the stops of a route's strip."""
    return [node for node in there.markup.one("ol", "s7-strip").children if not isinstance(node, str)]


def named(call):
    return call.one("p", "s7-stop").text


@BOTH_LANGUAGES
def test_a_route_is_a_strip_of_its_stops_in_order_with_minutes_between(seen, ask, lang):
    there = seen("map", lang=lang, show="line", pick="route.songthaew_2018.st9")
    stops = ask("""select s.name_th, s.name_en from gtfs_stop_times h join gtfs_stops s using (feed_id, stop_id)
        where h.feed_id = 'songthaew_2018' and h.trip_id = 'st9_out' order by h.nth""")
    assert [named(call) for call in calls(there)] == [th if lang == "th" else en for th, en in stops]
    hops = [call for call in calls(there) if list(call.all("p", "s7-hop"))]
    assert len(hops) == len(stops) - 1 and not list(calls(there)[-1].all("p", "s7-hop"))
    assert strip_words.BETWEEN.get(lang) in there.words and words.ASSUMED.get(lang) in there.words
    assert list(there.markup.all("span", "s7-q-estimated"))


def test_the_strip_says_the_first_and_last_bus_each_way_and_at_each_stop(seen):
    there = seen("map", lang="en", show="line", pick="route.songthaew_2018.st9")
    for towards in ("Ban Sa-at", "Sam Liam"):
        assert f"to {towards}: first 06:00 · last 17:40" in there.words
    second = calls(there)[1].text
    assert "first 06:03 · last 17:43" in second
    assert not any("first" in call.text for call in calls(there)[-1:]), "nobody boards at the last stop"


def test_at_a_stop_stand_the_other_routes_and_what_lies_within_a_walk(seen, ask):
    there = seen("map", lang="en", show="line", pick="route.songthaew_2018.st9")
    (market,) = [call for call in calls(there) if named(call) == "Municipal Market"]
    routes = {
        r
        for (r,) in ask("""select distinct t.route_id from gtfs_stop_times h join gtfs_trips t
        using (feed_id, trip_id) where h.feed_id = 'songthaew_2018' and h.stop_id = 'st_municipal_market'""")
    }
    numbers = [node.text for node in market.one("ul", "s7-bullets").all("span", "s7-bullet")]
    assert sorted(numbers, key=int) == numbers and len(numbers) == len(routes) - 1 and "9" not in numbers
    near = ask("""select p.name_en from place_reach n join places p using (place_id)
        where n.feed_id = 'songthaew_2018' and n.stop_id = 'st_municipal_market' and n.distance_m <= 500
        and p.kind <> 'village'""")
    said = " ".join(node.text for node in market.all("ul", "s7-near"))
    assert near and all(name in said for (name,) in near) and "±" in said


@BOTH_LANGUAGES
def test_a_planned_line_has_its_stations_without_times_nobody_knows(seen, lang):
    there = seen("map", lang=lang, show="line", pick="route.lrt_plan.red")
    assert len(calls(there)) == 21 and list(there.markup.all("ol", "s7-strip-plan"))
    assert strip_words.UNKNOWN.get(lang) in there.words
    assert not list(there.markup.all("p", "s7-hop")) and not re.search(r"\d\d:\d\d", calls(there)[0].text)


def test_every_route_has_a_link_to_its_strip_and_a_phase_has_none(seen, ask):
    there = seen("map", lang="en", show="line")
    linked = [a.attributes["href"] for a in there.markup.one("ul", "s7-bullets").all("a")]
    counted = ask("select count(*) from gtfs_routes anti join service_phases using (feed_id, route_id)")[0][0]
    assert len(linked) == len(set(linked)) == counted
    numbers = [node.text for node in there.markup.one("ul", "s7-bullets").all("span", "s7-bullet")]
    assert numbers[:5] == ["2", "3", "4", "5", "6"]
    card = seen("map", lang="en", pick="route.songthaew_2018.st9")
    assert strip_words.ALL_STOPS.en in card.words


@BOTH_LANGUAGES
def test_reach_is_a_range_out_of_all_places_known_and_said_to_be_modelled(seen, ask, lang):
    there = seen("map", lang=lang)
    feed = "title_th" if lang == "th" else "title_en"
    for (title,) in ask(f"select {feed} from gtfs_feeds"):  # noqa: S608
        (found,) = [
            t.rows() for t in there.markup.all("table")
            if any(c.text == title for c in t.all("caption")) and words.PLACE.get(lang) in t.rows()[0]
        ]  # fmt: skip
        header, *rows = found
        assert len(header) == 5 and len(rows) == 15
        for row in rows:
            for cell in row[2:]:
                reached, low, high, places = map(int, re.findall(r"\d+", cell))
                assert low <= reached <= high <= places
    marks = [m for m in there.markup.all("span", "s7-q-modelled") if m.text == common.QUALITY["modelled"].get(lang)]
    assert len(marks) == 2


@BOTH_LANGUAGES
def test_every_assumption_has_a_name_a_range_and_a_reason(seen, ask, lang):
    there = seen("map", lang=lang)
    rows = table(there, words.ASSUMPTIONS.get(lang))[1:]
    assert len(rows) == ask("select count(*) from assumptions")[0][0]
    assert {row[0] for row in rows} == {text.get(lang) for text in words.ASSUMPTION_NAMES.values()}
    for name, value, spread, reason in rows:
        assert name and re.match(r"[\d.]+ \S", value) and re.fullmatch(r"[\d.,]+–[\d.,]+", spread) and len(reason) > 10


@BOTH_LANGUAGES
@pytest.mark.parametrize("kind", ["school", "hospital", "market", "terminal"])
def test_every_number_of_before_and_after_is_a_range_and_said_to_be_modelled(seen, lang, kind):
    there = seen("map", lang=lang, show="change", to=kind)
    finding = there.markup.one("p", "s7-finding").text
    assert len(re.findall(r"[\d,]+–[\d,]+", finding)) == 2
    ranged = 0
    for found in there.markup.all("table"):
        header, *rows = found.rows()
        for row in rows:
            plain = [name for name in header if name in {text.get(lang) for text in PLAIN}]
            cells = row[len(plain) :]
            assert [cell for cell in cells if not RANGE.fullmatch(cell)] == [], header
            ranged += len(cells)
    assert ranged > 100
    for chart in there.charts:
        assert all(row["low"] <= row["mid"] <= row["high"] for row in ranges(chart))
        assert all(RANGE.fullmatch(row["shown"]) for row in ranges(chart))
    assert len(list(there.markup.all("span", "s7-q-modelled"))) == 1 + len(there.charts)


def test_the_version_of_the_assumptions_is_named(seen, snapshot):
    version = compare.assumptions(snapshot).version
    assert travel_words.MODELLED.format("en", version=version) in seen("map", lang="en", show="change").words


def test_each_municipal_school_has_its_minutes_and_rough_positions_are_said(seen, ask):
    there = seen("map", lang="en", show="change")
    schools = {name for (name,) in ask("select name_en from places where municipal_school and lat is not null")}
    assert {row["label"] for row in ranges(there.charts[0])} == schools and len(schools) == 11
    ((rough,),) = ask("select count(*) from places where municipal_school and accuracy_m > 500")
    assert travel_words.ROUGH_PLACES.format("en", count=rough) in there.words


def test_who_gains_least_comes_first(seen):
    there = seen("map", lang="en", show="change", to="hospital")
    shares = [row["mid"] for row in ranges(there.charts[1])]
    assert shares == sorted(shares) and shares[-1] > 0


def test_a_changed_phase_gives_other_minutes_and_stands_in_the_link(visitor):
    there = visitor.open("map", lang="en", show="change")
    before = there.markup.one("p", "s7-finding").text
    assert travel_words.DETOUR.en in there.words
    there.at.segmented_control(key="travel-phase").set_value("p1")
    after = there.settled().markup.one("p", "s7-finding").text
    assert after != before and travel_words.DETOUR.en not in there.words
    assert held(there, "phase") == "p1"
    other = visitor.another().open("map", lang="en", show="change", phase="p1")
    assert other.markup.one("p", "s7-finding").text == after


def test_a_slider_writes_its_setting_to_the_link_and_the_usual_leaves_it(visitor):
    there = visitor.open("map", lang="en", show="change")
    usual = there.at.slider(key="travel-lrt_headway_min").value
    there.at.slider(key="travel-lrt_headway_min").set_value(15)
    assert held(there.settled(), "headway") == "15"
    there.at.slider(key="travel-lrt_headway_min").set_value(usual)
    assert "headway" not in there.settled().at.query_params


@BOTH_LANGUAGES
def test_every_claim_stands_in_the_ledger_with_its_day_and_source(seen, ask, lang):
    there = seen("map", lang=lang, show="ledger")
    claims = ask(f"select text_{lang}, s.title_{lang} from plan_claims join sources as s using (source_id)")  # noqa: S608
    captions = {text.get(lang) for text in words.ASPECTS.values()}
    tables = [t for t in there.markup.all("table") if any(c.text in captions for c in t.all("caption"))]
    rows = [row for t in tables for row in t.rows()[1:]]
    assert sorted((row[3], row[5]) for row in rows) == sorted(claims) and len(rows) == len(claims)
    assert all(row[0] and row[4] for row in rows)
    years = {"th": r"25\d\d|\d\d", "en": r"20\d\d"}[lang]
    assert all(re.search(years, row[0]) for row in rows)


def test_the_ledger_says_how_far_claims_lie_apart(seen, ask):
    there = seen("map", lang="en", show="ledger").markup
    ((low, high),) = ask("select min(value), max(value) from plan_claims where aspect = 'opening' and line = 'red'")
    said = next(s.text for s in there.all("summary") if s.text.startswith(words.ASPECTS["opening"].en))
    assert words.CLAIM_RANGE.format("en", low=int(low), high=int(high)) in said and low < high


def test_promises_stand_beside_what_became_of_the_city_bus(seen):
    there = seen("map", lang="en", show="ledger")
    promises = [row for row in there.charts[0].rows if "promised" in row]
    assert len(promises) > 2 and all(row["promised"] > row["said"] for row in promises)
    events = there.markup.one("ol", "s7-timeline").text
    assert all(year in events for year in ("2016", "2023", "2024"))


@pytest.fixture(scope="module")
def without_feeds(new_town):
    """Return a town that has a figure and no feed."""
    town = new_town()
    town.series(town.indicator("counted"), "town", AS_OF.replace(year=2025, month=10, day=1), [10])
    return town.build().folder


@BOTH_LANGUAGES
@pytest.mark.parametrize("part", PARTS)
def test_without_any_feed_the_page_says_so(without_feeds, visit_to, lang, part):
    there = visit_to(without_feeds).open("map", lang=lang, show=part)
    assert words.NO_MAP.get(lang) in there.words and there.warnings == []


def test_without_assumptions_before_and_after_says_what_is_lacking(data_copy, visit_to):
    file = data_copy / "catalog/assumptions.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("walk_speed_kmh")), "utf-8")
    build(Options(data_copy, AS_OF, with_sample=False))
    there = visit_to(data_copy).open("map", lang="en", show="change")
    assert travel_words.NOT_POSSIBLE.format("en", what="walk_speed_kmh") in there.words


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """Return the data with a feed of another city beside its own, brought in without a word about it."""
    folder = copy_data(tmp_path_factory.mktemp("elsewhere"))
    feed = Feed()
    feed.service("daily")
    for n, name in enumerate(("Kalasin Clock Tower", "Kalasin Hospital", "Kalasin Market")):
        feed.add("stops", stop_id=f"k{n}", stop_name=name, stop_lat=16.43 + n / 100, stop_lon=103.5 + n / 50)
    feed.route("k", route_long_name="Kalasin loop", route_color="0055AA")
    feed.trip("k1", "k", "daily", {"k0": "06:00:00", "k1": "06:10:00", "k2": "06:20:00"})
    feed.trip("k2", "k", "daily", {"k0": "23:50:00", "k1": "24:00:00", "k2": "24:10:00"})
    feed.write(folder / "gtfs" / "kalasin")
    build(Options(folder, AS_OF, with_sample=False))
    return folder


@BOTH_LANGUAGES
def test_the_feed_of_another_city_shows_as_what_was_handed_in(elsewhere, visit_to, lang):
    there = visit_to(elsewhere).open("map", lang=lang, pick="route.kalasin.k")
    assert "Kalasin loop" in card(there).one("h2").text
    assert facts(there)[words.TODAY.get(lang)] == words.STATUS["imported"].get(lang)
    assert list(card(there).all("span", "s7-q-submitted")) and words.ASSUMED.get(lang) not in card(there).text
    assert facts(there)[words.SPAN.get(lang)].startswith("06:00–23:50")
    said = words.HANDED_IN.format(lang, networks=facts(there)[words.NETWORK.get(lang)])
    assert there.words.count(said) == 2, "neither the legend nor the table says whose feed it is"
    assert [row for t in there.markup.all("table") for row in t.rows() if row[0] == "kalasin"]
    there = visit_to(elsewhere).open("map", lang=lang, pick="stop.kalasin.k1")
    assert facts(there)[words.POSITION.get(lang)] == words.POSITION_UNSAID.get(lang)
