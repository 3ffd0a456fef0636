"""Service as driven in words: what a day rests on, and why positions were left out of it."""

import re
from datetime import date

import pytest

from smart7.i18n import LANGS
from smart7.markup import service
from smart7.vehicles import judged
from smart7.view import View
from smart7.words import passes, positions

DAY = {"positions": 90, "vehicles": 3, "runs": 6, "doubt": 1.5, "silent_s": 0.0, "quality": "modelled"}


def view(lang):
    return View(lang, False, 2026, range(2026, 2015, -1), True, date(2026, 11, 28))


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_left_out_when_taken_in_and_when_placed_is_said_by_reason(lang):
    rows = [DAY | {"reason": reason, "rows": n} for n, reason in enumerate((*positions.REASONS, *judged.REASONS), 1)]
    # Thai words are wrapped so that none breaks at the end of a line.
    said = re.sub(r"<[^>]+>", "", service.rests_on(rows, view(lang)))
    for n, reason in enumerate((*positions.REASONS, *judged.REASONS), 1):
        known = {**positions.REASONS, **passes.REASONS}[reason].get(lang)
        assert f"{known} {n}" in said


def test_a_sample_rests_on_no_positions():
    assert service.rests_on([DAY | {"quality": "sample", "reason": None, "rows": None}], view("en")) == ""
