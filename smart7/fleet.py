"""Where positions of vehicles lie in the data folder, and what a feed of them is called.

Below what builds and what serves: the one takes positions in, the other shows the newest.
"""

import csv
import io
import re
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from smart7 import whole

ROOM: Final = "vehicles"
FEED: Final = "feed.csv"
NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
ONLY_OWNER: Final = 0o600
SILENT_SECONDS: Final = 300
"""A feed whose newest position is older than that has fallen silent."""
OLD_SECONDS: Final = 120
"""A position older than that is shown faded, and nothing is expected by it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of positions: of which feed of data/gtfs its routes are, by which recipe its files are read, its title.

    `recipe` is '' where only GTFS-realtime is taken; `address` is '' where nothing is asked of anybody.
    """

    feed_id: str
    recipe: str = ""
    title: str = ""
    address: str = ""


class BadFeed(ValueError):
    """Raise for a feed.csv that is not one row with the columns it has; says which file."""


def room(data: Path) -> Path:
    """Return the folder of all positions."""
    return data / ROOM


def folder(data: Path, feed_id: str) -> Path:
    """Return the folder of a feed; raises `ValueError` for what is no name of one."""
    if not NAME.fullmatch(feed_id):
        raise ValueError(feed_id)
    return room(data) / feed_id


def newest(data: Path, feed_id: str) -> Path:
    """Return the file that holds the newest position of each vehicle of a feed."""
    return folder(data, feed_id) / "live" / "newest.json"


def ahead(data: Path, feed_id: str) -> Path:
    """Return the file that holds, for each stop of a feed, which vehicles come to it and when."""
    return folder(data, feed_id) / "live" / "ahead.json"


def watched(data: Path) -> tuple[str, ...]:
    """Return the feeds of which newest positions are kept, by name: those with a live address."""
    found = room(data).glob("*/live/newest.json")
    return tuple(sorted(name for path in found if NAME.fullmatch(name := path.parent.parent.name)))


def names(data: Path) -> list[str]:
    """Return the feeds there are, by name."""
    return sorted(path.parent.name for path in room(data).glob(f"*/{FEED}") if NAME.fullmatch(path.parent.name))


def read(data: Path, feed_id: str) -> Feed | None:
    """Return a feed, None where there is none of that name; raises `BadFeed`."""
    path = folder(data, feed_id) / FEED
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    except FileNotFoundError:
        return None
    except (UnicodeError, csv.Error):
        rows = []
    known = {field.name for field in fields(Feed)}
    if len(rows) != 1 or not set(rows[0]) <= known or rows[0].get("feed_id") != feed_id:
        raise BadFeed(str(path))
    return Feed(**{name: (value or "").strip() for name, value in rows[0].items()})


def write(data: Path, feed: Feed) -> Path:
    """Write what a feed is; only its owner may read it, as an address may hold a key of its operator.

    Raises `whole.CannotWrite`.
    """
    path = folder(data, feed.feed_id) / FEED
    text = io.StringIO()
    rows = csv.DictWriter(text, [field.name for field in fields(Feed)], lineterminator="\n")
    rows.writeheader()
    rows.writerow(asdict(feed))
    with whole.told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with whole.draft(path) as own:
        own.touch(ONLY_OWNER)
        own.write_text(text.getvalue(), "utf-8")
    return path


def host(address: str) -> str:
    """Return which host an address asks, without what else it says: a path or a query may hold a key."""
    return urlsplit(address).hostname or ""


def fits(address: str) -> bool:
    """Return whether an address can be asked: of http or https, with a host, without what controls a terminal."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and " " not in address
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0 and plain
