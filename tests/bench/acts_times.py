"""The page of the audit over a record of two hundred thousand acts, as an administrator's browser asks for it."""

import asyncio
import http.client
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import perf_counter
from urllib.parse import urlsplit

from smart7.ledger import audit, book
from tests.bench.acting import Person
from tests.bench.report import Line, middle

ENTRIES, REPEATS, SECONDS = 200_000, 5, 0.5
ACTS = ("sign_in", "figure.hand_in", "figure.approve", "view.save", "sign_out")
# As many people as a municipality has; one of them did a thing once, long ago.
PEOPLE, RARE = 400, "a-rare000001"
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
ASKED = {
    "newest": {},
    "of one person, long ago": {"who": RARE},
    "of one person": {"who": "a-000000007"},
    "of one act": {"act": "figure.approve"},
    "of one day": {"first": "2026-02-03", "last": "2026-02-03"},
    "of half a year": {"first": "2026-01-01", "last": "2026-06-30"},
    "with a text that stands nowhere": {"says": "nowhere to be found"},
    "with a text that stands everywhere": {"says": "month"},
    "older than the middle": {"older": str(ENTRIES // 2)},
}


def long_record(entries: int = ENTRIES) -> None:
    """Write many acts into the ledger, chained as they are one by one."""
    with book.opened(writing=True) as ledger:
        newest = ledger.execute("select entry, chain from acts order by entry desc limit 1").fetchone()
        number, chain = (newest["entry"], newest["chain"]) if newest else (0, "")
        rows = []
        for n in range(entries):
            at = (FIRST + timedelta(minutes=2 * n)).isoformat()
            who = RARE if n == 10 else f"a-{n % PEOPLE:09}"
            what = f"{secrets.token_hex(6)} khonkaen-school-{n % 11} month 2026-{n % 12 + 1:02}-01"
            cells = [number + n + 1, at, who, ACTS[n % len(ACTS)], f"10.0.{n % 250}.7", what, "handed_in", "approved"]
            chain = audit.chained(chain, cells)
            rows.append((*cells, chain))
        ledger.executemany(
            "insert into acts (entry, at, who, act, place, what, before, after, chain)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows,
        )  # fmt: skip


def lines(address: str, login: str, password: str) -> Iterator[Line]:
    """Yield how long the page takes, as it comes and narrowed, and the file of all of it."""
    long_record()
    for name, times in asyncio.run(opened(address, login, password)).items():
        yield Line(f"audit of {ENTRIES:,} acts, the page: {name}", middle(times), "s", SECONDS)
    person = Person(address, login)
    asyncio.run(person.sign_in(password))
    began = perf_counter()
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
    line.request("GET", "/audit.csv", headers={"Cookie": person.cookie})
    answer = line.getresponse()
    answer.read(1)
    first = perf_counter() - began
    size = 1 + sum(len(piece) for piece in iter(lambda: answer.read(1 << 16), b""))
    note = f"{size / 1e6:.0f} MB, the first byte after {first:.2f} s"
    yield Line(f"audit of {ENTRIES:,} acts: the whole as a file", perf_counter() - began, "s", None, note)


async def opened(address: str, login: str, password: str) -> dict[str, list[float]]:
    """Return the seconds in which an administrator sees each page, one after the other."""
    person, found = Person(address, login), {name: [] for name in ASKED}
    await person.sign_in(password)
    await person.open("admin", show="audit")
    for _ in range(REPEATS):
        for name, link in ASKED.items():
            found[name].append((await person.open("admin", show="audit", **link)).seconds)
    await person.leave()
    return found
