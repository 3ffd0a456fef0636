"""A small town whose school and division owe a handful of figures, built once."""

import pytest

from smart7 import store
from tests.register.books import town


@pytest.fixture(scope="session")
def built(new_town):
    """Build the town once."""
    made = new_town()
    town.furnish(made)
    return made.build()


@pytest.fixture
def here(built, monkeypatch):
    """Put the town in service and return its snapshot."""
    monkeypatch.setenv("SMART7_DATA", str(built.folder))
    yield built.snapshot_id
    store.close_all()
