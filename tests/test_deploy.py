"""The files of `deploy/` agree with each other and with the program they start."""

import importlib
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from smart7.vehicles import __main__ as vehicles
from smart7.vehicles import keep

ROOT = Path(__file__).parents[1]
OPERATING = (ROOT / "docs" / "operating.md").read_text("utf-8")
manage = importlib.import_module("manage")
DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx" / "smart7.conf").read_text("utf-8")
UNITS = {path.name: path.read_text("utf-8") for path in sorted((DEPLOY / "systemd").iterdir())}
COMMAND, INSTALLED_AS = DEPLOY / "smart7", "/usr/local/sbin/smart7"
EXAMPLE = (DEPLOY / "smart7.env.example").read_text("utf-8")
STARTED = re.findall(r"smart7@(\d+)\.service", UNITS["smart7.target"])


def group(name: str) -> dict[str, list[str]]:
    """Return the ports of a group of processes: those asked first, and those that stand in."""
    body = re.findall(rf"^upstream {name} {{$(.*?)^}}$", NGINX, re.MULTILINE | re.DOTALL)[0]
    servers = re.findall(r"server 127\.0\.0\.1:(\d+) ([^;]*);", body)
    return {
        "first": [port for port, rest in servers if "backup" not in rest],
        "after": sorted(port for port, rest in servers if "backup" in rest),
    }


def test_nginx_knows_the_processes_that_are_started():
    assert len(STARTED) > 1
    assert group("smart7_any") == {"first": STARTED, "after": []}
    assert len(re.findall(r"^upstream smart7_\d+ ", NGINX, re.MULTILINE)) == len(STARTED)


@pytest.mark.parametrize(("number", "port"), list(enumerate(STARTED, 1)))
def test_every_process_has_its_number_and_all_others_to_stand_in_for_it(number, port):
    assert group(f"smart7_{number}") == {"first": [port], "after": [each for each in STARTED if each != port]}
    assert f"    {number} smart7_{number};\n" in NGINX
    assert f'    "~127\\.0\\.0\\.1:{port}$" {number};\n' in NGINX


def test_a_process_is_started_as_run_starts_it():
    line = re.search(r"^ExecStart=(.*?[^\\])$", UNITS["smart7@.service"], re.MULTILINE | re.DOTALL)[1]
    words = shlex.split(line.replace("\\\n", " "))
    assert words[1:4] == ["-m", "uvicorn", "app:app"]
    assert set(manage.UVICORN) <= set(words)


def test_nginx_takes_an_upload_that_streamlit_takes():
    most = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["server"]["maxUploadSize"]
    block = NGINX.partition("location /_stcore/upload_file/ {")[2].partition("}")[0]
    assert int(re.findall(r"client_max_body_size (\d+)m;", block)[0]) == most + 1


def test_idle_connections_are_let_go_before_the_process_closes_them():
    from uvicorn import Config

    waits = [
        int(seconds) for seconds in re.findall(r"^    keepalive_timeout (\d+)s;", NGINX.partition("\nmap ")[0], re.M)
    ]
    assert len(waits) == len(STARTED) + 1
    assert max(waits) < Config("app:app").timeout_keep_alive


def test_nginx_takes_a_form_that_the_sign_in_takes():
    largest = re.findall(r"^    location ~ \^/sign.*?client_max_body_size (\d+)k;", NGINX, re.MULTILINE | re.DOTALL)
    assert [int(size) for size in largest] == [16]


def test_nobody_waits_forever():
    site = NGINX.partition("listen 443")[2]
    for name in ("client_header_timeout", "client_body_timeout", "send_timeout", "keepalive_timeout"):
        assert 1 <= int(re.findall(rf"^    {name} (\d+)s;", site, re.MULTILINE)[0]) <= 30


def test_a_location_with_headers_of_its_own_still_asks_for_https():
    for body in re.findall(r"^    location [^{]*{$(.*?)^    }$", NGINX, re.MULTILINE | re.DOTALL):
        assert "add_header" not in body or "Strict-Transport-Security" in body


def test_the_example_of_settings_holds_no_secret_and_only_known_names():
    assert re.findall(r"^STREAMLIT_SERVER_COOKIE_SECRET=(.*)$", EXAMPLE, re.MULTILINE) == [""]
    rows = re.findall(r"^\| `(SMART7_[A-Z_]+)` \|", OPERATING, re.MULTILINE)
    assert set(re.findall(r"SMART7_[A-Z_]+", EXAMPLE)) <= set(rows)
    assert set(re.findall(r"^#([A-Z]+)=", EXAMPLE, re.MULTILINE)) == {"LISTEN", "PROXY"}


def test_the_command_is_sound_shell():
    told = subprocess.run(["sh", "-n", COMMAND], capture_output=True, encoding="utf-8", check=False)
    assert (told.returncode, told.stderr) == (0, "")


def test_the_command_does_as_the_units_do():
    text, unit = COMMAND.read_text("utf-8"), UNITS["smart7-build.service"]
    [user], [folder] = (re.findall(rf"^{name}=(.*)$", unit, re.MULTILINE) for name in ("User", "WorkingDirectory"))
    [settings], [mask] = (re.findall(rf"^{name}=(.*)$", unit, re.MULTILINE) for name in ("EnvironmentFile", "UMask"))
    lines = text.splitlines()
    assert lines[-1] == f'exec runuser -u {user} -- python3 manage.py "$@"'
    assert {f"cd {folder}", f". {settings}", f"umask {mask[1:]}", f"HOME={folder}"} <= set(lines)
    assert f"install -m 755 deploy/smart7 {INSTALLED_AS}\n" in OPERATING and INSTALLED_AS in text


def test_a_command_gets_all_its_words_in_the_folder_with_the_settings_of_the_units(tmp_path: Path):
    folder, settings = tmp_path / "in stalled", tmp_path / "smart7.env"
    folder.mkdir()
    (folder / "manage.py").write_text(
        "import json, os, sys\n"
        "mask = os.umask(0)\n"
        "told = {name: os.environ.get(name) for name in ('SMART7_BASEMAP', 'SMART7_LEDGER', 'TZ', 'HOME')}\n"
        "print(json.dumps({'line': sys.argv[1:], 'at': os.getcwd(), 'mask': mask, **told}))\n"
        "sys.exit(7)\n"
    )
    ledger = 'postgresql://smart7:a$HOME"b`c`@db:5432/x?a=b&c=d#e'
    tiles = "https://tiles.example.org/{z}.png © Somebody else"
    own = [f"SMART7_LEDGER='{ledger}'", f"SMART7_BASEMAP='{tiles}'"]
    settings.write_text("\n".join([EXAMPLE, *own, ""]), "utf-8")
    text = COMMAND.read_text("utf-8").replace("/opt/smart7", f"'{folder}'").replace("/etc/smart7.env", f"'{settings}'")
    script = tmp_path / "smart7"
    script.write_text(text.replace("runuser -u smart7 -- ", ""), "utf-8")
    line = ["admin", "create", "somchai", "--name", "Som Chai $HOME *", ""]
    told = subprocess.run(["sh", script, *line], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (told.returncode, told.stderr) == (7, "")
    assert json.loads(told.stdout) == {
        "line": line, "at": str(folder), "mask": 0o027, "SMART7_LEDGER": ledger, "SMART7_BASEMAP": tiles,
        "TZ": "Asia/Bangkok", "HOME": str(folder),
    }  # fmt: skip


SERVICES = [name for name in UNITS if name.endswith(".service")]
SHUT = (
    "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
    "PrivateDevices=yes", "ProtectKernelModules=yes", "ProtectKernelTunables=yes", "ProtectControlGroups=yes",
    "RestrictNamespaces=yes", "RestrictSUIDSGID=yes", "LockPersonality=yes", "SystemCallArchitectures=native",
)  # fmt: skip


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_runs_as_its_own_user_and_reaches_no_more_than_it_needs(name):
    lines = UNITS[name].splitlines()
    assert [each for each in ("User=smart7", "EnvironmentFile=/etc/smart7.env", *SHUT) if each not in lines] == []
    [written] = [line.partition("=")[2].split() for line in lines if line.startswith("ReadWritePaths=")]
    assert set(written) <= {f"/opt/smart7/{each}" for each in ("data", ".cache", ".venv")} | {"/var/backups/smart7"}


STAY = ("smart7@.service", "smart7-watch.service")


@pytest.mark.parametrize("name", [name for name in SERVICES if name not in STAY])
def test_every_job_is_a_command_that_exists(name):
    [words] = re.findall(r"^ExecStart=/usr/bin/python3 manage\.py (.*)$", UNITS[name], re.MULTILINE)
    assert manage.read_arguments(words.split())[0].command == words.split()[0]


def starts(name: str) -> str:
    """Return the time of day at which a timer starts its service."""
    return re.findall(r"^OnCalendar=\*-\*-\* (\d\d:\d\d)$", UNITS[name], re.MULTILINE)[0]


def test_a_night_measures_the_day_that_is_over_then_builds_then_backs_up():
    night = ("measure", "build", "backup")
    times = [starts(f"smart7-{name}.timer") for name in night]
    assert ["03:00", *times] == sorted(["03:00", *times]) and keep.DAY_BEGINS == 3 * 3600
    for before, after in pairwise(night):
        [follows] = re.findall(r"^After=(.*)$", UNITS[f"smart7-{after}.service"], re.MULTILINE)
        assert f"smart7-{before}.service" in follows.split()
    for name, at in zip(night, times, strict=True):
        [row] = [line for line in OPERATING.splitlines() if line.startswith("|") and f"/smart7-{name}.timer`" in line]
        assert at in row


def test_measuring_without_a_feed_of_positions_does_nothing_and_is_no_failure(tmp_path, monkeypatch, capsys):
    [words] = re.findall(r"^ExecStart=.*? vehicles (.*)$", UNITS["smart7-measure.service"], re.MULTILINE)
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    assert vehicles.main(words.split()) == 0
    assert (capsys.readouterr().out, list(tmp_path.iterdir())) == ("", [])


def test_the_watch_is_the_command_of_that_name_and_is_told_itself_to_end():
    [words] = re.findall(r"^ExecStart=\S+/python -m (.*)$", UNITS["smart7-watch.service"], re.MULTILINE)
    assert words.split() == [manage.PASSED["vehicles"], "watch"]


def test_a_backup_is_made_and_others_go_where_the_unit_may_write():
    from smart7.backup.__main__ import arguments

    text = UNITS["smart7-backup.service"]
    given = dict(word.split("=") for word in re.findall(r"^Environment=(.*)$", text, re.MULTILINE)[0].split())
    line = re.findall(r"^ExecStart=.*? backup (.*)$", text, re.MULTILINE)[0]
    options = arguments().parse_args(re.sub(r"\$\{(\w+)\}", lambda found: given[found[1]], line).split())
    assert options.keep == 14
    assert str(options.out) in re.findall(r"^ReadWritePaths=(.*)$", text, re.MULTILINE)[0].split()


def test_every_timer_has_its_service_and_is_started_with_all_of_it():
    timers = [name for name in UNITS if name.endswith(".timer")]
    assert len(timers) >= 3
    for name in timers:
        assert name.replace(".timer", ".service") in UNITS
        assert name in UNITS["smart7.target"] and "Persistent=true" in UNITS[name]


def test_the_operating_page_names_every_file():
    files = [path.relative_to(ROOT).as_posix() for path in DEPLOY.rglob("*") if path.is_file()]
    assert [name for name in files if f"`{name}`" not in OPERATING] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_understands_every_unit(tmp_path: Path):
    for name, text in UNITS.items():
        (tmp_path / name).write_text(re.sub(r"^ExecStart=\S+", f"ExecStart={sys.executable}", text, flags=re.M))
    line = ["systemd-analyze", "verify", *sorted(str(path) for path in tmp_path.iterdir())]
    told = subprocess.run(line, capture_output=True, encoding="utf-8", check=False)
    assert told.stdout + told.stderr == ""
