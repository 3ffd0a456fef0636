"""What is worst in a month of service: drawn for the eye, said for the ear, and no more than three of each."""

import re

import pytest

from smart7.i18n import LANGS
from smart7.markup.worst import worst
from smart7.words import service as words


def stop(name, excess):
    return {"stop": name, "excess_wait": excess, "wait": 9.3}


def hour(at, excess):
    return {"hour": at, "excess_wait": excess, "bunched": 1.7, "long_gaps": 4.5}


def stretch(start, end, lost):
    ends = {"from_stop": start, "to_stop": end}
    return ends | {"lost": lost, "lost_each": 3.3, "speed": 16.3, "quick": 19.6}


STOPS = [stop("B", 0.9), stop("A", 1.8), stop("D", 0.3), stop("C", 0.6)]
HOURS = [hour(16, 2.4)]
STRETCHES = [stretch("A", "B", 6001.0), stretch("B", "C", 3000.5)]


def plain(body):
    return re.sub(r"<[^>]+>", "", body)


@pytest.mark.parametrize("lang", LANGS)
def test_three_of_a_kind_are_named_the_worst_first_each_with_a_bar_and_its_minutes(view, lang):
    body = worst(STOPS, HOURS, STRETCHES, False, view(lang))
    assert re.findall(r"width:([\d.]+)%", body) == ["100.0", "50.0", "33.3", "100.0", "100.0", "50.0"]
    seen = re.findall(r"<b>(.*?)</b>", body)
    minutes = [words.MINUTES.get(lang).format(minutes=one) for one in ("1.8", "0.9", "0.6", "2.4", "6,001", "3,001")]
    assert [plain(one) for one in seen] == minutes


def test_whoever_listens_hears_the_sentence_and_not_the_drawing(view):
    body = worst(STOPS[1:2], [], [], False, view("en"))
    said = words.WORST_STOP.en.format(stop="A", excess="1.8", wait="9.3")
    assert f'<span class="s7-heard">{said}</span><div aria-hidden="true">' in body


def test_what_is_made_up_is_drawn_hollow(view):
    assert "s7-hollow-bars" in worst(STOPS, [], [], True, view("en"))
    assert "s7-hollow-bars" not in worst(STOPS, [], [], False, view("en"))


def test_where_nobody_waited_longer_than_planned_it_is_said(view):
    body = worst([stop("A", 0.04), stop("B", None)], [], [], False, view("en"))
    assert words.NO_WORST.en in body and "width:" not in body
