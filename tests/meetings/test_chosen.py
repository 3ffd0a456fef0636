"""The map of a slide: layers and what is chosen, as a link to the map page has them."""

import pytest

from smart7 import queries, theme
from smart7.i18n import LANGS
from smart7.meetings import chosen
from smart7.meetings.agenda import Item, Refused, checked, map_of
from smart7.meetings.room import Room
from smart7.meetings.slides import slides

KEYS = ["route.songthaew_2018.st8", "route.lrt_plan.red", "stop.lrt_plan.s02", "place.school-ban-tum", "count.ban-kok"]


def test_a_link_to_the_map_page_becomes_a_map(meeting):
    pasted = map_of("https://city.example/map?lang=en&layers=plan.walk&pick=stop.lrt_plan.s02&at=pick")
    assert pasted == "plan.walk~stop.lrt_plan.s02" and map_of("plan.walk") == "plan.walk"
    checked(meeting(Item("map", pasted)))
    with pytest.raises(Refused):
        checked(meeting(Item("map", "plan~stop/../x")))


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_chosen_is_named_drawn_and_has_the_figures_of_its_card(snapshot, meeting, lang):
    items = [Item("map", f"routes.plan.stations.walk~{key}") for key in KEYS]
    for key, slide in zip(KEYS, slides(snapshot, meeting(*items), lang), strict=True):
        assert slide.figures and slide.figures[0].shown in slide.headline and slide.headline in slide.alt
        assert slide.quality in ("estimated", "modelled", "reported"), key
        assert slide.drill == f"/map?layers=routes.plan.stations.walk&pick={key}"
        ring = [layer["mark"] for layer in slide.chart.spec["layer"]][-1]
        assert theme.palette().ground["chosen"] == ring["stroke"]


def test_the_figures_of_a_route_are_those_of_the_map_page(snapshot, meeting):
    (slide,) = slides(snapshot, meeting(Item("map", "routes~route.songthaew_2018.st8")), "en")
    rows = queries.run(snapshot, "map/route", feed="songthaew_2018", route="st8", lang="en")
    weekday = rows[rows["day_type"] == "weekday"]
    assert [one.value for one in slide.figures] == [
        weekday["mean_headway_min"].max(), weekday["length_km"].iloc[0], weekday["stops"].iloc[0],
    ]  # fmt: skip


@pytest.mark.parametrize(("wait", "shown"), [(10.0, ["every 20 min", "3.0 km", "3 stops"]),
                                              (231.5, ["every 20 min", "232 min", "3.0 km"])])  # fmt: skip
def test_the_mean_wait_stands_beside_a_headway_that_a_long_gap_distorts(monkeypatch, snapshot, wait, shown):
    room = Room(snapshot, "en")
    row = {"day_type": "weekday", "mean_headway_min": 20.0, "mean_wait_min": wait, "length_km": 3.0, "stops": 3}
    monkeypatch.setattr(Room, "records", lambda *_, **__: [row])
    found = chosen.Thing("route.a.b", "route", "b", "a", "B", "A", "imported", "")
    figures = chosen.of(room, found)
    assert [one.shown for one in figures] == shown
    assert len({one.key for one in figures}) == len(figures)


def test_a_thing_nobody_knows_is_said(snapshot, meeting):
    (slide,) = slides(snapshot, meeting(Item("map", "plan~stop.lrt_plan.nowhere")), "en")
    assert "stop.lrt_plan.nowhere" in slide.headline and slide.chart is None
