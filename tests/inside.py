"""What a page starts as a child, run in this process instead: the same command with the same words.

The start of another Python takes longer than the small build it is for. That it is a child, and what is said of one
that fails, is held by `tests/components/test_start.py` and by one test of each page.
"""

import subprocess
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest

from smart7 import publish


def run(command: list[str], stderr: int | None = None, **_: Any) -> subprocess.CompletedProcess[str]:
    """Run a module with its arguments and return what it said, as `subprocess.run` does."""
    module, *line = command[2:]
    spec = find_spec(module)
    begins = import_module(f"{module}.__main__" if spec and spec.submodule_search_locations else module)
    said = StringIO()
    aside = said if stderr == subprocess.STDOUT else StringIO()
    with redirect_stdout(said), redirect_stderr(aside):
        try:
            code = begins.main(line)
        except SystemExit as ended:
            code = int(ended.code or 0)
    return subprocess.CompletedProcess(command, code, said.getvalue(), aside.getvalue())


def begin(command: list[str], **how: Any) -> SimpleNamespace:
    """Run a module with its arguments and return what `publish.run` asks of a child."""
    done = run(command, how["stderr"])
    return SimpleNamespace(stdout=StringIO(done.stdout), wait=lambda: done.returncode)


@pytest.fixture
def in_process(monkeypatch):
    """Let what the application starts as a child run in this process."""
    kinds = {name: getattr(subprocess, name) for name in ("DEVNULL", "PIPE", "STDOUT")}
    monkeypatch.setattr(publish, "subprocess", SimpleNamespace(run=run, Popen=begin, **kinds))
