"""Each quality check: silent on the real data, and heard on a database made to break it."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from smart7.ingest import build
from smart7.ingest.faults import BadInput
from tests.schema import driven_rows

CHECKS = {check_id: query for check_id, _, _, query in build.checks()}

FIGURE = {
    "indicator_id": "visits", "unit_id": "town", "breakdown": "", "period_kind": "month",
    "period_start": date(2024, 10, 1), "period_end": date(2024, 10, 31), "value": 5.0, "partial": False,
    "quality": "official", "source_id": "register", "as_of": date(2024, 11, 1), "known_from": date(2024, 11, 1),
    "file": "published.csv", "line": 2,
}  # fmt: skip
INDICATOR = {
    "indicator_id": "visits", "domain_id": "living", "position": 1, "name_th": "N", "name_en": "N", "about_th": "A",
    "about_en": "A", "measure_th": "M", "measure_en": "M", "value_kind": "number", "scale": 1, "direction": "higher",
    "over_time": "sum", "over_units": "sum", "decimals": 0, "period_kind": "month", "due_days": 30, "owner": "town",
    "level": "city", "range_min": 0, "range_max": 10, "formula_th": "F", "formula_en": "F", "promised": False,
}  # fmt: skip
UNIT = {
    "unit_id": "school", "kind": "school", "name_th": "U", "name_en": "U", "is_sample": False, "adopted_2017": False,
    "name_confidence": "official", "source_id": "register", "position": 1,
}  # fmt: skip
TARGET = {
    "indicator_id": "visits", "unit_id": "town", "authority": "plan", "period_from": date(2024, 10, 1),
    "period_to": date(2025, 9, 30), "low": 4, "quality": "official", "source_id": "register",
    "known_from": date(2024, 10, 1),
}  # fmt: skip
TWIN = {**INDICATOR, "indicator_id": "twin", "direction": "context"}
PAIR = {"indicator_id": "visits", "other_id": "twin", "note_th": "D", "note_en": "D"}
TURNED = {**PAIR, "indicator_id": "twin", "other_id": "visits"}
FEED = {"feed_id": "bus", "status": "recorded", "title_th": "B", "title_en": "B", "position": 1}
DAY = {"indicator_id": "visits", "unit_id": "town", "day": date(2025, 1, 1), "value": 5.0, "source_id": "register"}
POINT = {"point_id": "p1", "kind": "accident", "day": date(2025, 1, 1), "source_id": "register"}
STANDARD = {"indicator_id": "visits", "valid_from": date(2020, 1, 1), "high": 5.0, "source_id": "register"}
STOP = {"feed_id": "bus", "stop_id": "a", "name_th": "A", "name_en": "A"}
CLOSED = {"known_to": date(2025, 1, 1)}
LATER = {"known_from": date(2025, 1, 1), "line": 3}


@pytest.fixture(scope="module")
def founded() -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a snapshot's tables with a town, a sample town, one indicator and no figure, made once."""
    connection = duckdb.connect(":memory:")
    build.run_script(connection, "tables.sql")
    build.run_script(connection, "macros.sql")
    build.run_script(connection, "transit.sql")
    build.run_script(connection, "driven.sql")
    build.run_script(connection, "happened.sql")
    put(connection, "domains", domain_id="living", position=1, name_th="D", name_en="D", international=True)
    for n, authority in enumerate(("plan", "national"), 1):
        put(connection, "authorities", authority_id=authority, position=n, name_th="A", name_en="A")
    texts = {f"{name}_{lang}": "T" for name in ("publisher", "title", "licence") for lang in ("th", "en")}
    put(connection, "sources", source_id="register", bulk=True, confidence="official", **texts)
    put(connection, "units", **{**UNIT, "unit_id": "town"})
    put(connection, "units", **{**UNIT, "unit_id": "sample-town", "is_sample": True})
    put(connection, "indicators", **INDICATOR)
    put(connection, "indicator_aims", indicator_id="visits", aim="safe")
    yield connection
    connection.close()


@pytest.fixture
def empty(founded) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return these tables for one test, whose rows are gone after it."""
    founded.execute("begin")
    yield founded
    founded.execute("rollback")


def put(connection: duckdb.DuckDBPyConnection, table: str, **cells: object) -> None:
    """Insert one row."""
    marks = ", ".join("?" * len(cells))
    connection.execute(f"insert into {table} ({', '.join(cells)}) values ({marks})", list(cells.values()))  # noqa: S608


# check: rows to insert that break it, file and line it names
BROKEN: list[tuple[str, list[tuple[str, dict[str, object]]], tuple[str | None, int | None]]] = [
    ("no_orphans", [("observations", {**FIGURE, "indicator_id": "luck"})], ("published.csv", 2)),
    ("no_orphans", [("observations", {**FIGURE, "unit_id": "atlantis"})], ("published.csv", 2)),
    ("no_orphans", [("observations", {**FIGURE, "source_id": "hearsay"})], ("published.csv", 2)),
    ("no_orphans", [("observations", {**FIGURE, "breakdown": "left"})], ("published.csv", 2)),
    ("one_current_figure", [("observations", FIGURE), ("observations", FIGURE | LATER)], ("published.csv", 3)),
    (
        "known_intervals_do_not_overlap",
        [("observations", FIGURE | {"known_to": date(2025, 1, 2)}), ("observations", FIGURE | LATER)],
        ("published.csv", 3),
    ),
    (
        "known_intervals_do_not_overlap",
        [("observations", FIGURE), ("observations", FIGURE | LATER | {"known_to": date(2025, 2, 1)})],
        ("published.csv", 3),
    ),
    (
        "known_intervals_do_not_overlap",
        [("observations", FIGURE | {"known_to": FIGURE["known_from"]})],
        ("published.csv", 2),
    ),
    ("denominators_not_zero", [("observations", {**FIGURE, "denominator": 0.0})], ("published.csv", 2)),
    ("figures_within_range", [("observations", {**FIGURE, "value": 10.01})], ("published.csv", 2)),
    ("figures_within_range", [("observations", {**FIGURE, "value": -0.01})], ("published.csv", 2)),
    ("figures_within_range", [("observations", {**FIGURE, "value": float("nan")})], ("published.csv", 2)),
    ("figures_within_range", [("observations", {**FIGURE, "value": float("inf")})], ("published.csv", 2)),
    ("sample_stays_with_sample", [("observations", {**FIGURE, "quality": "sample"})], ("published.csv", 2)),
    ("sample_stays_with_sample", [("observations", {**FIGURE, "unit_id": "sample-town"})], ("published.csv", 2)),
    ("sample_targets_stay_with_sample", [("targets", {**TARGET, "quality": "sample"})], (None, None)),
    ("sample_targets_stay_with_sample", [("targets", {**TARGET, "unit_id": "sample-town"})], (None, None)),
    (
        "ratios_have_both_parts",
        [
            ("indicators", {**INDICATOR, "indicator_id": "share", "over_time": "ratio"}),
            ("indicator_aims", {"indicator_id": "share", "aim": "safe"}),
            ("observations", {**FIGURE, "indicator_id": "share", "numerator": 1.0}),
        ],
        ("published.csv", 2),
    ),
    (
        "ratios_have_both_parts",
        [
            ("indicators", {**INDICATOR, "indicator_id": "mean", "over_time": "last", "over_units": "mean"}),
            ("indicator_aims", {"indicator_id": "mean", "aim": "safe"}),
            ("observations", {**FIGURE, "indicator_id": "mean", "denominator": 1.0}),
        ],
        ("published.csv", 2),
    ),
    (
        "one_target_at_a_time",
        [("targets", TARGET), ("targets", TARGET | {"period_from": date(2025, 9, 30), "period_to": date(2026, 9, 30)})],
        (None, None),
    ),
    ("days_within_range", [("days", {**DAY, "value": 10.5})], (None, None)),
    (
        "days_within_range",
        [
            (
                "hours",
                {
                    key: {**DAY, "hour": 3, "value": -1.0}[key]
                    for key in ("indicator_id", "unit_id", "day", "hour", "value")
                },
            )
        ],
        (None, None),
    ),
    (
        "one_standard_a_day",
        [("standards", STANDARD), ("standards", {**STANDARD, "valid_from": date(2021, 1, 1)})],
        ("standards.csv", None),
    ),
    (
        "one_target_at_a_time",
        [("targets", TARGET), ("targets", TARGET | {"period_from": date(2025, 9, 30), "period_to": None})],
        (None, None),
    ),
    (
        "one_target_at_a_time",
        [
            ("targets", TARGET | {"period_to": None}),
            ("targets", TARGET | {"period_from": date(2030, 10, 1), "period_to": None}),
        ],
        (None, None),
    ),
    (
        "every_domain_has_indicators",
        [
            ("domains", {"domain_id": "bare", "position": 2, "name_th": "B", "name_en": "B", "international": True}),
            *[("indicators", {**INDICATOR, "indicator_id": f"i{n}", "direction": "context"}) for n in range(6)],
        ],
        (None, None),
    ),
    *(
        (
            "sample_units_stay_together",
            [("units", {**UNIT, "parent": parent, "is_sample": is_sample})],
            ("units.csv", None),
        )
        for parent, is_sample in (("town", True), ("sample-town", False), ("atlantis", False))
    ),
    (
        "every_indicator_serves_an_aim",
        [("indicators", {**INDICATOR, "indicator_id": "aimless"})],
        ("indicators.csv", None),
    ),
    ("feeds_name_known_sources", [("gtfs_feeds", {**FEED, "source_id": "hearsay"})], ("about.csv", None)),
    (
        "feeds_name_known_sources",
        [("gtfs_feeds", FEED), ("gtfs_stops", {**STOP, "source_id": "hearsay"})],
        ("stops.txt", None),
    ),
    *(
        ("pairs_are_measured_alike", [("indicators", TWIN | other), ("comparable", PAIR)], ("comparable.csv", None))
        for other in ({"measure_th": "X"}, {"measure_en": "X"}, {"value_kind": "percent"})
    ),
    (
        "pairs_are_measured_alike",
        [
            ("indicators", TWIN | {"over_units": "ratio", "over_time": "ratio", "scale": 100}),
            ("indicators", TWIN | {"over_units": "ratio", "over_time": "ratio", "indicator_id": "third"}),
            ("comparable", {**PAIR, "indicator_id": "third"}),
        ],
        ("comparable.csv", None),
    ),
    (
        "pairs_say_what_differs",
        [("indicators", TWIN), ("comparable", PAIR | {"note_en": None})],
        ("comparable.csv", None),
    ),
    (
        "pairs_say_what_differs",
        [("indicators", TWIN), ("comparable", PAIR), ("comparable", TURNED)],
        ("comparable.csv", None),
    ),
    (
        "counts_are_not_drawn_as_they_are",
        [("comparable", {"indicator_id": "visits", "other_id": "visits"})],
        ("comparable.csv", None),
    ),
    *driven_rows.BROKEN,
]

SOUND: list[list[tuple[str, dict[str, object]]]] = [
    [("observations", FIGURE)],
    [("observations", {**FIGURE, "unit_id": "sample-town", "quality": "sample"})],
    [("observations", FIGURE | CLOSED), ("observations", FIGURE | LATER)],
    [("observations", FIGURE), ("observations", FIGURE | {"unit_id": "town", "period_kind": "span", "line": 3})],
    [("targets", TARGET), ("targets", TARGET | {"period_from": date(2025, 10, 1), "period_to": date(2026, 9, 30)})],
    [("targets", {**TARGET, "unit_id": "sample-town", "quality": "sample"}), ("targets", TARGET)],
    [("targets", TARGET), ("targets", {**TARGET, "authority": "national"})],
    [("targets", TARGET), ("targets", TARGET | {"period_from": date(2025, 10, 1), "period_to": None})],
    [("indicators", {**INDICATOR, "indicator_id": "story", "direction": "context"})],
    [("indicators", {**TWIN, "scale": 100}), ("comparable", PAIR)],
    [
        ("indicators", {**TWIN, "over_time": "last", "over_units": "none"}),
        ("comparable", {"indicator_id": "twin", "other_id": "twin"}),
    ],
    [("units", {**UNIT, "parent": "town"})],
    [("units", {**UNIT, "parent": "sample-town", "is_sample": True})],
    [("gtfs_feeds", {**FEED, "source_id": "register"}), ("gtfs_stops", {**STOP, "source_id": "register"})],
    [("gtfs_feeds", {**FEED, "status": "imported"}), ("gtfs_stops", {**STOP, "source_id": "of another city"})],
    [("days", DAY), ("points", POINT),
     ("standards", {**STANDARD, "valid_to": date(2020, 12, 31)}),
     ("standards", {**STANDARD, "valid_from": date(2021, 1, 1)})],
    [("observations", {**FIGURE, "value": 10.0}), ("observations", {**FIGURE, "value": 0.0, "unit_id": "town",
                                                                    "period_end": date(2024, 10, 30)})],
    *driven_rows.SOUND,
]  # fmt: skip


@pytest.mark.parametrize(("check_id", "rows", "place"), BROKEN, ids=[f"{c[0]} {n}" for n, c in enumerate(BROKEN)])
def test_the_check_fires_on_a_database_made_to_break_it(empty, check_id, rows, place):
    for table, cells in rows:
        put(empty, table, **cells)
    heard = {name: empty.execute(query).fetchall() for name, query in CHECKS.items()}
    assert [(file, line) for file, line, _ in heard.pop(check_id)] == [place]
    assert not any(heard.values()), "another check fires too, so this case says little about its own"
    with pytest.raises(BadInput):
        build.run_checks(empty)


def test_every_check_has_a_database_that_breaks_it():
    assert {check_id for check_id, *_ in BROKEN} == set(CHECKS)


@pytest.mark.parametrize("rows", SOUND)
def test_no_check_fires_on_sound_rows(empty, rows):
    for table, cells in rows:
        put(empty, table, **cells)
    build.run_checks(empty)


@pytest.mark.parametrize("check_id", CHECKS)
def test_the_real_data_pass_the_check(ask, check_id):
    assert ask(CHECKS[check_id]) == []


def test_the_snapshot_says_which_checks_it_passed(ask):
    assert ask("select check_id, faults from checks order by check_id") == [(c, 0) for c in sorted(CHECKS)]


def test_no_check_in_the_file_is_overlooked():
    scripts = [(build.SCHEMA / name).read_text("utf-8") for name in build.CHECKS]
    assert len(CHECKS) == sum(script.count("-- check:") for script in scripts)
    assert all("-- check:" in script for script in scripts)


def test_every_fault_of_every_check_is_reported_at_once(empty):
    put(empty, "observations", **{**FIGURE, "value": 11.0})
    put(empty, "observations", **{**FIGURE, "unit_id": "sample-town", "line": 3})
    put(empty, "targets", **{**TARGET, "quality": "sample"})
    with pytest.raises(BadInput) as refused:
        build.run_checks(empty)
    places = [(f.file, f.line) for f in refused.value.faults]
    assert places == [("-", 0), ("published.csv", 2), ("published.csv", 3)]
