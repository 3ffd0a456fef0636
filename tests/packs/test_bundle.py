"""The downloads of a snapshot: right, complete, licensed, and the same bytes every time."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import duckdb
import frictionless
import pandas as pd
import pyarrow.parquet
import pytest

from smart7 import store
from smart7.ingest.build import Options, build
from smart7.ingest.gtfs import validate
from smart7.packs import bundle, geo, tables

FREE = ("kkminibus", "villages-2012")


def make(snapshot: str, name: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Make a file as the server does: in a process of its own."""
    command = [sys.executable, "-m", "smart7.packs.bundle", snapshot, name, str(path)]
    return subprocess.run(command, cwd=store.ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def whole(snapshot, tmp_path_factory) -> Path:
    """Return the folder of a whole snapshot, taken out of its zip."""
    folder = tmp_path_factory.mktemp("whole")
    assert make(snapshot, bundle.EVERYTHING, folder / "all.zip").returncode == 0
    with zipfile.ZipFile(folder / "all.zip") as archive:
        archive.extractall(folder / "all")
    return folder


def test_the_data_package_validates(whole) -> None:
    report = frictionless.validate(str(whole / "all" / "datapackage.json"))
    assert report.valid, report.flatten(["name", "note"])
    assert report.stats["tasks"] > 30


def test_the_package_names_every_file_and_every_column_has_a_meaning(whole, snapshot) -> None:
    package = json.loads((whole / "all" / "datapackage.json").read_text("utf-8"))
    files = {p.relative_to(whole / "all").as_posix() for p in (whole / "all").rglob("*.*") if p.parent.name != "all"}
    named = {resource["path"] for resource in package["resources"]}
    assert files == named | {f"geojson/{view}.geojson" for view in geo.SHAPES}
    assert package["version"] == snapshot
    fields = [f for r in package["resources"] if r["type"] == "table" for f in r["schema"]["fields"]]
    assert all(field.get("description") for field in fields)


def test_the_same_snapshot_gives_the_same_bytes(whole, snapshot, tmp_path) -> None:
    assert make(snapshot, bundle.EVERYTHING, tmp_path / "again.zip").returncode == 0
    assert (tmp_path / "again.zip").read_bytes() == (whole / "all.zip").read_bytes()


@pytest.mark.parametrize("view", ["observations", "figures", "targets", "indicators", "sources"])
def test_csv_and_parquet_hold_the_rows_of_the_view(view, whole, ask) -> None:
    count = ask(f"select count(*) from open.{view}")[0][0]  # noqa: S608
    parquet = pyarrow.parquet.read_table(whole / "all" / "parquet" / f"{view}.parquet").to_pandas()
    text = pd.read_csv(whole / "all" / "csv" / f"{view}.csv")
    assert len(parquet) == len(text) == count > 0
    assert list(parquet.columns) == list(text.columns)
    if "value" in text:
        assert text["value"].to_numpy() == pytest.approx(parquet["value"].to_numpy())


def test_no_text_of_a_csv_is_a_formula_and_what_is_no_text_stays(monkeypatch) -> None:
    columns = [("number", "DOUBLE"), ("order", "VARCHAR"), ("day", "DATE")]
    told = {"things": [{"column_name": name, "type": kind} for name, kind in columns]}
    monkeypatch.setattr(bundle, "dictionary", lambda _snapshot: told)
    texts = [*(f"{sign}x" for sign in tables.FORMULA_STARTS), "x=1", "", None]
    with duckdb.connect() as connection:
        connection.execute('create schema open; create table open.things (number double, "order" varchar, day date)')
        connection.executemany(
            "insert into open.things values (?, ?, '2026-11-22')", [(-n, t) for n, t in enumerate(texts)]
        )
        found = connection.execute(bundle.select("things", bundle.harmless("", "things"))).fetchall()
    expected = [text and tables.defused(text) for text in texts]
    assert sorted(found, key=lambda row: -row[0]) == [(-n, text, date(2026, 11, 22)) for n, text in enumerate(expected)]


def test_no_row_without_a_licence_is_in_the_package(whole, ask) -> None:
    kept = {source for (source,) in ask("select source_id from sources where not bulk")}
    for view in ("observations", "figures", "targets", "events", "places", "outlines", "stops", "claims"):
        rows = pd.read_csv(whole / "all" / "csv" / f"{view}.csv")
        assert not set(rows["source_id"]) & kept, view
    licences = (whole / "all" / "LICENCES.md").read_text("utf-8")
    assert not [source for source in kept if f"- {source}:" in licences]


def test_the_package_says_what_it_is_in_both_languages(whole, snapshot) -> None:
    for lang in ("th", "en"):
        text = (whole / "all" / f"README.{lang}.md").read_text("utf-8")
        assert snapshot in text and "is_sample" in text and "withheld" in text


def test_geojson_opens_and_lies_here(whole) -> None:
    for view in geo.SHAPES:
        found = json.loads((whole / "all" / "geojson" / f"{view}.geojson").read_text("utf-8"))
        assert found["type"] == "FeatureCollection"
        for feature in found["features"]:
            if view in ("stops", "stations", "places") and feature["geometry"]:
                lon, lat = feature["geometry"]["coordinates"]
                assert 102 < lon < 104 and 15.5 < lat < 17.5


@pytest.mark.parametrize("name", ["nothing.csv", "observations.xml", "../x.csv", "snapshot.geojson", "none.gtfs.zip"])
def test_a_file_there_is_not_is_not_made(name, snapshot, tmp_path) -> None:
    made = make(snapshot, name, tmp_path / "out")
    assert made.returncode == 2 and "bundle: there is no" in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_process_that_writes_can_write_nowhere_else(snapshot, tmp_path) -> None:
    code = (
        "import sys; from pathlib import Path; from smart7 import store\n"
        "store.copy_out(sys.argv[1], Path(sys.argv[2]) / 'in', {'../out.csv': 'select 1'})"
    )
    (tmp_path / "in").mkdir()
    command = [sys.executable, "-c", code, snapshot, str(tmp_path)]
    run = subprocess.run(command, cwd=store.ROOT, capture_output=True, encoding="utf-8", check=False)
    assert "PermissionException" in run.stderr and not (tmp_path / "out.csv").exists()


def test_a_feed_leaves_only_with_a_licence(snapshot) -> None:
    assert bundle.feeds(snapshot) == [
        feed for feed in bundle.feeds(snapshot) if bundle.offers(snapshot, f"{feed}.gtfs.zip")
    ]
    assert not bundle.offers(snapshot, "songthaew_2018.gtfs.zip")


@pytest.mark.slow
def test_a_feed_that_may_leave_is_gtfs_with_the_same_service(data_copy, tmp_path, monkeypatch) -> None:
    path = data_copy / "catalog" / "sources.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    for row in rows:
        row["bulk"] = "yes" if row["source_id"] in FREE else row["bulk"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    snapshot = build(Options(folder=data_copy, as_of=date(2026, 11, 22)))
    monkeypatch.setenv("SMART7_DATA", str(data_copy))
    assert make(snapshot, "songthaew_2018.gtfs.zip", tmp_path / "feed.zip").returncode == 0
    with zipfile.ZipFile(tmp_path / "feed.zip") as archive:
        archive.extractall(tmp_path / "feed")
    errors = [f for f in validate.examine(tmp_path / "feed", date(2018, 6, 1)) if f.severity == "error"]
    assert errors == []
    with duckdb.connect() as connection:
        count = connection.execute(f"select count(*) from read_csv('{tmp_path}/feed/stop_times.txt')").fetchone()  # noqa: S608
    original = (store.ROOT / "data" / "gtfs" / "songthaew_2018" / "stop_times.txt").read_text("utf-8").splitlines()
    assert count == (len(original) - 1,)
