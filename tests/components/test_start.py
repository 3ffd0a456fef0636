"""Builds started from the running application: a real child process, its lines and its faults."""

import pytest

from smart7 import publish, store
from smart7.words import build as words


@pytest.fixture
def in_service(monkeypatch):
    """Return a function that makes a folder the data folder."""
    return lambda folder: monkeypatch.setenv("SMART7_DATA", str(folder))


def some_town(tiny):
    tiny.figure(tiny.indicator("counted"), "town", "2026-09-01", 5)
    return tiny


def test_a_build_tells_its_steps_and_puts_the_snapshot_in_service(tiny, in_service):
    in_service(some_town(tiny).write())
    assert store.current_id() is None
    lines = list(publish.build())
    assert lines[0] == words.READING.both()
    assert lines[-1] == words.DONE.both(id=store.current_id())
    assert store.open_current() in lines[-1]


def test_a_build_that_fails_names_the_line_and_the_cure_and_changes_nothing(tiny, in_service):
    in_service(some_town(tiny).build().folder)
    before = store.current_id()
    tiny.figure("counted", "town", "2026-10-01", "many")
    tiny.write()
    with pytest.raises(publish.BuildFailed) as failed:
        list(publish.build())
    told = str(failed.value)
    assert "published.csv:3" in told and "“many” is not a number" in told and "Traceback" not in told
    assert store.current_id() == before


def test_a_build_of_a_folder_that_is_not_there_fails_with_words(tmp_path, in_service):
    in_service(tmp_path / "nowhere")
    with pytest.raises(publish.BuildFailed) as failed:
        list(publish.build())
    assert "published.csv" in str(failed.value) and "Traceback" not in str(failed.value)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "tis-620"])
def test_a_build_speaks_thai_whatever_the_terminal_speaks(tmp_path, in_service, monkeypatch, encoding):
    in_service(tmp_path / "nowhere")
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    with pytest.raises(publish.BuildFailed) as failed:
        list(publish.build())
    said = str(failed.value).splitlines()
    assert said[0] == words.READING.both() and said[-1].startswith(words.REFUSED.th.partition("{")[0])
