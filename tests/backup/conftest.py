"""A small data folder to back up: a ledger, inputs, pictures, and a snapshot folder with one in service."""

import pytest

from tests.backup import place


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Return a data folder that the program serves, with something of each kind in it."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "data"))
    return place.make(tmp_path / "data")


@pytest.fixture
def out(tmp_path):
    """Return where backups go; it is made by the first."""
    return tmp_path / "backups"
