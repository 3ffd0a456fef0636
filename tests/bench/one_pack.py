"""One file of a pack of twenty items, built in this process: `python -m tests.bench.one_pack KIND` prints the cost."""

import json
import resource
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from smart7 import store
from smart7.i18n import Lang
from smart7.meetings import ready
from smart7.meetings.agenda import Agenda, Item
from smart7.packs import content, files

ITEMS: Final = 20
MORE: Final = ("road-deaths-province", "registered-population", "annual-budget", "lrt-announced-opening",
               "waste-treated")  # fmt: skip


def twenty(snapshot: str) -> Agenda:
    """Return the monthly agenda with the items that make it twenty."""
    base = ready.agenda("monthly-council", snapshot)
    assert base is not None
    more = [Item("map", "routes.plan.stations"), *(Item("indicator", name) for name in MORE)]
    return replace(base, items=(*base.items, *more)[:ITEMS])


def build(kind: str, lang: Lang = "th") -> dict[str, float]:
    """Build one file; return seconds, megabytes at the most with the process beside it, and how many slides it has."""
    snapshot = store.open_current()
    began = perf_counter()
    with TemporaryDirectory() as name, files.beside([kind]):
        pack = content.pack(twenty(snapshot), snapshot, lang)
        list(files.write(pack, Path(name), [kind]))
        seconds = perf_counter() - began
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = sum(resource.getrusage(who).ru_maxrss for who in both) / (2**20 if sys.platform == "darwin" else 2**10)
    return {"seconds": seconds, "peak": peak, "slides": len(pack.slides)}


if __name__ == "__main__":
    print(json.dumps(build(sys.argv[1])))
