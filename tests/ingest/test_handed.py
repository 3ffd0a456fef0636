"""Approved figures in a build: what the snapshot holds, what closes what, and what was known on which day."""

import shutil
import sqlite3
import subprocess
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7.ingest import build, handed
from smart7.ingest.build import Options
from smart7.ingest.faults import BadInput
from smart7.words import build as words
from tests import disks
from tests.handing import figure, put

MONTH = date(2026, 9, 1)
FIRST = date(2026, 10, 5)
APPROVED = ("approved", "publishing", "published")
TODAY = date(2026, 11, 22)


@pytest.fixture
def town(tiny, monkeypatch):
    """Return a small town with one counted thing and one ratio, its ledger beside its files."""
    monkeypatch.setenv("SMART7_DATA", str(tiny.folder))
    tiny.figure(tiny.indicator("visits"), "town", "2024-10-01", 100)
    tiny.ratio("share", level="school")
    tiny.write()
    return tiny


def held(town, indicator: str = "visits", *names: str, with_sample: bool = False) -> list[tuple[object, ...]]:
    """Return the figures that a build would load of an indicator's month, by the day they were known from."""
    _, figures = build.read(Options(town.folder, TODAY, with_sample))
    own = figures[(figures["indicator_id"] == indicator) & (figures["period_start"] == MONTH)]
    rows = own.sort_values("known_from")[list(names) or ["value", "known_from", "known_to"]].astype(object)
    return [tuple(None if cell != cell else cell for cell in row) for row in rows.itertuples(index=False)]


def hand(value: float, day: date, *states: str, indicator: str = "visits", unit: str = "town") -> str:
    """Put one monthly figure into the ledger."""
    return put([figure(indicator, unit, value)], "division-1", "month", MONTH, day, *(states or APPROVED))


def test_a_published_figure_is_an_observation_known_from_the_day_it_was_approved(town):
    submission = hand(70, FIRST)
    sql = "select value, known_from, known_to, quality, source_id, file, period_end, partial from observations"
    assert town.build().ask(f"{sql} where period_start = ?", MONTH) == [
        (70, FIRST, None, "submitted", "register", f"register/{submission}", date(2026, 9, 30), False)
    ]


@pytest.mark.parametrize(
    "states", [("draft",), ("handed_in",), ("returned",), ("approved",), ("approved", "publishing", "approved"),
               ("approved", "returned"), ("returned", "superseded")], ids=" ".join,
)  # fmt: skip
def test_what_nobody_publishes_is_in_no_build(town, states):
    before = build.digest_of(Options(town.folder, TODAY))
    hand(70, FIRST, *states)
    assert build.digest_of(Options(town.folder, TODAY)) == before
    assert held(town) == []


@pytest.mark.parametrize("states", [("approved", "publishing"), ("approved", "publishing", "published", "superseded")])
def test_what_is_being_published_or_was_ever_is_in_every_build(town, states):
    hand(70, FIRST, *states)
    assert held(town) == [(70, FIRST, None)]


def test_a_correction_closes_the_figure_before_it_and_both_stay(town):
    hand(70, FIRST)
    hand(72, FIRST + timedelta(days=9))
    assert held(town) == [(70, FIRST, FIRST + timedelta(days=9)), (72, FIRST + timedelta(days=9), None)]


def test_it_closes_a_figure_of_a_file_too_and_is_closed_by_a_later_one(town):
    later = FIRST + timedelta(days=20)
    town.figure("visits", "town", MONTH, 60, known_from="2026-10-02", known_to=later)
    town.figure("visits", "town", MONTH, 61, known_from=later)
    town.write()
    hand(70, FIRST)
    assert held(town) == [(60, date(2026, 10, 2), FIRST), (70, FIRST, later), (61, later, None)]


@pytest.mark.parametrize("days", [0, -3], ids=["of one day", "by a clock that was set back"])
def test_the_last_approved_counts(town, days):
    hand(70, FIRST)
    hand(71, FIRST + timedelta(days=days))
    assert held(town) == [(71, FIRST, None)]


def test_a_ratio_is_worked_out_of_its_parts(town):
    put([figure("share", "school-1", numerator=3.0, denominator=4.0, note="counted twice")], "school-1", "month", MONTH,
        FIRST, *APPROVED)  # fmt: skip
    assert held(town, "share", "value", "numerator", "denominator", "note_th") == [(75, 3, 4, "counted twice")]


def test_a_reason_without_a_figure_makes_none(town):
    put([figure("visits", "town", None, reason="no count")], "division-1", "month", MONTH, FIRST, *APPROVED)
    assert held(town) == []


def test_a_figure_handed_in_takes_the_place_of_samples(town):
    town.indicator("trips", level="school")
    town.profile("trips")
    town.write()
    assert {quality for (quality,) in held(town, "trips", "quality", with_sample=True)} == {"sample"}
    put([figure("trips", "school-1", 5)], "school-1", "month", MONTH, FIRST, *APPROVED)
    assert held(town, "trips", "quality", with_sample=True) == [("submitted",)]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"indicator_id": "lost"}, "lost"),
        ({"unit_id": "nowhere"}, "nowhere"),
        ({"indicator_id": "share", "unit_id": "school-1", "value": 3.0}, "numerator"),
        ({"indicator_id": "share", "unit_id": "school-1", "numerator": 3.0, "denominator": 0.0}, "zero"),
        ({"value": 3e300}, "range"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_figure_that_cannot_be_one_is_refused_in_a_sentence_that_names_its_submission(town, given, what):
    row = next(row for row in town.rows["indicators.csv"] if row["indicator_id"] == "visits")
    row["range_max"] = 1000
    town.write()
    cells = {"indicator_id": "visits", "unit_id": "town", "value": 5.0, "row": 7} | given
    submission = put([figure(**cells)], "division-1", "month", MONTH, FIRST, *APPROVED)
    with pytest.raises(BadInput) as refused:
        held(town)
    fault = refused.value.faults[0]
    assert (fault.file, fault.line) == (f"register/{submission}", 7)
    assert what in f"{fault.column} {fault.what.en} {fault.do.en}"


@pytest.mark.parametrize(("kind", "start"), [("month", "2026-09-02"), ("month", "2569-09-01"), ("week", "2026-09-01")])
def test_a_period_that_is_none_is_refused(town, kind, start):
    submission = put([figure("visits", "town", 1)], "division-1", kind, MONTH, FIRST, *APPROVED)
    with sqlite3.connect(town.folder / "ledger.sqlite") as raw:
        raw.execute("drop trigger submissions_stay")
        raw.execute("update submissions set period_start = ?", [start])
    with pytest.raises(BadInput) as refused:
        held(town)
    assert {fault.file for fault in refused.value.faults} == {f"register/{submission}"}


def test_a_ledger_that_cannot_be_read_fails_the_build_with_a_sentence(town):
    (town.folder / "ledger.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(BadInput, match="1 faults") as refused:
        held(town)
    assert refused.value.faults[0].file == "ledger.sqlite"


def test_a_ledger_from_before_units_handed_anything_in_is_no_fault(town):
    with sqlite3.connect(town.folder / "ledger.sqlite") as raw:
        raw.execute("create table views (entry integer)")
    assert held(town) == []


def test_a_ledger_on_a_disk_that_takes_nothing_is_read_all_the_same(town, tmp_path):
    hand(70, FIRST)
    with disks.small(tmp_path / "disk", 5) as place:
        shutil.copy(town.folder / "ledger.sqlite", place)
        if subprocess.run(["mount", "-o", "remount,ro", place], capture_output=True).returncode:
            pytest.skip("a disk cannot be made read-only here")
        assert [row["value"] for row in handed.rows(place, TODAY)] == [70]


def test_the_build_leaves_the_ledger_as_it_is(town):
    hand(70, FIRST)
    before = (town.folder / "ledger.sqlite").read_bytes()
    assert held(town)
    assert (town.folder / "ledger.sqlite").read_bytes() == before


def test_the_id_follows_what_was_approved_by_its_day_and_nothing_later(town):
    ids = []
    for value, day in ((70, FIRST), (71, FIRST + timedelta(days=10))):
        hand(value, day)
        ids.append(build.digest_of(Options(town.folder, FIRST + timedelta(days=5))))
        ids.append(build.digest_of(Options(town.folder, TODAY)))
    assert ids[0] == ids[2] and ids[1] != ids[3]


def test_what_is_published_during_a_build_is_in_the_snapshot_that_it_makes(town, monkeypatch):
    write, said = build.write, []

    def slow(*given):
        if words.CHANGED.both() not in said:
            hand(70, FIRST)
        return write(*given)

    monkeypatch.setattr(build, "write", slow)
    options = Options(town.write(), TODAY, with_sample=False)
    town.snapshot_id = build.build(options, said.append)
    assert town.snapshot_id == build.snapshot_id_of(options, build.digest_of(options))
    assert words.CHANGED.both() in said and town.ask(
        "select value from observations where period_start = ?", MONTH
    ) == [(70,)]


def test_what_a_model_gives_later_does_not_close_what_was_handed_in_whose_note_says_it(town):
    later = FIRST + timedelta(days=20)
    town.figure("visits", "town", MONTH, 60, known_from="2026-10-02", known_to=later, quality="modelled")
    town.figure("visits", "town", MONTH, 61.5, known_from=later, quality="modelled")
    town.write()
    hand(70, FIRST)
    rows = held(town, "visits", "value", "known_from", "known_to", "quality", "note_en")
    assert [row[:4] for row in rows] == [
        (60, date(2026, 10, 2), FIRST, "modelled"), (70, FIRST, None, "submitted")
    ]  # fmt: skip
    assert rows[1][4].endswith("the model gives for the same period: 61.5")


# --- what was known at a day is what the acts up to that day say

ACTS = st.lists(
    st.tuples(st.sampled_from(["file", "handed"]), st.integers(0, 12), st.sampled_from(["a", "b"])), max_size=12
)


@given(ACTS, st.integers(-1, 14))
def test_what_was_known_at_a_day_is_what_the_acts_up_to_that_day_say(acts, at):
    acts = sorted(acts, key=lambda act: act[1])  # the clock goes on
    days = [date(2026, 10, 1) + timedelta(days=n) for n in range(20)]
    filed, expected = {}, {}
    written, approved = [], []
    for number, (origin, day, key) in enumerate(acts):
        if origin == "file" and (key, day) in filed:
            continue  # a file has one figure of a day
        row = row_of(key, number, days[day], f"register/{number}" if origin == "handed" else "published.csv")
        if origin == "file":
            for earlier in written:
                if earlier["indicator_id"] == key and earlier["known_to"] is None:
                    earlier["known_to"] = days[day]
            filed[key, day] = number
        (written if origin == "file" else approved).append(row)
    for number, (origin, day, key) in enumerate(acts):
        if day <= at and (origin == "handed" or filed.get((key, day)) == number):
            of_that_day = expected.get(key)
            if not (origin == "file" and of_that_day and of_that_day[:2] == (day, "handed")):
                expected[key] = (day, origin, number)
    until = date(2026, 10, 1) + timedelta(days=at)
    columns = list(row_of("a", 0, days[0], ""))
    known = [row for row in approved if row["known_from"] <= until]
    joined = handed.joined(pd.DataFrame(written, columns=columns), pd.DataFrame(known, columns=columns))
    found = build.as_known_at(joined, until)
    current = found[found["known_to"].isna()]
    assert dict(zip(current["indicator_id"], current["value"], strict=True)) == {
        key: number for key, (_, _, number) in expected.items()
    }
    assert len(current) == len(expected)
    for _, versions in found.groupby("indicator_id"):
        ordered = versions.sort_values("known_from")
        ends = list(ordered["known_to"])[:-1]
        assert all(end <= since for end, since in zip(ends, list(ordered["known_from"])[1:], strict=True))


def row_of(key: str, value: int, known_from: date, file: str) -> dict[str, object]:
    """Return one observation of a month."""
    return {
        "indicator_id": key, "unit_id": "town", "breakdown": "", "period_kind": "month", "period_start": MONTH,
        "period_end": date(2026, 9, 30), "value": value, "known_from": known_from, "known_to": None, "file": file,
        "quality": "official",
    }  # fmt: skip


def parts(whole: float, female: float, male: float) -> list[object]:
    """Return the visits of a month, with its parts."""
    return [figure("visits", "town", whole), figure("visits", "town", female, breakdown="female"),
            figure("visits", "town", male, breakdown="male")]  # fmt: skip


def hand_parts(day: date, *figures: object) -> str:
    """Put figures of a month into the ledger as published on a day."""
    return put(list(figures), "division-1", "month", MONTH, day, *APPROVED)


LATER = FIRST + timedelta(days=20)
WHOLE_AND_PARTS = ("breakdown", "value", "known_from", "known_to")


def test_the_parts_of_a_figure_are_observations_of_their_own(town):
    submission = hand_parts(FIRST, *parts(100, 60, 40))
    found = set(held(town, "visits", *WHOLE_AND_PARTS, "file"))
    assert found == {(part, value, FIRST, None, f"register/{submission}")
                     for part, value in (("", 100), ("female", 60), ("male", 40))}  # fmt: skip
    sql = "select breakdown, value from observations where period_start = ? order by breakdown"
    assert town.build().ask(sql, MONTH) == [("", 100), ("female", 60), ("male", 40)]


def test_a_corrected_part_closes_the_one_before_it(town):
    hand_parts(FIRST, *parts(100, 60, 40))
    hand_parts(LATER, *parts(100, 70, 30))
    found = set(held(town, "visits", *WHOLE_AND_PARTS))
    assert {("female", 60, FIRST, LATER), ("female", 70, LATER, None), ("male", 40, FIRST, LATER)} <= found


def test_a_correction_without_its_parts_leaves_none_that_make_up_another_whole(town):
    hand_parts(FIRST, *parts(100, 60, 40))
    hand_parts(LATER, figure("visits", "town", 120))
    found = set(held(town, "visits", *WHOLE_AND_PARTS))
    assert found == {("", 100, FIRST, LATER), ("", 120, LATER, None), ("female", 60, FIRST, LATER),
                     ("male", 40, FIRST, LATER)}  # fmt: skip


def test_the_same_whole_again_leaves_its_parts_as_they_are(town):
    hand_parts(FIRST, *parts(100, 60, 40))
    hand_parts(LATER, figure("visits", "town", 100))
    assert ("female", 60, FIRST, None) in held(town, "visits", *WHOLE_AND_PARTS)


def test_a_correction_on_the_day_of_the_figure_leaves_parts_that_were_believed_on_no_day_out(town):
    hand_parts(FIRST, *parts(100, 60, 40))
    hand_parts(FIRST, figure("visits", "town", 120))
    assert held(town, "visits", *WHOLE_AND_PARTS) == [("", 120, FIRST, None)]


def test_a_ledger_from_before_there_were_parts_is_read(town):
    hand(70, FIRST)
    with sqlite3.connect(town.folder / "ledger.sqlite") as raw:
        raw.execute("drop table handed_parts")
    assert held(town) == [(70, FIRST, None)]
