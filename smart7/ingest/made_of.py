"""What a snapshot is made of, and the id that says so."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from smart7.ingest import edited, handed
from smart7.ingest.shelf import KNOWN, WITHOUT

PACKAGE: Final = Path(__file__).resolve().parent.parent
INPUTS: Final = (
    "catalog/*.csv", "observations/*.csv", "points/*.csv", "days/*.csv", "gtfs/*/*", "geo/*", "vehicles/*.csv",
    "vehicles/*/days/*/made", "vehicles/*/left_out/*.parquet",
)  # fmt: skip
QUERIES: Final = PACKAGE.parent / "queries" / "vehicles"


@dataclass(frozen=True, slots=True)
class Options:
    """What to build: from which folder, as known at which day, with sample figures or without.

    One built `aside` shows the site as it stood on that day; it is kept and never put in service.
    """

    folder: Path
    as_of: date
    with_sample: bool = True
    aside: bool = False


def snapshot_id_of(options: Options, digest: str) -> str:
    """Return the id of a snapshot: the day its knowledge ends and what it was made from."""
    kind = f"{KNOWN if options.aside else ''}{'' if options.with_sample else WITHOUT}"
    return f"{options.as_of:%Y%m%d}-{digest[:10]}{kind}"


def digest_of(options: Options) -> str:
    """Return a digest of everything a snapshot is made from: data, schema, code of the build, options."""
    digest = hashlib.sha256(f"sample={options.with_sample}".encode())
    inputs = [path for pattern in INPUTS for path in options.folder.glob(pattern) if path.is_file()]
    for path in sorted(path for path in inputs if not path.relative_to(options.folder).parts[1].startswith(".")):
        digest.update(path.relative_to(options.folder).as_posix().encode())
        digest.update(path.read_bytes())
    digest.update(handed.digest(options.folder, options.as_of))
    digest.update(edited.digest(options.folder, options.as_of))
    code = [*PACKAGE.glob("ingest/**/*.py"), *PACKAGE.glob("office/*.py"), *PACKAGE.glob("schema/*.sql")]
    code += [*PACKAGE.glob("vehicles/*.py"), *QUERIES.glob("*.sql")]
    words_kept = [PACKAGE / "words" / name for name in ("modelled.py", "withheld.py", "happened.py")]
    for path in [*sorted(code), *words_kept, PACKAGE / "calendar.py", PACKAGE / "catalog.py", PACKAGE / "edits.py"]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
