"""The one way in and out of a link: validated, defaults left out, slugs only."""

import pytest
import streamlit as st

from smart7.components import link

YEARS = ["2026", "2025", "2024"]


def next_run(bar, **asked):
    """Begin another run of the same visit, with what the browser now has in its address."""
    bar.clear()
    bar.update(asked)
    link.begin_run()


def test_nothing_asked_for_is_the_default_and_leaves_the_link_bare(address_bar):
    assert link.pick("year", YEARS, "2026") == "2026"
    assert address_bar == {} and st.session_state[link.NOTICES] == []


def test_a_known_value_is_taken_and_stays_in_the_link(address_bar):
    address_bar["year"] = "2024"
    assert link.pick("year", YEARS, "2026") == "2024"
    assert address_bar == {"year": "2024"}


def test_a_default_in_the_link_is_taken_out_of_it(address_bar):
    address_bar["year"] = "2026"
    assert link.pick("year", YEARS, "2026") == "2026"
    assert address_bar == {} and st.session_state[link.NOTICES] == []


@pytest.mark.parametrize("asked", ["1999", "abc", " 2024", "2024 ", "٢٠٢٤", "<script>", "2567", "x" * 9999])
def test_an_unknown_value_becomes_a_notice_and_the_link_is_put_right(address_bar, asked):
    address_bar["year"] = asked
    assert link.pick("year", YEARS, "2026") == "2026"
    assert address_bar == {} and st.session_state[link.NOTICES] == [("year", asked, "2026")]


def test_what_was_chosen_goes_along_without_the_link(address_bar):
    link.put("year", "2024", "2026")
    next_run(address_bar)
    assert link.pick("year", YEARS, "2026") == "2024"
    assert address_bar == {"year": "2024"}


def test_the_link_counts_more_than_what_was_chosen_before(address_bar):
    link.put("year", "2024", "2026")
    next_run(address_bar, year="2025")
    assert link.pick("year", YEARS, "2026") == "2025"


def test_a_choice_that_exists_no_more_is_forgotten_without_a_notice(address_bar):
    link.put("year", "2024", "2026")
    next_run(address_bar)
    assert link.pick("year", ["2026"], "2026") == "2026"
    assert st.session_state[link.NOTICES] == []


def test_what_belongs_to_one_page_does_not_go_along(address_bar):
    link.put("unit", "school-wat-klang", "school-suan-sanuk", keep=False)
    assert address_bar == {"unit": "school-wat-klang"}
    next_run(address_bar)
    assert link.pick("unit", ["school-suan-sanuk", "school-wat-klang"], "school-suan-sanuk", keep=False) == (
        "school-suan-sanuk"
    )


def test_choosing_the_default_again_clears_the_link(address_bar):
    link.put("year", "2024", "2026")
    link.put("year", "2026", "2026")
    assert address_bar == {}
    next_run(address_bar)
    assert link.pick("year", YEARS, "2026") == "2026"


@pytest.mark.parametrize(("asked", "lang"), [(None, "th"), ("th", "th"), ("en", "en"), ("fr", "th"), ("", "th")])
def test_the_language_is_the_links_else_thai(address_bar, asked, lang):
    if asked is not None:
        address_bar["lang"] = asked
    assert link.lang() == lang
    assert address_bar.get("lang") == (lang if lang == "en" else None)


@pytest.mark.parametrize(("installed", "asked", "shown"), [
    ("", None, True), ("", "hide", False), ("", "show", True),
    ("hide", None, False), ("hide", "show", True), ("hide", "hide", False),
])  # fmt: skip
def test_samples_are_shown_unless_the_link_or_the_installation_hides_them(
    address_bar, monkeypatch, installed, asked, shown
):
    monkeypatch.setenv("SMART7_SAMPLE", installed)
    if asked:
        address_bar["sample"] = asked
    assert link.sample_shown() is shown


def test_an_address_holds_what_was_chosen_and_what_it_leads_to(address_bar):
    address_bar.update(lang="en", year="2024", sample="hide", unit="school-wat-klang")
    assert link.address("indicator", id="attendance") == "/indicator?lang=en&year=2024&sample=hide&id=attendance"
    assert link.address("overview") == "/?lang=en&year=2024&sample=hide"


def test_an_address_without_choices_is_bare(address_bar):
    assert link.address("overview") == "/" and link.address("people") == "/people"
    assert link.address("units", unit="") == "/units"


def test_addresses_are_plain_ascii_without_spaces_or_quotes(address_bar):
    address_bar.update(lang="en", year="2024")
    address = link.address("indicator", id="attendance")
    assert address.isascii() and not set(address) & set("\"'<> ")


@pytest.mark.parametrize(("asked", "taken"), [
    (None, ("b", "c")), ("a", ("a",)), ("c.a", ("a", "c")), ("a.a.", ("a",)), ("none", ()), ("b.c", ("b", "c")),
])  # fmt: skip
def test_several_values_come_in_the_order_of_the_choices(address_bar, asked, taken):
    if asked is not None:
        address_bar["layers"] = asked
    assert link.pick_many("layers", "abc", "bc") == taken
    assert address_bar.get("layers") == (None if taken == ("b", "c") else ".".join(taken) or link.NONE)
    assert st.session_state[link.NOTICES] == []


def test_unknown_ones_of_several_fall_away_and_are_said_once(address_bar):
    address_bar["layers"] = "a.x.<b>.y"
    assert link.pick_many("layers", "abc", "bc") == ("a",)
    assert address_bar == {"layers": "a"}
    assert st.session_state[link.NOTICES] == [("layers", "x.<b>.y", link.REST)]


def test_where_all_of_several_are_unknown_the_usual_ones_stand_in(address_bar):
    address_bar["layers"] = "x.y"
    assert link.pick_many("layers", "abc", "bc") == ("b", "c")
    assert address_bar == {} and st.session_state[link.NOTICES] == [("layers", "x.y", "")]


def test_several_values_go_along_and_one_that_exists_no_more_is_forgotten(address_bar):
    link.put_many("layers", ["c", "a"], "abc", "bc")
    assert address_bar == {"layers": "a.c"}
    next_run(address_bar)
    assert link.pick_many("layers", "bc", "bc") == ("c",)
    assert address_bar == {"layers": "c"} and st.session_state[link.NOTICES] == []


def test_choosing_none_or_the_usual_ones_of_several(address_bar):
    link.put_many("layers", [], "abc", "bc")
    assert address_bar == {"layers": link.NONE}
    next_run(address_bar)
    assert link.pick_many("layers", "abc", "bc") == ()
    link.put_many("layers", {"b", "c"}, "abc", "bc")
    assert address_bar == {}


def test_a_refused_value_is_said_and_leaves_the_link(address_bar):
    address_bar.update(headway="7000", phase="p1")
    link.refuse("headway", "7000")
    assert address_bar == {"phase": "p1"} and st.session_state[link.NOTICES] == [("headway", "7000", "")]
    link.refuse("headway", "7000", "10")  # not in the link any more
    assert address_bar == {"phase": "p1"}


@pytest.mark.parametrize(("used", "shown"), [
    ("2026", "2026"), ("", "the usual"), ("school-suan-sanuk", "the usual"), (link.REST, "the rest"),
])  # fmt: skip
def test_a_notice_says_what_is_shown_instead_in_words(address_bar, monkeypatch, used, shown):
    said = []
    monkeypatch.setattr(st, "warning", said.append)
    st.session_state[link.NOTICES] = [("layers", "x", used)]
    link.show_notices("en")
    assert said == [f"This link asks for “`x`” as layer, which does not exist here; “{shown}” is shown instead"]
    assert st.session_state[link.NOTICES] == []


def test_each_run_begins_without_the_notices_of_the_one_before(address_bar):
    address_bar["year"] = "1999"
    link.pick("year", YEARS, "2026")
    next_run(address_bar)
    link.pick("year", YEARS, "2026")
    assert st.session_state[link.NOTICES] == []
