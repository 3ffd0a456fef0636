"""Heat tables and the page about the programme of 2017: what is counted, and how dark it is."""

from datetime import date

import pytest

from smart7 import catalog, reading, theme
from smart7.markup import heat, programme
from smart7.markup.heat import Row, Share
from smart7.markup.pieces import unfolded
from smart7.view import View

VIEW = View("en", dark=False, year=2026, years=range(2026, 2010, -1), sample=True, as_of=date(2026, 11, 28))


def luminance(rgb):
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (one / 255 for one in rgb)]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_cell_is_darker_the_closer_to_all_and_has_no_colour_for_none():
    strengths = [heat.strength(Share(have, 10)) for have in (0, 1, 5, 10)]
    assert strengths[0] == 0 and strengths == sorted(strengths) and strengths[-1] == heat.DARKEST


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_written_on_the_darkest_cell_can_be_read(dark):
    palette = theme.palette(dark)
    accent, panel, ink = (theme.rgb(colour)[:3] for colour in (palette.accent, palette.panel, palette.ink))
    share = heat.DARKEST / 100
    ground = [share * one + (1 - share) * other for one, other in zip(accent, panel, strict=True)]
    assert contrast(ink, ground) >= 4.5


def test_every_cell_says_its_numbers_and_where_there_is_nothing_to_count_it_says_so():
    drawn = heat.table("Label", "Corner", ["One", "Two"], [Row("A", [Share(3, 4), Share(0, 0)])], VIEW)
    assert "<b>3</b> <small>of 4</small>" in drawn and "–</td>" in drawn
    assert 'aria-label="Label"' in drawn and drawn.count('role="columnheader"') == 3


def test_what_was_promised_adds_up_to_what_the_catalogue_says(snapshot, ask):
    found = reading.headline_figures(snapshot, "", VIEW.until, VIEW.sample)
    (wanted,) = ask("select count(*) from indicators where promised")[0]
    assert f"names {wanted} of the" in programme.lead(found, VIEW)
    drawn = unfolded(programme.promised(found, VIEW))
    assert drawn.count("<li>") == wanted and drawn.count('role="rowheader"') == len(catalog.DOMAINS)


def test_a_sample_figure_is_never_shown_as_what_became_of_a_promise(snapshot):
    found = reading.headline_figures(snapshot, "", VIEW.until, VIEW.sample)
    made_up = next(f for f in found if f.promised and f.is_sample)
    assert made_up.number("en") not in programme.promise(made_up, VIEW).split("</a>")[1]


def test_each_of_the_eighteen_units_has_a_row_that_leads_to_it(snapshot, ask):
    rows = reading.records(snapshot, "programme/adoption", reading.asked(lang="en"))
    drawn = programme.adoption(rows, reading.headline_figures(snapshot, "", VIEW.until, VIEW.sample), VIEW)
    units = [unit for (unit,) in ask("select unit_id from units where adopted_2017")]
    assert len(units) == 18 and all(f"/units?lang=en&amp;unit={unit}" in drawn for unit in units)
