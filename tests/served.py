"""A ledger for tests in either of its homes: a file of SQLite, or Debian's PostgreSQL that the tests start themselves.

Where no PostgreSQL is installed, tests on it are skipped, and say so; `SMART7_POSTGRES=required` makes that a failure.
"""

import os
import pwd
import re
import secrets
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import conninfo

from smart7.ledger import book
from smart7.ledger.served import named as setting
from smart7.ledger.served import pool

PATIENCE = 60.0
ON_FILE = pytest.mark.parametrize("kept_in", ["sqlite"], indirect=True)
"""For tests of what is SQLite's own: its files, its log, a disk that is full."""
ON_SERVER = pytest.mark.parametrize("kept_in", [pytest.param("postgresql", marks=pytest.mark.slow)], indirect=True)
"""For tests of what is a server's own."""


def binaries() -> Path:
    """Return the folder of PostgreSQL's programs; skips the test where there are none."""
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    found = next((home for home in newest if (home / "initdb").exists()), Path(on_path).parent if on_path else None)
    if found is None:
        told = "PostgreSQL (initdb, postgres) is not installed; Debian: apt-get install postgresql"
        (pytest.fail if os.environ.get("SMART7_POSTGRES") == "required" else pytest.skip)(told)
    return found


def owner() -> dict[str, Any]:
    """Return as whom PostgreSQL runs, since it refuses to be root: what `subprocess` is told."""
    if os.geteuid():
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


class Server:
    """A server of PostgreSQL of the tests' own, over a socket in a folder that goes with it."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="s7pg-"))
        self.who, self.bin = owner(), binaries()
        if self.who:
            os.chown(self.home, self.who["user"], self.who["group"])
        made = [self.bin / "initdb", "-D", self.home / "data", "-A", "trust", "-U", "smart7", "-N", "-E", "UTF8"]
        subprocess.run([*made, "--locale=C.UTF-8"], check=True, capture_output=True, cwd=self.home, **self.who)
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        quiet = [
            "-c",
            "listen_addresses=",
            "-c",
            "fsync=off",
            "-c",
            "max_connections=60",
            "-c",
            "logging_collector=off",
        ]
        command = [self.bin / "postgres", "-D", self.home / "data", "-k", self.home, *quiet]
        with (self.home / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.home, **self.who)
        until = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.address("postgres"), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def stop(self) -> None:
        """End it at once, as a machine does that is switched off in good order; lines to it break."""
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=PATIENCE)
            self.process = None

    def address(self, database: str) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://smart7@/{database}?host={self.home}"

    def run(self, statement: str) -> None:
        """Run a statement that is about whole databases."""
        with closing(psycopg.connect(self.address("postgres"), autocommit=True)) as line:
            line.execute(statement)

    @contextmanager
    def database(self) -> Iterator[str]:
        """Lend an empty database, by its address."""
        name = f"t_{secrets.token_hex(6)}"
        self.run(f"create database {name}")
        try:
            yield self.address(name)
        finally:
            for line in pool.POOLS.pop(self.address(name), pool.Pool("")).idle:
                line.close()
            self.run(f"drop database if exists {name} with (force)")

    def copied(self, of: str, to: str) -> None:
        """Make a database anew as a copy of another, whatever it held and whoever looked at it."""
        for name in (of, to):
            for line in pool.POOLS.pop(self.address(name), pool.Pool("")).idle:
                line.close()
        self.run(f"drop database if exists {to} with (force)")
        self.run(f"create database {to} template {of}")


class Kept:
    """The ledger of a test as it stood at one moment, in either of its homes, to be put back."""

    def __init__(self, running: Server | None) -> None:
        self.running, self.files = running, dict[Path, bytes]()
        if running:
            self.name = conninfo.conninfo_to_dict(setting.named())["dbname"]
            self.copy = f"{self.name}_{secrets.token_hex(3)}"
            running.copied(self.name, self.copy)
        else:
            self.files = {path: path.read_bytes() for path in self.there()}

    @staticmethod
    def there() -> list[Path]:
        """Return the files of a ledger that is one."""
        return list(book.path().parent.glob(f"{book.path().name}*"))

    def put_back(self) -> None:
        """Put the ledger back."""
        if self.running:
            self.running.copied(self.copy, self.name)
            return
        for path in self.there():
            path.unlink()
        for path, content in self.files.items():
            path.write_bytes(content)

    def forget(self) -> None:
        """Let go of what was kept."""
        if self.running:
            self.running.run(f"drop database if exists {self.copy} with (force)")


@pytest.fixture
def keeping(kept_in: str, request: pytest.FixtureRequest) -> Iterator[Callable[[], Kept]]:
    """Return what keeps the ledger as it stands; gone with the test."""
    running = request.getfixturevalue("postgres") if kept_in == "postgresql" else None
    made: list[Kept] = []

    def keep() -> Kept:
        made.append(Kept(running))
        return made[-1]

    yield keep
    for one in made:
        one.forget()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Start a server for the tests of this process, and end it after them."""
    running = Server()
    yield running
    running.stop()
    shutil.rmtree(running.home, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def kept_in(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let a test run over either home of the ledger, the server's among the slow ones; return which it is."""
    monkeypatch.delenv(setting.VARIABLE, raising=False)
    if request.param == "sqlite":
        yield "sqlite"
        return
    with request.getfixturevalue("postgres").database() as address:
        monkeypatch.setenv(setting.VARIABLE, address)
        yield "postgresql"


@contextmanager
def tool() -> Iterator[Callable[..., list[tuple[Any, ...]]]]:
    """Lend what somebody with a tool of the database could do to the ledger: run any statement, `;` between them.

    `drop trigger NAME` is told of which table, as PostgreSQL wants it.
    """
    address = setting.named()
    raw: Any = psycopg.connect(address, autocommit=True) if address else sqlite3.connect(book.path())

    def run(script: str, *cells: object) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for part in filter(str.strip, script.split(";")):
            cursor = raw.execute(spelled(part) if address else part, cells)
            rows = [tuple(row) for row in cursor.fetchall()] if cursor.description else []
        raw.commit()
        return rows

    with closing(raw):
        yield run


def spelled(statement: str) -> str:
    """Return a statement for PostgreSQL."""
    dropped = re.sub(r"drop trigger (\w+?)(_stay|_are_kept)\b", r"drop trigger \1\2 on \1", statement)
    return dropped.replace("sqlite_sequence", setting.NUMBERS).replace("?", "%s")


def named() -> str:
    """Return the address of the server that keeps the ledger of this test, '' for a file."""
    return setting.named()


def version() -> str:
    """Return the statement, up to its value, that writes the version of a ledger's schema."""
    return "update ledger_version set version" if named() else "pragma user_version"


def tables() -> set[str]:
    """Return the tables of the ledger."""
    with tool() as run:
        statement = "select tablename from pg_tables where schemaname = 'public'"
        return {
            name for (name,) in run(statement if named() else "select name from sqlite_master where type = 'table'")
        }


def triggers() -> set[str]:
    """Return what refuses a change of the ledger."""
    with tool() as run:
        found = run(
            "select tgname from pg_trigger where not tgisinternal and tgenabled = 'O'"
            if named()
            else "select name from sqlite_master where type = 'trigger'"
        )
        return {name for (name,) in found}
