"""Servers of their own on free ports: the site, or a plain Streamlit script; always stopped."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import manage
from smart7 import store
from tests.bench import data

PATIENCE = 90
# What keeps Streamlit from opening a browser and from calling home; everything else stays as it comes.
PLAIN = ("--server.headless=true", "--browser.gatherUsageStats=false")
# The site as people meet it, and with its runs noted.
SITE, NOTED = "app:app", "tests.bench.served:app"
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Address(str):
    """The address of a server, with the numbers of its processes."""

    pids: tuple[int, ...] = ()


@contextmanager
def site(**environment: str) -> Iterator[str]:
    """Serve the site over a data folder made by the production build; gives its address."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = Path(name)
        data.project_data(folder)
        with over(folder, NOTED, **environment) as address:
            yield address


@contextmanager
def over(folder: Path, what: str = SITE, **environment: str) -> Iterator[Address]:
    """Serve the site over a data folder that is built; gives its address."""
    subprocess.run([sys.executable, "-m", "smart7.prepare"], cwd=store.ROOT, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    port = free_port()
    command = ["uvicorn", what, "--host=127.0.0.1", f"--port={port}", *manage.UVICORN]
    with running(command, port, store.ROOT, SMART7_DATA=str(folder), **environment) as address:
        yield address


@contextmanager
def plain(script: str) -> Iterator[str]:
    """Serve a script the way the tutorial says, away from the settings of the project; gives its address."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        path = Path(name) / "page.py"
        path.write_text(script, "utf-8")
        port = free_port()
        command = ["streamlit", "run", str(path), f"--server.port={port}", *PLAIN]
        with running(command, port, Path(name)) as address:
            yield address


@contextmanager
def running(command: list[str], port: int, folder: Path, **environment: str) -> Iterator[Address]:
    """Run a module as a server until the block ends; gives its address once it answers."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=folder, env=os.environ | environment, stdout=said, stderr=said
        )
        try:
            address = Address(f"http://127.0.0.1:{port}")
            address.pids = (child.pid,)
            if not answers(child, address):
                said.seek(0)
                raise RuntimeError(f"{command[0]} did not start: {said.read()[-2000:]}")
            yield address
        finally:
            stop(child)


def stop(child: subprocess.Popen[bytes]) -> None:
    """Ask a server to end, and end it when it does not."""
    child.terminate()
    try:
        child.wait(timeout=10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def answers(child: subprocess.Popen[bytes], address: str) -> bool:
    """Wait until a server answers; return False when it ended or stays silent."""
    patience = time.monotonic() + PATIENCE
    while child.poll() is None and time.monotonic() < patience:
        with suppress(OSError):
            OPENER.open(f"{address}/_stcore/health", timeout=2).close()
            return True
        time.sleep(0.1)
    return False


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
