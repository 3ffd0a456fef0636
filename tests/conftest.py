"""What tests share: a snapshot of the real data, a copy of that data to spoil, and a tiny town to add up by hand."""

import atexit
import csv
import gc
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fnmatch import translate
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import pytest
from hypothesis import settings

from smart7 import calendar, kept, store
from smart7.alone import Busy, alone
from smart7.ingest import shelf, specs
from smart7.ingest.build import Options, build
from smart7.ingest.columns import Table
from smart7.ingest.made_of import digest_of, snapshot_id_of
from smart7.ledger import book
from tests import dealing
from tests.inside import in_process  # noqa: F401 - a fixture of all tests
from tests.served import keeping, kept_in, postgres  # noqa: F401 - fixtures of all tests

DATA = Path(__file__).parents[1] / "data"
AS_OF = date(2026, 11, 22)
# Many tests of a file begin with the same small town: what was built of its files is what a build makes again.
BUILT: dict[str, list[bytes]] = {}
BUILT_KEPT = 12
# Where a table has a few rows, one thread is done before others are asked to help: a sixth of what a build takes. The
# real data is built by as many as there are.
ALONE = {"threads": 1}
# A test that is slow on a busy machine is not a fault. The gate draws the same cases each time, so that what it
# says is about the change at hand, and fewer of them; `manage.py test --slow` draws others.
settings.register_profile("gate", deadline=None, derandomize=True, max_examples=30)
settings.register_profile("slow", deadline=None, max_examples=100)
# What is imported, collected and looked at stays until the last test: to go through all of it again for every few
# thousand things that are made takes a twentieth of the processor.
gc.set_threshold(50_000, 20, 20)


def pytest_configure(config):
    """Draw other cases on each run of all tests, the slow ones among them."""
    settings.load_profile("gate" if config.getoption("-m") == "not slow" else "slow")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Deal out the tests of the browser together, where tests are dealt out by file."""
    return dealing.Dealt(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_collection_finish():
    """Leave all tests there are out of what is searched for garbage, but at the end."""
    gc.freeze()
    atexit.register(gc.unfreeze)
    # Hypothesis looks on when garbage is collected, to the very end: what that keeps alive DuckDB calls leaked.
    atexit.register(gc.callbacks.clear)


# A page that is run in this process takes the place of the main module, which a process that is spawned begins with.
MAIN = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def main_module() -> None:
    """Let this process's own main module be it, whatever page ran before."""
    sys.modules["__main__"] = MAIN


MEANT_NOTHING: list[str] = []
"""Patterns of what the gate leaves out that fit no test of their file, in what was collected last."""


def left_to_slow() -> list[tuple[str, int]]:
    """Return the patterns of tests that the gate leaves out, each with of how many one stays; 0 where none does."""
    lines = Path(__file__).with_name("slow.txt").read_text("utf-8").splitlines()
    return [(pattern, int(of or 0)) for line in lines if line and not line.startswith("#")
            for pattern, _, of in [line.partition(" 1/")]]  # fmt: skip


def pytest_collection_modifyitems(items):
    """Mark what the gate leaves to `manage.py test --slow`."""
    files = {}
    MEANT_NOTHING.clear()
    for item in items:
        files.setdefault(item.nodeid.partition("::")[0], []).append(item)
    # First those of which none stays, so that one in so many stays of what is left.
    for pattern, of in sorted(left_to_slow(), key=lambda each: each[1]):
        matches = re.compile(translate(pattern)).match
        own = files.get(pattern.partition("::")[0], [])
        found = [item for item in own if matches(item.nodeid)]
        if own and not found:
            MEANT_NOTHING.append(pattern)
        found = [item for item in found if not item.get_closest_marker("slow")]
        for n, item in enumerate(found):
            if not of or n % of:
                item.add_marker(pytest.mark.slow)


@pytest.fixture
def own_ledger(snapshot, tmp_path, monkeypatch) -> Path:
    """Give a test a ledger of its own beside the shared snapshot; return its file."""
    monkeypatch.setattr(book, "path", lambda: tmp_path / "ledger.sqlite")
    return tmp_path / "ledger.sqlite"


def copy_data(to: Path) -> Path:
    """Copy the input files, and nothing that was built from them or taken of vehicles on this machine."""
    built = shutil.ignore_patterns("snapshots", "ledger*", ".*")

    def left(folder: str, names: list[str]) -> set[str]:
        own = Path(folder)
        taken = {name for name in names if own == DATA / "vehicles" and name != "sample.csv"}
        return built(folder, names) | taken

    return Path(shutil.copytree(DATA, to, ignore=left, dirs_exist_ok=True))


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory) -> Iterator[str]:
    """Build the real data once by the code that serves it, and put it in service for the whole run."""
    folder = copy_data(tmp_path_factory.mktemp("data"))
    before = os.environ.get("SMART7_DATA")
    snapshot_id = built_once(folder, tmp_path_factory.getbasetemp())
    os.environ["SMART7_DATA"] = str(folder)
    yield snapshot_id
    store.close_all()
    if before is None:
        del os.environ["SMART7_DATA"]
    else:
        os.environ["SMART7_DATA"] = before


def built_once(folder: Path, own: Path) -> str:
    """Build the real data, or copy what another worker of this run built of it, into a folder; return its id."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None:
        return build(Options(folder=folder, as_of=AS_OF))
    shared, here = own.parent / f"built-{run}", folder / "snapshots"
    while True:
        try:
            with alone(shared):
                if (shared / here.name).exists():
                    shutil.copytree(shared / here.name, here)
                    return shelf.named(here)
                snapshot_id = build(Options(folder=folder, as_of=AS_OF))
                shutil.copytree(here, shared / here.name)
                return snapshot_id
        except Busy:
            time.sleep(0.1)


@pytest.fixture(autouse=True)
def browser() -> Iterator[dict[str, str]]:
    """Return the cookies of whoever visits next, for tests without a browser: at first none, as a public reader."""
    cookies: dict[str, str] = {}
    # Not the monkeypatch of the test, which would then be undone after what else the test asks for.
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit" in sys.modules:
            client = SimpleNamespace(cookies=cookies, headers=(), remote_ip="192.0.2.7")
            patch.setattr("streamlit.runtime.context._get_client_context", lambda: client)
        yield cookies


@pytest.fixture
def sent(monkeypatch) -> list[Any]:
    """Return the messages that Streamlit sends from now on, as they are sent."""
    from streamlit import delta_generator

    told, send = [], delta_generator._enqueue_message
    monkeypatch.setattr(delta_generator, "_enqueue_message", lambda message: (told.append(message), send(message)))
    return told


@pytest.fixture
def ask(snapshot) -> Callable[..., list[tuple[Any, ...]]]:
    """Return a function that runs SQL over the snapshot of the real data."""

    def run(sql: str, *values: object) -> list[tuple[Any, ...]]:
        with store.cursor(snapshot) as cursor:
            return cursor.execute(sql, list(values)).fetchall()

    return run


@pytest.fixture
def data_copy(tmp_path) -> Path:
    """Return a folder with the real input files, for one test to spoil."""
    return copy_data(tmp_path / "data")


@pytest.fixture
def tiny(tmp_path) -> "Tiny":
    """Return a small town whose figures a person can add up by hand."""
    return Tiny(tmp_path / "tiny")


@pytest.fixture(scope="session")
def new_town(tmp_path_factory) -> Callable[[], "Tiny"]:
    """Return a maker of small towns, for a module whose tests share one that is built once."""
    return lambda: Tiny(tmp_path_factory.mktemp("town"))


def in_service(options: Options) -> str:
    """Put the snapshot of a small town in service: built, or a copy of what was built of the same files; return its id.

    For tests of what a snapshot holds or of what reads it, not of how it is built.
    """
    snapshot_id = snapshot_id_of(options, digest_of(options))
    place = options.folder / "snapshots"
    paths = [place / f"{snapshot_id}.{kind}" for kind in ("duckdb", "seal")]
    there = [path.read_bytes() for path in paths if path.exists()]
    if snapshot_id not in BUILT or there not in ([], BUILT[snapshot_id]) or (options.folder / "vehicles").exists():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("smart7.ingest.draft.duckdb", SimpleNamespace(connect=connected_alone))
            # What a disk gives back is another's test: `tests/ingest/test_full_disk.py`.
            patch.setattr("smart7.ingest.contents.read_back", lambda *_: None)
            snapshot_id = build(options)
        BUILT[snapshot_id] = [path.read_bytes() for path in paths]
        for oldest in list(BUILT)[:-BUILT_KEPT]:
            del BUILT[oldest]
        return snapshot_id
    place.mkdir(exist_ok=True)
    for path, content in zip(paths, BUILT[snapshot_id], strict=True):
        if not there:
            path.write_bytes(content)
    shelf.move_current(place, snapshot_id)
    shelf.drop_old(place)
    return snapshot_id


def connected_alone(config: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """Open a database in which one thread works."""
    return duckdb.connect(config=config | ALONE)


@dataclass
class Tiny:
    """A data folder in the making: a few units, and whatever indicators and figures a test adds.

    The town has two divisions, three schools and a province around it; a sample town has three sample schools.
    """

    folder: Path
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start with sources, units and two parts."""
        self.rows = {table.name: [] for table in (*specs.CATALOGUE, specs.observations("published.csv"))}
        for source_id in ("register", "second-register", "sample-generator"):
            self.source(source_id)
        self.unit("town", "city", parent=None)
        self.unit("province", "province", parent=None)
        for n in (1, 2):
            self.unit(f"division-{n}", "division")
        for n in (1, 2, 3):
            self.unit(f"school-{n}", "school")
        self.unit("sample-town", "city", parent=None, sample="yes")
        for n in (1, 2, 3):
            self.unit(f"sample-school-{n}", "school", parent="sample-town", sample="yes")
        for n, name in enumerate(("female", "male"), 1):
            self.add("breakdowns.csv", breakdown_id=name, dimension="sex", **both("name", name), position=n)

    def add(self, name: str, **cells: Any) -> None:
        """Add a row to a file."""
        self.rows[name].append(cells)

    def source(self, source_id: str) -> None:
        """Add a source."""
        texts = both("publisher", "P") | both("title", source_id) | both("licence", "L")
        self.add("sources.csv", source_id=source_id, **texts, bulk="yes", confidence="official")

    def unit(self, unit_id: str, kind: str, parent: str | None = "town", sample: str = "no") -> None:
        """Add a unit."""
        self.add(
            "units.csv", unit_id=unit_id, kind=kind, **both("name", unit_id), parent=parent, sample=sample,
            adopted_2017="no", name_confidence="official", source_id="register", position=len(self.rows["units.csv"]),
        )  # fmt: skip

    def indicator(self, indicator_id: str, **cells: Any) -> str:
        """Add an indicator, by default a monthly count of the town; return its id."""
        usual = {
            "domain": "living", "position": len(self.rows["indicators.csv"]) + 1, "value_kind": "number",
            "scale": 1, "direction": "higher", "over_time": "sum", "over_units": "sum", "decimals": 1,
            "period_kind": "month", "due_days": 30, "owner": "division-1", "level": "city", "aims": "efficient",
            "promised": "no", **both("name", indicator_id), **both("about", "A"), **both("measure", "M"),
            **both("formula", "F"),
        }  # fmt: skip
        self.add("indicators.csv", indicator_id=indicator_id, **{**usual, **cells})
        return indicator_id

    def ratio(self, indicator_id: str, **cells: Any) -> str:
        """Add a percentage kept as numerator and denominator; return its id."""
        usual = {"value_kind": "percent", "scale": 100, "over_time": "ratio", "over_units": "ratio"}
        return self.indicator(indicator_id, **{**usual, **cells})

    def figure(self, indicator_id: str, unit_id: str, start: str | date, value: Any = None, **cells: Any) -> None:
        """Add a figure of the indicator's own period kind, known a month after its period began."""
        about = next(row for row in self.rows["indicators.csv"] if row["indicator_id"] == indicator_id)
        usual = {
            "period_kind": about["period_kind"], "partial": "no", "quality": "official",
            "source_id": "register", "as_of": start, "known_from": start,
        }  # fmt: skip
        row = {"indicator_id": indicator_id, "unit_id": unit_id, "period_start": start, "value": value}
        self.add("published.csv", **{**usual, **row, **cells})

    def series(self, indicator_id: str, unit_id: str, first: date, values: list[Any], **cells: Any) -> None:
        """Add one figure a period of the indicator's kind; a pair is a numerator and a denominator."""
        start = first
        for n, value in enumerate(values):
            if n:
                kind = self.rows["published.csv"][-1]["period_kind"]
                start = calendar.following(calendar.containing(kind, start)).start
            parts = {"numerator": value[0], "denominator": value[1]} if isinstance(value, tuple) else {"value": value}
            self.figure(indicator_id, unit_id, start, **{**parts, **cells})

    def target(self, indicator_id: str, unit_id: str, year: int, **cells: Any) -> None:
        """Add a target for a fiscal year (CE)."""
        whole = {"period_from": f"{year - 1}-10-01", "period_to": f"{year}-09-30", "known_from": f"{year - 1}-10-01"}
        usual = {"authority": "plan", "quality": "official", "source_id": "register"}
        self.add("targets.csv", indicator_id=indicator_id, unit_id=unit_id, **{**whole, **usual, **cells})

    def profile(self, indicator_id: str, **cells: Any) -> None:
        """Let figures of an indicator be made up for the sample units."""
        usual = {"start": 50, "end": 60, "noise": 0.05, "season": "none"}
        self.add("sample_profiles.csv", indicator_id=indicator_id, **{**usual, **cells})

    def write(self) -> Path:
        """Write the folder and return it."""
        for table in (*specs.CATALOGUE, specs.observations("observations/published.csv")):
            self.write_table(table)
        return self.folder

    def write_table(self, table: Table) -> None:
        """Write one file with every declared column."""
        path = self.folder / table.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, [c.name for c in table.columns if not c.may_lack], restval="", lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(self.rows[table.name])

    def build(self, as_of: date = AS_OF, with_sample: bool = False) -> "Tiny":
        """Write the folder and put its snapshot in service: built, or a copy of what was built of the same files."""
        self.snapshot_id = in_service(Options(self.write(), as_of, with_sample))
        return self

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Run SQL over what was built last."""
        path = self.folder / "snapshots" / f"{self.snapshot_id}.duckdb"
        with duckdb.connect(str(path), read_only=True) as connection:
            return connection.execute(sql, list(values)).fetchall()

    def year(self, indicator_id: str, unit_id: str, breakdown: str = "") -> dict[int, float]:
        """Return the yearly values of one indicator and unit by the CE year in which each year ends."""
        sql = "select year(period_end), value from yearly where indicator_id = ? and unit_id = ? and breakdown = ?"
        return {int(year): value for year, value in self.ask(sql, indicator_id, unit_id, breakdown)}


def both(name: str, words: str) -> dict[str, str]:
    """Return a text in both of its columns."""
    return {f"{name}_th": words, f"{name}_en": words}


@pytest.fixture
def fresh(snapshot):
    """Return the snapshot of the real data with nothing made of it yet."""
    kept.forget()
    yield snapshot
    kept.forget()
