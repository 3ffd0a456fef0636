"""Spark as the engine: what is missing is said; on a real cluster rows are right, also when a worker is lost."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest

from smart7 import engine
from smart7.engine import EngineFault, spark
from smart7.engine.duck import Duck
from smart7.engine.spark import Spark
from tests import cluster
from tests.engine.agree import differences

LACKING = cluster.lacking()
NEEDS_SPARK = pytest.mark.skipif(LACKING is not None, reason=str(LACKING))

# Every kind of work that tells engines apart: windows over days, filtered counts, exact percentiles, nulls, dates.
ROUTES = """-- doc: Gaps of a route and hour.
with gaps as (
    select
        service_date, route, cast(floor(second / 3600) as integer) as hour, second,
        second - lag(second) over (partition by service_date, route order by second, n) as gap
    from passes
)
select
    service_date, route, hour, count(*) as passes, count(*) filter (where gap < 30) as bunched,
    cast(sum(gap) as double) as gap_s, cast(sum(cast(gap as double) * gap) as double) as gap_s2,
    percentile_cont(0.95) within group (order by gap) as slow, avg(gap) as mean, max(cast(route as string)) as name
from gaps
group by service_date, route, hour
order by service_date, route, hour;
"""
PASSES = """select
    i as n, date '2026-01-01' + cast(i % 3 as integer) as service_date, cast(i % 40 as integer) as route,
    cast(hash(i) % 86400 as integer) as second
from range({rows}) as t(i)"""


def passes(folder: Path, rows: int) -> Path:
    """Write passes at seconds that look random and are the same each time."""
    path = folder / f"passes-{rows}.parquet"
    duckdb.sql(f"copy ({PASSES.format(rows=rows)}) to '{path}' (format parquet)")
    return path


# --- what is missing


@pytest.mark.parametrize("value", ["spark://host:7077", "spark://10.0.0.1:7077,10.0.0.2:7077"])
def test_spark_is_chosen_by_the_address_of_its_master(value, monkeypatch):
    monkeypatch.setenv("SMART7_ENGINE", value)
    assert engine.chosen().name == "spark"


@pytest.fixture
def numbers(tmp_path) -> dict[str, list[Path]]:
    return {"passes": [passes(tmp_path, 10)]}


def test_without_pyspark_the_sentence_says_how_to_install_it(numbers, tmp_path, monkeypatch):
    monkeypatch.setattr(spark, "installed", lambda: None)
    with pytest.raises(EngineFault, match=r"pip install -r requirements-spark\.txt / .* pyspark is not installed"):
        Spark("spark://127.0.0.1:1", "1GB", tmp_path).run("select 1 as a", numbers, tmp_path / "out.parquet")


@pytest.mark.parametrize("setting", ["PATH", "JAVA_HOME"])
def test_without_java_the_sentence_says_what_to_install(numbers, tmp_path, monkeypatch, setting):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv(setting, str(tmp_path))
    monkeypatch.setattr(spark, "installed", lambda: "4.3.0")
    with pytest.raises(EngineFault, match="Java 17 or newer.*install default-jre-headless"):
        Spark("spark://127.0.0.1:1", "1GB", tmp_path).run("select 1 as a", numbers, tmp_path / "out.parquet")


@pytest.mark.parametrize("host", ["127.0.0.1:1", "no-such-host.invalid:7077", "127.0.0.1:1,127.0.0.1:2"])
def test_a_master_that_does_not_answer_is_said_within_seconds(numbers, tmp_path, monkeypatch, host):
    monkeypatch.setattr(spark, "require_java", lambda: None)
    monkeypatch.setattr(spark, "installed", lambda: "4.3.0")
    began = time.monotonic()
    with pytest.raises(EngineFault, match=rf"no Spark master answers at spark://{host} \(.+version of pyspark"):
        Spark(f"spark://{host}", "1GB", tmp_path).run("select 1 as a", numbers, tmp_path / "out.parquet")
    assert time.monotonic() - began < 30


def test_the_address_workers_call_back_is_the_one_that_reaches_the_master():
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert spark.reached(f"spark://127.0.0.1:1,127.0.0.1:{server.getsockname()[1]}") == "127.0.0.1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Job aborted: ExecutorLostFailure (executor 1 exited)", "workers were lost again and again"),
        ("[FAILED_READ_FILE.FILE_NOT_EXIST] Encountered error", "storage that all of them share"),
        ("java.io.IOException: No space left on device", "a disk became full"),
        ("Cannot call methods on a stopped SparkContext", "no Spark master answers"),
    ],
)
def test_what_a_cluster_does_is_a_sentence(tmp_path, text, said):
    fault = Spark("spark://a:1", "1GB", tmp_path).fault(RuntimeError(text))
    assert fault is not None
    assert said in fault.said.en


def test_an_error_of_the_statement_stays_what_it_is(tmp_path):
    assert Spark("spark://a:1", "1GB", tmp_path).fault(RuntimeError("column nix cannot be resolved")) is None


class Writing:
    """What stands for a session whose workers write some of the rows they should where this machine can see them."""

    def __init__(self, share: float) -> None:
        self.share, self.write, self.sparkContext = share, self, SimpleNamespace(defaultParallelism=2)

    def range(self, _start: int, end: int, *_: int) -> Writing:
        self.rows = int(end * self.share)
        return self

    def mode(self, _: str) -> Writing:
        return self

    def parquet(self, place: str) -> None:
        if self.rows:
            folder = Path(place.removeprefix("file://"))
            folder.mkdir()
            rows = duckdb.sql("select range as id from range(?)", params=[self.rows])
            rows.write_parquet(str(folder / "a.parquet"))


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_workers_that_write_elsewhere_are_found_before_rows_are_lost(tmp_path, share):
    own = Spark("spark://a:1", "1GB", tmp_path)
    with pytest.raises(EngineFault, match="storage that all of them share"):
        own.prove(Writing(share))
    assert list(tmp_path.iterdir()) == []
    own.prove(Writing(1.0))
    assert list(tmp_path.iterdir()) == []
    own.close()


# --- on a real cluster


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="module")
def duck(place):
    (place / "duck").mkdir()
    opened = Duck("1GB", place / "duck")
    yield opened
    opened.close()


@pytest.fixture
def lent(tmp_path):
    """Return a cluster of two workers and an engine on it, for one test."""
    with cluster.running(tmp_path / "cluster") as one:
        (tmp_path / "data").mkdir()
        opened = Spark(one.url, "600MB", tmp_path / "data")
        yield one, opened
        opened.close()


@pytest.mark.slow
@NEEDS_SPARK
def test_both_engines_give_the_same_rows_in_the_same_order_and_leave_nothing_behind(lent, duck, place, tmp_path):
    tables = {"passes": [passes(place, 200_000)]}
    for own, name in ((duck, "a"), (lent[1], "b")):
        assert own.run(ROUTES, tables, tmp_path / f"{name}.parquet") == 3 * 40 * 24
    assert differences(tmp_path / "a.parquet", tmp_path / "b.parquet") == []
    with pytest.raises(Exception, match="nix"):
        lent[1].run("select nix from passes", tables, tmp_path / "b.parquet")
    assert differences(tmp_path / "a.parquet", tmp_path / "b.parquet") == []
    assert list((tmp_path / "data").iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"a.parquet", "b.parquet", "cluster", "data"}


@pytest.mark.slow
@NEEDS_SPARK
def test_the_result_is_right_when_a_worker_is_killed_in_the_middle(lent, duck, place, tmp_path):
    one, own = lent
    tables, killed = {"passes": [passes(place, 4_000_000)]}, []
    own.run("select n from passes where n < 0 order by n", tables, tmp_path / "warm.parquet")

    def kill() -> None:
        """Kill a worker once the rows are being shuffled."""
        while not killed and not over:
            stages = own.session().sparkContext.statusTracker()
            if any((info := stages.getStageInfo(n)) and info.numCompletedTasks for n in stages.getActiveStageIds()):
                one.kill_worker(0)
                killed.append(time.monotonic())
            time.sleep(0.02)

    over: list[bool] = []
    killing = threading.Thread(target=kill)
    killing.start()
    try:
        own.run(ROUTES, tables, tmp_path / "b.parquet")
    finally:
        over.append(True)
        killing.join()
    assert killed
    assert spark.executors(own.session()) == 1
    duck.run(ROUTES, tables, tmp_path / "a.parquet")
    assert differences(tmp_path / "a.parquet", tmp_path / "b.parquet") == []


@pytest.mark.slow
@NEEDS_SPARK
def test_when_nobody_is_left_to_work_it_is_said_and_nothing_changed(lent, place, tmp_path, monkeypatch):
    one, own = lent
    tables, out = {"passes": [passes(place, 1000)]}, tmp_path / "out.parquet"
    own.run("select n from passes order by n", tables, out)
    before = out.read_bytes()
    monkeypatch.setattr(spark, "PATIENCE_SECONDS", 5.0)
    for number in (0, 1):
        one.kill_worker(number)
    with pytest.raises(EngineFault, match=r"no worker of spark://.* took work for 5 seconds"):
        own.run(ROUTES, tables, out)
    assert out.read_bytes() == before


ASKS = """
import sys, time
from pathlib import Path
from tests import cluster
from tests.engine.agree import differences
with cluster.running(Path(sys.argv[1]), workers=1) as one:
    print(one.process.pid, flush=True)
    time.sleep(600)
"""


@pytest.mark.slow
@NEEDS_SPARK
def test_a_cluster_is_gone_when_who_asked_for_it_is_killed(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", ASKS, str(tmp_path)], cwd=cluster.ROOT, stdout=subprocess.PIPE, text=True
    ) as asking:
        group = int(asking.stdout.readline())
        assert len(of_group(group)) == 3
        asking.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while of_group(group) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert of_group(group) == []


def of_group(group: int) -> list[int]:
    """Return the processes of a group that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found
