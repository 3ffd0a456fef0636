"""Look at a file before anything reads it: its size, whether it is what its name says, and what is hidden in it."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smart7.ingest.official import encoding
from smart7.ingest.official.findings import Refused
from smart7.ingest.official.recipe import Recipe

MOST_BYTES: Final = 100 * 10**6
MOST_UNPACKED: Final = 500 * 10**6
MOST_MEMBERS: Final = 2000
MOST_TIMES: Final = 200
CHUNK: Final = 2**20
# A cell with a formula: its attributes, and the beginning of the value that was kept with it.
FORMULA: Final = re.compile(rb"<c((?: [^>]*)?)>\s*<f(?: [^>]*)?(?:/>|>[^<]*</f>)\s*(<v>[^<]|<is>)?")
TEXT: Final = b't="str"'
OUTSIDE: Final = re.compile(r"xl/(externalLinks|embeddings|connections\.xml|queryTables|ddeLinks)", re.IGNORECASE)
MACROS: Final = re.compile(r"(vbaProject\.bin|xl/macrosheets/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is, and how many formulas it holds."""

    kind: str
    formulas: int = 0


def look(path: Path, recipe: Recipe) -> Look:
    """Return what a file is; raises `Refused` for one that is not read."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Refused("too_large", file=path.name, size=f"{size / 1e6:,.0f}", most=f"{MOST_BYTES / 1e6:,.0f}")
    if not size:
        raise Refused("empty", file=path.name)
    said, found = encoding.named(path), encoding.kind(path)
    if found == "json" and said == "geojson":
        found = "geojson"
    if found == "xls":
        compound(path)
    # Some offices publish a page under the name of a workbook, which every spreadsheet opens.
    if found != said and not (found == "html" and said == "xls" and "html" in recipe.kinds):
        raise Refused("other_kind", file=path.name, said=said or "?", found=found)
    if found not in recipe.kinds:
        raise Refused("unwanted_kind", file=path.name, found=found, wanted=", ".join(recipe.kinds))
    return Look(found, workbook(path) if found == "xlsx" else 0)


def compound(path: Path) -> None:
    """Refuse an old workbook with macros, and a new one that is locked by a password."""
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused("password", file=path.name)
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Refused("macros", file=path.name)


def workbook(path: Path) -> int:
    """Return how many formulas a workbook holds; raises `Refused` for what must not be in one."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            refuse_bombs(path, members)
            names = [member.filename for member in members]
            for rule, pattern in (("macros", MACROS), ("outside", OUTSIDE)):
                if any(pattern.search(name) for name in names):
                    raise Refused(rule, file=path.name)
            written = [m for m in members if re.fullmatch(r"xl/worksheets/[^/]+\.xml", m.filename)]
            counts = [formulas(archive, member) for member in written]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Refused("broken", file=path.name) from None
    if empty := sum(without for _, without in counts):
        raise Refused("no_values", file=path.name, count=f"{empty:,}")
    return sum(count for count, _ in counts)


def refuse_bombs(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that says it unpacks to far more than a table of this size needs."""
    unpacked, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or unpacked > MOST_TIMES * max(packed, 50_000):
        raise Refused("bomb", file=path.name, size=f"{unpacked / 1e6:,.0f}", members=f"{len(members):,}")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("password", file=path.name)


def formulas(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> tuple[int, int]:
    """Return how many formulas a sheet holds, and how many of them without a value that was kept with them."""
    count = without = 0
    for chunk in chunks(archive, member):
        for attributes, kept in FORMULA.findall(chunk):
            count += 1
            without += not kept and TEXT not in attributes  # a text may be empty
    return count, without


def chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a member in pieces that end with a cell; more than it said it holds is a bomb."""
    left, total = b"", 0
    with archive.open(member) as file:
        while piece := file.read(CHUNK):
            total += len(piece)
            if total > MOST_UNPACKED:
                raise Refused("bomb", file=Path(archive.filename or "").name, size="500+", members="1")
            whole, end, left = (left + piece).rpartition(b"</c>")
            yield whole + end
    yield left
