"""A feed sent on the sources page: checked, compared, then taken in or left; nothing is loaded before."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from smart7 import publish
from smart7.i18n import LANGS
from smart7.words import feeds as words
from smart7.words import keeping
from tests.ingest.zips import GOOD, files, zipped
from tests.pages.conftest import Visit

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def built(new_town) -> Path:
    """Build a town without any feed."""
    town = new_town()
    town.indicator("visits")
    town.figure("visits", "town", "2024-10-01", 120)
    return town.build(TODAY).folder


@pytest.fixture
def town(built, tmp_path) -> Path:
    """Return a copy of the built town, for one test to change."""
    return Path(shutil.copytree(built, tmp_path / "town"))


@pytest.fixture
def opened(town, visit_to) -> Callable[..., Visit]:
    """Return a function that opens the sources page of the town as an editor."""
    return lambda lang="en": visit_to(town).signed_in("editor").open("sources", lang=lang)


def send(there: Visit, content: bytes, name: str = "north", file: str = "feed.zip") -> Visit:
    """Choose a file, write a name, and ask for the check."""
    there.at.file_uploader[0].set_value((file, content, "application/zip"))
    there.at.text_input(key="feed-name").set_value(name)
    there.settled()
    there.at.button(key="feed-check").click()
    return there.settled()


def held(town: Path) -> dict[str, bytes]:
    """Return every file of the feeds, and which snapshot is in service."""
    paths = [path for path in (town / "gtfs").rglob("*") if path.is_file() and path.name != ".lock"]
    return {str(path): path.read_bytes() for path in [*paths, town / "snapshots" / "current"]}


def keys(there: Visit) -> set[str]:
    """Return the keys of the buttons on the page."""
    return {button.key for button in there.at.button}


@pytest.mark.parametrize("lang", LANGS)
def test_a_good_feed_is_shown_with_what_it_changes_and_loaded_only_when_it_is_accepted(town, opened, lang):
    there, before = opened(lang), held(town)
    send(there, zipped(files()))
    assert held(town) == before
    tables = {table.one("caption").text: table.rows() for table in there.markup.all("table")}
    found = tables[words.FINDINGS.get(lang)]
    assert {row[0].split(": ", 1)[1] for row in found[1:]} >= {
        "th": {"ควรมีไฟล์ feed_info.txt", "มี 3 เวลาหลัง 24:00 นับเป็นของวันที่เที่ยวรถเริ่มวิ่ง"},
        "en": {
            "feed_info.txt is recommended and missing",
            "times past 24:00 (3) count for the day on which the trip began",
        },
    }[lang]
    assert [row[0] for row in tables[f"{words.CHANGES['stop_added'].get(lang)} (3)"][1:]] == [
        "ป้าย ก (a)", "ป้าย ข (b)", "ป้าย ค (c)",
    ]  # fmt: skip
    there.at.button(key="feed-accept").click()
    there.settled()
    assert [said.value for said in there.at.success] == [words.ACCEPTED.format(lang, name="north")]
    assert [row[0] for row in there.markup.rows() if "(north)" in row[0]] == ["Test Lines (north)"]
    assert set(held(town)) - set(before) == {str(town / "gtfs" / "north" / name) for name in (*GOOD, "about.csv")}
    assert keys(there) == {"feed-check"}


def test_a_feed_that_is_left_leaves_nothing(town, opened, in_process):
    there, before = opened(), held(town)
    send(there, zipped(files()))
    there.at.button(key="feed-leave").click()
    there.settled()
    assert held(town) == before
    assert keys(there) == {"feed-check"}
    assert words.FINDINGS.en not in there.words


@pytest.mark.parametrize("lang", LANGS)
def test_a_bad_feed_can_only_be_left(town, opened, lang, in_process):
    there, before = opened(lang), held(town)
    send(there, zipped(files(stops=None)))
    assert [said.value for said in there.at.error] == [words.REFUSED.get(lang)]
    sentence = {"th": "ไม่มีไฟล์ stops.txt ซึ่งฟีดต้องมี", "en": "there is no stops.txt, which every feed needs"}
    assert sentence[lang] in there.words
    assert keys(there) == {"feed-check", "feed-leave"}
    assert held(town) == before


def test_what_no_name_can_be_is_said_and_cannot_be_checked(opened):
    there = opened()
    there.at.file_uploader[0].set_value(("feed.zip", zipped(files()), "application/zip"))
    there.at.text_input(key="feed-name").set_value("North Line")
    there.settled()
    assert there.warnings == [words.BAD_NAME.format("en", name="North Line")]
    assert there.at.button(key="feed-check").disabled


def test_another_name_or_file_asks_for_another_check(opened, in_process):
    there = send(opened(), zipped(files()))
    assert "feed-accept" in keys(there)
    there.at.text_input(key="feed-name").set_value("south")
    there.settled()
    assert keys(there) == {"feed-check"}


def test_a_feed_that_somebody_else_changed_meanwhile_is_not_replaced(town, opened, in_process):
    there = send(opened(), zipped(files()))
    other = files(routes=GOOD["routes.txt"].replace("Line one", "Line 1"))
    list(publish.import_feed(zipped(other), "other.zip", "north", ""))
    before = held(town)
    there.at.button(key="feed-accept").click()
    there.settled()
    assert "was changed after it was compared" in there.at.code[0].value
    assert [status.label for status in there.at.status] == [words.FAILED.en]
    assert held(town) == before


def test_a_site_that_is_read_only_takes_nothing_in(town, opened, monkeypatch):
    monkeypatch.setenv("SMART7_READONLY", "1")
    there, before = opened(), held(town)
    assert len(there.at.file_uploader) == 0
    assert keeping.READ_ONLY.en in there.words
    with pytest.raises(publish.BuildFailed):
        list(publish.import_feed(zipped(files()), "feed.zip", "north", ""))
    assert held(town) == before


@pytest.mark.parametrize("file", ["ฟีด.zip", "../../etc/passwd", "a b;c.ZIP", ".zip", "x" * 300 + ".zip"])
def test_whatever_a_file_is_called_it_is_kept_under_a_safe_name(file):
    with publish.sent(b"x", file) as path:
        assert path.read_bytes() == b"x"
        assert path.suffix == ".zip" and len(path.name) < 70
        folder = path.parent
    assert not folder.exists()


def test_what_a_feed_is_called_cannot_become_markup(town, opened, in_process):
    there = send(opened(), zipped(files(agency=GOOD["agency.txt"].replace("Test Lines", "<u onclick=1>Bus"))))
    there.at.button(key="feed-accept").click()
    there.settled()
    assert list(there.markup.all("u")) == []
    assert "<u onclick=1>Bus (north)" in there.words
