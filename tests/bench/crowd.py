"""Visitors without browsers, many at once, in one process: `python -m tests.bench.crowd ADDRESS --visitors 50`.

Each holds a live line and opens two pages every ten seconds, or as `--every` says: one of twelve, a year, Thai or
English, all at random. Nobody is in step with anybody, and who waits for a page opens the next one only after it.
Bounded, and loopback only.
"""

import argparse
import asyncio
import ipaddress
import json
import random
import ssl
import time
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

import pandas as pd

from smart7 import store
from tests.bench.visitors import PAGES, PAGES_A_PERIOD, PATIENCE, PERIOD, Found, Visitor

MOST_VISITORS, MOST_SECONDS = 500, 300
PROBES_A_SECOND = 5


async def probing(address: str, found: Found, until: float) -> None:
    """Ask for the document of a page a few times a second, however long the answers take."""
    now, asked = asyncio.get_running_loop().time, []
    while now() < until:
        asked.append(asyncio.ensure_future(probe(address, found)))
        await asyncio.sleep(1 / PROBES_A_SECOND)
    await asyncio.gather(*asked)


async def probe(address: str, found: Found) -> None:
    """Ask for one document as a new visitor does and note the milliseconds until the whole of it is here."""
    where, page = urlsplit(address), random.choice(PAGES[1:])
    began = time.perf_counter()
    try:
        incoming, outgoing = await asyncio.open_connection(where.hostname, where.port, ssl=found.trust)
        head = f"GET /{page}?lang=en HTTP/1.1\r\nHost: {where.netloc}\r\nAccept-Encoding: gzip, br\r\n"
        outgoing.write(f"{head}Connection: close\r\n\r\n".encode())
        answer = await asyncio.wait_for(incoming.read(), PATIENCE)
        outgoing.close()
    except (OSError, TimeoutError) as error:
        found.errors[f"no document: {type(error).__name__}"] += 1
        return
    if not answer.startswith(b"HTTP/1.1 200"):
        found.errors[f"document: {answer[9:12].decode('latin-1')}"] += 1
    found.probes.append((time.perf_counter() - began) * 1000)


async def gather(given: argparse.Namespace, indicators: list[str], found: Found) -> None:
    """Let everybody in over the first ten seconds, and wait for the last one to leave."""
    began = asyncio.get_running_loop().time()
    until = began + given.seconds
    visitors = [Visitor(given.address, indicators, found, random.Random(given.seed + n)) for n in range(given.visitors)]
    stays = [v.stay(began + PERIOD * n / len(visitors), until, given.every) for n, v in enumerate(visitors)]
    await asyncio.gather(*stays, *([probing(given.address, found, until)] if given.probe else []))
    found.ended = [ended for ended in found.ended if began + PERIOD <= ended <= until]


def figures(found: Found, given: argparse.Namespace, cpu: float) -> dict[str, object]:
    """Return the figures of a crowd."""
    runs = max(1, len(found.times))
    return {
        "visitors": given.visitors, "runs": len(found.times),
        "rate": len(found.ended) / max(1.0, given.seconds - PERIOD),
        "p50": median(found.times or [0]), "p95": within(found.times), "slowest": max(found.times, default=0),
        "errors": dict(found.errors), "raw": found.raw / runs, "wire": found.wire / runs, "snapshots": found.snapshots,
        "probes": len(found.probes), "probe_p95": within(found.probes), "client_cpu": cpu,
    }  # fmt: skip


def within(times: list[float]) -> float:
    """Return the milliseconds that 95 of 100 keep within."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else max(times, default=0)


def bounded(given: argparse.Namespace) -> argparse.Namespace:
    """Return what was asked for, where it stays on this machine and within the limits; raises `ValueError`."""
    host = urlsplit(given.address).hostname or ""
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise ValueError("only a server on this machine")
    if not 1 <= given.visitors <= MOST_VISITORS or not 1 <= given.seconds <= MOST_SECONDS:
        raise ValueError(f"at most {MOST_VISITORS} visitors for {MOST_SECONDS} seconds")
    return given


def main() -> None:
    """Send a crowd to a server that runs and print one line of figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.crowd", description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--visitors", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--every", type=float, default=PERIOD / PAGES_A_PERIOD, help="seconds from page to page")
    parser.add_argument("--probe", action="store_true", help="ask for documents too, five a second")
    parser.add_argument("--certificate", type=Path, help="of a server that speaks HTTPS")
    parser.add_argument("--snapshots", nargs="*", default=[], help="ids of which a page may name only its own")
    try:
        given = bounded(parser.parse_args())
    except ValueError as error:
        parser.error(str(error))
    indicators = pd.read_csv(store.ROOT / "data" / "catalog" / "indicators.csv")["indicator_id"].tolist()
    trust = ssl.create_default_context(cafile=str(given.certificate)) if given.certificate else None
    found = Found(tuple(name.encode() for name in given.snapshots), trust)
    began, cpu = time.perf_counter(), time.process_time()
    asyncio.run(gather(given, indicators, found))
    print(json.dumps(figures(found, given, (time.process_time() - cpu) / (time.perf_counter() - began))))


if __name__ == "__main__":
    main()
