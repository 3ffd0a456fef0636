"""Read the outlines of the base map: GeoJSON files in `data/geo/`, each declared in `geo.csv`."""

import json
from pathlib import Path
from typing import Any, Final

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from smart7.ingest.cells import NAME
from smart7.ingest.faults import Fault, fault
from smart7.office.written import not_utf8

AREAS: Final = ("Polygon", "MultiPolygon")
LINES: Final = ("LineString", "MultiLineString")
KINDS: Final = {"tambon": AREAS, "district": AREAS, "municipality": AREAS, "lake": AREAS, "highway": LINES}
PROPERTIES: Final = ("id", "name_th", "name_en")
COLUMNS: Final = (
    "outline_id", "layer", "name_th", "name_en", "geometry",
    "title_th", "title_en", "source_id", "confidence", "note_th", "note_en",
)  # fmt: skip
LARGEST: Final = 5_000_000  # bytes; a base map is simplified before it gets here


def read(folder: Path, declared: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Return one row per feature of the files that `geo.csv` declares, and the faults of all of them."""
    rows: list[dict[str, Any]] = []
    faults: list[Fault] = []
    for entry in declared.to_dict("records"):
        if entry["file"] and entry["layer"]:
            of_file, wrong = read_file(folder / "geo", {str(key): value for key, value in entry.items()})
            rows += of_file
            faults += wrong
    frame = pd.DataFrame(rows, columns=[*COLUMNS, "file"])
    return frame[list(COLUMNS)], faults + repeated(frame)


def read_file(folder: Path, entry: dict[str, Any]) -> tuple[list[dict[str, Any]], list[Fault]]:
    """Return the rows and faults of one declared file; a file that cannot be read is one fault."""
    name, line = entry["file"], entry["line"]
    if not NAME.fullmatch(name):
        return [], [fault("geo.csv", line, "file", "bad_file_name", value=name)]
    path = folder / f"{name}.geojson"
    if not path.is_file():
        return [], [fault("geo.csv", line, "file", "no_outline_file", path=f"data/geo/{path.name}")]
    spoilt = not_utf8(path.read_bytes()) if path.stat().st_size <= LARGEST else None
    if spoilt and spoilt[0] != "binary":
        return [], [fault(path.name, 0, "", spoilt[0], byte=spoilt[1])]
    try:
        features = features_of(path)
    except (ValueError, RecursionError) as error:
        return [], [fault(path.name, 0, "", "not_geojson", why=str(error)[:80] or type(error).__name__)]
    if not features:
        return [], [fault(path.name, 0, "", "no_features")]
    read = [read_feature(path.name, number, feature, entry) for number, feature in enumerate(features, 1)]
    return [row for row, _ in read if row], [wrong for _, found in read for wrong in found]


def features_of(path: Path) -> list[Any]:
    """Return the features of a GeoJSON file; raises `ValueError` when it holds no collection of them."""
    if path.stat().st_size > LARGEST:
        raise ValueError(f"more than {LARGEST:,} bytes")
    content = json.loads(path.read_text("utf-8-sig"))
    if not isinstance(content, dict) or content.get("type") != "FeatureCollection":
        raise ValueError("no FeatureCollection")
    features = content.get("features")
    if not isinstance(features, list):
        raise ValueError("features is no list")
    return features


def read_feature(
    file: str, number: int, feature: object, entry: dict[str, Any]
) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Return a feature as a row, or why it cannot be drawn."""
    parts = feature if isinstance(feature, dict) else {}
    given = parts.get("properties")
    properties = given if isinstance(given, dict) else {}
    lacking = [name for name in PROPERTIES if not isinstance(properties.get(name), str) or not properties[name].strip()]
    if lacking:
        return None, [fault(file, 0, "", "feature_without", number=number, property=name) for name in lacking]
    geometry, wrong = shape_of(parts.get("geometry"), entry["layer"])
    if geometry is None:
        name, details = wrong
        return None, [fault(file, 0, "", name, number=number, value=properties["id"], **details)]
    row: dict[str, Any] = {name: entry[name] for name in COLUMNS if name in entry}
    row |= {name: properties[name].strip() for name in ("name_th", "name_en")}
    row |= {"outline_id": properties["id"].strip(), "geometry": shapely.to_geojson(geometry), "file": file}
    return row, []


def shape_of(written: object, layer: str) -> tuple[BaseGeometry | None, tuple[str, dict[str, object]]]:
    """Return a feature's geometry, or None with the name and values of its fault."""
    try:
        shape = shapely.from_geojson(json.dumps(written))
    except (shapely.errors.ShapelyError, ValueError, TypeError) as error:
        return None, ("bad_geometry", {"why": str(error).partition("\n")[0][:80]})
    if shape is None or shape.is_empty:
        return None, ("bad_geometry", {"why": "empty"})
    if shape.geom_type not in KINDS[layer]:
        wanted = " / ".join(KINDS[layer])
        return None, ("wrong_geometry", {"found": shape.geom_type, "layer": layer, "wanted": wanted})
    if not shape.is_valid:
        return None, ("bad_geometry", {"why": shapely.is_valid_reason(shape)})
    west, south, east, north = shape.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        return None, ("not_degrees", {})
    return shape, ("", {})


def repeated(frame: pd.DataFrame) -> list[Fault]:
    """Return a fault for each outline whose id an earlier one has."""
    first: dict[str, str] = {}
    faults = []
    for file, outline_id in zip(frame["file"], frame["outline_id"], strict=True):
        if outline_id in first:
            faults.append(fault(file, 0, "id", "same_outline", value=outline_id, first=first[outline_id]))
        first.setdefault(outline_id, file)
    return faults
