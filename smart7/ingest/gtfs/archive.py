"""Open a zip that somebody sent, before anything else looks at it: names, sizes, and what is inside.

A validator reads whatever an archive declares; this module decides first whether that is safe.
"""

import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from smart7.ingest.gtfs.findings import Finding, Refused, found, refuse

MEGABYTE: Final = 1_000_000
REQUIRED: Final = ("agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt")
CALENDARS: Final = ("calendar.txt", "calendar_dates.txt")
KNOWN: Final = frozenset(
    (
        *REQUIRED, *CALENDARS, "feed_info.txt", "frequencies.txt", "shapes.txt", "translations.txt", "transfers.txt",
        "fare_attributes.txt", "fare_rules.txt", "pathways.txt", "levels.txt", "attributions.txt", "areas.txt",
        "stop_areas.txt", "networks.txt", "route_networks.txt", "timeframes.txt", "rider_categories.txt",
        "fare_media.txt", "fare_products.txt", "fare_leg_rules.txt", "fare_leg_join_rules.txt",
        "fare_transfer_rules.txt", "location_groups.txt", "location_group_stops.txt", "booking_rules.txt",
        "locations.geojson",
    )
)  # fmt: skip
# What systems add to a zip without being asked.
LITTER: Final = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
UNSAFE: Final = re.compile(r"^/|^[A-Za-z]:|\\|[\x00-\x1f\x7f]|(^|/)\.\.(/|$)")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is opened at most: megabytes packed and unpacked, files, and times smaller than its content."""

    packed_mb: int = 100
    unpacked_mb: int = 500
    files: int = 200
    ratio: int = 100


@dataclass(slots=True)
class Budget:
    """Bytes that may still be written."""

    left: int


def unpack(archive: Path, into: Path, limits: Limits | None = None) -> list[Finding]:
    """Write the files of a feed into an empty folder and return notes; raises `Refused`.

    Declared sizes are checked first, and bytes are counted again while they are read: a declared size can lie.
    """
    limits = limits or Limits()
    check_outside(archive, limits)
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [member for member in opened.infolist() if not LITTER.search(member.orig_filename)]
            check_names(members, limits)
            files = [member for member in members if not member.is_dir()]
            check_sizes(files, limits)
            chosen, notes = choose(files)
            budget = Budget(limits.unpacked_mb * MEGABYTE)
            for name, member in chosen.items():
                write(opened, member, into / name, budget, limits)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError):
        raise refuse("damaged", archive.name) from None
    return notes


def check_outside(archive: Path, limits: Limits) -> None:
    """Raise `Refused` unless the file is a zip of a size that is read here."""
    size = archive.stat().st_size
    if size > limits.packed_mb * MEGABYTE:
        raise refuse("archive_too_big", archive.name, size=f"{size / MEGABYTE:,.0f}", limit=limits.packed_mb)
    if zipfile.is_zipfile(archive):
        return
    with archive.open("rb") as file:
        start = file.read(512)
    if start.startswith(b"PK\x03\x04"):
        raise refuse("cut_off", archive.name)
    page = start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype", b"<html", b"<?xml"))
    raise refuse("web_page" if page else "not_a_zip", archive.name)


def check_names(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise `Refused` for too many files, and for names and kinds of file that do harm when unpacked."""
    if len(members) > limits.files:
        raise refuse("too_many_files", count=len(members), limit=limits.files)
    findings = []
    for member in members:
        kind = stat.S_IFMT(member.external_attr >> 16)
        if UNSAFE.search(member.orig_filename):
            findings.append(found("error", "unsafe_name", name=member.orig_filename))
        elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            findings.append(found("error", "special_file", name=member.orig_filename))
        elif member.flag_bits & 0x1:
            findings.append(found("error", "encrypted", member.filename))
    if findings:
        raise Refused(findings)


def check_sizes(files: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise `Refused` for methods that are not read, and for files that unpack to more than they should."""
    for member in files:
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refuse("unknown_method", member.filename, method=member.compress_type)
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > MEGABYTE and ratio > limits.ratio:
            raise refuse("bomb", member.filename, ratio=f"{ratio:,.0f}")
    if sum(member.file_size for member in files) > limits.unpacked_mb * MEGABYTE:
        raise refuse("too_big_unpacked", limit=limits.unpacked_mb)


def choose(files: list[zipfile.ZipInfo]) -> tuple[dict[str, zipfile.ZipInfo], list[Finding]]:
    """Return the files of the feed by name, and notes on what is left out; raises `Refused`."""
    paths = [(PurePosixPath(member.filename), member) for member in files]
    known = [(path, member) for path, member in paths if path.name.lower() in KNOWN]
    if not known:
        inner = next((path.name for path, _ in paths if path.suffix.lower() == ".zip"), "")
        raise refuse("zip_in_zip", name=inner) if inner else refuse("no_gtfs")
    folders = sorted({str(path.parent) for path, _ in known})
    if len(folders) > 1:
        raise refuse("several_folders", folders=", ".join(name if name != "." else "/" for name in folders))
    names = [path.name for path, _ in known]
    for name in names:
        if name != name.lower():
            raise refuse("wrong_case", name, name=name, right=name.lower())
        if names.count(name) > 1:
            raise refuse("repeated_name", name, name=name)
    notes = [found("info", "in_a_folder", folder=folders[0])] if folders != ["."] else []
    others = sorted(str(path) for path, _ in paths if path.name.lower() not in KNOWN)
    notes += [found("info", "left_out", names=", ".join(others))] if others else []
    return {path.name: member for path, member in known}, notes


def write(opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, budget: Budget, limits: Limits) -> None:
    """Write one file, and stop when more comes out than is allowed; raises `Refused`."""
    try:
        with opened.open(member) as source, path.open("xb") as target:
            while block := source.read(1 << 16):
                budget.left -= len(block)
                if budget.left < 0:
                    raise refuse("too_big_unpacked", limit=limits.unpacked_mb)
                target.write(block)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise refuse("damaged", member.filename) from None
