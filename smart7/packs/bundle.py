"""The downloads of a snapshot: one view as Parquet or CSV, a feed, or everything in a zip that says what it is.

Run as `python -m smart7.packs.bundle SNAPSHOT NAME FILE`: a process of its own writes the file, so that nobody waits
for a page meanwhile. The same snapshot gives the same bytes.
"""

import argparse
import csv
import hashlib
import json
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from smart7 import queries, store, whole
from smart7.packs import aside, geo, tables
from smart7.words import download as words

EVERYTHING: Final = "everything.zip"
SECONDS: Final = 120.0
LONGEST: Final = 300
"""Seconds that a query may take, and a file: whoever has it made ends the process then."""
NO_ROOM: Final = 3
BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
KINDS: Final = {"BOOLEAN": "boolean", "DATE": "date", "DOUBLE": "number", "VARCHAR": "string", "TIMESTAMP": "string"}
OWN: Final = {"booleans": {"trueValues": ["true"], "falseValues": ["false"]}}
# What tells the rows of a view apart. Observations come in the order the build keeps them in: to sort a million of
# them again takes longer than to write them.
SORTED: Final = {
    "observations": "",
    "figures": "indicator_id, unit_id, breakdown, period_kind, period_start, period_end",
    "targets": "indicator_id, unit_id, authority_position, period_start, known_from",
}
GTFS_FILES: Final = (
    "agency", "routes", "stops", "trips", "stop_times", "frequencies", "calendar", "calendar_dates", "shapes",
    "feed_info", "translations",
)  # fmt: skip
NEEDED: Final = {"agency", "routes", "stops", "trips", "stop_times", "feed_info"}


def mark() -> str:
    """Return a digest of the code that writes the files, so that an old file is not taken for a new one."""
    digest = hashlib.blake2b(digest_size=4)
    for module in (
        Path(__file__),
        Path(geo.__file__),
        Path(tables.__file__),
        Path(words.__file__),
        *sorted((queries.FOLDER / "gtfs").iterdir()),
    ):
        digest.update(module.read_bytes())
    return digest.hexdigest()


def offers(snapshot: str, name: str) -> bool:
    """Return whether a snapshot has a file of that name."""
    view, _, form = name.partition(".")
    if form == "gtfs.zip":
        return view in feeds(snapshot)
    views = dictionary(snapshot)
    there = form in ("parquet", "csv") or (form == "geojson" and view in geo.SHAPES)
    return bool(views) if name == EVERYTHING else there and view in views


@lru_cache(maxsize=8)
def dictionary(snapshot: str) -> dict[str, list[dict[str, Any]]]:
    """Return the columns of each view that leaves; empty for a snapshot built before there were any."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in asked(snapshot, queries.get("sources/dictionary").sql):
        found.setdefault(row["view_name"], []).append(row)
    return found


@lru_cache(maxsize=8)
def feeds(snapshot: str) -> list[str]:
    """Return the feeds that may leave."""
    return [row["feed_id"] for row in asked(snapshot, queries.get("gtfs/feeds").sql)]


def asked(snapshot: str, sql: str) -> list[dict[str, Any]]:
    """Return rows as dictionaries."""
    columns, rows = store.fetch(snapshot, sql, {}, SECONDS)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def make(snapshot: str, name: str, target: Path) -> None:
    """Write one file of a snapshot; raises `KeyError` for one it does not offer, `CannotWrite` without room."""
    if not offers(snapshot, name):
        raise KeyError(name)
    with whole.told(target, store.path_of(snapshot).stat().st_size if name == EVERYTHING else 0):
        make_in_place(snapshot, name, target)


def make_in_place(snapshot: str, name: str, target: Path) -> None:
    """Write one file in a folder of its own beside its place, and let it take that when it is finished."""
    with aside.room(target.parent, LONGEST) as made:
        draft = made / "draft"
        if name == EVERYTHING:
            zipped(draft, everything(snapshot, made))
        elif name.endswith(".gtfs.zip"):
            zipped(draft, feed(snapshot, name.removesuffix(".gtfs.zip"), made, ""))
        elif name.endswith(".geojson"):
            draft.write_bytes(collection(snapshot, name.removesuffix(".geojson")))
        else:
            draft = next(iter(written(snapshot, made, [name]).values()))
        whole.put(draft, target)


def written(snapshot: str, folder: Path, files: list[str]) -> dict[str, Path]:
    """Write views as files; return where each is. Several are written by one thread, which makes the same bytes."""
    statements = {name: select(view, harmless(snapshot, view) if form == "csv" else "*")
                  for name in files for view, form in [name.rsplit(".", 1)]}  # fmt: skip
    # The way pages open a snapshot does not let anything be written: let go of it first.
    store.close_all()
    store.copy_out(snapshot, folder, statements, threads=1 if len(files) > 1 else 2)
    return {name: folder / name for name in files}


def harmless(snapshot: str, view: str) -> str:
    """Return all columns of a view with texts that no spreadsheet takes for formulas, as `tables.defused` has them."""
    names = [f'"{row["column_name"]}"' for row in dictionary(snapshot)[view] if row["type"] == "VARCHAR"]
    signs = ", ".join(f"chr({ord(sign)})" for sign in tables.FORMULA_STARTS)
    cells = [f"case when left({name}, 1) in ({signs}) then chr(39) || {name} else {name} end as {name}"
             for name in names]  # fmt: skip
    return f"* replace ({', '.join(cells)})" if cells else "*"


def select(view: str, columns: str = "*") -> str:
    """Return the SELECT of a whole view in an order that does not change."""
    order = SORTED.get(view, "all")
    return f"select {columns} from open.{view}" + (f" order by {order}" if order else "")  # noqa: S608


def everything(snapshot: str, folder: Path) -> Iterator[tuple[str, bytes | Path]]:
    """Yield name and content of each file of the whole snapshot."""
    views, day = dictionary(snapshot), asked(snapshot, "select as_of from open.snapshot")[0]["as_of"]
    offered = feeds(snapshot)
    licences = asked(snapshot, "select * from open.sources where bulk order by source_id")
    drawn = {view: collection(snapshot, view) for view in geo.SHAPES}
    files = written(snapshot, folder, [f"{view}.{form}" for view in views for form in ("csv", "parquet")])
    placed = {f"{path.suffix[1:]}/{path.name}": path for path in files.values()}
    given = {"snapshot": snapshot, "as_of": day}
    yield "datapackage.json", package(snapshot, str(day), views, licences, placed)
    yield "README.th.md", words.README.format("th", **given).encode()
    yield "README.en.md", words.README.format("en", **given).encode()
    yield "LICENCES.md", licence_list(licences)
    yield from placed.items()
    yield from ((f"geojson/{view}.geojson", body) for view, body in drawn.items())
    for name in offered:
        inner = folder / f"{name}.zip"
        zipped(inner, feed(snapshot, name, folder, f"{name}-"))
        yield f"gtfs/{name}.zip", inner


def package(
    snapshot: str, day: str, views: dict[str, Any], licences: list[dict[str, Any]], files: dict[str, Path]
) -> bytes:
    """Return `datapackage.json`: each table with its columns, and each other file as it is."""
    resources = []
    said = sorted({row["licence_en"] for row in licences})
    for path, file in files.items():
        view = file.stem
        about = {
            "name": view if path.startswith("csv/") else f"{view}-parquet",
            "path": path, "format": file.suffix[1:], "bytes": file.stat().st_size,
            "hash": f"sha256:{digest(file)}", "description": views[view][0]["about"],
        }  # fmt: skip
        if path.startswith("csv/"):
            about |= {"type": "table", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema(views[view])}
        else:
            about |= {"type": "file", "mediatype": "application/vnd.apache.parquet"}
        resources.append(about)
    described = {
        "name": "khonkaen-7-smart",
        "title": words.TITLE.en,
        "version": snapshot,
        "created": f"{day}T00:00:00Z",
        "licenses": [{"title": title, "path": "LICENCES.md"} for title in said],
        "sources": [{"title": row["title_en"], **({"path": row["url"]} if row["url"] else {})} for row in licences],
        "resources": resources,
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode()


def digest(file: Path) -> str:
    """Return the SHA-256 of a file of any size."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def schema(columns: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the columns of a view as a table schema."""
    fields = []
    for column in columns:
        kind = KINDS.get(column["type"], "integer")
        own = OWN["booleans"] if kind == "boolean" else {}
        about = {"description": column["meaning"]} if column["meaning"] else {}
        fields.append({"name": column["column_name"], "type": kind, **about, **own})
    return {"fields": fields, "missingValues": [""]}


def licence_list(sources: list[dict[str, Any]]) -> bytes:
    """Return each source with its publisher and licence in both languages."""
    lines = [words.LICENCES.th, words.LICENCES.en, ""]
    for row in sources:
        lines.append(f"- {row['source_id']}: {row['publisher_th']} / {row['publisher_en']}: {row['title_en']}")
        lines.append(f"  - {row['licence_th']} / {row['licence_en']}" + (f" <{row['url']}>" if row["url"] else ""))
    return ("\n".join(lines) + "\n").encode()


def collection(snapshot: str, view: str) -> bytes:
    """Return a whole view as a GeoJSON collection."""
    columns, rows = store.fetch(snapshot, select(view), {}, SECONDS)
    lines = geo.lines(snapshot, SECONDS) if geo.SHAPES[view] == "line" else {}
    found = {"type": "FeatureCollection", "features": list(geo.features(view, columns, rows, lines))}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def feed(snapshot: str, name: str, folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    """Yield the files of a feed as GTFS text; an optional one without rows is left out."""
    for file in GTFS_FILES:
        columns, rows = store.fetch(snapshot, queries.get(f"gtfs/{file}").sql, {"feed": name}, SECONDS)
        if rows or file in NEEDED:
            path = folder / f"{prefix}{file}.txt"
            with path.open("w", encoding="utf-8", newline="") as text:
                writer = csv.writer(text, lineterminator="\r\n")
                writer.writerow(columns)
                writer.writerows(rows)
            yield f"{file}.txt", path


def zipped(target: Path, files: Iterator[tuple[str, Any]]) -> None:
    """Write a zip whose bytes depend on its content alone; what is packed already is stored as it is."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, BEGINNING)
            packed = name.endswith((".parquet", ".zip"))
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            if isinstance(content, Path):
                with content.open("rb") as source, archive.open(entry, "w", force_zip64=True) as place:
                    shutil.copyfileobj(source, place, 1 << 20)
            else:
                archive.writestr(entry, content)


def main() -> int:
    """Write one file from the command line; 0 when it is there, 2 when it is not offered, 3 when it has no room."""
    parser = argparse.ArgumentParser(prog="python -m smart7.packs.bundle", description=__doc__)
    parser.add_argument("snapshot")
    parser.add_argument("name")
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    try:
        make(given.snapshot, given.name, given.file)
    except (KeyError, store.NoSnapshot) as error:
        print(f"bundle: there is no {error}", file=sys.stderr)
        return 2
    except whole.CannotWrite as error:
        print(error, file=sys.stderr)
        return NO_ROOM
    finally:
        store.close_all()
    return 0


if __name__ == "__main__":
    with suppress(OSError, AttributeError):
        os.nice(5)  # visitors come first
    sys.exit(main())
