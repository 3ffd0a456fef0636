"""Compress every file the pages load, before the first visitor: `python -m smart7.prepare`."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from smart7 import compress


def prepare(shelf: compress.Shelf, say: Callable[[str], object] = print) -> None:
    """Make every copy the pages need, two files at a time, and tell the progress in lines."""
    started = time.monotonic()
    sources = compress.used_files()
    removed = shelf.sweep(compress.served_files().values())
    missing = [path for path in sources if not shelf.has(path)]
    ready = len(sources) - len(missing)
    say(f"compress: {ready} of {len(sources)} files are ready, {removed} old copies removed")
    with ThreadPoolExecutor(max_workers=2) as pool:
        for done, _ in enumerate(pool.map(shelf.fill, missing), start=1):
            if done % 25 == 0 or done == len(missing):
                say(f"compress: {done} of {len(missing)} files, {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    prepare(compress.Shelf())
