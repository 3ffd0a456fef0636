"""Taking a file: a dry run writes nothing, a yes writes all or nothing, and the same file twice changes nothing."""

import csv
import os
import signal
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from smart7.alone import alone
from smart7.ingest.official import __main__ as commands
from smart7.ingest.official import accept, take
from tests import disks
from tests.happened import without_routes
from tests.ingest.official.taking import ROOT, copied

SOURCE = """
[source]
publisher_th = "สำนักทดสอบ"
publisher_en = "Office of tests"
title_th = "ตารางทดสอบ"
title_en = "Tables of tests"
licence_th = "ไม่ระบุ"
licence_en = "not stated"
confidence = "official"
every_th = "ทุกปี"
every_en = "every year"
"""
RECIPE = f"""{SOURCE}
[file]
kinds = ["csv"]

[columns.year]
heading = "ปี"
type = "year"

[columns.people]
heading = "คน"
type = "whole"
"""
SELECT = """-- doc: People on the register; one row per year.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE
select
    'registered-population' as indicator_id, 'khonkaen-area' as unit_id, 'calendar_year' as period_kind,
    make_date(year, 1, 1) as period_start, cast(people as double) as value
from rows
"""
FIGURES = "observations/taken-people-tables.csv"


@pytest.fixture
def data(tmp_path) -> Path:
    """Return a copy of the data folder with one small recipe more."""
    folder = copied(tmp_path)
    add_recipe(folder, "people-tables", RECIPE, SELECT)
    return folder


def add_recipe(folder: Path, name: str, toml: str, sql: str) -> None:
    """Write a recipe."""
    (folder / "recipes" / name).mkdir(parents=True)
    (folder / "recipes" / name / "recipe.toml").write_text(toml, "utf-8")
    (folder / "recipes" / name / "recipe.sql").write_text(sql, "utf-8")


def table(data: Path, name: str, rows: dict[int, int]) -> Path:
    """Write a small table of people by year."""
    path = data.parent / name
    path.write_text("ปี,คน\n" + "".join(f'{year},"{people:,}"\n' for year, people in rows.items()), "utf-8")
    return path


def files_of(data: Path) -> dict[str, bytes]:
    """Return every input file with its content."""
    found = (path for path in sorted(data.rglob("*")) if path.is_file() and "snapshots" not in path.parts)
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in found if path.name != ".lock"}


def run(data: Path, *line: object) -> int:
    """Run the command in this process; return its exit status."""
    try:
        return commands.main(["--data", str(data), *map(str, line)])
    except SystemExit as ended:
        return int(ended.code or 0)


def figures(data: Path) -> list[dict[str, str]]:
    """Return the figures that were taken."""
    with (data / FIGURES).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def unbuilt(monkeypatch):
    """Let a take write without building a snapshot."""
    monkeypatch.setattr(take, "build", lambda data: None)


def on(monkeypatch, day: date) -> None:
    """Let today be a day."""

    class Clock:
        @staticmethod
        def now() -> datetime:
            """Return the beginning of that day."""
            return datetime(day.year, day.month, day.day)

    monkeypatch.setattr(commands, "datetime", Clock)


# --- Without a yes


def test_a_dry_run_says_what_would_change_and_writes_nothing(data, capsys):
    before = files_of(data)
    assert run(data, "people-tables", table(data, "a.csv", {2560: 130_000, 2561: 131_000})) == 0
    said = capsys.readouterr().out
    assert "2 new, 0 the same, 0 corrected" in said
    assert "thousands separators" in said
    assert files_of(data) == before


def test_faults_are_told_all_at_once_with_sheet_row_and_column(data, capsys):
    path = data.parent / "bad.csv"
    path.write_text("ปี,คน\n2560,12x\n99,5\n2561,\n", "utf-8")
    assert run(data, "people-tables", path, "--yes") == 1
    said = capsys.readouterr()
    assert "bad.csv · 2 · [คน]" in said.out
    assert "bad.csv · 3 · [ปี]" in said.out
    assert "12x is not a number" in said.out
    assert "12x ไม่ใช่ตัวเลข" in said.out
    assert "Nothing was changed" in said.err


@pytest.mark.usefixtures("unbuilt")
def test_a_figure_outside_its_range_is_not_taken(data, capsys):
    assert run(data, "people-tables", table(data, "a.csv", {2560: 3}), "--yes") == 1
    assert "lies outside" in capsys.readouterr().out
    assert not (data / FIGURES).exists()


def test_an_unknown_recipe_is_answered_with_those_there_are(data, capsys):
    assert run(data, "nothing", "x.csv") == 2
    assert "people-tables" in capsys.readouterr().err


# --- With a yes


def test_what_was_taken_is_in_the_snapshot_with_its_file_and_digest(data, capfd):
    without_routes(data)
    path = table(data, "people-2561.csv", {2560: 130_000, 2561: 131_000})
    assert run(data, "people-tables", path, "--yes") == 0
    snapshot = (data / "snapshots" / "current").read_text("utf-8").strip()
    with duckdb.connect(str(data / "snapshots" / f"{snapshot}.duckdb"), read_only=True) as connection:
        sql = """select o.value, e.file_name, e.digest, e.rows_kept, e.as_of, s.title_en from observations as o
            join editions as e using (edition_id) join sources as s on s.source_id = o.source_id
            where unit_id = 'khonkaen-area' and o.source_id = 'people-tables' order by period_start"""
        rows = connection.execute(sql).fetchall()
    digest = take.digest_of(path)
    told = ("people-2561.csv", digest, 2, date(2018, 12, 31), "Tables of tests")
    assert rows == [(value, *told) for value in (130_000, 131_000)]


@pytest.mark.usefixtures("unbuilt")
def test_the_same_file_twice_changes_nothing(data, capsys):
    path = table(data, "a.csv", {2560: 130_000})
    assert run(data, "people-tables", path, "--yes") == 0
    before = files_of(data)
    assert run(data, "people-tables", path, "--yes") == 0
    assert "nothing changes" in capsys.readouterr().out
    assert files_of(data) == before


@pytest.mark.usefixtures("unbuilt")
def test_a_newer_edition_corrects_and_keeps_what_was_believed_before(data, monkeypatch, capsys):
    on(monkeypatch, date(2026, 3, 1))
    assert run(data, "people-tables", table(data, "a.csv", {2560: 130_000, 2561: 131_000}), "--yes") == 0
    on(monkeypatch, date(2026, 9, 1))
    assert run(data, "people-tables", table(data, "b.csv", {2560: 130_500, 2561: 131_000}), "--yes") == 0
    assert "130000 → 130500" in capsys.readouterr().out
    told = [(line["period_start"], line["value"], line["known_from"], line["known_to"]) for line in figures(data)]
    assert told == [
        ("2017-01-01", "130000", "2026-03-01", "2026-09-01"),
        ("2018-01-01", "131000", "2026-03-01", ""),
        ("2017-01-01", "130500", "2026-09-01", ""),
    ]
    editions = {line["edition_id"] for line in figures(data)}
    assert len(editions) == 2


@pytest.mark.usefixtures("unbuilt")
def test_what_another_source_says_stays_and_is_told(data, capsys):
    with (data / "observations" / "published.csv").open(encoding="utf-8", newline="") as file:
        known = next(line for line in csv.DictReader(file) if line["unit_id"] == "khonkaen-city" and line["value"])
    changed = {
        "khonkaen-area": "khonkaen-city",
        "registered-population": known["indicator_id"],
        "'calendar_year'": f"'{known['period_kind']}'",
        "make_date(year, 1, 1)": f"date '{known['period_start']}'",
    }
    select = SELECT
    for old, new in changed.items():
        select = select.replace(old, new)
    (data / "recipes" / "people-tables" / "recipe.sql").write_text(select, "utf-8")
    assert run(data, "people-tables", table(data, "a.csv", {2560: int(float(known["value"])) + 1})) == 0
    assert f"the record has {known['value']}" in capsys.readouterr().out


PLACES = """-- doc: One accident a year.
-- makes: points
-- returns: point_id VARCHAR, kind VARCHAR, day DATE, lat DOUBLE, lon DOUBLE, injuries BIGINT
select 'p-' || year as point_id, 'accident' as kind, make_date(year, 5, 1) as day, 16.4e0 as lat, 102.8e0 as lon,
    people as injuries
from rows
"""
GOALS = """-- doc: One target a year.
-- makes: targets
-- returns: indicator_id VARCHAR, unit_id VARCHAR, authority VARCHAR, period_from DATE, period_to DATE, low DOUBLE
select 'registered-population' as indicator_id, 'khonkaen-area' as unit_id, 'plan' as authority,
    make_date(year, 1, 1) as period_from,
    make_date(year, 12, 31) as period_to, cast(people as double) as low
from rows
"""


@pytest.mark.usefixtures("unbuilt")
def test_points_and_targets_are_written_anew_and_both_values_are_told(data, capsys):
    for name, select in (("points.sql", PLACES), ("targets.sql", GOALS)):
        (data / "recipes" / "people-tables" / name).write_text(select, "utf-8")
    targets = data / "catalog" / "targets.csv"
    before = targets.read_bytes()
    assert run(data, "people-tables", table(data, "a.csv", {2560: 130_000, 2561: 140_000}), "--yes") == 0
    assert targets.read_bytes().startswith(before)
    assert targets.read_bytes().count(b"khonkaen-area") == before.count(b"khonkaen-area") + 2
    capsys.readouterr()
    assert run(data, "people-tables", table(data, "b.csv", {2561: 150_000}), "--yes") == 0
    said = capsys.readouterr().out
    assert "p-2018: injuries 140000 → injuries 150000" in said
    assert "low 140000 → low 150000" in said
    with (data / "points" / "people-tables.csv").open(encoding="utf-8", newline="") as file:
        points = [(line["point_id"], line["injuries"], line["edition_id"][:13]) for line in csv.DictReader(file)]
    assert [point[:2] for point in points] == [("p-2017", "130000"), ("p-2018", "150000")]
    assert len(list(csv.DictReader((data / "catalog" / "editions.csv").open(encoding="utf-8")))) == 2


@pytest.mark.usefixtures("unbuilt")
def test_two_values_for_one_figure_are_a_fault(data, capsys):
    path = data.parent / "twice.csv"
    path.write_text("ปี,คน\n2560,130000\n2560,140000\n", "utf-8")
    assert run(data, "people-tables", path, "--yes") == 1
    assert "comes out twice: 130000 and 140000" in capsys.readouterr().out


@pytest.mark.usefixtures("unbuilt")
def test_several_files_are_taken_together_or_not_at_all(data, capsys):
    good, bad = table(data, "a.csv", {2560: 130_000}), table(data, "b.csv", {2561: 3})
    assert run(data, "people-tables", good, bad, "--yes") == 1
    assert not (data / FIGURES).exists()
    assert run(data, "people-tables", good, table(data, "c.csv", {2561: 131_000}), "--yes") == 0
    assert len({line["edition_id"] for line in figures(data)}) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("-- makes: observations\n", "", "-- makes: ?"),
        ("observations", "wishes", "-- makes: wishes"),
        ("value DOUBLE", "value DOUBLE, colour VARCHAR", "colour?"),
        ("period_start DATE, ", "", "+period_start"),
        ("value DOUBLE", "value INTEGER", "-- returns: indicator_id VARCHAR"),
        ("from rows", "from nothing", "nothing"),
        ("from rows", "from rows; select 1", "one SELECT"),
        ("from rows", "from rows, read_csv('/etc/hostname')", "disabled"),
    ],
)
def test_a_select_that_breaks_its_contract_is_refused_with_what_is_wrong(data, capsys, old, new, told):
    (data / "recipes" / "people-tables" / "recipe.sql").write_text(SELECT.replace(old, new, 1), "utf-8")
    assert run(data, "people-tables", table(data, "a.csv", {2560: 130_000})) == 1
    assert told in capsys.readouterr().err


def test_a_build_that_refuses_leaves_everything_as_it_was(data, capfd):
    before = files_of(data)
    targets = data / "catalog" / "targets.csv"
    wrong = "no-such,khonkaen-city,plan,2020-01-01,2020-12-31,1,,official,wiki-lrt-en,2020-01-01,,\n"
    targets.write_text(targets.read_text("utf-8") + wrong, "utf-8")
    spoiled = files_of(data)
    assert run(data, "people-tables", table(data, "a.csv", {2560: 130_000}), "--yes") == 1
    said = capfd.readouterr().err
    assert "The build refused" in said
    assert "targets.csv:" in said and "no-such" in said, "the table of faults comes with it"
    assert files_of(data) == spoiled != before


def test_a_disk_that_fills_up_in_the_build_is_told_as_that_and_leaves_everything_as_it_was(data, tmp_path, capfd):
    before = files_of(data)
    with disks.small(tmp_path / "disk", 4) as place:
        (data / "snapshots").symlink_to(place, target_is_directory=True)
        assert run(data, "people-tables", table(data, "a.csv", {2560: 130_000}), "--yes") == 1
        assert disks.everything(place) == {}
    said = capfd.readouterr().err
    assert "the disk is full" in said and "The build refused" not in said
    assert files_of(data) == before


# Reads numbers; for each, forks a process that takes a file and is killed after so many files took their place.
KILLED = """import os, sys
from smart7.ingest.official import __main__ as commands, accept, take
from smart7 import whole
from tests import killing
take.build = lambda data: None
real, keep = whole.put, accept.keep
def put(own, path):
    global count
    count -= 1
    if count < 0:
        os.kill(os.getpid(), 9)
    real(own, path)
def kept(data):
    if count == 0:
        os.kill(os.getpid(), 9)
    keep(data)
whole.put, accept.keep = put, kept
def act(step):
    global count
    count = step
    return commands.main(sys.argv[1:])
killing.serve(act)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")
def test_a_take_that_is_killed_at_any_step_is_undone_by_the_next_command(data, capsys):
    path = table(data, "a.csv", {2560: 130_000})
    before = files_of(data)
    steps = 0
    line = [sys.executable, "-c", KILLED, "--data", str(data), "people-tables", str(path), "--yes"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(line, cwd=ROOT, text=True, **pipes) as killer:
        while True:
            print(steps, file=killer.stdin, flush=True)
            ended = int(killer.stdout.readline())
            if ended == 0:
                break
            assert ended == -signal.SIGKILL
            with alone(data / accept.ROOM):
                accept.settle(data)
            assert files_of(data) == before
            steps += 1
        killer.stdin.close()
    assert steps >= 4
    assert [line["value"] for line in figures(data)] == ["130000"]


KILLED_IN_THE_BUILD = """import os, sys
from smart7.ingest import shelf
from smart7.ingest.official import __main__ as commands
shelf.move_current = lambda folder, snapshot_id: os.kill(os.getpid(), 9)
sys.exit(commands.main())
"""
KILLED_READING = """import os, sys
from smart7.ingest.official import __main__ as commands, child
child.read = lambda path, folder, rows, asked: rows.write_text("half") and os.kill(os.getpid(), 9)
sys.exit(commands.main())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_take_that_is_killed_in_the_build_puts_nothing_in_service_and_is_undone(data):
    path = table(data, "a.csv", {2560: 130_000})
    before = files_of(data)
    line = [sys.executable, "-c", KILLED_IN_THE_BUILD, "--data", str(data), "people-tables", str(path), "--yes"]
    assert subprocess.run(line, cwd=ROOT, capture_output=True).returncode == -signal.SIGKILL
    assert (data / accept.ROOM / accept.NOTE).exists()
    assert not (data / "snapshots" / "current").exists()
    with alone(data / accept.ROOM):
        assert accept.settle(data)
    assert files_of(data) == before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_rows_of_a_reading_that_was_killed_lie_in_the_room_of_takes_and_are_swept_away(data, tmp_path, monkeypatch):
    path = table(data, "a.csv", {2560: 130_000})
    before = files_of(data)
    (tmp_path / "of-the-system").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "of-the-system"))
    line = [sys.executable, "-c", KILLED_READING, "--data", str(data), "people-tables", str(path)]
    assert subprocess.run(line, cwd=ROOT, capture_output=True).returncode == -signal.SIGKILL
    assert disks.everything(tmp_path / "of-the-system") == {}
    assert list((data / accept.ROOM).glob("reading-*/rows.csv"))
    assert run(data, "people-tables", path) == 0
    assert files_of(data) == before


def test_two_takes_at_once_are_not_let_in(data, capsys):
    with alone(data / accept.ROOM):
        assert run(data, "people-tables", table(data, "a.csv", {2560: 130_000})) == 1
    assert "Another take is under way" in capsys.readouterr().err
