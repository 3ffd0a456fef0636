"""What was taken before: the digest of each file, and of each single message of a feed that is polled."""

import csv
import hashlib
import io
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from smart7 import whole
from smart7.vehicles import keep

COLUMNS: Final = ("digest", "kind", "taken_at", "files", "rows")
POLLS: Final = pa.schema([("digest", pa.uint64())])
"""A day has thousands of messages; eight bytes of the digest tell one from a hundred million others."""


@dataclass(slots=True)
class Known:
    """The digests of a feed: of files, with one row of the list each, and of messages, in order."""

    data: Path
    feed_id: str
    rows: list[dict[str, str]] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    before: np.ndarray[tuple[int], np.dtype[np.uint64]] = field(default_factory=lambda: np.empty(0, np.uint64))
    polls: set[int] = field(default_factory=set)
    polled_rows: int = 0

    def __post_init__(self) -> None:
        """Read what was taken before."""
        path, polls = keep.taken(self.data, self.feed_id), keep.polls(self.data, self.feed_id)
        if path.exists():
            self.rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
            self.files = {row["digest"] for row in self.rows}
        if polls.exists():
            self.before = pq.read_table(polls)["digest"].to_numpy()

    def has(self, digest: str) -> bool:
        """Return whether a file was taken before."""
        return digest in self.files

    def has_poll(self, digest: str) -> bool:
        """Return whether a message was taken before."""
        number = short(digest)
        at = int(np.searchsorted(self.before, np.uint64(number)))
        return number in self.polls or (at < len(self.before) and int(self.before[at]) == number)

    def add(self, digest: str, rows: int) -> None:
        """Note a file."""
        self.files.add(digest)
        self.rows.append(line(digest, "file", 1, rows))

    def add_poll(self, digest: str, rows: int) -> None:
        """Note a message."""
        self.polls.add(short(digest))
        self.polled_rows += rows

    def write(self, room: Path) -> dict[str, str]:
        """Write drafts of both lists into a folder; return which takes which place. Raises `CannotWrite`."""
        if self.polls:
            new = np.fromiter(self.polls, np.uint64, len(self.polls))
            self.before = np.union1d(self.before, new)
            digest = hashlib.sha256(np.sort(new).tobytes()).hexdigest()
            self.rows.append(line(digest, "messages", len(self.polls), self.polled_rows))
            self.polls, self.polled_rows = set(), 0
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        whole.write(room / "taken.csv", text.getvalue().encode())
        with whole.draft(room / "polls.parquet") as own:
            pq.write_table(pa.table([pa.array(self.before)], schema=POLLS), own, compression="none")
        return {"taken.csv": "taken.csv", "polls.parquet": "polls.parquet"}


def short(digest: str) -> int:
    """Return the first eight bytes of a digest as a number."""
    return int(digest[:16], 16)


def line(digest: str, kind: str, files: int, rows: int) -> dict[str, str]:
    """Return a row of the list; the name of a file is not kept, as boxes name files after vehicles."""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    return dict(zip(COLUMNS, (digest, kind, now, str(files), str(rows)), strict=True))
