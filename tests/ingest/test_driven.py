"""Days as driven in a snapshot: those measured, sample days where nothing was, and the figures made of them."""

import errno
import os
import time
from datetime import date
from pathlib import Path

import pytest

from smart7 import whole
from smart7.ingest import driven
from smart7.ingest.faults import BadInput
from smart7.ingest.made_of import Options, digest_of
from tests import disks, feeds
from tests.conftest import Tiny
from tests.driven import Driven

HEAD = "feed_id,from,to,seed\n"
MONDAY = date(2018, 6, 4)
DUE = [7 * 3600 + 600 * n for n in range(7)]
INDICATORS = ("bus-headway", "bus-excess-wait", "bus-bunched", "bus-on-time", "bus-trips-run")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """Keep the samples of a test away from those of the program."""
    monkeypatch.setattr(driven, "CACHE", tmp_path / "cache")


@pytest.fixture
def town(tiny) -> Tiny:
    """Return a town with a feed of one route, every day of a week."""
    line = feeds.line()
    line.every("out", "07:00:00", "09:00:00", 20)
    line.write(tiny.folder / "gtfs" / "bus")
    tiny.figure(tiny.indicator("trees"), "town", "2018-01-01", 5)
    return tiny


def recorded(town: Tiny) -> None:
    """Let the feed be one of record, whose headways are assumed."""
    about = "status,title_th,title_en,note_th,note_en,source_id,as_of,position\nrecorded,T,T,,,register,2018-06-30,1\n"
    (town.folder / "gtfs" / "bus" / "about.csv").write_text(about, "utf-8")


def asked_for(town: Tiny, *rows: str) -> None:
    """Ask for sample days."""
    path = town.folder / "vehicles" / "sample.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")


def measured(town: Tiny, day: date = MONDAY, feed: str = "bus", made: str = "digest", *, exact: bool = False) -> Path:
    """Leave a measured day in the data folder: seven trips due, of which one never came and one came late."""
    of_day = Driven()
    of_day.way("AB")
    of_day.plan(*DUE, exact=exact, day=day)
    for n, start in enumerate(DUE):
        if n != 3:
            of_day.run(
                start + 500 * (n == 1), start + 500 * (n == 1) + 60, start=start, vehicle="0123456789ab", day=day
            )
    of_day.heard(*range(DUE[0] - 60, DUE[-1] + 120, 20), day=day)
    for rows in of_day.rows.values():
        for row in rows:
            row["feed_id"] = feed
    folder = town.folder / "vehicles" / feed / "days" / day.isoformat()
    of_day.measured().write(folder, made)
    return folder


def with_indicators(town: Tiny) -> None:
    """Give the town the indicators that are made of driven days, and sample figures of one."""
    town.source("vehicle-positions")
    for name in INDICATORS:
        town.indicator(name, over_time="mean", over_units="mean", weight_th="W", weight_en="W", direction="lower")
    town.profile("bus-headway", denominator=100)


def test_sample_days_are_in_the_snapshot_and_say_so(town):
    asked_for(town, "bus,2018-06-04,2018-06-05,1")
    built = town.build(with_sample=True)
    assert built.ask("select service_date, day_type, quality, source_id, positions from driven_days order by 1") == [
        (date(2018, 6, day), "weekday", "sample", "sample-generator", 0) for day in (4, 5)
    ]
    for table in ("stop_hours", "trips", "stretches", "runs", "planned"):
        assert built.ask(f"select count(*) > 0, count(distinct service_date) from driven_{table}") == [(True, 2)]  # noqa: S608


def test_a_snapshot_without_samples_has_no_sample_days(town):
    asked_for(town, "bus,2018-06-04,2018-06-05,1")
    assert town.build(with_sample=False).ask("select count(*) from driven_days") == [(0,)]


def test_the_tables_are_there_and_empty_where_nobody_asks(town):
    assert town.build(with_sample=True).ask("select count(*) from driven_stop_hours") == [(0,)]


def test_a_sample_of_the_same_sources_is_made_once(town, monkeypatch):
    asked_for(town, "bus,2018-06-04,2018-06-04,1")
    first = town.build(with_sample=True).ask("from driven_stop_hours order by all")
    monkeypatch.setattr(driven.sample, "make", lambda *_: pytest.fail("it is kept"))
    assert town.build(with_sample=True).ask("from driven_stop_hours order by all") == first
    asked_for(town, "bus,2018-06-04,2018-06-04,2")
    with pytest.raises(pytest.fail.Exception):
        town.build(with_sample=True)


def test_a_sample_is_on_the_disk_before_it_takes_its_place(town, monkeypatch):
    flushed, moved = [], []
    flush, move = whole.flush, whole.move
    monkeypatch.setattr(whole, "flush", lambda path: [flushed.append(path), flush(path)])
    monkeypatch.setattr(whole, "move", lambda own, path: [moved.append((own, own in flushed)), move(own, path)])
    asked_for(town, "bus,2018-06-04,2018-06-04,1")
    town.build(with_sample=True)
    assert [on_disk for own, on_disk in moved if own.parent == driven.CACHE] == [True]


def test_two_builds_may_make_the_same_sample_at_once(town, monkeypatch):
    make = driven.sample.make

    def made_by_both(connection, spans, draft):
        make(connection, spans, draft)
        other = draft.with_name(draft.name.removeprefix(".").rpartition("-")[0])
        other.mkdir()
        for path in draft.iterdir():
            (other / path.name).write_bytes(path.read_bytes())

    asked_for(town, "bus,2018-06-04,2018-06-04,1")
    monkeypatch.setattr(driven.sample, "make", made_by_both)
    assert town.build(with_sample=True).ask("select count(*) > 0 from driven_stop_hours") == [(True,)]
    assert [path for path in driven.CACHE.iterdir() if path.name.startswith(".")] == []


def test_a_kept_sample_is_used_by_who_may_not_touch_it(town, monkeypatch):
    asked_for(town, "bus,2018-06-04,2018-06-04,1")
    town.build(with_sample=True)
    monkeypatch.setattr(driven.sample, "make", lambda *_: pytest.fail("it is kept"))
    monkeypatch.setattr(os, "utime", lambda *_: disks.refused(errno.EROFS))
    town.build(with_sample=True)


def test_what_a_killed_build_left_of_a_sample_is_swept(town):
    left = driven.CACHE / ".0123-7"
    left.mkdir(parents=True)
    os.utime(left, (time.time() - 4000,) * 2)
    asked_for(town, "bus,2018-06-04,2018-06-04,1")
    town.build(with_sample=True)
    assert not left.exists()


def test_only_the_samples_asked_for_last_are_kept(town, monkeypatch):
    monkeypatch.setattr(driven, "KEPT", 2)
    for seed in range(driven.KEPT + 1):
        asked_for(town, f"bus,2018-06-04,2018-06-04,{seed}")
        town.build(with_sample=True)
    assert len(list(driven.CACHE.iterdir())) == driven.KEPT


def test_a_measured_day_takes_the_place_of_a_sample_one(town):
    measured(town)
    asked_for(town, "bus,2018-06-04,2018-06-05,1")
    built = town.build(with_sample=True)
    assert built.ask("select service_date, quality, made_from = 'digest' from driven_days order by 1") == [
        (MONDAY, "modelled", True), (date(2018, 6, 5), "sample", False),
    ]  # fmt: skip
    assert built.ask("select sum(run) from driven_trips where service_date = '2018-06-04'") == [(6,)]


def test_a_day_later_than_the_build_and_one_of_a_feed_that_is_gone_stay_out(town):
    for day in (MONDAY, date(2018, 6, 8)):
        measured(town, day)
    measured(town, feed="gone")
    built = town.build(as_of=date(2018, 6, 7))
    assert built.ask("select distinct feed_id, service_date from driven_stop_hours") == [("bus", MONDAY)]


def test_positions_left_out_are_counted_by_reason(town):
    folder = measured(town)
    own = "select 'bus' as feed_id, date '2018-06-04' as service_date, '{}' as reason, {}::bigint as rows"
    for path, reason, rows in (
        (folder.parents[1] / "left_out" / "2018-06-04.parquet", "clock", 3),
        (folder / "left_out.parquet", "off_route", 5),
    ):
        path.parent.mkdir(exist_ok=True)
        Driven().measured().own.execute(f"copy ({own.format(reason, rows)}) to '{path}' (format parquet)")
    built = town.build()
    assert built.ask("select reason, rows from driven_left_out order by 1") == [("clock", 3), ("off_route", 5)]


def test_another_digest_of_a_day_is_another_snapshot(town):
    folder = measured(town)
    options = Options(town.write(), date(2026, 11, 22))
    before = digest_of(options)
    (folder / "made").write_text("other\n", "utf-8")
    assert digest_of(options) != before


def test_no_number_of_a_vehicle_is_in_a_snapshot(town):
    measured(town)
    town.build()
    path = town.folder / "snapshots" / f"{town.snapshot_id}.duckdb"
    assert town.ask("select count(*) from driven_runs") != [(0,)]
    assert b"0123456789ab" not in path.read_bytes()


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("tram,2018-06-04,2018-06-05,1", "feed_id", "tram"),
        ("bus,2018-06-05,2018-06-04,1", "to", "2018-06-04"),
        ("bus,2561-06-05,2018-06-04,1", "from", "2018"),
        ("bus,2018-06-04,2018-06-05,x", "seed", "x"),
    ],
)
def test_what_is_asked_for_wrongly_is_a_fault_with_its_line(town, row, column, said):
    asked_for(town, "bus,2018-06-01,2018-06-02,1", row)
    with pytest.raises(BadInput) as refused:
        town.build(with_sample=True)
    [one] = refused.value.faults
    assert (one.file, one.line, one.column) == ("sample.csv", 3, column)
    assert said in one.what.en + one.do.en


# --- figures of indicators


def test_a_month_of_measured_days_makes_the_figures_of_its_indicators(town):
    with_indicators(town)
    measured(town, exact=True)
    built = town.build(with_sample=True)
    rows = built.ask(
        "select indicator_id, round(value, 2), quality, partial, source_id, period_start from observations"
        " where indicator_id like 'bus%' order by 1"
    )
    common = ("modelled", True, "vehicle-positions", date(2018, 6, 1))
    assert rows == [
        ("bus-bunched", 0.2, *common), ("bus-excess-wait", 2.82, *common), ("bus-headway", 12.0, *common),
        ("bus-on-time", 0.83, *common), ("bus-trips-run", 0.86, *common),
    ]  # fmt: skip


def test_what_is_held_against_assumed_headways_is_estimated_and_says_so(town):
    with_indicators(town)
    recorded(town)
    measured(town)
    rows = town.build().ask(
        "select indicator_id, quality, note_en from observations where indicator_id <> 'trees' order by 1"
    )
    assert [(name, quality) for name, quality, _ in rows] == [
        ("bus-bunched", "estimated"), ("bus-excess-wait", "estimated"), ("bus-headway", "modelled"),
        ("bus-trips-run", "estimated"),
    ]  # fmt: skip
    assert all(("assumption" in note) == (quality == "estimated") for _, quality, note in rows)


def test_sample_days_make_no_figure(town):
    with_indicators(town)
    asked_for(town, "bus,2018-06-04,2018-06-05,1")
    rows = town.build(with_sample=True).ask(
        "select distinct indicator_id, quality from observations where indicator_id <> 'trees'"
    )
    assert rows == [("bus-headway", "sample")]


def test_a_figure_that_somebody_publishes_is_not_overruled(town):
    with_indicators(town)
    town.figure("bus-headway", "town", "2018-06-01", numerator=30, denominator=2, known_from="2018-07-20")
    measured(town)
    rows = town.build().ask("select value, quality, known_to from observations where indicator_id = 'bus-headway'")
    assert sorted(rows) == [(12.0, "modelled", date(2018, 7, 20)), (15.0, "official", None)], "both stay to be seen"


def test_single_runs_never_leave_and_the_rest_by_licence(town):
    town.source("vehicle-positions")
    town.rows["sources.csv"][-1]["bulk"] = "no"
    measured(town)
    asked_for(town, "bus,2018-06-05,2018-06-05,1")
    built = town.build(with_sample=True)
    assert built.ask("select distinct service_date, is_sample from open.driven_stop_hours") == [
        (date(2018, 6, 5), True)
    ]
    kept = dict(built.ask("select view_name, sum(rows) from open.withheld where view_name like 'driven%' group by 1"))
    assert kept["driven_days"] == 1
    assert kept["driven_runs"] == built.ask("select count(*) from driven_runs")[0][0]
    assert (
        kept["driven_stop_hours"]
        == built.ask("select count(*) from driven_stop_hours where service_date = '2018-06-04'")[0][0]
    )
