"""Apache Spark: the same statements on a standalone cluster, for an installation that one machine is too small for.

PySpark and Java are optional, so they are looked for when the first statement comes, and each thing that is missing is
said. Tables and rows lie on storage that all machines share; what is written is joined into one file here.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smart7.engine.duck import Duck, spill
from smart7.engine.faults import EngineFault, parts_of
from smart7.whole import told
from smart7.words import engine as words

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ADDRESS: Final = re.compile(r"spark://[\w.-]+:\d{1,5}(,[\w.-]+:\d{1,5})*")
CONNECT_SECONDS: Final = 5
PATIENCE_SECONDS, LOOK_SECONDS = 60.0, 1.0
# Partitions for each core, so that no core waits long for the last one; a day is small, and each has its cost.
PARTITIONS_A_CORE: Final = 2
SETTINGS: Final = {
    "spark.app.name": "smart7",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
WORKERS_GONE: Final = re.compile(r"ExecutorLostFailure|executor .* (lost|exited)|FetchFailed|Job \d+ cancelled")
NOT_THERE: Final = re.compile(r"FAILED_READ_FILE|FileNotFoundException|Mkdirs failed")
FULL: Final = re.compile(r"No space left on device|Disk quota exceeded")
MASTER_GONE: Final = re.compile(r"SparkContext was (shut down|stopped)|stopped SparkContext|masters are unresponsive")


class Spark:
    """Run statements on a cluster; it is connected to by the first statement, and left when the process ends."""

    name: Final = "spark"

    def __init__(self, url: str, memory: str, data: Path) -> None:
        self.url, self.memory = url, memory
        self._here = Duck(memory, data)
        self._lock = threading.Lock()
        self._session: SparkSession | None = None

    def run(self, statement: str, tables: Mapping[str, Sequence[Path]], out: Path) -> int:
        """Run one SELECT over tables by name and write its rows; see `Engine.run`."""
        parts = parts_of(tables)
        with self.working() as (session, folder):
            own = session.newSession()
            own.conf.set("spark.sql.shuffle.partitions", str(PARTITIONS_A_CORE * cores(session)))
            for name, files in parts.items():
                own.read.parquet(*map(located, files)).createOrReplaceTempView(name)
            own.sql(statement).write.parquet(located(folder))
            return self._here.run("select * from parts", {"parts": [folder]}, out)

    @contextmanager
    def working(self) -> Iterator[tuple[SparkSession, Path]]:
        """Lend the session and a folder for rows in the making; give up when there is nobody left to work."""
        session, folder = self.session(), spill(self._here.data, f".{threading.get_ident()}")
        try:
            with told(folder), self.minded(session):
                yield session, folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def minded(self, session: SparkSession) -> Iterator[None]:
        """Turn what a cluster does into a sentence, and cancel work that no worker is there for."""
        over, alone = threading.Event(), threading.Event()
        watch = threading.Thread(target=self.watch, args=(session, over, alone), daemon=True)
        watch.start()
        try:
            yield
        except EngineFault:
            raise
        except Exception as error:
            fault = self.no_workers() if alone.is_set() else self.fault(error)
            if fault is None:
                raise
            raise fault from error
        finally:
            over.set()
            watch.join()

    def watch(self, session: SparkSession, over: threading.Event, alone: threading.Event) -> None:
        """Cancel all work once there was no worker for a while: Spark itself would wait for ever."""
        waited = 0.0
        while not over.wait(LOOK_SECONDS):
            try:
                waited = 0.0 if executors(session) else waited + LOOK_SECONDS
            except Exception:  # the Java side is gone, which the work itself says
                return
            if waited >= PATIENCE_SECONDS:
                alone.set()
                session.sparkContext.cancelAllJobs()
                return

    def session(self) -> SparkSession:
        """Return the session, connected once; raises `EngineFault` where something it needs is missing."""
        with self._lock:
            if self._session is not None and stopped(self._session):
                self._session.stop()
                self._session = None
            if self._session is None:
                session = connected(self.url, self.memory)
                try:
                    self.prove(session)
                except BaseException:
                    session.stop()
                    raise
                self._session = session
            return self._session

    def prove(self, session: SparkSession) -> None:
        """Make sure that what workers write can be read here: rows on a disk of their own would be lost unnoticed."""
        rows, folder = 16 * cores(session), spill(self._here.data, ".probe")
        try:
            with self.minded(session):
                session.range(0, rows, 1, rows // 4).write.mode("overwrite").parquet(located(folder))
            if (
                not folder.is_dir()
                or self._here.run("select id from probe", {"probe": [folder]}, folder / "all") < rows
            ):
                raise EngineFault(words.NOT_SHARED, url=self.url, place=self._here.data)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def fault(self, error: Exception) -> EngineFault | None:
        """Return the sentence for what a cluster did, None for an error that is about the statement."""
        text = str(error)
        detail = next((line for line in text.splitlines() if line.strip()), type(error).__name__)[:200]
        if MASTER_GONE.search(text):
            return EngineFault(words.NO_MASTER, url=self.url, detail=detail, version=installed())
        if FULL.search(text):
            return EngineFault(words.DISK_FULL, url=self.url, place=self._here.data)
        if NOT_THERE.search(text):
            return EngineFault(words.NOT_SHARED, url=self.url, place=self._here.data)
        return EngineFault(words.LOST, url=self.url, detail=detail) if WORKERS_GONE.search(text) else None

    def no_workers(self) -> EngineFault:
        """Return the sentence for a cluster without anybody who works."""
        return EngineFault(words.NO_WORKERS, url=self.url, seconds=f"{PATIENCE_SECONDS:.0f}", memory=self.memory)

    def close(self) -> None:
        """Leave the cluster; the next statement connects anew."""
        with self._lock:
            if self._session is not None:
                self._session.stop()
                self._session = None
        self._here.close()


def connected(url: str, memory: str) -> SparkSession:
    """Return a session on a cluster; raises `EngineFault` where pyspark, Java or the master are missing."""
    if installed() is None:
        raise EngineFault(words.NO_PYSPARK)
    require_java()
    here = reached(url)
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(url)
    own = {"spark.driver.host": here, "spark.driver.bindAddress": here,
           "spark.executor.memory": memory.replace(" ", "").removesuffix("B").lower()}  # fmt: skip
    for name, value in (SETTINGS | own).items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError as error:
        raise EngineFault(words.NO_JAVA, detail=str(error).splitlines()[0][:200]) from error
    except Exception as error:  # whatever the Java side says while it connects
        detail = str(error).splitlines()[0][:200]
        raise EngineFault(words.NO_MASTER, url=url, detail=detail, version=installed()) from error


def located(path: Path | str) -> str:
    """Return a file or folder as workers look for it: on disks, whatever else a cluster keeps its files in."""
    return f"file://{Path(path).absolute()}"


def installed() -> str | None:
    """Return the version of pyspark, None where it is not installed."""
    try:
        return version("pyspark")
    except PackageNotFoundError:
        return None


def require_java() -> None:
    """Raise `EngineFault` where there is no Java to start."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else "java"
    if shutil.which(java) is None:
        raise EngineFault(words.NO_JAVA, detail=java)


def reached(url: str) -> str:
    """Return the address of this machine that the first master to answer sees; raises `EngineFault` for none."""
    detail: object = ""
    for place in url.removeprefix("spark://").split(","):
        host, _, port = place.rpartition(":")
        try:
            with socket.create_connection((host, int(port)), timeout=CONNECT_SECONDS) as line:
                return str(line.getsockname()[0])
        except (OSError, OverflowError) as error:
            detail = error
    raise EngineFault(words.NO_MASTER, url=url, detail=detail, version=installed())


def stopped(session: SparkSession) -> bool:
    """Return whether a session was ended from outside, as when its master gave it up."""
    return bool(session.sparkContext._jsc.sc().isStopped())


def executors(session: SparkSession) -> int:
    """Return how many workers hold a part of the work; the driver itself is not one."""
    return int(session.sparkContext._jsc.sc().getExecutorMemoryStatus().size()) - 1


def cores(session: SparkSession) -> int:
    """Return on how many cores a cluster works, as far as they have joined."""
    return max(2, int(session.sparkContext.defaultParallelism))
