"""A tile of the board: what it bears, what its card says, and that nothing made up ever looks like a verdict."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from smart7 import board as boards
from smart7 import calendar, catalog, tally
from smart7.board import Choice
from smart7.figures import Source
from smart7.i18n import LANGS, Text
from smart7.markup import board, legend
from smart7.markup.pieces import JOINER, unfolded
from smart7.metrics import Status, Target
from smart7.words import board as words
from smart7.words import cards as card_words
from smart7.words import common
from tests.markup.shown import read

HOSTILE = ['"><script>alert(1)</script>', "' onmouseover='alert(1)", "</span></a></li></ul><h1>", "&lt;b&gt; <!-- "]
NOTHING = {
    "value": None, "period": None, "period_short": None, "unit": None, "quality": "", "aim": None, "target": Target(),
    "status": Status("none", "missing"), "change": None, "before": None, "newest": None,
}  # fmt: skip
SAMPLE = {"is_sample": True, "quality": "sample"}
PARTS = {**NOTHING, "status": Status("none", "parts")}
EARLIER = calendar.period("fiscal_year", date(2019, 10, 1))


def said(body):
    """Return what markup says, that of a tile in its label."""
    labels = re.sub('(<li[^>]*>)<a [^>]*aria-label="([^"]*)"[^>]*>', r"\1\2", unfolded(body))
    return read(labels.replace(JOINER, "")).replace("\u00a0", " ")


def attributes(body):
    """Return the names of all attributes of markup, as a browser reads it."""
    reader, found = HTMLParser(), []
    reader.handle_starttag = lambda _, given: found.extend(name for name, _ in given)
    reader.feed(body)
    return found


def bears(body):
    """Return the marks of the first tile."""
    return set(re.search('<li class="([^"]*)"', body)[1].split())


@pytest.fixture
def tile(figure, view):
    """Return a function that draws the tile of a figure a test has changed."""
    return lambda lang="en", **changes: board.tile(figure(**changes), view(lang), first=False)


@pytest.mark.parametrize(("changes", "marks"), [
    ({"status": Status("on")}, {"on", "real"}),
    ({"status": Status("near", then=True)}, {"near", "then", "real"}),
    ({"status": Status("off"), "late": True}, {"off", "real", "late"}),
    ({"status": Status("none", "no_target")}, {"known", "real"}),
    ({"status": Status("none", "context")}, {"known", "real"}),
    (PARTS | {"units_published": 2}, {"known", "real"}),
    (SAMPLE, {"sample"}),
    (SAMPLE | {"late": True, "status": Status("off")}, {"sample"}),
    (PARTS, {"sample"}),
    (NOTHING, {"missing"}),
])  # fmt: skip
def test_a_tile_bears_how_its_indicator_stands(tile, changes, marks):
    assert bears(tile(**changes)) == marks | {"safe", "division-health"}


def test_what_is_made_up_never_looks_like_a_verdict_nor_says_one(tile):
    for changes in (SAMPLE, SAMPLE | {"status": Status("off", then=True)}, PARTS):
        body = tile(**changes)
        assert not bears(body) & {*tally.VERDICTS, "then", "known", "real", "late"}
        assert common.SAMPLE_BADGE.en in said(body) and "target" not in said(body) and "s7-" not in body


@pytest.mark.parametrize(("lang", "parts"), [
    ("en", ["Dengue cases", "1,234 cases", "FY2026 · Khon Kaen City Municipality · Official",
            "On target (municipality's target ≤ 1,300 cases)", "Source: Disease register", "Aims: Safe"]),
    ("th", ["ผู้ป่วยไข้เลือดออก", "1,234 ราย", "ปีงบ 2569 · เทศบาลนครขอนแก่น · ทางการ",
            "ตามเป้า (เป้าหมายเทศบาล ≤ 1,300 ราย)", "ที่มา: ทะเบียนโรค", "เป้าประสงค์: ปลอดภัย"]),
])  # fmt: skip
def test_a_card_says_name_value_period_verdict_whose_target_and_source_in_this_order(tile, lang, parts):
    words_of_it = said(tile(lang))
    places = [words_of_it.find(part) for part in parts]
    assert -1 not in places and places == sorted(places), words_of_it


def test_a_tile_is_two_elements_as_a_browser_builds_hundreds(tile):
    assert re.findall("<([a-z]+)", tile("th")) == ["li", "a"]


@pytest.mark.parametrize(("changes", "empty"), [
    ({"aims": ()}, {4, 6}), (NOTHING | {"aims": ()}, {1, 2, 4, 6}), (SAMPLE, {4}),
    ({"late": True}, set()), ({"name": Text("ก\nข", "a\r\nb\u2028c")}, {4}),
])  # fmt: skip
def test_a_label_has_a_line_for_each_part_which_may_be_empty(tile, changes, empty):
    label = re.search('aria-label="([^"]*)"', tile(**changes))[1]
    lines = label.split("\n")
    assert len(lines) == 7 and {n for n, line in enumerate(lines) if not line} == empty


def test_a_compound_of_a_label_stands_between_two_joiners(tile):
    label = re.search('aria-label="([^"]*)"', tile("th", name=Text("จำนวนผู้เสียชีวิตทางถนน", "Deaths")))[1]
    assert label.startswith(f"จำนวน{JOINER}ผู้เสียชีวิต{JOINER}ทางถนน\n")


def test_a_card_of_an_older_verdict_says_when_it_was_so(tile):
    body = tile(status=Status("off", then=True), period=EARLIER, period_short=Text("ปีงบ 2563", "FY2020"), late=True)
    assert "Off target in FY2020; no newer figure" in said(body) and bears(body) >= {"off", "then"}
    assert card_words.OVERDUE.en not in said(body)
    assert card_words.OVERDUE.en in said(tile(status=Status("none", "no_target"), late=True))


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_of_what_nobody_sent_says_so_and_who_holds_it(tile, lang):
    words_of_it = said(tile(lang, **NOTHING))
    owner = {"th": "สำนักการสาธารณสุข", "en": "Health Office"}[lang]
    assert (
        common.REASONS["missing"].get(lang) in words_of_it and words.NO_SOURCE.format(lang, owner=owner) in words_of_it
    )


def test_a_tile_leads_to_its_indicator_with_what_was_chosen(tile):
    assert 'href="/indicator?lang=en&amp;id=dengue-cases"' in tile()


@pytest.mark.parametrize("name", [*HOSTILE, "ผู้เสียชีวิตทางถนน" * 40, "x" * 3000])
def test_a_hostile_or_endless_name_stays_a_text(figure, view, name):
    both = Text(name, name)
    one = figure(name=both, unit=both, period_short=both)
    origin = replace(one.provenance, sources=(Source("s", both, None),), owner=both)
    found = [replace(one, provenance=origin), figure(**NOTHING, name=both)]
    choice = Choice(owner="division-health")
    body = board.rows(found, view(), marked=True) + legend.legend(found, choice, view())
    tags = set(re.findall(r"<(/?\w+)", body))
    assert tags <= {f"{end}{tag}" for end in ("", "/") for tag in (
        "a", "div", "section", "h2", "p", "ul", "li", "span", "b", "strong", "i", "em", "style", "nav", "details",
        "summary",
    )}  # fmt: skip
    assert not [name for name in attributes(body) if name.startswith("on")]
    assert said(body).count(" ".join(name.split())) >= 5


def test_every_indicator_is_a_tile_in_the_row_of_its_domain(figure, view):
    found = [figure(indicator_id=f"i{n}", domain_id=catalog.DOMAINS[n % 7].id) for n in range(20)]
    sections = re.findall("<section.*?</section>", board.rows(found, view(), marked=False), re.DOTALL)
    assert len(sections) == 7
    for n, (section, domain) in enumerate(zip(sections, catalog.DOMAINS, strict=True)):
        assert f'href="/{domain.id}?lang=en"' in section and f"var(--s7-domain-{domain.id})" in section
        ids = re.findall("id=(i\\d+)", section)
        assert ids == [f"i{k}" for k in range(n, 20, 7)]
        assert words.ROW.format("en", total=len(ids), known=len(ids), judged=len(ids)) in said(section)


def test_a_stroke_stands_where_the_next_aim_begins_and_nowhere_else(figure, view):
    served = [("convenient",), ("convenient", "safe"), ("safe",), ("sustainable",), ()]
    found = [figure(indicator_id=f"i{n}", aims=aims) for n, aims in enumerate(served)]
    marked = board.rows(boards.by_aim(found), view(), marked=True)
    assert ["first" in css.split() for css in re.findall('<li class="([^"]*)"', marked)] == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert words.STROKES.en in said(marked)
    plain = board.rows(found, view(), marked=False)
    assert "first" not in plain and words.STROKES.en not in said(plain)


def test_each_entry_of_the_legend_has_its_count_and_leads_to_it_or_back(figure, view):
    found = [figure(), figure(status=Status("off", then=True), late=True), figure(**SAMPLE), figure(**NOTHING)]
    body = legend.legend(found, Choice(), view())
    assert re.findall(r"<li class=\"(\w+)\">.*?<b>(\d+)</b>", body) == [
        ("on", "1"), ("near", "0"), ("off", "1"), ("then", "1"), ("known", "0"), ("sample", "1"), ("missing", "1"),
    ]  # fmt: skip
    assert 'href="/?lang=en&amp;verdict=off"' in body and "<style>" not in body
    assert 'href="/?lang=en&amp;only=late"' in body and 'href="/?lang=en&amp;owner=division-health"' in body
    narrowed = legend.legend(found, Choice(order="name", verdict="off", only="late"), view())
    assert "<style>.s7-board li:not(.off.late){--s7-seen:.15}</style>" in narrowed
    # What is chosen leads back to without it, everything else stays chosen.
    assert re.search(
        r'<li class="off"><a href="/\?lang=en&amp;order=name&amp;only=late" aria-current="true">', narrowed
    )
    assert re.findall(r"<b>(\d+)</b>", narrowed) == re.findall(r"<b>(\d+)</b>", body)


def test_what_is_looked_at_is_said_and_listed(figure, view):
    off = figure(indicator_id="missed", name=Text("พลาด", "Missed"), status=Status("off"))
    body = legend.chosen([figure(), off, figure(**NOTHING)], Choice(verdict="off", aim="safe"), view())
    assert "1 of 3 indicators: Off target · Safe" in said(body)
    assert re.findall("id=([a-z-]+)", unfolded(body)) == ["missed"]
    assert "Missed 1,234 cases (FY2026) · Off target" in said(body)
    none = legend.chosen([figure()], Choice(verdict="missing"), view())
    assert "0 of 1 indicators: Nothing yet" in said(none) and "<details" not in none
    assert legend.chosen([figure()], Choice(order="name"), view()) == ""


def test_a_division_is_named_by_its_name(figure, view):
    body = legend.legend([figure()], Choice(owner="division-health"), view("th"))
    assert "หน่วยงานของฉัน: สำนักการสาธารณสุข" in said(body) and "1 จาก 1 ตัวชี้วัด: สำนักการสาธารณสุข" in said(body)
