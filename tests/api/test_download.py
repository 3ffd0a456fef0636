"""A file of a snapshot is made once, kept, and sent as it is; nothing strays."""

import io
import zipfile

import pyarrow.parquet
import pytest

from smart7.api import download
from tests import disks


@pytest.fixture(autouse=True)
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(download, "shelf", lambda: tmp_path)
    return tmp_path


def test_a_view_comes_as_parquet_and_is_made_once(get, ask, snapshot, monkeypatch) -> None:
    path = f"/download/{snapshot}/targets.parquet"
    first = get(path)
    assert (first.status, first.headers["content-type"]) == (200, "application/vnd.apache.parquet")
    assert f"smart7-{snapshot}-targets.parquet" in first.headers["content-disposition"]
    table = pyarrow.parquet.read_table(io.BytesIO(first.body))
    assert table.num_rows == ask("select count(*) from open.targets")[0][0]
    monkeypatch.setattr(download, "make", lambda *_: pytest.fail("it is made again"))
    assert get(path).body == first.body
    again = get(path, if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_the_whole_snapshot_is_a_zip(get, snapshot) -> None:
    answer = get(f"/download/{snapshot}/everything.zip", accept_encoding="gzip")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        assert archive.testzip() is None and "datapackage.json" in archive.namelist()


def test_current_leads_to_the_snapshot_in_service(get, snapshot) -> None:
    answer = get("/download/current/targets.csv")
    assert (answer.status, answer.headers["location"]) == (307, f"/download/{snapshot}/targets.csv")


@pytest.mark.parametrize(
    "path",
    ["{id}/nothing.csv", "{id}/targets.exe", "{id}/TARGETS.csv", "20200101-0123456789/targets.csv", "x/targets.csv",
     "{id}/..%2f..%2fapp.py", "{id}/a%00.csv", "..%2f{id}/targets.csv", "{id}/snapshot.geojson"],
)  # fmt: skip
def test_what_there_is_not_is_refused_and_nothing_is_left_behind(get, snapshot, path, shelf) -> None:
    answer = get("/download/" + path.format(id=snapshot))
    assert answer.status == 404
    assert list(shelf.rglob("*.*")) == []


def test_it_can_only_be_read(get, snapshot) -> None:
    assert get(f"/download/{snapshot}/targets.csv", "POST").status == 405


def test_too_many_who_wait_are_told_to_come_back(get, snapshot, monkeypatch) -> None:
    monkeypatch.setattr(download, "WAITING", set(range(download.MOST_WAITING)))
    assert get(f"/download/{snapshot}/targets.csv").status == 503


def test_files_of_old_snapshots_go(shelf) -> None:
    for n in range(8):
        (shelf / str(n)).mkdir()
    download.sweep()
    assert len(list(shelf.iterdir())) == download.KEPT


@pytest.mark.parametrize("name", ["targets.csv", "everything.zip"])
def test_without_room_the_answer_is_507_with_a_sentence_and_the_log_says_how_much(
    get, snapshot, tmp_path, monkeypatch, caplog, name
) -> None:
    with disks.small(tmp_path / "disk", 1) as place:
        disks.fill(place)
        before = disks.everything(place)
        monkeypatch.setattr(download, "shelf", lambda: place)
        answer = get(f"/download/{snapshot}/{name}")
        assert disks.everything(place) == before
    assert (answer.status, answer.headers["content-type"]) == (507, "application/problem+json")
    assert answer.json["detail"] == "Tell the administrator, and try again later"
    assert "the disk is full" in caplog.text and "is needed" in caplog.text and "the disk" not in answer.text


def test_a_shelf_that_vanished_is_an_answer_too(get, snapshot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(download, "shelf", lambda: tmp_path / "gone" / "downloads")
    assert get(f"/download/{snapshot}/targets.csv").status == 507
