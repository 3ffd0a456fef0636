"""A picture is there where the ledger names it, and is not left where it names none; a disk is told in a sentence."""

import errno
import os
from contextlib import contextmanager
from pathlib import Path

import pytest

from smart7 import whole
from smart7.ledger import audit, book, pictures
from smart7.words import disk as words


@pytest.fixture(autouse=True)
def folder(kept_in, tmp_path, monkeypatch):
    """Keep the ledger and the pictures of a test in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path / "pictures"


def full_disk():
    """Refuse as a disk does that is full."""
    raise whole.CannotWrite(words.FULL, book.path())


def failing(kept):
    """Return how a ledger is opened whose first commit fails: either kept with its answer lost, or not kept at all."""
    left, opened = [full_disk], book.opened

    @contextmanager
    def first(**asked):
        with opened(**asked) as ledger:
            yield ledger
            if not kept and asked.get("writing") and left:
                left.pop()()
        if asked.get("writing") and left:
            left.pop()()

    return first


@pytest.mark.parametrize("kept", [True, False])
def test_a_picture_whose_commit_failed_stays_just_where_the_ledger_names_it(folder, monkeypatch, kept):
    freed = pictures.keep(b"again", "png", account="a")
    assert pictures.free(freed, account="a") and list(folder.iterdir()) == []
    for content in (b"new", b"again"):
        with monkeypatch.context() as patch, pytest.raises(whole.CannotWrite):
            patch.setattr(book, "opened", failing(kept))
            pictures.keep(content, "png", account="a")
    assert len(list(folder.iterdir())) == (2 if kept else 0)
    assert [one.account for one in pictures.every()] == (["a", "a"] if kept else [])
    assert audit.count(act="picture.add") == (3 if kept else 1)


def test_a_picture_that_a_disk_keeps_is_told_and_can_be_freed_again(folder, monkeypatch):
    name = pictures.keep(b"a picture", "png", account="a")

    def unlink(path, missing_ok=False):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with monkeypatch.context() as patch, pytest.raises(whole.CannotWrite, match="no permission"):
        patch.setattr(Path, "unlink", unlink)
        pictures.free(name, account="a")
    assert pictures.read(name) == b"a picture"
    assert pictures.free(name, account="a") and not list(folder.iterdir())
