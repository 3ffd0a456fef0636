"""Official files: 200,000 rows of hourly values from a workbook, and hostile files, with seconds and memory."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from typing import Final

import xlsxwriter

from smart7 import store
from tests.bench import machine, memory
from tests.bench.report import Line, middle
from tests.ingest.official import hostile

ROWS, STATIONS, REPEATS = 200_000, 8, 3
SECONDS, MEGABYTES = 20, 500
SOURCE: Final = "bench-hours"
RECIPE: Final = """
[source]
publisher_th = "ตัวอย่าง"
publisher_en = "Example"
title_th = "ค่ารายชั่วโมง"
title_en = "Hourly values"
licence_th = "ไม่ระบุ"
licence_en = "not stated"
confidence = "official"
every_th = "ทุกปี"
every_en = "every year"

[file]
kinds = ["xlsx", "csv", "json"]

[columns.hour]
heading = "วันเวลา"
type = "time"

[columns.station]
heading = "สถานี"

[columns.pm25]
heading = "PM2.5"
type = "number"

[columns.pm10]
heading = "PM10"
type = "number"
"""
SELECT: Final = """-- doc: Days of PM2.5 at a station; one row per station and day.
-- makes: days
-- returns: indicator_id VARCHAR, unit_id VARCHAR, day DATE, value DOUBLE, hours BIGINT, hourly VARCHAR
select
    'pm25-mean' as indicator_id, u.unit_id, cast(r.hour as date) as day, round(avg(r.pm25), 2) as value,
    count(r.pm25) as hours, hourly(hour(r.hour), r.pm25) as hourly
from rows as r
left join units as u on u.unit_id = 'station-' || r.station
group by all
having count(r.pm25) > 0
"""


def measure() -> Iterator[Line]:
    """Yield seconds and memory of a large workbook, and the memory that hostile files take."""
    with TemporaryDirectory(prefix="smart7-bench-") as name:
        data = folder(Path(name))
        path = workbook(Path(name) / "hours.xlsx")
        found = [run(data, path) for _ in range(REPEATS)]
        what = f"take: {ROWS:,} rows of hourly values from XLSX"
        yield Line(what, middle(seconds for seconds, _, _ in found), "s", SECONDS, f"median of {REPEATS}")
        yield Line(f"{what}, memory at the most", max(peak for _, peak, _ in found), "MB", MEGABYTES, "all processes")
        for kind in ("zip bomb", "sparse", "100,000 columns", "an endless JSON"):
            file, write = hostile.HOSTILE[kind][:2]
            seconds, peak, code = run(data, write(Path(name) / file))
            if code != 1:
                raise RuntimeError(f"{kind} ended with code {code}")
            yield Line(f"take: {kind} refused", seconds, "s", SECONDS)
            yield Line(f"take: {kind}, memory at the most", peak, "MB", MEGABYTES, "all processes")


def folder(into: Path) -> Path:
    """Return a copy of the data folder with a recipe for hours and the stations they are of."""
    ignored = ignore_patterns("snapshots", ".take", "ledger*", "pictures")
    data = Path(copytree(store.ROOT / "data", into / "data", ignore=ignored))
    recipe = data / "recipes" / SOURCE
    recipe.mkdir(parents=True)
    (recipe / "recipe.toml").write_text(RECIPE, "utf-8")
    (recipe / "recipe.sql").write_text(SELECT, "utf-8")
    with (data / "catalog" / "units.csv").open("a", encoding="utf-8") as units:
        for n in range(STATIONS):
            units.write(f"station-t{n},station,สถานี {n},Station {n},,no,no,official,,,,,catalogue,,,{900 + n}\n")
    return data


def workbook(path: Path) -> Path:
    """Write a workbook of hourly values, one in 50 missing."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet, form = book.add_worksheet("ข้อมูล"), book.add_format({"num_format": "d/m/yyyy hh:mm"})
        sheet.write(0, 0, "ค่าเฉลี่ยรายชั่วโมง")
        sheet.write_row(2, 0, ["วันเวลา", "สถานี", "PM2.5", "PM10"])
        start = datetime(2021, 1, 1)
        for n in range(ROWS):
            sheet.write_datetime(3 + n, 0, start + timedelta(hours=n // STATIONS), form)
            sheet.write(3 + n, 1, f"t{n % STATIONS}")
            sheet.write(3 + n, 2, "-" if n % 50 == 0 else 10 + (n * 7919) % 500 / 10)
            sheet.write(3 + n, 3, 20 + (n * 104_729) % 900 / 10)
    return path


def run(data: Path, path: Path) -> tuple[float, float, int]:
    """Read a file without a yes; return seconds, megabytes at the most and the exit status."""
    command = [sys.executable, "-m", "smart7.ingest.official", "--data", str(data), SOURCE, str(path)]
    machine.await_calm()
    began, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, cwd=store.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        while child.poll() is None:
            peak = max(peak, memory.resident(child.pid) or 0.0)
            time.sleep(0.05)
    return time.perf_counter() - began, peak, child.returncode
