"""An agenda comes back from JSON as it went in, and what is no agenda is refused in a sentence."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7.meetings import agenda as agendas
from smart7.meetings import changes
from smart7.meetings.agenda import Item, Refused

NOTES = st.text(max_size=60)
ITEMS = st.builds(
    Item, st.just("text"), note_th=NOTES, note_en=NOTES, lang=st.sampled_from(["", "th", "en"]),
    minutes=st.integers(0, 240), hidden=st.booleans(),
)  # fmt: skip


@given(items=st.lists(ITEMS, max_size=6))
def test_an_agenda_comes_back_from_json_as_it_went_in(items):
    one = agendas.from_json(STANDING)
    held = replace(one, items=tuple(items))
    assert agendas.from_json(agendas.to_json(held)) == held


STANDING = json.dumps(
    {
        "agenda_id": "council-1", "title": {"th": "ประชุม", "en": "Meeting"}, "body": {"th": "สภา", "en": "Council"},
        "day": "2026-11-25", "items": [], "snapshot_id": "20261122-aa",
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Item("gossip"), "Item 1: there is no kind of item called “gossip”"),  # type: ignore[arg-type]
        (Item("domain", "magic"), "Item 1: there is no “magic” for an item of kind domain"),
        (Item("indicator", "../etc"), "Item 1: there is no “../etc” for an item of kind indicator"),
        (Item("indicator"), "Item 1: there is no “” for an item of kind indicator"),
        (Item("since", "2026-13-40"), "Item 1: “2026-13-40” is not a date"),
        (Item("overview", minutes=999), "Item 1: the time must be 0 to 240 minutes"),
        (Item("overview", lang="fr"), "Item 1: there is no language “fr”"),  # type: ignore[arg-type]
        (Item("text", note_th="ก" * 4001), "A text is longer than 4000 characters"),
    ],
)
def test_an_item_that_cannot_be_is_refused_with_its_number(meeting, item, said):
    with pytest.raises(Refused) as refused:
        agendas.checked(meeting(item))
    assert refused.value.why.en == said
    assert refused.value.why.th


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", STANDING.replace("council-1", "Council 1!"), STANDING.replace("2026-11-25", "soon"),
     STANDING.replace('"items": []', '"items": [{"kind": "overview", "more": 1}]'),
     STANDING.replace('"items": []', '"items": [{"kind": 3}]')],
)  # fmt: skip
def test_what_is_no_agenda_is_refused(text):
    with pytest.raises(Refused):
        agendas.from_json(text)


def test_two_hundred_items_are_taken_and_one_more_is_refused(meeting):
    agendas.checked(meeting(*[Item("overview")] * 200))
    with pytest.raises(Refused, match="at most 200"):
        agendas.checked(meeting(*[Item("overview")] * 201))


def test_an_item_about_an_indicator_or_unit_nobody_knows_is_refused(meeting):
    known, units = {"enrolment"}, {"school-1"}
    agendas.unknown(meeting(Item("indicator", "enrolment"), Item("unit", "school-1:enrolment")), known, units)
    for item in (Item("change", "magic:2020"), Item("unit", "school-9"), Item("unit", "school-1:magic")):
        with pytest.raises(Refused):
            agendas.unknown(meeting(item), known, units)


def test_hidden_items_take_no_time_and_are_not_shown(meeting):
    one = meeting(Item("overview", minutes=5), Item("late", minutes=7, hidden=True))
    assert (one.minutes, [item.kind for item in one.visible]) == (5, ["overview"])


def test_items_move_are_copied_and_taken_out(meeting):
    one = meeting(Item("overview"), Item("late"), Item("since"))
    kinds = lambda agenda: [item.kind for item in agenda.items]  # noqa: E731
    assert (kinds(changes.up(one, 1)[0]), changes.up(one, 1)[1]) == (["late", "overview", "since"], 0)
    assert changes.up(one, 0) == (one, 0) and changes.down(one, 2) == (one, 2)
    assert (kinds(changes.copy(one, 1)[0]), changes.copy(one, 1)[1]) == (["overview", "late", "late", "since"], 2)
    assert (kinds(changes.remove(one, 0)[0]), changes.remove(one, 0)[1]) == (["late", "since"], 0)
    assert kinds(changes.add(one, Item("text"))) == ["overview", "late", "since", "text"]
    assert changes.put(one, 1, Item("map")).items[1] == Item("map")


def test_notes_in_one_language_serve_both():
    assert Item("text", note_th="ไทย").note("en") == "ไทย"
    assert Item("text", note_th="ไทย", note_en="English").note("en") == "English"
