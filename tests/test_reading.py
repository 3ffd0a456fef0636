"""What is read once for all who look at the same: what is equal is kept once, and no more than was said."""

import pandas as pd

from smart7 import parts, reading
from smart7.view import of_link


def view(snapshot, **link):
    return of_link(link, reading.about(snapshot))


def test_figures_of_two_years_share_the_texts_that_say_the_same(fresh):
    new = view(fresh)
    old = view(fresh, year=str(new.years[1]))
    pairs = zip(*(reading.every_figure(fresh, one.until, one.sample) for one in (new, old)), strict=True)
    texts = [(a.about.th, b.about.th) for a, b in pairs]
    texts += [(a.provenance.formula.en, b.provenance.formula.en) for a, b in pairs]
    assert len(texts) > 50 and all(a is b for a, b in texts if a == b)


def test_rows_of_two_questions_share_the_texts_that_say_the_same(fresh):
    asked = [reading.asked(lang="th", sample=sample, unit="") for sample in (True, False)]
    found = [row for one in asked for row in reading.records(fresh, "units/list", one)]
    texts = [cell for row in found for cell in row.values() if isinstance(cell, str)]
    assert len(texts) > 2 * len(set(texts)) == 2 * len({id(text) for text in texts})


def test_a_chart_keeps_its_rows_and_its_dress_once_for_light_and_dark(fresh):
    seen = view(fresh)
    panel = next(one for one in parts.page_panels(fresh, "mobility", seen) if one.drawn)
    light, dark = (panel.packed(fresh, seen.lang, one) for one in (False, True))
    assert light.rows and light.dress != dark.dress
    assert all(dark.rows[name] is rows for name, rows in light.rows.items())
    other = next(one for one in parts.page_panels(fresh, "people", seen) if one.drawn).packed(fresh, seen.lang, False)
    assert other.dress is light.dress


def test_rows_weigh_as_many_cells_as_they_have():
    frame = pd.DataFrame({"a": [1, 2, 3], "b": list("xyz")})
    assert reading.cells(frame) == reading.cells(frame.to_dict("records")) == 7
    assert reading.cells(frame[:0]) == reading.cells([]) == 1
