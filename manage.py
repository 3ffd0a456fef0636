"""Run, build, check, test and query Khon Kaen 7 Smart, with nothing installed but Python.

The syntax stays within Python 3.6, so that an old Python can read this file and say that it is too old.
"""

import argparse
import contextlib
import errno
import hashlib
import http.client
import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from smart7.words.task import WORDS

HERE = Path(__file__).resolve().parent
VENV, STAMP = HERE / ".venv", HERE / ".venv" / "smart7-installed.json"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
ENVIRONMENT = dict(os.environ, PYTHONUTF8="1", PYTHONUNBUFFERED="1", PIP_USER="0", PYTHONPATH="")
# Where this is set, as it is in many images, each of some hundred programs of a test run compiles all it imports anew.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
PASSED = {
    "gtfs": "smart7.ingest.gtfs",
    "pack": "smart7.packs",
    "take": "smart7.ingest.official",
    "vehicles": "smart7.vehicles",
    "register": "smart7.register.books",
    "catalogue": "smart7.register.catalogue",
    "admin": "smart7.register",
    "audit": "smart7.register.log",
    "publish": "smart7.register.publish",
    "backup": "smart7.backup",
    "restore": "smart7.backup.restore",
}
MODULES = {"query": "smart7.queries", "bench": "tests.bench", "build": "smart7.ingest.build", "docs": "smart7.docs"}
UVICORN = ["--log-level=warning", "--no-access-log", "--lifespan=on", "--timeout-graceful-shutdown=3"]
UVICORN += ["--loop=smart7.serving.loop:Loop", "--ws=smart7.serving.line:Line"]
ROOM_GB, START_SECONDS, PROGRESS_SECONDS = 1.5, 120, 5  # room for a new environment with its downloads
# pip that ends with the process that started it: left alone, it would change packages under the next run.
PIP = """import os, runpy, threading
threading.Thread(target=lambda: os.read(0, 1) or os._exit(1), daemon=True).start()
runpy.run_module("pip", run_name="__main__")"""

CAUSES = {
    "full": r"No space left|Errno 28\b|WinError 112\b|quota exceeded|not enough space",
    "write": r"Permission denied|Errno 13\b|WinError 5\b|Access is denied|Read-only file system",
    "venv": r"ensurepip is not|No module named '?(venv|ensurepip)",
    "network": r"connection (broken|refused|reset|error)|timed? ?out|Max retries|ProxyError|name resolution",
}

if sys.version_info < (3, 11):
    sys.exit(WORDS["old"].format(found=sys.version.split()[0]))


class Fault(Exception):
    """Something the user can act on: told in one sentence, in Thai and in English."""

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(WORDS[key].format(**fields))


@contextlib.contextmanager
def telling(key: str) -> Iterator[list[str]]:
    """Say what a long step does, and every few seconds how long it has taken; gives a list for its output."""
    output, began, over = [""], time.monotonic(), threading.Event()

    def tell() -> None:
        while not over.wait(PROGRESS_SECONDS):
            print(f"  {WORDS[key]}: {time.monotonic() - began:.0f} s  {output[-1].strip()[:60]}", flush=True)

    print(f"{WORDS[key]} ...", flush=True)
    threading.Thread(target=tell, daemon=True).start()
    try:
        yield output
    finally:
        over.set()


def digest(name: str) -> str:
    """Hash a list of requirements together with the runtime list it includes."""
    return hashlib.sha256(b"".join((HERE / each).read_bytes() for each in sorted({RUNTIME, name}))).hexdigest()


def read_stamp() -> dict[str, str] | None:
    """Read what is installed; None when the environment is missing, broken or was left half made."""
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        subprocess.run([PYTHON, "-c", probe], check=True, stderr=subprocess.DEVNULL)
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None


def cause(output: list[str]) -> Fault:
    """Turn the output of a failed installation into the fault behind it."""
    for key, pattern in CAUSES.items():
        if re.search(pattern, "".join(output), re.IGNORECASE):
            return Fault(key, place=HERE, need=ROOM_GB, free=shutil.disk_usage(HERE).free / 1e9)
    lines = [line.strip() for line in output if line.strip()] or ["?"]
    return Fault("other", detail=([line for line in lines if line.startswith("ERROR")] or lines)[-1])


def follow(key: str, *command: str) -> None:
    """Run a part of the installation and show how far it is; drop the stamp before packages change."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(command, cwd=HERE, env=ENVIRONMENT, encoding="utf-8", **pipes)
    try:
        with telling(key) as output:
            for line in process.stdout or ():
                output.append(line)
                if line.startswith("Installing collected packages"):
                    STAMP.unlink(missing_ok=True)
            process.wait()
    finally:
        stop(process)
    if process.returncode:
        raise cause(output)


def ensure(name: str) -> None:
    """Make the environment and install a list of requirements, unless the stamp says that both are done."""
    # Ready-made packages only: nothing is compiled, so no system library is needed.
    pip = [str(PYTHON), "-c", PIP, "install", "--progress-bar=off", "--no-input", "--only-binary=:all:"]
    installed, free = read_stamp(), shutil.disk_usage(HERE).free / 1e9
    if installed is None:  # never made, or interrupted while its packages changed
        if free < ROOM_GB:
            raise Fault("room", need=ROOM_GB, free=free)
        follow("making", getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", str(VENV))
        follow("installing", *pip, "--upgrade", "pip")
        STAMP.write_text("{}", encoding="utf-8")
    if installed is None or installed.get(name) != digest(name):
        # What tests import is compiled by whoever imports it first, on both cores; most of the rest is never imported.
        follow("installing", *pip, *(["--no-compile"] if name == DEVELOPMENT else []), "-r", name)
        STAMP.write_text(json.dumps({RUNTIME: digest(RUNTIME), name: digest(name)}), encoding="utf-8")


def step(*commands: list[str], aside: bool = False, beside: tuple[list[str], ...] = ()) -> None:
    """Run modules with their arguments, all of them, then raise one fault that names those that failed.

    What runs beside the others meanwhile says what it has to say when they have ended.
    """
    with tempfile.TemporaryFile() as said, contextlib.ExitStack() as ends:

        def start(command: list[str], **pipes: object) -> tuple[list[str], subprocess.Popen[str]]:
            process = subprocess.Popen([PYTHON, "-m", *command], cwd=HERE, env=ENVIRONMENT, text=True, **pipes)
            ends.callback(stop, process)
            return command, process

        others = [start(command, stdout=said, stderr=subprocess.STDOUT) for command in beside]
        running = (start(command, stdout=sys.stderr if aside else None) for command in commands)
        codes = [(command, process.wait()) for command, process in itertools.chain(running, others)]
        said.seek(0)
        print(said.read().decode("utf-8", "replace"), end="", flush=True)
    names = [(" ".join(word for word in command[:2] if not word.startswith("-")), code) for command, code in codes]
    if any(code for _, code in names):
        raise Fault("step", what=", ".join(f"{name} (exit code {code})" for name, code in names if code))


def stop(process: subprocess.Popen[str]) -> None:
    """Ask a child to end, and end it when it does not."""
    if process.poll() is None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
        process.kill()  # nothing happens when it has ended


def require_port(host: str, port: int) -> None:
    """Raise a fault when the server could not listen there."""
    try:
        if not 0 < port < 65536:
            raise OSError("1-65535")
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as listener, socket.socket(family, kind) as caller:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(os.name != "nt"))
            listener.bind(place)
            # Some systems let two programs bind one port on different addresses; a call finds the other.
            caller.settimeout(0.5)
            if caller.connect_ex(place) == 0:
                raise OSError(errno.EADDRINUSE, "in use")
    except OSError as error:
        key = "port" if error.errno == errno.EADDRINUSE else "address"
        raise Fault(key, host=host, port=port, other=port + 1, detail=error) from None


def await_server(server: subprocess.Popen[str], url: str) -> bool:
    """Wait until the server answers (True) or ends (False); no proxy is asked."""
    opener, patience = urllib.request.build_opener(urllib.request.ProxyHandler({})), time.monotonic() + START_SECONDS
    while server.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            opener.open(url + "/_stcore/health", timeout=2).close()
            return True
        if time.monotonic() > patience:
            raise Fault("silent", seconds=START_SECONDS)
        time.sleep(0.2)
    return False


def serve(host: str, port: int, browser: bool) -> None:
    """Start the server, open a browser where there is a screen, and stay until the server ends."""
    command = [str(PYTHON), "-m", "uvicorn", "app:app", f"--host={host}", f"--port={port}", *UVICORN]
    server = subprocess.Popen(command, cwd=HERE, env=ENVIRONMENT, text=True)
    near = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    url = f"http://{near}:{port}"
    try:
        with telling("starting"):
            up = await_server(server, url)
        if up:
            print(WORDS["ready"].format(url=url), flush=True)
        if up and browser and (sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY")):
            webbrowser.open(url)
        server.wait()
        raise Fault("step", what=f"uvicorn (exit code {server.returncode})")
    finally:
        stop(server)


def read_arguments(line: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Read the command line; what a command passes on to another program comes second."""
    parser = argparse.ArgumentParser(prog="manage.py", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    names = ("run", "prepare", "build", "test", "check", "query", "bench", "docs", *PASSED)
    made = {n: commands.add_parser(n, help=WORDS[n], description=WORDS[n], allow_abbrev=False) for n in names}
    made["run"].add_argument("--port", type=int, default=8501)
    made["run"].add_argument("--host", default="127.0.0.1")
    made["build"].add_argument("--as-of", metavar="YYYY-MM-DD", help=WORDS["as_of"])
    made["build"].add_argument("--as-known-at", metavar="YYYY-MM-DD", help=WORDS["as_known_at"])
    for name, flag in (("run", "--no-browser"), ("build", "--no-sample"), ("test", "--slow")):
        made[name].add_argument(flag, action="store_true", help=WORDS[flag[2:].replace("-", "_")])
    made["query"].add_argument("name", metavar="NAME")
    for name, said, many in (("query", "key=value", "*"), *((n, "...", argparse.REMAINDER) for n in PASSED)):
        made[name].add_argument("values", metavar=said, nargs=many)
    options, rest = parser.parse_known_args(line)
    if rest and options.command not in ("test", "bench", *PASSED):
        made[options.command].error("unrecognized arguments: " + " ".join(rest))
    return options, line[1:] if options.command in ("build", "query", *PASSED) else rest


def perform(options: argparse.Namespace, rest: list[str]) -> None:
    """Do what the command asks."""
    command, checks = options.command, [["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy"]]
    if command == "run":
        require_port(options.host, options.port)
    with contextlib.redirect_stdout(sys.stderr if command == "query" else sys.stdout):
        ensure(DEVELOPMENT if command in ("test", "check", "bench") else RUNTIME)
        if command in ("run", "prepare", "query", "bench", "pack", "register"):
            with telling("building"):
                step(["smart7.ingest.build", "--if-needed"], aside=command == "query")
    if command in ("run", "prepare"):
        with telling("prepare"):
            step(["smart7.prepare"])
        if command == "run":
            serve(options.host, options.port, not options.no_browser)
    elif command == "check":
        step(*checks)
    elif command == "test":
        pytest = ["pytest", "-n2", "--dist=loadfile", *([] if options.slow else ["-m", "not slow"]), *rest]
        step(*checks[:-1], pytest, beside=(checks[-1],))  # types take a minute, of which the tests need not wait
    elif command in PASSED:  # own words, an exit status with a meaning, and files beside whoever names them
        program = [PYTHON, "-m", PASSED[command], *rest]
        sys.exit(subprocess.call(program, env=dict(ENVIRONMENT, PYTHONPATH=str(HERE))))
    else:
        step([MODULES[command], *rest])


def main(line: list[str]) -> int:
    """Run one command; give the exit code."""
    options, rest = read_arguments(line)
    try:
        perform(options, rest)
    except (Fault, OSError) as error:
        print(error if isinstance(error, Fault) else cause([str(error)]), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(WORDS["stopped"])
        return 0 if options.command == "run" else 130
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service manager stops it like Ctrl-C
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
