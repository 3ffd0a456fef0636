"""What the tests of meetings share: a figure with some cells changed, and an agenda of items."""

from datetime import date
from typing import Any

import pytest

from smart7 import figures
from smart7.figures import Figure
from smart7.i18n import Text
from smart7.meetings.agenda import Agenda, Item
from tests.figured import FIGURE

AS_OF, UNTIL = date(2026, 11, 22), date(2026, 9, 30)


@pytest.fixture
def figure():
    """Return a function that makes the usual figure with some cells changed."""

    def make(**cells: Any) -> Figure:
        return figures.figure({**FIGURE, **cells}, AS_OF, UNTIL)

    return make


@pytest.fixture
def meeting():
    """Return a function that makes an agenda of items."""

    def make(*items: Item, **given: Any) -> Agenda:
        usual = {"agenda_id": "test", "title": Text("ประชุม", "Meeting"), "body": Text("สภา", "Council"),
                 "day": date(2026, 11, 25)}  # fmt: skip
        return Agenda(**{**usual, **given}, items=items)

    return make
