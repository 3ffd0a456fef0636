"""What is handed in beside what is in service: values, the drawing, verdicts before and after."""

import re

import pytest

from smart7.i18n import Text
from smart7.markup import differences
from smart7.markup.differences import Difference
from smart7.metrics import Status, Target
from tests.markup.shown import read as said

ON, OFF, NONE = Status("on"), Status("off"), Status("none", "no_target")


def one(now=80.0, new=92.6, **cells):
    usual = {
        "indicator_id": "attendance", "domain_id": "education", "name": "Attendance", "place": "",
        "measure": Text("%", "%"), "value_kind": "percent", "decimals": 1, "now": now, "new": new,
        "target": Target(low=90.0), "before": OFF, "after": ON,
    }  # fmt: skip
    return Difference(**{**usual, **cells})


def counted(now, new, **cells):
    return one(now, new, measure=Text("คน", "pupils"), value_kind="number", decimals=0, target=Target(),
               before=NONE, after=NONE, **cells)  # fmt: skip


def test_the_sum_counts_changed_first_and_unchanged_values_and_verdicts_that_turn(view):
    every = [one(), counted(None, 12.0), counted(10.0, 10.0), counted(10.0, 12.0)]
    assert (
        differences.counts(every, view("en"))
        == "values changed: 2 · first values: 1 · unchanged: 1 · verdicts changed: 1"
    )


def test_a_row_says_value_now_new_change_and_both_verdicts(view):
    body = said(differences.row(one(), view("en")))
    assert "Attendance 80.0% 92.6% +12.6\u00a0points" in body.replace("+12.6 points", "+12.6\u00a0points")
    assert "▼ Off target → ■ On target" in body


def test_a_count_says_its_change_as_a_share_too(view):
    assert "+20\u00a0pupils +20%" in said(differences.row(counted(100.0, 120.0), view("en"))).replace(
        "+20 pupils", "+20\u00a0pupils"
    )


def test_a_verdict_that_stays_is_told_once(view):
    body = said(differences.row(one(92.0, 93.0, before=ON), view("en")))
    assert body.count("On target") == 1 and "→" not in body


def test_the_drawing_says_in_words_what_it_shows(view):
    body = differences.drawing(one(), view("en"))
    assert 'aria-label="from 80.0% to 92.6%, target 90.0%"' in body
    places = [float(at) for at in re.findall(r"s7-(?:goal|ring|full)\" style=\"left:([\d.]+)%", body)]
    goal, now, new = places
    assert now < goal < new and min(places) >= 0 and max(places) <= 100


@pytest.mark.parametrize(("now", "new"), [(5.0, 5.0), (0.0, 0.0), (-3.0, 4.0), (0.0, 7.0), (None, 7.0)])
def test_no_value_is_drawn_outside_its_scale(view, now, new):
    body = differences.drawing(one(now, new), view("en"))
    assert all(0 <= float(at) <= 100 for at in re.findall(r"left:([-\d.]+)%", body))


def test_nothing_is_drawn_of_one_value_without_a_target(view):
    assert differences.drawing(counted(None, 12.0), view("en")) == ""


def test_what_turns_a_verdict_stands_first_and_what_stays_is_folded(view):
    every = [counted(5.0, 5.0, name="Same"), counted(10.0, 100.0, name="Large"), one(89.0, 90.5, name="Turned")]
    body = differences.shown(every, view("en"))
    read = said(body)
    assert read.index("Turned") < read.index("Large") < body.index("<details")
    assert "Same" in said(body.partition("<details")[2]) and "Same" not in said(body.partition("<details")[0])


def test_a_change_that_is_not_seen_as_written_is_no_change():
    assert counted(10.0, 10.2).change == 0


def test_a_reason_is_shown_as_it_was_written_and_never_as_markup(view):
    body = differences.row(one(reason="<script>alert(1)</script>"), view("th"))
    assert "<script" not in body and "เหตุผลของหน่วยงาน: <script>alert(1)</script>" in said(body)


def test_what_a_telephone_lays_out_anew_stays_a_table_to_who_listens(view):
    body = differences.grid([one()], view("en"))
    assert {"table", "rowgroup", "row", "columnheader", "rowheader", "cell"} == set(
        re.findall(r'role="(\w+)"', body)
    ) - {"img", "region"}


def test_a_small_change_looks_small_whatever_its_row(view):
    def apart(now, new):
        body = differences.drawing(counted(now, new), view("en"))
        here, there = (float(at) for at in re.findall(r"s7-(?:ring|full)\" style=\"left:([\d.]+)%", body))
        return abs(there - here)

    assert apart(612.0, 624.0) < 3 < 30 < apart(2.0, 4.0)
    assert apart(612.0, 624.0) == pytest.approx(apart(61_200.0, 62_400.0), abs=0.1)
