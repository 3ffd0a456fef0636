"""The task runner: what it installs and when, what it passes on, and what it says when something fails."""

import ast
import importlib
import json
import re
import socket
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    "run",
    "prepare",
    "build",
    "test",
    "check",
    "query",
    "bench",
    "docs",
    "gtfs",
    "pack",
    "take",
    "admin",
    "audit",
    "publish",
    "catalogue",
    "backup",
    "restore",
)
THAI = re.compile(r"[\u0e00-\u0e7f]")
manage = importlib.import_module("manage")


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Give a folder with lists of requirements and an environment whose Python is the running one."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / manage.RUNTIME).write_text("one==1\n")
    (tmp_path / manage.DEVELOPMENT).write_text("-r requirements.txt\ntwo==2\n")
    monkeypatch.setattr(manage, "HERE", tmp_path)
    monkeypatch.setattr(manage, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(manage, "STAMP", tmp_path / ".venv" / "stamp.json")
    monkeypatch.setattr(manage, "PYTHON", Path(sys.executable))
    return tmp_path


@pytest.fixture
def followed(house, monkeypatch):
    """Note the parts of an installation instead of running them."""
    seen = []
    monkeypatch.setattr(manage, "follow", lambda key, *command: seen.append((key, command[-1])))
    return seen


@pytest.fixture
def children(monkeypatch):
    """Note the modules that would run, and the lists that would be installed."""
    seen = []
    monkeypatch.setattr(manage, "ensure", seen.append)
    monkeypatch.setattr(manage, "step", lambda *commands, beside=(), **_: seen.extend([*beside, *commands]))
    return seen


def after_data(seen):
    assert seen[:2] == [manage.RUNTIME, ["smart7.ingest.build", "--if-needed"]]
    return seen[2:]


# What is installed, and when


def test_a_first_start_makes_the_environment_then_renews_pip_then_installs(house, followed):
    manage.ensure(manage.RUNTIME)
    assert followed == [
        ("making", str(house / ".venv")),
        ("installing", "pip"),
        ("installing", manage.RUNTIME),
    ]


def test_a_second_start_installs_nothing(followed):
    manage.ensure(manage.RUNTIME)
    followed.clear()
    manage.ensure(manage.RUNTIME)
    assert followed == []


def test_a_changed_list_is_installed_into_the_same_environment(house, followed):
    manage.ensure(manage.RUNTIME)
    followed.clear()
    (house / manage.RUNTIME).write_text("one==1.1\n")
    manage.ensure(manage.RUNTIME)
    assert followed == [("installing", manage.RUNTIME)]


def test_the_development_list_brings_the_runtime_list_with_it(house, followed):
    manage.ensure(manage.DEVELOPMENT)
    followed.clear()
    manage.ensure(manage.RUNTIME)
    assert followed == []


def test_a_changed_runtime_list_renews_the_development_list_too(house, followed):
    manage.ensure(manage.DEVELOPMENT)
    followed.clear()
    (house / manage.RUNTIME).write_text("one==1.1\n")
    manage.ensure(manage.DEVELOPMENT)
    assert followed == [("installing", manage.DEVELOPMENT)]


def test_what_serves_is_compiled_as_it_is_installed_and_what_tests_as_it_is_imported(house, monkeypatch):
    seen = {}
    monkeypatch.setattr(manage, "follow", lambda key, *command: seen.update({command[-1]: "--no-compile" in command}))
    manage.ensure(manage.RUNTIME)
    manage.ensure(manage.DEVELOPMENT)
    assert seen[manage.RUNTIME] is False and seen[manage.DEVELOPMENT] is True


@pytest.mark.parametrize("stamp", [None, "", '{"requirements.txt": "00'])
def test_an_environment_without_a_whole_stamp_is_made_again(house, followed, stamp):
    if stamp is not None:
        manage.STAMP.write_text(stamp)
    manage.ensure(manage.RUNTIME)
    assert followed[0][0] == "making"


def test_an_environment_whose_python_is_gone_is_made_again(house, followed, monkeypatch):
    manage.ensure(manage.RUNTIME)
    followed.clear()
    monkeypatch.setattr(manage, "PYTHON", house / "gone")
    manage.ensure(manage.RUNTIME)
    assert followed[0][0] == "making"


def test_a_failed_installation_is_not_stamped_as_done(house, monkeypatch):
    def follow(key, *command):
        if command[-1] == manage.RUNTIME:
            raise manage.Fault("network")

    monkeypatch.setattr(manage, "follow", follow)
    with pytest.raises(manage.Fault):
        manage.ensure(manage.RUNTIME)
    assert json.loads(manage.STAMP.read_text()) == {}


@pytest.mark.parametrize(("line", "kept"), [("Collecting one", True), ("Installing collected packages: one", False)])
def test_the_stamp_goes_only_when_packages_begin_to_change(house, line, kept):
    manage.STAMP.write_text("{}")
    with pytest.raises(manage.Fault):
        manage.follow("installing", sys.executable, "-c", f"print({line!r}); raise SystemExit(1)")
    assert manage.STAMP.exists() is kept


def test_pip_ends_when_the_process_that_started_it_is_killed(tmp_path):
    (tmp_path / "pip").mkdir()
    (tmp_path / "pip" / "__init__.py").touch()
    (tmp_path / "pip" / "__main__.py").write_text("import time\nprint('up', flush=True)\ntime.sleep(60)\n")
    command = [sys.executable, "-c", manage.PIP]
    pip = subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert pip.stdout.readline() == "up\n"
    pip.stdin.close()
    assert pip.wait(timeout=10) == 1
    pip.stdout.close()


@pytest.mark.parametrize("name", [manage.RUNTIME, manage.DEVELOPMENT, "requirements-spark.txt"])
def test_every_requirement_is_pinned_and_says_what_it_is_for(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pinned = re.compile(
        r"(-r requirements\.txt|--no-binary=[a-z0-9-]+  # \S.+|[a-z0-9-]+(?:\[[a-z]+\])?==[\w.]+  # \S.+)"
    )
    assert [line for line in lines if not pinned.fullmatch(line)] == []


# What is passed on


def test_query_passes_its_name_and_values(children):
    assert manage.main(["query", "mobility/boardings", "year_from=2566", "lang=th"]) == 0
    assert after_data(children) == [["smart7.queries", "mobility/boardings", "year_from=2566", "lang=th"]]


def test_query_keeps_its_own_output_apart_from_the_preparations(house, monkeypatch, capfd):
    monkeypatch.setattr(manage, "ensure", lambda name: print("preparing"))
    for module in ("ingest/build.py", "queries.py"):
        place = house / "smart7" / module
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"print({module!r})\n")
    assert manage.main(["query", "people/population"]) == 0
    assert capfd.readouterr().out == "queries.py\n"


def test_build_passes_the_date_and_leaves_samples_out_on_request(children):
    manage.main(["build", "--as-of", "2026-09-30", "--no-sample"])
    assert children == [manage.RUNTIME, ["smart7.ingest.build", "--as-of", "2026-09-30", "--no-sample"]]


@pytest.fixture
def feeds(house, monkeypatch, tmp_path_factory):
    """Return a function that sets what the command line of feeds does; the caller stands in another folder."""
    monkeypatch.setattr(manage, "ensure", lambda name: print(name))
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    (house / "smart7" / "ingest").mkdir(parents=True)
    return (house / "smart7" / "ingest" / "gtfs.py").write_text


@pytest.mark.parametrize(
    "line",
    [
        ["pack", "--due", "--out", "x"],
        ["pack", "a", "--lang", "th"],
        ["gtfs", "list"],
        ["take", "a", "b.csv", "--yes"],
        ["admin", "create", "boss", "--name", "x"],
        ["audit", "verify", "--noted", "1:a"],
    ],
)
def test_what_reads_its_own_words_gets_them_all(line):
    assert manage.read_arguments(line)[1] == line[1:]


@pytest.mark.parametrize("code", [0, 1, 2])
def test_gtfs_passes_its_line_on_and_its_exit_status_back(feeds, capfd, code):
    feeds(f"import sys\nprint(*sys.argv[1:])\nsys.exit({code})\n")
    with pytest.raises(SystemExit) as ended:
        manage.main(["gtfs", "import", "--yes", "feed.zip", "--as", "north"])
    assert ended.value.code == code
    assert capfd.readouterr().out.splitlines() == [manage.RUNTIME, "import --yes feed.zip --as north"]


def test_gtfs_finds_files_beside_whoever_names_them(feeds, capfd):
    feeds("import os\nprint(os.path.exists('feed.zip'))\n")
    Path("feed.zip").touch()
    with pytest.raises(SystemExit):
        manage.main(["gtfs", "validate", "feed.zip"])
    assert capfd.readouterr().out.splitlines()[-1] == "True"


def test_pack_builds_what_is_missing_then_passes_its_line_on(house, feeds, monkeypatch, capfd):
    (house / "smart7" / "packs.py").write_text("import sys\nprint(*sys.argv[1:])\nsys.exit(2)\n")
    done = []
    monkeypatch.setattr(manage, "ensure", done.append)
    monkeypatch.setattr(manage, "step", lambda *commands, **_: done.extend(commands))
    with pytest.raises(SystemExit) as ended:
        manage.main(["pack", "monthly-council", "--out", "here", "--lang", "th"])
    assert ended.value.code == 2
    assert done == [manage.RUNTIME, ["smart7.ingest.build", "--if-needed"]]
    assert capfd.readouterr().out.splitlines()[-1] == "monthly-council --out here --lang th"


def test_test_runs_the_checks_first_and_leaves_slow_tests_out(children):
    manage.main(["test", "-k", "calendar", "tests/test_formats.py"])
    assert [command[0] for command in children[1:]] == ["mypy", "ruff", "ruff", "pytest"]
    assert children[-1] == [
        "pytest",
        "-n2",
        "--dist=loadfile",
        "-m",
        "not slow",
        "-k",
        "calendar",
        "tests/test_formats.py",
    ]


def test_slow_tests_run_on_request(children):
    manage.main(["test", "--slow", "-x"])
    assert children[0] == manage.DEVELOPMENT
    assert children[-1] == ["pytest", "-n2", "--dist=loadfile", "-x"]


def test_run_prepares_the_data_then_the_files_then_serves(children, monkeypatch):
    monkeypatch.setattr(manage, "require_port", lambda host, port: children.append((host, port)))
    monkeypatch.setattr(manage, "serve", lambda *given: children.append(given))
    manage.main(["run", "--port", "8600", "--no-browser"])
    assert children.pop(0) == ("127.0.0.1", 8600)
    assert after_data(children) == [["smart7.prepare"], ("127.0.0.1", 8600, False)]


def test_prepare_does_the_same_and_serves_nothing(children):
    assert manage.main(["prepare"]) == 0
    assert after_data(children) == [["smart7.prepare"]]


@pytest.mark.parametrize("line", [["fly"], [], ["check", "--fix"], ["query"], ["run", "--port", "many"]])
def test_a_command_line_that_makes_no_sense_ends_with_the_usage(line, capsys):
    with pytest.raises(SystemExit) as ended:
        manage.main(line)
    assert ended.value.code == 2
    assert "usage: manage.py" in capsys.readouterr().err


def test_an_unknown_command_is_answered_with_the_known_ones(capsys):
    with pytest.raises(SystemExit):
        manage.main(["fly"])
    told = capsys.readouterr().err
    assert all(command in told for command in COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_given_in_thai_and_english(command):
    line = [sys.executable, "manage.py", *command.split(), "--help"]
    told = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    assert told.startswith("usage: manage.py")
    assert THAI.search(told)


# What is said when something fails


def test_every_sentence_is_thai_then_english():
    for sentence in manage.WORDS.values():
        thai, english = sentence.split(" / ")
        assert THAI.search(thai), sentence
        assert not THAI.search(english), sentence


@pytest.mark.parametrize(
    "file", ["manage.py", "smart7/__init__.py", "smart7/words/__init__.py", "smart7/words/task.py"]
)
def test_an_old_python_can_read_the_file(file):
    assert ast.parse((ROOT / file).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told_which_one_is_needed():
    script = "import sys, runpy; sys.version_info = (3, 8, 1); runpy.run_path('manage.py', run_name='__main__')"
    ended = subprocess.run([sys.executable, "-X", "utf8", "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "Python 3.11 or newer is needed" in ended.stderr


def test_a_taken_port_is_named_with_another_to_try():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(manage.Fault, match=f"Port {port} is in use; try --port {port + 1}"):
            manage.require_port("127.0.0.1", port)
    manage.require_port("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("203.0.113.1", 8501)])
def test_an_address_that_cannot_be_opened_is_named(host, port):
    with pytest.raises(manage.Fault, match=f"{host}:{port} cannot be opened"):
        manage.require_port(host, port)


def test_a_taken_port_ends_a_run_before_anything_is_installed(children, capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert manage.main(["run", "--port", str(other.getsockname()[1])]) == 1
    assert children == []
    assert capsys.readouterr().err.count("\n") == 1


def test_too_little_disk_is_told_before_anything_is_made(followed, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(manage.shutil, "disk_usage", lambda place: usage(8e9, 7.6e9, 0.4e9))
    with pytest.raises(manage.Fault, match=r"1\.5 GB of disk is needed; 0\.4 GB is free"):
        manage.ensure(manage.RUNTIME)
    assert followed == []


@pytest.mark.parametrize(
    ("output", "key"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching", "network"),
        ("ReadTimeoutError: Read timed out.", "network"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "full"),
        ("[WinError 112] There is not enough space on the disk", "full"),
        ("Error: [Errno 13] Permission denied: '.venv'", "write"),
        ("[Errno 30] Read-only file system: '.venv'", "write"),
        ("not created successfully because ensurepip is not available", "venv"),
    ],
)
def test_the_cause_of_a_failed_installation_is_recognised(output, key, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(manage.shutil, "disk_usage", lambda place: usage(8e9, 7.8e9, 0.2e9))
    fault = str(manage.cause([output]))
    assert fault == manage.WORDS[key].format(place=manage.HERE, need=manage.ROOM_GB, free=0.2)
    assert key != "full" or ("1.5 GB needed, 0.2 GB free" in fault and "ต้องใช้ 1.5 GB เหลือ 0.2 GB" in fault)


def test_an_unknown_cause_shows_the_last_error_of_pip():
    fault = manage.cause(["Collecting one\n", "ERROR: No matching distribution found for one==1\n", "notice\n"])
    assert str(fault).endswith("ERROR: No matching distribution found for one==1")


def test_a_folder_without_permission_is_told_in_one_sentence(monkeypatch, capsys):
    def refuse(name):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(manage, "ensure", refuse)
    assert manage.main(["docs"]) == 1
    assert "There is no permission to write" in capsys.readouterr().err


def test_a_failing_step_is_told_in_one_sentence(house, monkeypatch, capsys):
    monkeypatch.setattr(manage, "ensure", lambda name: None)
    assert manage.main(["docs"]) == 1
    assert capsys.readouterr().err.splitlines()[-1].endswith("smart7.docs (exit code 1)")


def test_all_failing_checks_are_named_and_the_rest_still_runs(house, capfd):
    (house / "good.py").write_text("print('ran')\n")
    (house / "bad.py").write_text("raise SystemExit(3)\n")
    with pytest.raises(manage.Fault, match=r"bad \(exit code 3\), bad twice \(exit code 3\)"):
        manage.step(["bad", "--one"], ["bad", "twice"], ["good"])
    assert capfd.readouterr().out == "ran\n"


def test_what_runs_beside_the_others_is_told_after_them_and_counts_as_they_do(house, capfd):
    (house / "beside.py").write_text("print('found a fault'); raise SystemExit(2)\n")
    (house / "good.py").write_text("import time; time.sleep(0.5); print('ran')\n")
    with pytest.raises(manage.Fault, match=r"beside \(exit code 2\)$"):
        manage.step(["good"], beside=(["beside"],))
    assert capfd.readouterr().out == "ran\nfound a fault\n"


def test_what_runs_beside_the_others_ends_with_them_when_they_are_interrupted(house, monkeypatch):
    (house / "long.py").write_text("import time; time.sleep(60)\n")
    stopped = []
    monkeypatch.setattr(manage, "stop", lambda process, real=manage.stop: (real(process), stopped.append(process)))
    monkeypatch.setattr(manage.itertools, "chain", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        manage.step(beside=(["long"],))
    assert [process.poll() is not None for process in stopped] == [True]


def test_an_interrupted_step_ends_without_a_traceback(monkeypatch, capsys):
    def interrupt(name):
        raise KeyboardInterrupt

    monkeypatch.setattr(manage, "ensure", interrupt)
    assert manage.main(["docs"]) == 130
    assert "Stopped" in capsys.readouterr().out


# The server

ONE_ANSWER = """
import http.server, sys
port = int(next(word for word in sys.argv if word.startswith("--port=")).split("=")[1])
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/_stcore/health" else 404)
        self.end_headers()
with http.server.HTTPServer(("127.0.0.1", port), Answer) as server:
    server.handle_request()
sys.exit(7)
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def test_a_server_that_answers_is_announced_and_its_end_is_told(house, monkeypatch, capsys):
    opened = []
    monkeypatch.setattr(manage.webbrowser, "open", opened.append)
    (house / "uvicorn.py").write_text(ONE_ANSWER)
    port = free_port()
    with pytest.raises(manage.Fault, match=r"uvicorn \(exit code 7\)"):
        manage.serve("127.0.0.1", port, browser=False)
    assert f"Ready at http://localhost:{port} " in capsys.readouterr().out
    assert opened == []


def test_a_server_that_does_not_start_is_never_announced(house, capsys):
    (house / "uvicorn.py").write_text("raise SystemExit(3)\n")
    with pytest.raises(manage.Fault, match=r"uvicorn \(exit code 3\)"):
        manage.serve("127.0.0.1", free_port(), browser=True)
    assert "Ready" not in capsys.readouterr().out


def test_a_silent_server_is_stopped(house, monkeypatch):
    monkeypatch.setattr(manage, "START_SECONDS", 0)
    (house / "uvicorn.py").write_text("import time\ntime.sleep(60)\n")
    with pytest.raises(manage.Fault, match="gave no answer"):
        manage.serve("127.0.0.1", free_port(), browser=True)


def test_the_gate_is_the_test_command():
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert gate[0] == "#!/usr/bin/env bash"
    assert gate[-2:] == ["export SMART7_BROWSER=required", "python3 manage.py test"]
