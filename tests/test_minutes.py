"""Before and after as a panel: shares with their ranges, and a sentence about what gains most."""

from datetime import date

import pytest

from smart7 import minutes
from smart7.transit.assumptions import Incomplete
from smart7.view import View
from smart7.words import travel

SEEN = View(lang="en", dark=False, year=2026, years=range(2026, 2016, -1), sample=True, as_of=date(2026, 11, 22))


def row(kind="hospital", gained=10):
    counts = {"before": (50, 100, 200), "after": (60, 100 + gained, 400), "gained": (0, gained, 90)}
    ends = {f"{name}_{end}": value for name, held in counts.items() for end, value in zip(
        ("low", "mid", "high"), held, strict=True)}  # fmt: skip
    return {"kind": kind, "minutes": 30, "cells": 1000, **ends}


def test_a_kind_of_place_is_told_in_shares_of_the_grid_each_with_its_range():
    told = minutes.told(row(), SEEN)
    assert (told["shown_before"], told["shown_after"]) == ("10.0%", "11.0%")
    assert (told["range_before"], told["range_after"]) == ("5.0% – 20.0%", "6.0% – 40.0%")
    table = minutes.numbers([told], SEEN)
    assert travel.RECORDED.en in table and "6.0% – 40.0%" in table


@pytest.mark.parametrize(("gained", "said"), [(10, "10 more of 1,000 points"), (0, "no more points")])
def test_the_sentence_says_what_is_gained_with_its_range(gained, said):
    told = minutes.finding(row(gained=gained), SEEN)
    assert said in told and "0 to 90" in told and "hospital within 30 minutes" in told


def test_a_snapshot_without_what_it_takes_says_what_is_missing(monkeypatch):
    def lacking(_snapshot):
        raise Incomplete("stops")

    monkeypatch.setattr(minutes.compare, "run", lacking)
    assert "the snapshot lacks: stops" in minutes.body("no-such-snapshot", SEEN)
