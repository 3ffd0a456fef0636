"""The documents of an agenda on its page: made once by a child, then there for whoever asks."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from smart7 import publish, store
from smart7.components.present import documents
from smart7.words import packs as words


@pytest.fixture
def opened(snapshot, tmp_path, monkeypatch):
    """Return a function that opens an agenda's page with its documents unfolded."""
    monkeypatch.setattr(documents, "shelf", lambda: tmp_path / "packs")

    def visit(**link):
        page = AppTest.from_file(store.ROOT / "smart7" / "site.py", default_timeout=120)
        page.query_params = {"agenda": "budget-hearing", **link}
        page.switch_page("../pages/present.py").run()
        page.session_state["packs"] = True
        page.run()
        assert not page.exception
        return page

    return visit


def child(lines):
    """Return what stands for the child process: it writes its files and says so."""

    def run(module, agenda, *options):
        lines.append((module, agenda, *options))
        folder = Path(options[options.index("--out") + 1])
        for end in documents.ENDS.values():
            (folder / f"{agenda}-x{end}").write_bytes(end.encode())
        yield "slide 1 of 2"

    return run


def press(page):
    next(button for button in page.button if button.key == "packs-make").click().run()
    assert not page.exception


def test_documents_are_made_once_and_offered_by_name(opened, snapshot, monkeypatch):
    asked = []
    monkeypatch.setattr(publish, "run", child(asked))
    page = opened(lang="en")
    press(page)
    assert [(*line[:2], *line[4:]) for line in asked] == [
        ("smart7.packs", "budget-hearing", "--lang", "en", "--snapshot", snapshot)
    ]
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == [label.en for label in words.FILES.values()]
    assert [button.proto.label for button in opened(lang="en").get("download_button")] == labels
    assert not opened(lang="th").get("download_button") and len(asked) == 1


def test_hidden_samples_are_left_out_of_the_documents_too(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(publish, "run", child(asked))
    press(opened(sample="hide"))
    assert asked[0][-1] == "--no-sample"


def test_documents_that_another_process_makes_at_the_same_time_are_offered(opened, monkeypatch):
    def meanwhile(module, agenda, *options):
        yield from child([])(module, agenda, *options)
        packed[-1].mkdir()
        (packed[-1] / f"{agenda}-x.pptx").write_bytes(b"theirs")

    packed, place = [], documents.place
    monkeypatch.setattr(documents, "place", lambda *given: packed.append(place(*given)) or packed[-1])
    monkeypatch.setattr(publish, "run", meanwhile)
    page = opened(lang="en")
    press(page)
    assert [error.value for error in page.error] == []
    assert [button.proto.label for button in page.get("download_button")] == [words.FILES["pptx"].en]


def test_a_child_that_fails_is_said_and_leaves_nothing(opened, monkeypatch):
    def fail(*words):
        raise publish.BuildFailed("one\nno room")
        yield

    monkeypatch.setattr(publish, "run", fail)
    page = opened(lang="en")
    press(page)
    assert [error.value for error in page.error] == [words.NOT_MADE.format("en", why="no room")]
    assert not list(documents.shelf().iterdir())


def test_two_packs_are_not_made_at_a_time(opened, monkeypatch):
    page = opened(lang="en")
    with documents.MAKING:
        press(page)
    assert words.BUSY.en in [warning.value for warning in page.warning]
