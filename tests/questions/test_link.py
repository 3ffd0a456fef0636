"""A link holds a question whole, in ASCII, and links given out years ago still open."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7 import calendar
from smart7.questions import Question, from_link, to_link
from smart7.questions.link import NAMES, period_of, slug_of
from tests.questions.asking import DAYS, questions

KEPT = [
    line.split(" | ")
    for line in (Path(__file__).parent / "links_v1.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@given(questions())
def test_a_question_in_a_link_and_back_is_the_same_question(question):
    link = to_link(question)
    assert from_link(link) == (question, [])
    written = urlencode(link)
    assert written.isascii() and dict(parse_qsl(written)) == link


@given(questions(), questions())
def test_two_questions_have_one_link_only_when_they_are_one(one, other):
    assert (to_link(one) == to_link(other)) == (one == other)


@pytest.mark.parametrize(("link", "fields"), KEPT, ids=[link for link, _ in KEPT])
def test_a_link_of_version_1_opens_as_it_did(link, fields):
    asked = {
        name: tuple(value)
        if isinstance(value, list)
        else date.fromisoformat(value)
        if name in ("start", "end")
        else value
        for name, value in json.loads(fields).items()
    }
    assert from_link(dict(parse_qsl(link))) == (Question(**asked), [])


def test_the_links_that_were_kept_use_every_parameter():
    assert {name for link, _ in KEPT for name in dict(parse_qsl(link))} == {"v", *NAMES.values()}


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("from", "fy20x6"), ("from", "2026-13"), ("to", "9999999-01"), ("from", "fy1000"), ("from", "1"),
        ("to", "fy0000"),
        ("by", "decade"), ("with", "unit:"), ("with", "neighbour"), ("split", "colour"), ("rows", "period;drop"),
        ("measure", "mean"), ("top", "-1"), ("top", "๓"), ("top", "many"), ("sample", "yes"), ("chart", "pie"),
        ("show", "ประชากร"), ("of", "kind:"), ("of", "x'); drop table units --"), ("v", "2"), ("order", "sideways"),
    ],
)  # fmt: skip
def test_what_no_link_of_ours_holds_is_refused_by_name_and_left_out(parameter, value):
    question, refused = from_link({"v": "1", parameter: value})
    assert question == Question() and refused == [(parameter, value)]


def test_an_end_before_its_start_is_refused():
    question, refused = from_link({"from": "fy2026", "to": "fy2025"})
    assert question == Question(start=date(2025, 10, 1)) and refused == [("to", "fy2025")]


@given(st.dictionaries(st.sampled_from([*NAMES.values(), "v"]), st.text(max_size=60)))
def test_no_link_breaks_the_reader(link):
    question, _ = from_link(link)
    assert from_link(to_link(question)) == (question, [])


@given(st.sampled_from([kind for kind in calendar.KINDS if kind != "span"]), DAYS)
def test_a_slug_names_its_period(kind, day):
    period = calendar.containing(kind, day)
    assert slug_of(period).isascii() and period_of(slug_of(period)) == period


def test_a_span_has_both_its_days_in_its_slug():
    span = calendar.period("span", date(2018, 12, 27), date(2019, 1, 2))
    assert slug_of(span) == "2018-12-27..2019-01-02" and period_of(slug_of(span)) == span
