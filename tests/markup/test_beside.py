"""What stands round the chart of other places: whose line is strong, what is left out, the newest figure of each."""

from html import unescape

import pandas as pd
import pytest

from smart7 import beside
from smart7.i18n import LANGS
from smart7.markup import beside as markup
from smart7.markup.pieces import unfolded
from smart7.words import beside as words
from smart7.words import common
from tests.markup.shown import read, tables

NAMES = {1: "Khon Kaen City Municipality", 2: "Khon Kaen Province", 3: "Thailand"}


def rows(figures, *, drawn="values", **columns):
    """Return rows of figures given as (place, year, value); a place of `None` years has no figure."""
    found = [{
        "place": place, "unit_id": f"u{place}", "label": NAMES[place], "own": place == 1, "drawn": drawn,
        "other": None, "differs": None, "period_kind": year and "calendar_year",
        "period_start": year and pd.Timestamp(year, 1, 1), "period_end": year and pd.Timestamp(year, 12, 31),
        "period": year and f"Calendar year {year}", "short": year and str(year), "value": value, "decimals": 1,
        "measure": "points", "era": 0, "incomplete": False, "quality": year and "official",
        "source": year and "A register", "is_sample": False,
    } for place, year, value in figures]  # fmt: skip
    return pd.DataFrame(found).assign(**columns)


def table(body):
    """Return the cells of the first table of some markup, header first."""
    return tables(body)[0]


TWO = [(1, 2020, 1.0), (1, 2021, 2.0), (2, 2021, 3.0), (2, 2022, 4.0)]


def both(view, found, medians=(), lang="en"):
    """Return what stands above and below a chart as markup."""
    drawn = beside.drawing(found)
    return markup.above(found, drawn, view(lang)), markup.below(found, drawn, medians, view(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_which_line_is_our_own(view, lang):
    above, _ = both(view, rows(TWO), lang=lang)
    assert words.TITLE.get(lang) in read(above)
    assert words.STRONG.format(lang, own=NAMES[1]) in read(above)


def test_an_index_names_its_base_and_why_it_is_one(view):
    above, _ = both(view, rows([*TWO, (2, 2020, 2.0)], drawn="index"))
    assert "(2020 = 100)" in read(above) and "differ in size" in read(above)


def test_counts_without_an_index_say_so_and_nobody_is_the_strong_line(view):
    above, _ = both(view, rows([(1, 2020, 1.0), (2, 2021, 3.0)], drawn="index"))
    assert words.COUNTS.en in read(above) and "strong line" not in read(above)


def test_where_there_is_no_figure_of_our_own_the_page_says_so_and_nobody_stands_in(view):
    above, below = both(view, rows([(1, None, None), (2, 2021, 3.0), (2, 2022, 4.0)]))
    assert words.OWN_LACKS.format("en", own=NAMES[1]) in read(above)
    assert table(below)[1] == [NAMES[1], words.NO_FIGURE.en, "–", "–", "–"]


def test_the_newest_figure_of_each_place_has_its_period_quality_and_source(view):
    head, *body = table(both(view, rows(TWO))[1])
    assert head == ["Place", "Newest figure", "Period", "Quality", "Source"]
    assert body == [
        [NAMES[1], "2.0 points", "Calendar year 2021", "Official", "A register"],
        [NAMES[2], "4.0 points", "Calendar year 2022", "Official", "A register"],
    ]


def test_nobody_is_ranked_and_it_is_said_where_periods_differ(view):
    assert words.NO_RANK.en in read(both(view, rows(TWO))[1])
    assert words.NO_RANK.en not in read(both(view, rows([*TWO, (1, 2022, 9.0)]))[1])


def test_what_differs_is_told_once_under_the_table_with_a_mark_beside_each_name_it_is_about(view):
    found = rows([*TWO, (3, 2021, 5.0)], other=[None] * 2 + ["Rate"] * 3, differs=[None] * 2 + ["D"] * 3)
    above, below = both(view, found)
    assert [row[0] for row in table(below)[1:]] == [NAMES[1], f"{NAMES[2]} ¹", f"{NAMES[3]} ¹"]
    assert read(below).count("¹ Rate: D") == 1
    assert words.NEARLY.en in read(above) and words.NEARLY.en not in read(both(view, rows(TWO))[0])


@pytest.mark.parametrize("lang", LANGS)
def test_the_middle_of_the_peers_is_modelled_and_has_a_period_of_its_own(view, lang):
    median = {"unit_kind": "peer_city", "peers": 4, "median": 3.25, "period": "P"}
    last = table(both(view, rows(TWO), [median], lang)[1])[-1]
    assert last[0] == words.MEDIANS["peer_city"].format(lang, count=4)
    assert last[1].startswith("3.3") and last[2:4] == ["P", common.QUALITY["modelled"].get(lang)]


def test_every_figure_is_there_as_a_number_with_gaps_as_gaps(view):
    body = unfolded(both(view, rows(TWO))[1]).partition("<details")[2]
    assert table(body)[1:] == [
        ["Calendar year 2020", "1.0", "–"], ["Calendar year 2021", "2.0", "3.0"], ["Calendar year 2022", "–", "4.0"],
    ]  # fmt: skip


def test_the_same_places_can_be_asked_for_in_the_explorer(view):
    found = rows([*TWO, (3, 2021, 5.0)], other=[None] * 4 + ["Another"])
    way = unescape(markup.ask_on(found, "score", beside.drawing(found), view("en")))
    assert "/explore?" in way and "show=score" in way and "of=u1~u2&" in way and "measure" not in way
    alone = found[found["place"] == 1]
    assert markup.ask_on(alone, "score", beside.drawing(found), view("en")) == ""


def test_who_is_not_in_the_chart_is_named_with_the_reason(view):
    found = rows([(1, 2020, 1.0), (1, 2021, 2.0), (2, 2020, 3.0), (3, 2021, 5.0)], drawn="index")
    assert "Not in the chart, having no figure for 2020: Thailand" in read(both(view, found)[1])


def test_who_does_not_see_the_chart_hears_the_newest_figure_of_each_place(view):
    said = markup.alternative(rows(TWO), "Score", view("en"))
    assert f"{NAMES[1]} 2.0 points (Calendar year 2021); {NAMES[2]} 4.0 points" in said.replace(
        "\N{NO-BREAK SPACE}", " "
    )


@pytest.mark.parametrize(("name", "lang", "short"), [
    ("เทศบาลนครขอนแก่น", "th", "ทน.ขอนแก่น"), ("จังหวัดขอนแก่น", "th", "จ.ขอนแก่น"), ("ประเทศไทย", "th", "ประเทศไทย"),
    ("Khon Kaen City Municipality", "en", "Khon Kaen City"), ("Khon Kaen Province", "en", "Khon Kaen Prov."),
])  # fmt: skip
def test_a_place_is_named_shortly_at_the_end_of_its_line(name, lang, short):
    assert markup.short(name, lang) == short


def test_what_is_drawn_keeps_what_was_published_to_be_shown_when_pointed_at():
    found = rows([(1, 2020, 50.0), (1, 2021, 55.0), (2, 2020, 4.0), (2, 2021, 5.0)], drawn="index")
    drawn = markup.drawn_rows(beside.drawing(found), found, "en")
    assert list(drawn["value"]) == [100, pytest.approx(110), 100, 125]
    assert drawn["shown"].iloc[3].startswith("5.0") and list(drawn["series"].unique()) == [
        "Khon Kaen City",
        "Khon Kaen Prov.",
    ]
