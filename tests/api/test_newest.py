"""Open pages ask which snapshot is in service."""

from smart7 import store


def test_the_snapshot_in_service_is_told_and_never_kept(get, snapshot):
    answer = get("/newest.txt")
    assert (answer.status, answer.text) == (200, snapshot)
    assert answer.headers["cache-control"] == "no-store"


def test_without_a_snapshot_nothing_is_told(get, monkeypatch):
    monkeypatch.setattr(store, "current_id", lambda: None)
    assert (get("/newest.txt").status, get("/newest.txt").text) == (200, "")
