"""Invented accidents and days for tests and the bench: the same each time, about places that are on the map."""

import csv
import random
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from math import exp, pi, sin
from pathlib import Path
from typing import Any

from smart7.ingest import specs_happened as specs

SOURCE = "sample-generator"
STATION = "station-test"
MIDDLE = (16.4340, 102.8330)
SPREAD = 0.03
FIRST = date(2019, 1, 1)


def write(path: Path, rows: Iterable[dict[str, Any]], columns: list[str]) -> None:
    """Write rows as a CSV file with every declared column."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def without_routes(folder: Path) -> Path:
    """Take out of a copy of the input files routes and what was driven on them, for tests of other things."""
    for name in ("gtfs", "vehicles"):
        shutil.rmtree(folder / name)
    return folder


def where_nothing_did(folder: Path) -> Path:
    """Take out of a copy of the input files what happened, and routes and figures, which a build takes longest over."""
    without_routes(folder)
    for path in (*folder.glob("points/*.csv"), *folder.glob("days/*.csv")):
        path.unlink()
    figures = folder / "observations"
    for path in figures.glob("*.csv"):
        if path.name not in ("published.csv", "not_used.csv"):
            path.unlink()
    # No file of figures may be empty.
    lines = (figures / "published.csv").read_text("utf-8").splitlines(keepends=True)
    (figures / "published.csv").write_text("".join(lines[:2]), "utf-8")
    return folder


def accidents(folder: Path, count: int, years: int = 6) -> Path:
    """Write so many invented accidents of so many years, one in five of them at one of thirty crossings."""
    drawn = random.Random(7)  # noqa: S311
    crossings = [tuple(drawn.gauss(at, SPREAD / 2) for at in MIDDLE) for _ in range(30)]
    causes, vehicles = list(specs.CAUSES), list(specs.VEHICLES)
    rows = []
    for n in range(count):
        at = crossings[n % 30] if n % 5 == 0 else tuple(drawn.gauss(middle, SPREAD) for middle in MIDDLE)
        off = 0.0003 if n % 5 == 0 else 0
        rows.append(
            {
                "point_id": f"a{n}", "kind": "accident",
                "day": FIRST + timedelta(days=drawn.randrange(years * 365)),
                "hour": drawn.randrange(24) if n % 7 else "",
                "lat": round(drawn.gauss(at[0], off), 6), "lon": round(drawn.gauss(at[1], off), 6),
                "accuracy_m": drawn.choice((20, 50, 100, 500, "")),
                "deaths": int(n % 11 == 0), "injuries": drawn.choice((0, 1, 1, 2)) if n % 13 else "",
                "cause": causes[drawn.randrange(len(causes))] if n % 9 else "", "vehicle": drawn.choice(vehicles),
                "source_id": SOURCE,
            }
        )  # fmt: skip
    path = folder / "points" / "invented.csv"
    write(path, rows, [column.name for column in specs.points("").columns])
    return path


def dust(folder: Path, years: int = 5, indicator: str = "pm25-mean") -> Path:
    """Write invented days of dust at one invented station, with hours in the first two years and gaps in all."""
    with (folder / "catalog" / "units.csv").open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    cells = {
        "unit_id": STATION, "kind": "station", "parent": "khonkaen-city",
        "name_th": "สถานีทดสอบ", "name_en": "Test station", "sample": "no",
        "adopted_2017": "no", "name_confidence": "estimated", "lat": "16.4453", "lon": "102.8350",
        "accuracy_m": "100", "position_confidence": "estimated", "source_id": SOURCE, "position": "900",
    }  # fmt: skip
    with (folder / "catalog" / "units.csv").open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerow(cells)
    path = folder / "days" / "invented.csv"
    write(path, dusty(years, indicator), [column.name for column in specs.days("").columns])
    return path


def dusty(years: int, indicator: str) -> Iterable[dict[str, Any]]:
    """Yield days with most dust in February and at seven in the morning."""
    drawn = random.Random(11)  # noqa: S311
    for n in range(years * 365):
        day = FIRST + timedelta(days=n)
        if n % 17 == 0 or 400 < n < 440:
            continue
        season = 0.5 + 0.5 * sin(2 * pi * (day.timetuple().tm_yday + 45) / 365)
        mean = round((12 + 45 * season**2) * exp(drawn.gauss(0, 0.25)), 1)
        hours = [round(mean * (1 + 0.3 * sin(2 * pi * (hour - 1) / 24)), 1) for hour in range(24)]
        few = n % 41 == 0
        told = {"hourly": ";".join(str(v) if not few or hour < 9 else "" for hour, v in enumerate(hours))}
        row = {"indicator_id": indicator, "unit_id": STATION, "day": day, "value": mean, "source_id": SOURCE}
        yield row | (told if n < 730 else {"hours": 9 if few else 24})
