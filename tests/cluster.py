"""A small Spark cluster on loopback: a real standalone master with its workers, gone with whoever asked for it.

`python -m tests.cluster WORKERS FOLDER MEMORY` starts it, prints one line of JSON once the workers have joined and
stays until its standard input ends. What started it may be killed at any moment: the pipe ends and so does all this.
Should this process itself be killed, the system ends master and workers with it, and executors end with their worker.
"""

import contextlib
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOOPBACK, START_SECONDS, END_WITH_PARENT = "127.0.0.1", 400, 1
MASTER, WORKER = (f"org.apache.spark.deploy.{name}" for name in ("master.Master", "worker.Worker"))


def lacking() -> str | None:
    """Return why no cluster can be started here, None where one can."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed: pip install -r requirements-spark.txt"
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        return "there is no Java: apt-get install default-jre-headless"
    return None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that runs: its address and the process numbers of its workers."""

    url: str
    workers: tuple[int, ...]
    process: subprocess.Popen[str]

    def kill_worker(self, number: int) -> None:
        """Kill one worker as a power cut would; its executor ends with it."""
        os.kill(self.workers[number], signal.SIGKILL)


@contextlib.contextmanager
def running(folder: Path, workers: int = 2, memory: str = "2g") -> Iterator[Cluster]:
    """Lend a cluster whose logs and shuffled rows lie in a folder; it is gone afterwards, whatever happens."""
    command = [sys.executable, "-m", "tests.cluster", str(workers), str(folder), memory]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, **pipes) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise RuntimeError(f"no Spark cluster came up within {START_SECONDS} seconds:\n{last_said(folder)}")
            said = json.loads(line)
            yield Cluster(said["url"], tuple(said["workers"]), process)
        finally:
            if process.stdin:
                process.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=15)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def last_said(folder: Path) -> str:
    """Return the last lines of each log, since the folder may be gone before somebody reads them."""
    logs = sorted(folder.glob("*.log"))
    return "\n".join(line for log in logs for line in log.read_text("utf-8", "replace").splitlines()[-5:]) or "no log"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        return int(listener.getsockname()[1])


def end_with_parent() -> None:
    """Ask the system to end this process when the one that started it is gone; for Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)


def launch(kind: str, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a master or a worker from what PySpark brings along."""
    import pyspark

    home = Path(pyspark.__file__).parent
    name = f"{kind.rpartition('.')[2].lower()}-{free_port()}"
    settings = {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": LOOPBACK, "SPARK_WORKER_DIR": str(folder / name),
                "SPARK_DAEMON_MEMORY": "256m", "SPARK_LOCAL_DIRS": str(folder / "local")}  # fmt: skip
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [str(home / "bin" / "spark-class"), kind, "--host", LOOPBACK, *arguments],
            env=os.environ | settings, stdout=log, stderr=log, stdin=subprocess.DEVNULL, preexec_fn=end_with_parent,
        )  # fmt: skip


def joined(page: str) -> int:
    """Return how many workers the master knows to be alive, 0 while it does not answer."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with contextlib.suppress(OSError, ValueError), opener.open(f"{page}/json/", timeout=2) as answer:
        return int(json.load(answer)["aliveworkers"])
    return 0


def serve(workers: int, folder: Path, memory: str) -> None:
    """Start everything, say where it is, and stay until nobody listens any more."""
    folder.mkdir(parents=True, exist_ok=True)
    port, page = free_port(), free_port()
    launch(MASTER, folder, "--port", str(port), "--webui-port", str(page))
    url = f"spark://{LOOPBACK}:{port}"
    deadline = time.monotonic() + START_SECONDS
    while not answers(port) and time.monotonic() < deadline:
        time.sleep(0.2)
    # A worker asks its master once and then only again after a while.
    each = ("--cores", "1", "--memory", memory, "--webui-port", "0", url)
    started = [launch(WORKER, folder, *each) for _ in range(workers)]
    while joined(f"http://{LOOPBACK}:{page}") < workers and time.monotonic() < deadline:
        time.sleep(0.2)
    if time.monotonic() < deadline:
        print(json.dumps({"url": url, "workers": [worker.pid for worker in started]}), flush=True)
        sys.stdin.read()


def answers(port: int) -> bool:
    """Return whether somebody listens on a port of this machine."""
    with socket.socket() as caller:
        caller.settimeout(0.5)
        return caller.connect_ex((LOOPBACK, port)) == 0


if __name__ == "__main__":
    try:
        serve(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    finally:
        # Whatever was started is of the group that this process leads.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.killpg(os.getpgrp(), signal.SIGKILL if os.getpgrp() == os.getpid() else signal.SIGTERM)
