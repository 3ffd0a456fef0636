"""The API answers of a day in the past that is kept, and says which days are where it is not."""

import copy
import csv
import io
import shutil
from datetime import date

import pytest

from smart7 import calendar, store
from smart7.api import revisions
from smart7.ingest import build as ingest
from smart7.meetings import asking

THEN, NOW = date(2026, 10, 5), date(2026, 11, 21)


@pytest.fixture(scope="module")
def built(new_town):
    """Build a town whose 100 was corrected to 130 on 9 October, and keep it as it was known on 5 October."""
    tiny = new_town()
    tiny.indicator("counted")
    tiny.figure("counted", "town", "2026-08-01", 90, known_from="2026-09-01")
    tiny.figure("counted", "town", "2026-09-01", 100, known_from="2026-10-01", known_to="2026-10-09")
    tiny.figure("counted", "town", "2026-09-01", 130, known_from="2026-10-09")
    tiny.build(NOW)
    assert ingest.main(["--data", str(tiny.folder), "--as-known-at", str(THEN)]) == 0
    return tiny


@pytest.fixture
def town(built, tmp_path, monkeypatch):
    """Return a copy of that town for one test."""
    town = copy.deepcopy(built)
    town.folder = shutil.copytree(built.folder, tmp_path / "town")
    monkeypatch.setenv("SMART7_DATA", str(town.folder))
    town.then = store.as_known(THEN)
    yield town
    store.close_all()


def test_known_answers_from_the_snapshot_of_that_day_and_the_next_page_keeps_it(town, get):
    page = get(f"/api/v1/observations?known={THEN}&limit=1").json
    assert (page["snapshot_id"], page["as_of"], page["total"]) == (town.then, str(THEN), 2)
    assert f"known={THEN}" in page["next"]
    following = get(page["next"]).json
    assert [row["value"] for row in page["data"] + following["data"]] == [90, 100]
    assert get("/api/v1/observations").json["snapshot_id"] == town.snapshot_id
    assert get(f"/api/v1/counts.json?known={THEN}").json["snapshot_id"] == town.then


def test_known_is_never_answered_from_what_was_kept_of_another_day(town, get):
    first, then = get("/api/v1/figures"), get(f"/api/v1/figures?known={THEN}")
    assert first.headers["etag"] != then.headers["etag"] and first.json["data"] != then.json["data"]
    assert get(f"/api/v1/figures?known={NOW}").json["snapshot_id"] == town.snapshot_id


@pytest.mark.parametrize(
    ("known", "status", "said"),
    [
        ("2026-10-06", 404, "2026-10-05"),
        ("2027-01-01", 404, calendar.format_date(NOW, "en")),
        ("2020-01-01", 404, "no figure was known before"),
        ("soon", 400, "not a day"),
        (f"{THEN}&known={THEN}", 400, "once"),
    ],
)
def test_a_day_that_cannot_be_shown_is_refused_in_both_languages(town, get, known, status, said):
    answer = get(f"/api/v1/figures?known={known}")
    assert answer.status == status and said in answer.json["detail"] and answer.json["detail_th"]
    assert store.as_known(date(2026, 10, 6)) is None


def test_layers_and_downloads_of_a_day_that_is_kept_are_answered(town, get):
    from smart7 import maps

    assert get(f"/map-layers/{town.then}/{maps.edition()}/schools.json").status == 200
    assert get("/map-layers/20200101-0123456789-known/{maps.edition()}/schools.json").status == 404
    led = get(f"/download/current/figures.csv?known={THEN}")
    assert led.status == 307 and led.headers["location"] == f"/download/{town.then}/figures.csv"
    assert get("/download/current/figures.csv?known=soon").status == 400
    assert get(f"/download/{town.then}/nothing.csv").status == 404


def test_the_sheet_of_what_to_ask_about_leads_back_to_the_day(town, get, monkeypatch):
    monkeypatch.setattr(asking, "sheet", lambda _found, _snapshot, view: view.address("overview"))
    assert f"known={THEN}" in get(f"/asks/{town.then}.txt?lang=en").text
    assert "known=" not in get(f"/asks/{town.snapshot_id}.txt?lang=en").text


def test_what_changed_leaves_as_a_file_with_old_and_new(town, get):
    answer = get(f"/revisions/{town.snapshot_id}.csv?since={THEN}&until={NOW}&lang=en")
    assert answer.body.startswith(b"\xef\xbb\xbf") and "attachment" in answer.headers["content-disposition"]
    (row,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline=""))
    assert tuple(row) == revisions.COLUMNS
    assert (row["what"], row["before"], row["after"], row["known"]) == ("corrected", "100.0", "130.0", "2026-10-09")
    for wrong in (f"x.csv?since={THEN}", f"{town.snapshot_id}.csv?since=soon", f"{town.snapshot_id}.csv?lang=fr"):
        assert get(f"/revisions/{wrong}").status == 404
    assert get(f"/revisions/{town.snapshot_id}.csv?since={NOW}&until={THEN}").status == 404


def test_rows_that_may_not_leave_are_not_in_the_file(town, get):
    next(row for row in town.rows["sources.csv"] if row["source_id"] == "register")["bulk"] = "no"
    town.build(NOW)
    answer = get(f"/revisions/{town.snapshot_id}.csv?since={THEN}&until={NOW}&lang=en")
    assert list(csv.DictReader(io.StringIO(answer.text, newline=""))) == []
