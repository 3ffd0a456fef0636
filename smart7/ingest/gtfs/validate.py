"""Look at a feed in three steps: can its files be read, does it keep the rules of GTFS, and does it make sense here.

Steps after one that found errors are left out where they could only repeat them.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb

from smart7.ingest.faults import BadInput
from smart7.ingest.gtfs import load, texts, unread
from smart7.ingest.gtfs.findings import Finding, found, has_errors, of_fault, of_notice, ranked
from smart7.ingest.gtfs.sense import check as makes_sense

ROOT: Final = Path(__file__).resolve().parents[3]
SECONDS: Final = 120
MEMORY_GB: Final = 4


def examine(folder: Path, day: date) -> list[Finding]:
    """Return everything found in a folder of GTFS text, judged as of a day, worst first."""
    findings = texts.check(folder)
    if not has_errors(findings):
        findings += by_the_rules(folder, day)
        findings += makes_sense(folder, day) + unread.check(folder)
    if not has_errors(findings):
        findings += can_be_loaded(folder)
    return ranked(findings)


def by_the_rules(folder: Path, day: date) -> list[Finding]:
    """Return what the GTFS validator says; it runs as a child process with limits on time and memory."""
    command = [sys.executable, "-m", "smart7.ingest.gtfs.guru", str(folder.resolve()), day.isoformat(), str(MEMORY_GB)]
    try:
        child = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=SECONDS, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return [found("error", "too_heavy", seconds=SECONDS, memory=MEMORY_GB)]
    notices: list[dict[str, Any]] = json.loads(child.stdout)
    return [of_notice(notice) for notice in notices if not ours(notice)]


def ours(notice: dict[str, Any]) -> bool:
    """Return whether a notice is about what this project says itself: files and columns of its own, and coming days.

    The validator speaks of the days a calendar covers, without its exceptions, and not of days with trips.
    """
    extra = {"source_id", "as_of", "confidence", "accuracy_m"}
    about_file = notice["code"] == "unknown_file" and notice["file"] == "about.csv"
    coming = notice["code"] == "trip_coverage_not_active_for_next7_days"
    return about_file or coming or notice["code"] == "unknown_column" and notice["context"].get("fieldName") in extra


def can_be_loaded(folder: Path) -> list[Finding]:
    """Return what would keep a feed out of the tables; nothing outside of memory is touched."""
    with duckdb.connect() as connection:
        try:
            load.prepare(connection)
            load.load_feed(connection, "feed", folder)
        except BadInput as error:
            return [of_fault(fault) for fault in error.faults]
    return []
