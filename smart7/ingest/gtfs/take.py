"""Take a feed in: open, check, compare, and after a yes put it in the place of another and build a snapshot."""

import csv
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from smart7 import calendar
from smart7.i18n import LANGS
from smart7.ingest.build import build
from smart7.ingest.faults import BadInput
from smart7.ingest.gtfs import accept, archive, files
from smart7.ingest.gtfs.diff import Change, compare
from smart7.ingest.gtfs.findings import Finding, Refused, found, has_errors, of_fault, ranked
from smart7.ingest.gtfs.validate import examine
from smart7.ingest.made_of import Options
from smart7.ingest.shelf import without_sample_now
from smart7.words import feeds as words

ABOUT: Final = ("status", "title_th", "title_en", "note_th", "note_en", "source_id", "as_of", "position")
LAST: Final = 100
Say = Callable[[str], None]


@dataclass(slots=True)
class Report:
    """What a feed was found to be: findings, changes against what it replaces, and a digest of that."""

    findings: list[Finding]
    changes: list[Change] = field(default_factory=list)
    replaces: str = ""

    @property
    def refused(self) -> bool:
        """Return whether the feed cannot be taken in."""
        return has_errors(self.findings)

    def as_data(self) -> dict[str, Any]:
        """Return the report as plain data, for another process."""
        return asdict(self) | {"refused": self.refused}


def may_be_a_name(name: str) -> bool:
    """Return whether a feed can be kept under a name on every system and in a link."""
    return bool(re.fullmatch(words.NAME, name)) and not re.fullmatch(words.RESERVED, name)


def look(feed: Path, name: str, data: Path, day: date, into: Path) -> Report:
    """Unpack a zip into an empty folder and return what was found and what would change; nothing else is touched."""
    old = data / "gtfs" / name
    try:
        findings = archive.unpack(feed, into) + replaces_own(old) + examine(into, day)
    except Refused as refusal:
        return Report(refusal.findings)
    changes = [] if has_errors(findings) else changes_from(old, into, data)
    return Report(ranked(findings), changes, accept.digest_of(old))


def replaces_own(old: Path) -> list[Finding]:
    """Return a warning where a feed that this project wrote would be replaced."""
    own = about(old).get("status", "imported") != "imported"
    return [found("warning", "replaces_own", name=old.name)] if own else []


def changes_from(old: Path, new: Path, data: Path) -> list[Change]:
    """Return what changes; an old feed that cannot be read any more is compared as if it were not there."""
    places = data / "catalog" / "places.csv"
    try:
        return compare(old if old.is_dir() else None, new, places)
    except BadInput:
        return compare(None, new, places)


def take(draft: Path, file: str, name: str, data: Path, day: date, say: Say) -> None:
    """Put a checked draft in service under a name and build a snapshot; raises `Refused` with the old feed back."""
    gtfs = data / "gtfs"
    describe(draft, gtfs / name, file, day)
    accept.put_in_place(gtfs, name, draft)
    say(words.REPLACED.both(name=name))
    try:
        build(Options(data, datetime.now().date(), not without_sample_now(data)), say)
    except BadInput as refusal:
        accept.put_back(gtfs, name)
        raise Refused(of_fault(fault) for fault in refusal.faults) from None
    except BaseException:
        accept.put_back(gtfs, name)
        raise
    accept.keep(gtfs, name)


def describe(draft: Path, old: Path, file: str, day: date) -> None:
    """Write what is said of an imported feed; a title given to an earlier import, and its place, are kept."""
    before = about(old)
    agencies = agency_names(draft) or old.name
    row = {"title_th": agencies, "title_en": agencies, "position": str(LAST), **before}
    if before.get("status") != "imported":
        row |= {"title_th": agencies, "title_en": agencies, "source_id": ""}
    notes = {
        f"note_{lang}": words.IMPORTED_NOTE.format(lang, file=file, day=calendar.format_date(day, lang))
        for lang in LANGS
    }
    row |= {**notes, "status": files.STATUS[-1], "as_of": day.isoformat()}
    with (draft / "about.csv").open("w", encoding="utf-8", newline="") as written:
        writer = csv.DictWriter(written, ABOUT, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerow(row)


def about(feed: Path) -> dict[str, str]:
    """Return the row of a feed's `about.csv`, empty where there is none that can be read."""
    try:
        with (feed / "about.csv").open(encoding="utf-8-sig", newline="") as file:
            return {name: value for name, value in next(csv.DictReader(file), {}).items() if name and value}
    except (OSError, ValueError, csv.Error):
        return {}


def agency_names(feed: Path) -> str:
    """Return who runs a feed, the first three names."""
    with (feed / "agency.txt").open(encoding="utf-8-sig", newline="") as file:
        names = [row.get("agency_name") or "" for row in csv.DictReader(file, skipinitialspace=True)]
    return ", ".join(list(dict.fromkeys(name.strip() for name in names if name.strip()))[:3])[:120]
