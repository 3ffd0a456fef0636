"""What the tests of official files share."""

import json
from contextlib import redirect_stdout
from io import StringIO

import pytest

from smart7.ingest.official import child
from smart7.office import apart


@pytest.fixture
def near(monkeypatch):
    """Read files in this process: what a child adds is tested with files that need one, and by `test_take.py`."""

    def answered(_, *asked: str, **__):
        said = StringIO()
        with redirect_stdout(said):
            assert child.main(*asked) == 0
        return json.loads(said.getvalue())

    monkeypatch.setattr(apart, "answered", answered)
    monkeypatch.setattr(apart, "limit", lambda *_: None)
