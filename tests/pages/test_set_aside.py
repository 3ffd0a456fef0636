"""A snapshot that is not whole never blanks the pages: an older one is shown, and its day is said."""

from datetime import date

import duckdb
import pytest

from smart7 import calendar, store
from smart7.i18n import LANGS
from smart7.words import disk


@pytest.fixture
def town(tiny):
    """Return a town with an older snapshot and a newer one that is in service."""
    tiny.series(tiny.indicator("counted"), "town", date(2025, 10, 1), [10, 11])
    tiny.older = tiny.build(date(2026, 11, 20)).snapshot_id
    tiny.build(date(2026, 11, 21))
    yield tiny
    store.close_all()


@pytest.mark.parametrize("lang", LANGS)
def test_visitors_read_of_which_day_the_data_is_that_stands_in_for_the_newest(town, visit_to, lang):
    path = town.folder / "snapshots" / f"{town.snapshot_id}.duckdb"
    path.unlink()
    duckdb.connect(str(path)).close()
    there = visit_to(town.folder).open("living", lang=lang)
    day = calendar.format_date(date(2026, 11, 20), lang)
    assert disk.SHOWN_INSTEAD.format(lang, day=day) in [warning.value for warning in there.at.warning]
    assert town.older in there.words and "counted" in there.words


def test_nothing_is_said_where_all_is_well(town, visit_to):
    there = visit_to(town.folder).open("living", lang="en")
    assert not [warning for warning in there.at.warning if "could not be read" in warning.value]
    assert town.snapshot_id in there.words
