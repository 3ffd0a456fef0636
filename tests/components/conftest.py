"""What the tests of components share: a visit whose link and memory are plain dictionaries."""

import pytest
import streamlit as st

from smart7.components import link


@pytest.fixture
def address_bar(monkeypatch) -> dict[str, str]:
    """Begin a run of a visit; return what stands in the address, to read and to write."""
    bar: dict[str, str] = {}
    monkeypatch.setattr(st, "query_params", bar)
    monkeypatch.setattr(st, "session_state", {})
    link.begin_run()
    return bar
