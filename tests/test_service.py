"""Service as driven as the parts of a page: which stretches can be drawn."""

from datetime import date

import pytest

from smart7 import service
from smart7.service import Choice
from smart7.view import View

VIEW = View("en", False, 2026, range(2026, 2024, -1), True, date(2026, 11, 28))
CHOICE = Choice("bus", "1", 0, date(2026, 11, 2), 1, "", -1)
LINE = [{"lon": 102.83, "lat": 16.40 + n / 1000} for n in range(4)]


def answers(monkeypatch: pytest.MonkeyPatch, **rows: list[dict[str, object]]) -> None:
    """Let queries over a snapshot give some rows, by the last part of their name."""
    monkeypatch.setattr(service.reading, "records", lambda _snapshot, name, *_: rows[name.rpartition("/")[2]])


def test_a_stretch_whose_speed_or_place_is_not_known_is_not_drawn_as_a_slow_one(monkeypatch):
    found = [
        {"from_m": 0, "to_m": 100, "speed": 12.0}, {"from_m": 100, "to_m": 200, "speed": None},
        {"from_m": None, "to_m": None, "speed": 9.0},
    ]  # fmt: skip
    answers(monkeypatch, stretches=found, shape=LINE)
    assert [row["speed"] for row, _ in service.paths("s", CHOICE, VIEW)] == [12.0]
