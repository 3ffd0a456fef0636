"""Zips of GTFS feeds for the tests of import: a good one, and every way to spoil it."""

import io
import struct
import warnings
import zipfile
from pathlib import Path

Files = dict[str, bytes]
STOPS = """stop_id,stop_name,stop_lat,stop_lon
a,ป้าย ก,16.4300,102.8300
b,ป้าย ข,16.4400,102.8300
c,ป้าย ค,16.4500,102.8400
"""
TIMES = """trip_id,arrival_time,departure_time,stop_id,stop_sequence
t1,08:00:00,08:00:00,a,1
t1,08:05:00,08:05:00,b,2
t1,08:12:00,08:12:00,c,3
t2,25:00:00,25:00:00,a,1
t2,25:05:00,25:05:00,b,2
t2,25:12:00,25:12:00,c,3
"""
GOOD: dict[str, str] = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\nT,Test Lines,https://example.org,Asia/Bangkok\n",
    "stops.txt": STOPS,
    "routes.txt": "route_id,agency_id,route_short_name,route_long_name,route_type\nr1,T,1,Line one,3\n",
    "trips.txt": "route_id,service_id,trip_id\nr1,wk,t1\nr1,wk,t2\n",
    "stop_times.txt": TIMES,
    "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "wk,1,1,1,1,1,0,0,20260101,20261231\n",
}


def files(**changes: str | bytes | None) -> Files:
    """Return the files of the good feed with some replaced, added, or (None) left out."""
    named = {f"{name}.txt": content for name, content in changes.items()}
    both = {**GOOD, **named}
    return {name: c if isinstance(c, bytes) else c.encode() for name, c in both.items() if c is not None}


def edited(name: str, old: str, new: str) -> Files:
    """Return the files of the good feed with one piece of text replaced."""
    text = GOOD[f"{name}.txt"]
    assert old in text
    return files(**{name: text.replace(old, new)})


def added(name: str, lines: str) -> Files:
    """Return the files of the good feed with lines added to one."""
    return files(**{name: GOOD[f"{name}.txt"] + lines})


def zipped(content: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of some files."""
    return packed(list(content.items()), method)


def packed(members: list[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of members in order, which may share a name or be no plain files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # two members of one name
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def with_member(name: str, content: bytes = b"x") -> bytes:
    """Return the good feed with one member more, whose name is written as it stands."""
    member = zipfile.ZipInfo("placeholder")
    member.filename = name
    return packed([*files().items(), (member, content)])


def with_link() -> bytes:
    """Return the good feed with a symbolic link in it."""
    link = zipfile.ZipInfo("shapes.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    return packed([*files().items(), (link, b"/etc/passwd")])


def patched(name: str, offset: int, value: int, kind: str = "<H") -> bytes:
    """Return the good feed with one field of a member's entry in the zip's directory overwritten."""
    whole = bytearray(zipped(files()))
    entry = whole.rindex(name.encode()) - 46
    assert whole[entry : entry + 4] == b"PK\x01\x02"
    struct.pack_into(kind, whole, entry + offset, value)
    return bytes(whole)


def damaged() -> bytes:
    """Return the good feed, stored, with a letter of one file changed behind the zip's back."""
    return zipped(files(), zipfile.ZIP_STORED).replace(b"Test Lines", b"Best Lines")


def write(path: Path, content: bytes | Files) -> Path:
    """Write a zip and return its path."""
    path.write_bytes(content if isinstance(content, bytes) else zipped(content))
    return path
