"""Outlines, places and the grid: what is loaded, and what is said of files that cannot be."""

import json
import re
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart7.ingest import catalogue, geo, grid
from smart7.ingest.build import Options, build
from smart7.ingest.faults import BadInput, Fault
from smart7.words.faults import FAULTS

SQUARE = [[[102.8, 16.4], [102.9, 16.4], [102.9, 16.5], [102.8, 16.5], [102.8, 16.4]]]
GOOD = {"type": "Polygon", "coordinates": SQUARE}
NAMED = {"id": "t1", "name_th": "T", "name_en": "One"}


def feature(geometry: object = GOOD, **properties: object) -> dict:
    """Return a feature with usable properties but for those given."""
    return {"type": "Feature", "properties": {**NAMED, **properties}, "geometry": geometry}


def collection(*features: object) -> str:
    """Return features as a file."""
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def declared(*files: str, layer: str = "tambon") -> pd.DataFrame:
    """Return the rows of geo.csv for files of one layer."""
    about = {"title_th": "T", "title_en": "E", "source_id": "s", "confidence": "official"}
    rows = [{"file": file, "layer": layer, **about, "note_th": None, "note_en": None} for file in files]
    return pd.DataFrame(rows).assign(line=range(2, len(rows) + 2))


def read(folder: Path, content: str | bytes, layer: str = "tambon") -> tuple[pd.DataFrame, list[Fault]]:
    """Write one file of outlines and read it."""
    (folder / "geo").mkdir(exist_ok=True)
    path = folder / "geo" / "some.geojson"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return geo.read(folder, declared("some", layer=layer))


def names(faults: list[Fault]) -> list[str]:
    """Return the names in `words/faults.py` of faults, by their English sentence."""
    sentences = {name: re.sub(r"\\\{\w+\\\}", ".*", re.escape(what.en)) for name, (what, _) in FAULTS.items()}
    return [next(n for n, sentence in sentences.items() if re.fullmatch(sentence, f.what.en)) for f in faults]


def test_a_good_file_is_read_whole(tmp_path):
    line = {"type": "LineString", "coordinates": [[102.8, 16.4], [102.9, 16.5]]}
    frame, faults = read(tmp_path, collection(feature(line), feature(line, id="t2")), layer="highway")
    assert faults == []
    assert list(frame["outline_id"]) == ["t1", "t2"]
    assert json.loads(frame["geometry"][0]) == line
    assert (frame["title_en"][0], frame["source_id"][0], frame["name_en"][0]) == ("E", "s", "One")


def test_nothing_declared_is_nothing_read(tmp_path):
    for nothing in (pd.DataFrame(), declared().reindex(columns=["file", "layer"])):
        frame, faults = geo.read(tmp_path, nothing)
        assert (len(frame), list(frame.columns), faults) == (0, list(geo.COLUMNS), [])


NAN = float("nan")
BOW = [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]
HOSTILE = {
    "no JSON": ("{", "not_geojson"),
    "nothing": ("", "not_geojson"),
    "another encoding": ("é".encode("latin-1"), "not_utf8"),
    "UTF-16": (collection(feature()).encode("utf-16"), "wide_text"),
    "Windows-874": (collection(feature(name_th="NAME")).replace("NAME", "เทศบาลนคร").encode("cp874"), "thai_windows"),
    "no text": (b"PK\x03\x04\x00\x00\x00", "not_geojson"),
    "nested beyond reason": ("[" * 200_000, "not_geojson"),
    "a list": ("[]", "not_geojson"),
    "a lone geometry": (json.dumps(GOOD), "not_geojson"),
    "features that are no list": ('{"type": "FeatureCollection", "features": 1}', "not_geojson"),
    "more than a base map needs": (collection(feature()) + " " * geo.LARGEST, "not_geojson"),
    "no feature": (collection(), "no_features"),
    "a feature that is a number": (collection(1), "feature_without"),
    "no properties": (collection({"type": "Feature", "geometry": GOOD}), "feature_without"),
    "no id": (collection(feature(id=None)), "feature_without"),
    "an id of blanks": (collection(feature(id="  ")), "feature_without"),
    "a name that is a number": (collection(feature(name_en=1)), "feature_without"),
    "no geometry": (collection(feature(None)), "bad_geometry"),
    "a geometry that is text": (collection(feature("POLYGON EMPTY")), "bad_geometry"),
    "an empty polygon": (collection(feature({"type": "Polygon", "coordinates": []})), "bad_geometry"),
    "an open ring": (collection(feature({"type": "Polygon", "coordinates": [SQUARE[0][:-1]]})), "bad_geometry"),
    "two points": (collection(feature({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]})), "bad_geometry"),
    "a bow tie": (collection(feature({"type": "Polygon", "coordinates": BOW})), "bad_geometry"),
    "no coordinates": (collection(feature({"type": "Polygon"})), "bad_geometry"),
    "words for numbers": (collection(feature({"type": "Polygon", "coordinates": [[["a", "b"]] * 4]})), "bad_geometry"),
    "not a number": (collection(feature({"type": "Polygon", "coordinates": [[[NAN, 0]] * 4]})), "bad_geometry"),
    "a line for an area": (
        collection(feature({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})), "wrong_geometry",
    ),
    "a point for an area": (collection(feature({"type": "Point", "coordinates": [0, 0]})), "wrong_geometry"),
    "metres for degrees": (
        collection(feature({"type": "Polygon", "coordinates": [[[0, 0], [500_000, 0], [0, 500_000], [0, 0]]]})),
        "not_degrees",
    ),
    "one id twice": (collection(feature(), feature()), "same_outline"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_is_told_apart_and_named(name, tmp_path):
    content, expected = HOSTILE[name]
    _, faults = read(tmp_path, content)
    assert set(names(faults)) == {expected}
    for fault in faults:
        assert fault.file == "some.geojson"
        assert fault.what.th and fault.what.en and fault.do.th and fault.do.en


def test_every_bad_feature_of_a_file_is_named_and_the_good_ones_kept(tmp_path):
    bow = feature({"type": "Polygon", "coordinates": BOW}, id="bow")
    frame, faults = read(tmp_path, collection(bow, feature(), feature(None, id="none")))
    assert list(frame["outline_id"]) == ["t1"]
    assert [f.what.en.partition(" has")[0] for f in faults] == ["feature 1 (bow)", "feature 3 (none)"]


@pytest.mark.parametrize("file", ["../some", "some.geojson", "/etc/passwd", "Some", "a b", "so\0me"])
def test_a_file_name_that_leads_elsewhere_is_refused(file, tmp_path):
    _, faults = geo.read(tmp_path, declared(file))
    assert names(faults) == ["bad_file_name"]


def test_a_declared_file_that_is_missing_is_named_with_its_row(tmp_path):
    _, [fault] = geo.read(tmp_path, declared("lost"))
    assert (fault.file, fault.line, fault.column) == ("geo.csv", 2, "file")
    assert "data/geo/lost.geojson" in fault.what.en


@settings(max_examples=60)
@given(content=st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.sampled_from(["Polygon", "Feature", "Point"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["type", "properties", "geometry", "coordinates", "id"]), inner, max_size=4),
    max_leaves=20,
))  # fmt: skip
def test_no_json_brings_the_reader_down(content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("geo")
    frame, faults = read(folder, json.dumps({"type": "FeatureCollection", "features": content}))
    assert len(frame) or faults


# --- the whole data folder


def spoil(folder: Path, name: str, old: str, new: str) -> list[Fault]:
    """Replace the first occurrence of a text in a file of the catalogue and return the faults."""
    path = folder / "catalog" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return catalogue.read(folder)[1]


def test_a_broken_outline_is_a_fault_of_the_whole_folder(data_copy):
    (data_copy / "geo" / "lake.geojson").write_text("{", "utf-8")
    _, faults = catalogue.read(data_copy)
    assert [(f.file, *names([f])) for f in faults] == [("lake.geojson", "not_geojson")]


def test_half_a_position_is_a_fault(data_copy):
    header, first = (data_copy / "catalog" / "places.csv").read_text("utf-8").splitlines()[:2]
    cells = dict(zip(header.split(","), first.split(","), strict=True))
    faults = spoil(data_copy, "places.csv", f",{cells['lat']},", ",,")
    assert [(f.file, f.line, f.column, *names([f])) for f in faults] == [("places.csv", 2, "lat", "half_position")]


def test_an_assumption_outside_its_own_range_is_a_fault(data_copy):
    faults = spoil(data_copy, "assumptions.csv", "walk_speed_kmh,4.5,", "walk_speed_kmh,9,")
    assert [(f.file, f.column, *names([f])) for f in faults] == [("assumptions.csv", "value", "assumption_disordered")]


def test_a_place_of_an_unknown_source_and_kind_is_a_fault(data_copy):
    faults = spoil(data_copy, "places.csv", ",school,", ",skool,")
    assert [(f.file, f.column, *names([f])) for f in faults] == [("places.csv", "kind", "not_a_choice")]


def test_a_town_without_any_of_these_files_builds(tiny):
    tiny.figure(tiny.indicator("visits"), "town", "2026-01-01", 1)
    tiny.build()
    for table in ("places", "assumptions", "plan_claims", "traffic_counts", "outlines", "cells"):
        assert tiny.ask(f"from {table}") == []


def test_what_the_files_say_is_in_the_snapshot(ask):
    assert ask("select count(*) from outlines where layer = 'tambon'") == [(18,)]
    assert {layer for (layer,) in ask("select distinct layer from outlines")} == set(geo.KINDS)
    [(claims, lines, early)] = ask("select count(*), count(distinct line), min(said_on) from plan_claims")
    assert claims > lines > 1 and early.year < 2018
    assert ask("select count(*) from assumptions where not low <= value or not value <= high") == [(0,)]
    assert ask("select count(*) > 20 from traffic_counts where vehicles_per_hour > 0") == [(True,)]


# --- the grid


stops = st.lists(
    st.tuples(st.floats(16.2, 16.6), st.floats(102.6, 103.0)).map(lambda s: (round(s[0], 5), round(s[1], 5))),
    min_size=1, max_size=5,
)  # fmt: skip


def metres(cells: pd.DataFrame, stop: tuple[float, float]) -> np.ndarray:
    """Return the distance of each cell from a stop."""
    north = (cells["lat"] - stop[0]) * 111_195
    return np.hypot(north, (cells["lon"] - stop[1]) * 111_195 * np.cos(np.radians(stop[0]))).to_numpy()


@settings(max_examples=40)
@given(places=stops)
def test_the_grid_covers_two_kilometres_round_every_stop_and_nothing_else(places):
    cells = grid.cells(np.array(places))
    assert cells["cell_id"].is_unique
    apart = np.stack([metres(cells, place) for place in places])
    assert (apart.min(axis=0) <= 2000 + 1e-6).all()
    # a disc of 2 km holds about 201 squares of 250 m; the lattice is stretched for whole degrees
    assert all(190 <= (own <= 2000).sum() <= 212 for own in apart)
    assert all(own.min() <= 180 for own in apart)  # half the diagonal of a square is 177 m


@settings(max_examples=40)
@given(places=stops, more=st.tuples(st.floats(16.2, 16.6), st.floats(102.6, 103.0)))
def test_a_cell_keeps_its_id_and_place_when_a_stop_is_added(places, more):
    few, many = (grid.cells(np.array(some)).set_index("cell_id") for some in (places, [*places, more]))
    if round(np.median([p[0] for p in places])) == round(np.median([p[0] for p in [*places, more]])):
        assert few.index.isin(many.index).all()
        assert (few == many.loc[few.index]).all(axis=None)


def test_neighbouring_cells_are_about_250_metres_apart():
    cells = grid.cells(np.array([[16.43, 102.83]]))
    for column in ("lat", "lon"):
        steps = np.diff(np.unique(cells[column].round(9)))
        scale = 111_195 * (np.cos(np.radians(16.43)) if column == "lon" else 1)
        assert steps * scale == pytest.approx(250, rel=0.005)


def test_a_cell_lies_in_the_outline_around_it_and_in_the_first_of_two():
    shapes = [json.dumps(GOOD), json.dumps({"type": "Polygon", "coordinates": [[[0, 0], [103, 0], [103, 90], [0, 0]]]})]
    frame = pd.DataFrame({"lat": [16.45, 16.45, 80], "lon": [102.85, 102.95, -170]})
    assert list(grid.containing(frame, ["small", "large"], shapes)) == ["small", "large", None]
    assert list(grid.containing(frame, ["large", "small"], shapes[::-1])) == ["large", "large", None]
    assert list(grid.containing(frame, [], [])) == [None] * 3


def test_the_grid_is_laid_round_the_record_and_the_plan(ask):
    assert ask("select count(*) > 4000 from cells") == [(True,)]
    sql = """
        select count(*) from cells as c where not exists (
            select 1 from gtfs_stops as s join gtfs_feeds as f using (feed_id)
            where f.status in ('recorded', 'planned') and metres_between(s.lat, s.lon, c.lat, c.lon) <= 2005
        )
    """
    assert ask(sql) == [(0,)]


def test_what_ended_and_what_has_no_position_gets_no_grid():
    with duckdb.connect() as connection:
        connection.execute("create table gtfs_stops (feed_id text, lat double, lon double)")
        connection.execute("create table gtfs_feeds (feed_id text, status text)")
        connection.execute("create table cells (cell_id text, lat double, lon double, outline_id text)")
        connection.execute("insert into gtfs_feeds values ('a', 'recorded'), ('b', 'ended')")
        connection.execute("insert into gtfs_stops values ('a', null, null), ('b', 16.4, 102.8)")
        grid.grid(connection)
        assert connection.execute("from cells").fetchall() == []


def test_a_bad_outline_stops_the_build_and_leaves_the_old_snapshot(data_copy):
    (data_copy / "geo" / "district.geojson").unlink()
    with pytest.raises(BadInput) as refused:
        build(Options(data_copy, date(2026, 11, 22)))
    assert names(refused.value.faults) == ["no_outline_file"]
    assert not (data_copy / "snapshots").exists()
