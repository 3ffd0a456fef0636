"""Whatever a name holds, it reaches the page as text."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from smart7.i18n import Text
from smart7.markup import cards, frame, pieces
from smart7.markup.pieces import unfolded
from smart7.words.compounds import COMPOUNDS

HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onerror='alert(1)",
    "</article></div><h1>",
    "<!-- ",
    "&lt;b&gt; &amp;",
    "ผู้ใหญ่ที่ “น้ำ” ปี่ นั้น",
    "<img src=x onerror=alert(1)>",
    "]]>",
    "a\x00b",
]


class Tags(HTMLParser):
    """Collect the elements, attributes and texts a browser would find."""

    def __init__(self, body):
        super().__init__()
        self.tags, self.names, self.values, self.texts = [], set(), [], []
        self.feed(body)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.values += [value for _, value in attrs]

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_a_text_in_every_piece_of_markup(name):
    table = ("div", "table", "caption", "thead", "tr", "th", "tbody", "tr", "th")
    written = {
        ("p",): pieces.tag("p", name, name, title=name),
        ("a",): pieces.link(name, f"/indicator?id={name}"),
        table: pieces.table([name], [[name]], caption=name),
        ("details", "summary"): pieces.more(name, ""),
        ("details", "summary", "p"): pieces.more(name, pieces.tag("p", name), opened=True),
    }
    for tags, body in written.items():
        found = Tags(body)
        assert tuple(found.tags) == tags
        assert not {n for n in found.names if n.startswith("on")}
        assert name.replace("\x00", "") in "".join(found.texts).replace("\x00", "").replace("\ufffd", "")


@given(some.text(), some.text())
@example("รถไฟฟ้ารางเบา", "")
def test_any_text_comes_back_as_it_went_in(text, attribute):
    # What keeps a Thai word whole stands around it, and nowhere else.
    body = pieces.tag("p", text, title=attribute).replace("<span class='s7-word'>", "").replace("</span>", "")
    assert body.count("<") == body.count(">") == 2
    inside = body[body.index(">") + 1 : body.rindex("<")]
    assert unescape(inside) == unescape(text) or "&" in text
    assert '"' not in inside and "'" not in inside


def test_an_attribute_without_a_value_is_left_out():
    assert pieces.tag("p", "x", "", title="") == "<p>x</p>"


def test_an_underscore_in_the_name_of_an_attribute_is_a_hyphen():
    assert pieces.tag("p", "x", aria_label="y") == '<p aria-label="y">x</p>'


def test_a_table_has_a_caption_headers_of_columns_and_headers_of_rows():
    body = pieces.table(["Name", "Value"], [["Road deaths", "401"]], caption="Changes", numbers=(1,))
    assert '<caption class="s7-heard">Changes</caption>' in body
    assert '<th scope="col">Name</th><th class="s7-num" scope="col">Value</th>' in body
    assert '<th scope="row">Road deaths</th><td class="s7-num">401</td>' in body
    assert 'tabindex="0"' in body and 'role="region"' in body and 'aria-label="Changes"' in body


def test_a_table_of_many_columns_says_in_each_cell_what_it_is_and_stays_a_table_to_whoever_listens():
    header = ["Name", "Value", "Period", "Quality"]
    body = pieces.table(header, [["Deaths", "401", "2021", "Official"]], numbers=(1,))
    labels = "--c2:&quot;Value&quot;;--c3:&quot;Period&quot;;--c4:&quot;Quality&quot;"
    assert f'<table class="s7-table s7-stacks" role="table" style="{labels}">' in body
    assert '<tr role="row"><th scope="row" role="rowheader">Deaths</th>' in body
    assert '<td class="s7-num" role="cell">401</td>' in body
    assert body.count('role="columnheader"') == 4 and body.count('role="rowgroup"') == 2


def test_the_style_sheet_has_a_label_for_as_many_columns_as_it_is_said_to():
    sheet = frame.style_sheet()
    rules = [f"td:nth-child({n}) {{ --s7-label: var(--c{n}); }}" for n in range(2, pieces.LABELLED + 2)]
    assert [rule in sheet for rule in rules] == [True] * (len(rules) - 1) + [False]


def test_a_cell_beyond_the_columns_the_style_sheet_knows_holds_its_own_label():
    names = [f"C{n}" for n in range(pieces.LABELLED + 1)]
    body = pieces.table(names, [["x"] * len(names)])
    assert "--c16:&quot;C15&quot;" in body and "--c17" not in body
    assert body.count("--s7-label") == 1 and '<td role="cell" style="--s7-label:&quot;C16&quot;">x</td>' in body


def test_a_label_of_a_column_stays_a_text_whatever_stands_in_it():
    assert pieces.labels(["A", 'say "x"\\;} b{', "C"]) == r'--c2:"say \22 x\22 \5c ;} b{";--c3:"C"'


@pytest.mark.parametrize(
    ("columns", "how"),
    [(3, {}), (4, {"fits": True}), (2, {"sentences": (1,)})],
)
def test_few_columns_and_those_that_are_compared_stand_side_by_side_everywhere(columns, how):
    body = pieces.table(["A"] * columns, [["a"] * columns], **how)
    assert '<table class="s7-table s7-fits">' in body and "style" not in body


def test_what_has_no_room_in_half_of_a_telephone_takes_a_line_of_its_own():
    long = "Public Health and Environment Office"
    body = pieces.table(["A", "B", "C", "D"], [["a", "b", "c", long]])
    assert f'<td class="s7-wide" role="cell">{long}</td>' in body
    assert body.count("s7-wide") == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_column_stays_a_text_where_its_cells_are_labelled(name):
    found = Tags(pieces.table([name] * 4, [[name] * 4], caption=name))
    assert found.tags[-5:] == ["tr", "th", "td", "td", "td"]
    assert not {n for n in found.names if n.startswith("on")}


def test_a_caption_is_seen_only_where_no_heading_says_it():
    assert "<caption>Changes</caption>" in pieces.table(["Name"], [], caption="Changes", seen=True)


def test_a_table_without_rows_still_has_its_header():
    assert "<tbody></tbody>" in pieces.table(["Name"], [])


def test_what_opens_is_closed_until_asked():
    assert " open" not in pieces.more("More", "")
    assert ' open="open"' in pieces.more("More", "", opened=True)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_indicator_stays_a_text_on_its_card(figure, view, name):
    words = Text(name, name)
    origin = figure().provenance
    hostile = figure(name=words, measure=words, unit=words, period_short=words, period_label=words)
    plain = Tags(unfolded(cards.card(figure(), view(), "20261122-abc")))
    shown = Tags(unfolded(cards.card(hostile, view(), name)))
    assert shown.tags == plain.tags and shown.names == plain.names
    assert not [value for value in shown.values if value and value.startswith("javascript:")]
    assert origin.formula.en in "".join(shown.texts)


@pytest.mark.parametrize("plain", ["a & b", "เป้าหมาย <script>", "ตัวชี้วัดที่ไม่มีเป้าหมาย"])
def test_a_text_says_what_it_said_whatever_is_kept_whole_in_it(plain):
    tags = Tags(pieces.text(plain))
    assert "".join(tags.texts) == plain and set(tags.tags) <= {"span"}


def test_a_compound_is_kept_whole_and_the_longest_of_two():
    assert pieces.text("เป้าหมาย") == "<span class='s7-word'>เป้าหมาย</span>"
    assert pieces.text("กิโลวัตต์ชั่วโมง").count("<span") == 1
    assert len(set(COMPOUNDS)) == len(COMPOUNDS)


def test_an_attribute_holds_plain_text():
    assert pieces.wrap("div", "", aria_label="เป้าหมาย") == '<div aria-label="เป้าหมาย"></div>'


def test_no_rule_for_any_span_colours_a_word_that_is_kept_whole():
    style = frame.style_sheet()
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", style)
    assert [rule for rule, does in rules if re.search(r"\bspan\s*(,|$)", rule.strip()) and "color" in does] == []


def test_what_is_folded_away_is_a_text_of_its_element_until_it_is_unfolded():
    inside = '<p title="a &amp; b">«ก» &lt;b&gt;</p>' + pieces.more("Inner", "<i>deep</i>")
    away = pieces.more("More & more", inside)
    assert Tags(away).tags == ["details", "summary"]
    whole = pieces.unfolded(away)
    assert whole == (
        '<details class="s7-more"><summary>More &amp; more</summary><p title="a &amp; b">«ก» &lt;b&gt;</p>'
        '<details class="s7-more"><summary>Inner</summary><i>deep</i></details></details>'
    )
    assert pieces.unfolded(whole) == whole


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_that_is_folded_away_stays_a_text(name):
    away = pieces.more(name, pieces.tag("p", name, title=name))
    assert Tags(away).tags == ["details", "summary"] and Tags(away).texts == [name]
    whole = Tags(pieces.unfolded(away))
    assert whole.tags == ["details", "summary", "p"] and whole.names == {"class", "title"}
