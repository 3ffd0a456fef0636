"""The page that presents, without a browser: lists, decks, and agendas that are edited, frozen and thawed."""

import json
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from smart7 import whole
from smart7.components.present import page
from smart7.i18n import Text
from smart7.ledger import meetings, pictures
from smart7.ledger.meetings import Meeting
from smart7.markup import pieces
from smart7.meetings import agenda as agendas
from smart7.meetings import ready
from smart7.meetings.agenda import Agenda, Item
from smart7.packs import qr
from smart7.words import disk, keeping
from smart7.words import meetings as meeting_words
from smart7.words import present as words
from tests import disks


@pytest.fixture(autouse=True)
def no_meetings(snapshot):
    """Leave the ledger without meetings that count."""
    yield
    for one in meetings.every():
        meetings.delete(one.meeting_id, account="")


def deck(visit):
    """Return what the deck on the page was sent."""
    (sent,) = [item.proto for item in visit.at.main if item.type == "bidi_component"]
    return json.loads(sent.json)


def own(visit, title="Council of November"):
    """Make a ready-made agenda our own by its form and return its id."""
    visit.open("present", agenda="lrt-decision", lang="en")
    opened(visit)
    visit.at.text_input(key="about-title-en-0").set_value(title)
    press(visit, "about-save")
    held = visit.at.query_params["agenda"]
    return held if isinstance(held, str) else held[0]


def short(visit):
    """Keep an agenda of three items, open it and return its id."""
    items = (
        Item("text", note_th="เรื่องแรก", note_en="The first thing"),
        Item("indicator", "road-deaths-province"),
        Item("text", note_th="เรื่องสุดท้าย", note_en="The last thing"),
    )
    title, body = Text("ประชุมพฤศจิกายน", "Meeting of November"), Text("สภา", "Council")
    agenda = Agenda("short", title, body, date(2026, 11, 25), items)
    meetings.save(Meeting("short", agendas.to_json(agenda), "", "", "2026-11-25"), account="")
    visit.open("present", agenda="short", lang="en")
    return "short"


def opened(visit):
    visit.at.session_state["present-edit"] = True
    return visit.settled()


def press(visit, key):
    next(button for button in visit.at.main.get("button") if button.key == key).click()
    return visit.settled()


def test_the_page_lists_what_is_ready_made_and_what_was_saved(visitor):
    visitor.open("present", lang="en")
    titles = [row[0] for row in visitor.markup.rows()]
    assert titles[1:] == [meeting_words.READY[name][0].en for name in ready.MAKERS]
    assert words.NONE_KEPT.en in visitor.words


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", list(ready.MAKERS))
def test_every_ready_made_agenda_is_a_deck_in_both_languages(visitor, snapshot, name, lang):
    visitor.open("present", agenda=name, lang=lang)
    sent = deck(visitor)
    # The title, a slide to an item, the closing; then the annex, at which no wall display stops.
    assert sent["turns"] == len(ready.agenda(name, snapshot).visible) + 2 <= len(sent["slides"])
    for n, slide in enumerate(sent["slides"]):
        assert snapshot in slide["html"] and slide["drill"].startswith("/")
        assert n >= sent["turns"] or pieces.text(slide["headline"]) in slide["html"]


def test_an_agenda_that_does_not_exist_is_said_and_the_list_is_shown(officer):
    officer.open("present", agenda="magic", lang="en")
    assert "magic" in officer.warnings[0]
    assert words.READY.en in officer.words


def test_an_agenda_made_our_own_opens_by_its_link_for_everybody(officer):
    name = own(officer)
    assert name == "council-of-november"
    other = officer.another().open("present", agenda=name, lang="en")
    assert "Council of November" in other.words
    assert "Council of November" in officer.another().open("present", lang="en").words


def test_items_are_moved_hidden_and_kept_at_once(officer):
    name = short(officer)
    opened(officer)
    before = agendas.from_json(meetings.get(name).agenda).items
    told = officer.at.selectbox(key="present-item").options[1]
    assert "Road deaths" in told and "road-deaths-province" not in told
    officer.at.selectbox(key="present-item").set_value(1)
    opened(officer)
    press(officer, "present-arrow_upward")
    after = agendas.from_json(meetings.get(name).agenda).items
    assert after[:2] == before[1::-1] and after[2:] == before[2:]
    opened(officer)
    press(officer, "present-remove")
    assert len(agendas.from_json(meetings.get(name).agenda).items) == len(before) - 1


def test_an_item_about_nothing_known_is_refused_and_nothing_changes(officer):
    name = short(officer)
    opened(officer)
    held = meetings.get(name)
    officer.at.selectbox(key="add-kind").set_value("map").run()
    officer.at.text_input(key="add-subject-map").set_value("Magic")
    press(officer, "add-save")
    assert any("Magic" in error.value for error in officer.at.error)
    assert meetings.get(name) == held


@pytest.mark.parametrize(("kind", "name", "more", "kept", "told"), [
    ("indicator", "Road deaths, Khon Kaen province · Smart Living", "", "road-deaths-province", "Road deaths"),
    ("change", "Road deaths, Khon Kaen province · Smart Living", "2023", "road-deaths-province:2023", "· 2023"),
    ("unit", "Sample school 1", "", "sample-school-1", "Sample school 1"),
    ("domain", "Smart Mobility", "", "mobility", "Smart Mobility"),
    ("travel", "Hospital", "", "hospital", "Hospital"),
])  # fmt: skip
def test_what_an_item_is_about_is_chosen_by_name_and_listed_by_it(officer, kind, name, more, kept, told):
    agenda = short(officer)
    opened(officer)
    officer.at.selectbox(key="add-kind").set_value(kind).run()
    assert officer.at.button(key="add-save").disabled
    subject = officer.at.selectbox(key=f"add-subject-{kind}")
    subject.select_index(subject.options.index(name)).run()
    if more:
        officer.at.selectbox(key=f"add-more-{kind}").set_value(more)
    press(officer, "add-save")
    assert agendas.from_json(meetings.get(agenda).agenda).items[-1] == Item(kind, kept)
    opened(officer)
    assert told in officer.at.selectbox(key="present-item").options[-1]


def test_a_picture_is_added_with_its_words_and_a_bad_file_is_refused(officer, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "folder", lambda: tmp_path)
    name = short(officer)
    officer.at.session_state["present-add-way"] = "picture"
    for content, kept in ((b"not a picture", 0), (qr.png("x"), 1)):
        opened(officer)
        officer.at.file_uploader(key="add-picture").set_value(("a.png", content, "image/png"))
        officer.at.text_area(key="add-alt-th").set_value("ป้ายหน้าโรงเรียน")
        officer.at.text_area(key="add-alt-en").set_value("The sign <b>in front")
        press(officer, "add-picture-save")
        assert len(list(tmp_path.iterdir())) == kept
        assert bool(officer.at.error) != bool(kept)
    assert agendas.from_json(meetings.get(name).agenda).items[-1].alt_en == "The sign <b>in front"
    (shown,) = [s["html"] for s in deck(officer)["slides"] if '<img src="data:image/png;base64,' in s["html"]]
    assert "&lt;b&gt;in front" in shown and "<b>" not in shown


@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_the_disk_does_not_take_is_said_in_one_sentence_and_nothing_changes(officer, monkeypatch, lang):
    name = short(officer)
    officer.open("present", lang=lang, agenda=name)
    opened(officer)
    held = meetings.get(name)
    refused = whole.CannotWrite(disk.FULL, Path("/a/folder/ledger.sqlite"), 100_000)

    def fail(*given):
        raise refused

    monkeypatch.setattr(meetings, "append", fail)
    press(officer, "present-lock")
    (said,) = [item.value for item in officer.at.error]
    assert said == words.REFUSED.format(lang, why=refused.said.get(lang)) and "/a/folder" not in said
    assert meetings.get(name) == held


def test_a_line_s_month_is_chosen_by_its_name_and_put_on_the_agenda(officer):
    name = short(officer)
    officer.at.session_state["present-add-way"] = "service"
    opened(officer)
    month = officer.at.selectbox(key="add-service-month")
    assert "December 2022" in month.options and not any(re.search(r"\d-\d", one) for one in month.options)
    assert "January 2022" not in month.options  # between the first and the last, but nothing was measured in it
    officer.at.selectbox(key="add-service").select("city_bus.green_24@0")
    month.select("2022-12")
    press(officer, "add-service-save")
    item = agendas.from_json(meetings.get(name).agenda).items[-1]
    assert (item.kind, item.subject) == ("service", "city_bus.green_24@0~2022-12")


def test_a_picture_the_disk_does_not_take_is_said_and_leaves_nothing(officer, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "folder", lambda: tmp_path)
    short(officer)
    officer.at.session_state["present-add-way"] = "picture"
    opened(officer)
    officer.at.file_uploader(key="add-picture").set_value(("a.png", qr.png("x"), "image/png"))
    officer.at.text_area(key="add-alt-th").set_value("ป้าย")
    officer.at.text_area(key="add-alt-en").set_value("A sign")
    disks.failing_at(monkeypatch, 1)
    press(officer, "add-picture-save")
    monkeypatch.undo()
    assert any("could not be written" in item.value or "ไม่ได้" in item.value for item in officer.at.error)
    assert list(tmp_path.iterdir()) == []


def test_a_frozen_agenda_keeps_its_snapshot_and_is_thawed_before_it_is_changed(officer, snapshot):
    name = short(officer)
    opened(officer)
    press(officer, "present-lock")
    kept = meetings.get(name)
    assert kept.snapshot_id == snapshot and json.loads(kept.figures)["snapshot_id"] == snapshot
    assert snapshot in officer.words
    opened(officer)
    assert not [button for button in officer.at.main.get("button") if button.key == "present-remove"]
    press(officer, "present-lock_open")
    assert meetings.get(name).snapshot_id == ""


def stale(visit):
    """Return a second visitor, before whom an agenda of three items stands as the first sees it too."""
    name = short(visit)
    opened(visit)
    other = visit.another().signed_in("officer").open("present", agenda=name, lang="en")
    return name, opened(other)


def refused(visit):
    return any(keeping.CHANGED_SINCE.en in item.value for item in visit.at.error)


@pytest.mark.parametrize("key", ["present-arrow_downward", "present-lock", "present-delete", "about-save", "one-save"])
def test_a_tab_drawn_before_an_agenda_was_frozen_changes_nothing_of_it(officer, key):
    name, other = stale(officer)
    press(officer, "present-lock")
    frozen = meetings.get(name)
    press(other, key)
    assert refused(other) and meetings.get(name) == frozen and frozen.figures
    opened(other)
    press(other, "present-lock_open")
    assert not other.at.error and meetings.get(name).snapshot_id == ""


def test_a_tab_drawn_before_an_agenda_was_deleted_brings_it_not_back(officer):
    name, other = stale(officer)
    press(officer, "present-delete")
    press(other, "present-arrow_downward")
    assert refused(other) and meetings.get(name) is None and words.READY.en in other.words


def test_two_who_write_notes_of_one_item_do_not_write_over_each_other(officer):
    name, other = stale(officer)
    for visit, text in ((officer, "What the first says"), (other, "What the <b>second</b> says")):
        next(field for field in visit.at.text_area if field.label == words.NOTE_EN.en).set_value(text)
        press(visit, "one-save")
    note = agendas.from_json(meetings.get(name).agenda).items[0].note_en
    assert refused(other) and note == "What the first says"
    assert [code.value for code in other.at.code] == ["What the <b>second</b> says"]
    field = next(field for field in opened(other).at.text_area if field.label == words.NOTE_EN.en)
    assert field.value == note
    field.set_value(f"{note}, and the second")
    press(other, "one-save")
    assert not other.at.error and not other.at.code
    assert agendas.from_json(meetings.get(name).agenda).items[0].note_en == "What the first says, and the second"


def test_a_title_that_somebody_changed_meanwhile_is_what_stands_in_the_form(officer):
    name, other = stale(officer)
    officer.at.text_input(key=f"about-title-en-{meetings.get(name).entry}").set_value("Another title")
    press(officer, "about-save")
    press(other, "about-save")
    assert refused(other) and agendas.from_json(meetings.get(name).agenda).title.en == "Another title"
    opened(other)
    press(other, "about-save")
    assert not other.at.error and agendas.from_json(meetings.get(name).agenda).title.en == "Another title"


def test_whoever_may_not_freeze_lets_no_frozen_figures_go(officer):
    name = short(officer)
    opened(officer)
    press(officer, "present-lock")
    frozen = meetings.get(name)
    councillor = officer.another().signed_in("councillor").open("present", agenda=name, lang="en")
    opened(councillor)
    press(councillor, "present-lock_open")
    assert councillor.at.error and meetings.get(name) == frozen


def test_figures_corrected_since_are_marked_with_old_and_new(officer, snapshot):
    name = short(officer)
    opened(officer)
    press(officer, "present-lock")
    kept = meetings.get(name)
    held = json.loads(kept.figures)
    held["snapshot_id"] = "20200101-aa"
    for lang in held["slides"]:
        for slide in held["slides"][lang]:
            for figure in slide["figures"]:
                if figure["key"].startswith("road-deaths-province/") and figure["value"] == 401:
                    figure["value"], figure["shown"] = 400.0, "400"
    meetings.save(Meeting(name, kept.agenda, json.dumps(held), kept.snapshot_id, kept.day), account="")
    other = officer.another().open("present", agenda=name, lang="en")
    assert words.CORRECTIONS.en in other.words
    marked = [slide for slide in deck(other)["slides"] if "Corrected since frozen: 400 is now 401" in slide["html"]]
    assert marked


def test_a_wall_display_shows_the_deck_alone(visitor):
    visitor.open("present", agenda="lrt-decision", kiosk="5", lang="en")
    assert deck(visitor)["kiosk"] == 5
    assert words.OWN.en not in visitor.words


@pytest.mark.parametrize("said", ["²", "", "soon"])
def test_a_wall_display_told_no_seconds_turns_as_usual(visitor, said):
    visitor.open("present", agenda="lrt-decision", kiosk=said, lang="en")
    assert deck(visitor)["kiosk"] == 15


def test_a_wall_display_shows_a_new_snapshot_when_there_is_one(visitor, snapshot, monkeypatch):
    newest = ["20991231-newer"]
    seen = []

    def current():
        seen.append(newest.pop() if newest else snapshot)
        return seen[-1]

    monkeypatch.setattr(page, "store", SimpleNamespace(current_id=current))
    visitor.open("present", agenda="lrt-decision", kiosk="5")
    # The newer one made the page run again, which found nothing newer.
    assert seen == ["20991231-newer", snapshot]


def test_an_installation_that_takes_nothing_in_offers_no_editing_to_anybody(officer, monkeypatch):
    monkeypatch.setenv("SMART7_READONLY", "1")
    officer.open("present", agenda="lrt-decision", lang="en")
    assert keeping.READ_ONLY.en in officer.words
    assert words.OWN.en not in {each.label for each in officer.at.expander}


def test_what_people_type_is_escaped_on_a_slide(officer):
    name = short(officer)
    opened(officer)
    officer.at.selectbox(key="add-kind").set_value("text").run()
    press(officer, "add-save")
    kept = meetings.get(name)
    agenda = json.loads(kept.agenda)
    agenda["items"] = [agenda["items"][-1] | {"note_en": "<img src=x onerror=alert(1)>\n<b>bold</b>"}]
    meetings.save(Meeting(name, json.dumps(agenda), "", "", kept.day), account="")
    _, slide, *_ = deck(officer.another().open("present", agenda=name, lang="en"))["slides"]
    assert "<img" not in slide["html"] and "<b>" not in slide["html"] and "&lt;img" in slide["html"]
