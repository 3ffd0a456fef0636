"""The site as `deploy/` ships it: real processes and a real nginx, on free ports, in a folder of their own.

The shipped files are used as they are; only ports, certificate and the folder of the installation are exchanged.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from smart7 import store
from tests.bench import server

DEPLOY = store.ROOT / "deploy"
CONFIG = DEPLOY / "nginx" / "smart7.conf"
UNIT = DEPLOY / "systemd" / "smart7@.service"
PORTS = ("8511", "8512")
MISSING = "These tests need nginx: on Debian or Ubuntu, apt-get install nginx-light"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
# What an installation of Debian has around the shipped file, and everything it writes below one folder.
AROUND = """daemon off;
{user}
pid {place}/pid;
worker_processes 2;
worker_rlimit_nofile 8192;
error_log {place}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    include {place}/smart7.conf;
}}
"""


def command(port: int) -> list[str]:
    """Return how the shipped unit starts a process, with this Python and on another port."""
    text = UNIT.read_text("utf-8").replace("\\\n", " ")
    given = dict(word.split("=", 1) for word in shlex.split(re.findall(r"^Environment=(.*)$", text, re.MULTILINE)[0]))
    line = re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE)[0].replace("%i", str(port))
    words = shlex.split(re.sub(r"\$\{(\w+)\}", lambda found: given[found[1]], line))
    assert words[0] == "/opt/smart7/.venv/bin/python"
    return [sys.executable, *words[1:]]


@dataclass
class Process:
    """One process of the site: it can be started, killed and started again."""

    port: int
    data: Path
    log: Path
    child: subprocess.Popen[bytes] | None = None

    def start(self) -> "Process":
        """Start it and wait until it answers."""
        environment = os.environ | {"SMART7_DATA": str(self.data), "PYTHONUTF8": "1"}
        with self.log.open("ab") as file:
            self.child = subprocess.Popen(command(self.port), cwd=store.ROOT, env=environment, stdout=file, stderr=file)
        assert server.answers(self.child, f"http://127.0.0.1:{self.port}"), self.log.read_text("utf-8")
        return self

    def kill(self) -> None:
        """Kill it as the system does when memory runs out: it closes nothing and tells nobody."""
        if self.child:
            self.child.kill()
            self.child.wait()
            self.child = None

    def stop(self) -> None:
        """Ask it to end."""
        if self.child:
            server.stop(self.child)
            self.child = None


@dataclass
class Site:
    """The whole of it: processes by number, as the cookie names them, and nginx before them."""

    place: Path
    data: Path
    http: int = field(default_factory=server.free_port)
    https: int = field(default_factory=server.free_port)
    processes: dict[str, Process] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.https}"

    @property
    def certificate(self) -> Path:
        return self.place / "fullchain.pem"

    def config(self) -> str:
        """Return the shipped configuration on the ports of this site."""
        text = CONFIG.read_text("utf-8").replace("/etc/ssl/smart7", str(self.place))
        text = re.sub(r"listen (\[::\]:)?80;", lambda at: f"listen {at[1] or ''}{self.http};", text)
        text = re.sub(r"listen (\[::\]:)?443 ", lambda at: f"listen {at[1] or ''}{self.https} ", text)
        for port, process in zip(PORTS, self.processes.values(), strict=True):
            text = text.replace(f":{port}", f":{process.port}")
        return text

    @contextmanager
    def nginx(self) -> Iterator["Site"]:
        """Run nginx before the processes."""
        assert NGINX, MISSING
        certify(self.place)
        (self.place / "smart7.conf").write_text(self.config(), "utf-8")
        # Started by root, its workers would be somebody who may not enter a folder of a test.
        user = "user root;" if os.geteuid() == 0 else ""
        (self.place / "nginx.conf").write_text(AROUND.format(place=self.place, user=user), "utf-8")
        with (self.place / "said.txt").open("w") as said:
            line = [NGINX, "-c", str(self.place / "nginx.conf"), "-e", str(self.place / "error.log")]
            child = subprocess.Popen(line, stdout=said, stderr=said)
        try:
            self.wait(child)
            yield self
        finally:
            server.stop(child)

    def wait(self, child: subprocess.Popen[bytes]) -> None:
        """Wait until nginx runs."""
        deadline = time.monotonic() + 10
        while not (self.place / "pid").exists():
            said = (self.place / "said.txt").read_text("utf-8")
            assert child.poll() is None and time.monotonic() < deadline, said
            time.sleep(0.05)


def certify(place: Path) -> None:
    """Make a certificate for this machine."""
    line = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    made = [*line.split(), "-keyout", str(place / "privkey.pem"), "-out", str(place / "fullchain.pem")]
    subprocess.run(made, check=True, capture_output=True)


@contextmanager
def site(place: Path, data: Path) -> Iterator[Site]:
    """Run two processes and nginx over a data folder until the block ends."""
    behind = Site(place, data)
    for number in ("1", "2"):
        behind.processes[number] = Process(server.free_port(), data, place / f"process-{number}.log")
    try:
        for process in behind.processes.values():
            process.start()
        with behind.nginx():
            yield behind
    finally:
        for process in behind.processes.values():
            process.stop()
