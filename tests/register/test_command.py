"""`manage.py admin` and `manage.py audit`: the first administrator is free, others are made in somebody's name."""

import csv
import io
import os
import subprocess
import sys

import pytest

from smart7 import store
from smart7.ledger import audit, book
from smart7.register import __main__ as command
from smart7.register import log, members, signin
from smart7.register.rights import READER
from tests import served
from tests.accounts import PASSWORD, account

OTHER = "nine blue herons fly"


@pytest.fixture(autouse=True)
def ledger(kept_in, tmp_path, monkeypatch):
    """Keep each test's ledger in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def run(monkeypatch, capsys):
    """Return a function that runs a line of `admin` with lines of standard input; gives status, output and errors."""

    def ran(line, *typed):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in typed)))
        status = command.main(line.split("|"))
        told = capsys.readouterr()
        return status, told.out, told.err

    return ran


def test_the_first_administrator_is_made_freely(run):
    status, out, _ = run("create|Boss|--name|หัวหน้า สำนัก", PASSWORD)
    assert status == 0 and "Account boss was made" in out
    assert signin.person_of(signin.sign_in("boss", PASSWORD, "")).role == "admin"
    assert [(one.who, one.where) for one in audit.read(act="account.create")] == [("console", "console")]


def test_the_first_account_is_an_administrators(run):
    status, _, err = run("create|malee|--name|x|--role|editor", PASSWORD)
    assert status == 1 and "first account is an administrator's" in err
    assert members.accounts() == []


def test_another_account_is_made_in_the_name_of_an_administrator(run):
    boss = account("boss")
    status, _, err = run("create|malee|--name|x", PASSWORD)
    assert status == 1 and "--by LOGIN" in err
    status, *_ = run("create|malee|--name|x|--role|officer|--unit|school-1|--by|boss", PASSWORD, OTHER)
    assert status == 0 and members.find("malee").unit_id == "school-1"
    assert audit.read(act="account.create")[0].who == boss.account_id
    acts = audit.read(who=boss.account_id)
    assert [one.act for one in acts] == ["sign_out", "account.create", "sign_in"]
    assert {one.where for one in acts} == {"console"}


@pytest.mark.parametrize("password", [OTHER, ""])
def test_a_wrong_password_of_whoever_makes_an_account_makes_none(run, password):
    account("boss")
    assert run("create|malee|--name|x|--by|boss", password, OTHER)[0] == 1
    assert len(members.accounts()) == 1


def test_an_account_without_the_right_makes_none_and_is_signed_out_again(run):
    account("boss"), account("malee", "editor")
    status, _, err = run("create|new|--name|x|--by|malee", PASSWORD, OTHER)
    assert status == 1 and "no right to manage accounts" in err
    with served.tool() as tool:
        assert tool("select count(*) from sessions where ended is null") == [(0,)]


def test_the_first_is_free_again_only_where_no_administrator_can_sign_in(run):
    account("boss"), account("malee", "officer")
    assert not members.first_is_missing()
    assert run("disable|boss")[0] == 1, "the last administrator stays"


def test_an_account_is_disabled_and_is_out_at_once(run):
    account("boss"), account("malee", "editor")
    token = signin.sign_in("malee", PASSWORD, "")
    status, out, _ = run("disable|MALEE")
    assert status == 0 and "malee is disabled" in out
    assert signin.person_of(token) == READER
    assert "disabled" in run("list")[1].splitlines()[1]


def test_a_password_is_set_anew_and_the_old_one_and_its_sessions_are_gone(run):
    account("boss")
    token = signin.sign_in("boss", PASSWORD, "")
    assert run("password|boss", OTHER)[0] == 0
    assert signin.person_of(token) == READER
    assert signin.sign_in("boss", OTHER, "")
    with pytest.raises(signin.Refused):
        signin.sign_in("boss", PASSWORD, "")


@pytest.mark.parametrize("line", ["disable|nobody", "password|nobody"])
def test_an_account_that_is_not_there_is_named(run, line):
    status, _, err = run(line, PASSWORD)
    assert status == 1 and "no account nobody" in err and err.count("\n") == 1


@pytest.mark.parametrize("password", ["", "short", "khonkaen2569"])
def test_a_bad_password_is_refused_with_what_to_do(run, password):
    status, _, err = run("create|boss|--name|x", password)
    assert status == 1 and err.count("\n") == 1 and "password" in err.lower()
    assert members.accounts() == []


def test_a_terminal_asks_twice_and_shows_nothing(monkeypatch, capsys):
    class Terminal(io.StringIO):
        """A terminal."""

        def isatty(self):
            return True

    answers, asked = [PASSWORD, OTHER, PASSWORD, PASSWORD], []
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(command.getpass, "getpass", lambda prompt: asked.append(prompt) or answers.pop(0))
    assert command.main(["create", "boss", "--name", "x"]) == 1
    assert "not the same" in capsys.readouterr().err and members.accounts() == []
    assert command.main(["create", "boss", "--name", "x"]) == 0
    assert len(asked) == 4 and "Again" in asked[1]


def test_an_empty_list_says_so_and_a_full_one_has_a_line_for_each(run):
    assert "no accounts yet" in run("list")[1]
    account("boss"), account("malee", "officer")
    lines = run("list")[1].splitlines()
    assert [line.split()[:4] for line in lines] == [
        ["boss", "admin", "enabled", "-"],
        ["malee", "officer", "enabled", "school-1"],
    ]
    assert "argon2" not in "".join(lines)


@pytest.mark.parametrize(
    "line", [[], ["fly"], ["create"], ["create", "x"], ["create", "x", "--name", "y", "--role", "z"]]
)
def test_a_line_that_makes_no_sense_ends_with_the_usage(line, capsys):
    with pytest.raises(SystemExit) as ended:
        command.main(line)
    assert ended.value.code == 2 and "usage: manage.py admin" in capsys.readouterr().err


@served.ON_FILE
def test_a_data_folder_that_is_not_there_is_told_in_one_sentence(tmp_path, monkeypatch, run):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "gone"))
    status, _, err = run("list")
    assert status == 1 and "its folder is not there" in err and "Traceback" not in err


def test_both_commands_run_as_modules(tmp_path):
    ran = lambda module, *line: subprocess.run(  # noqa: E731
        [sys.executable, "-m", module, *line], cwd=store.ROOT, env=os.environ.copy(), capture_output=True, text=True,
        input=f"{PASSWORD}\n",
    )  # fmt: skip
    assert ran("smart7.register", "create", "boss", "--name", "x").returncode == 0
    held = ran("smart7.register.log", "verify")
    assert held.returncode == 0 and audit.head() in held.stdout


# The audit


def test_a_record_that_holds_gives_what_to_note_and_is_held_against_it(capsys):
    account("boss")
    assert log.main(["verify"]) == 0
    head = audit.head()
    assert f"Note this elsewhere: {head}" in capsys.readouterr().out
    account("malee", "editor")
    assert log.main(["verify", "--noted", head]) == 0
    assert log.main(["verify", "--noted", "1:0000"]) == 1
    assert "entry 1 is not the one that was noted" in capsys.readouterr().err


def test_a_record_that_does_not_hold_ends_with_one_and_names_the_entry(capsys):
    account("boss"), account("malee", "editor")
    with served.tool() as tool:
        tool("drop trigger acts_stay; update acts set who = 'x' where entry = 2")
    assert log.main(["verify"]) == 1
    assert "entry 2 does not follow" in capsys.readouterr().err


def test_the_export_has_every_entry_with_login_and_name_and_is_noted_itself(tmp_path):
    account("boss")
    token = signin.sign_in("boss", PASSWORD, "10.0.0.1")
    signin.sign_out(token)
    assert log.main(["export", str(tmp_path / "audit.csv")]) == 0
    with (tmp_path / "audit.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == log.HEADER
    assert [row["act"] for row in rows] == ["account.create", "sign_in", "sign_out", "audit.export"]
    assert (rows[1]["login"], rows[1]["name"], rows[1]["where"]) == ("boss", "คุณ boss", "10.0.0.1")
    assert rows[3]["what"] == "audit.csv"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r\n=1", "'=1", "\"=1", "＝1", "x;=1", "a, +1", "a|@x",
     "=cmd|' /C calc'!A0"],
)  # fmt: skip
def test_no_cell_of_the_export_begins_a_formula(text):
    with book.opened(writing=True) as held:
        audit.note(held, text, text, text, text, text, text)
    line = list(log.as_csv(audit.every()))[1]
    for cell in next(csv.reader([line])):
        for part in [cell, *cell.replace("|", ",").replace(";", ",").split(",")]:
            assert part.lstrip(" \"'\t")[:1] not in ("=", "+", "-", "@", "＝") or "'" in part[:4]
            assert not part.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@pytest.mark.parametrize("text", ["สำนักคลัง 92.6%", "a-1", "10.0.0.1", '{"role": "admin"}', "e=mc2"])
def test_what_is_harmless_is_exported_as_it_is(text):
    assert log.harmless(text) == text


def test_an_export_that_has_no_place_is_told_in_one_sentence(tmp_path, capsys):
    account("boss")
    assert log.main(["export", str(tmp_path / "gone" / "audit.csv")]) == 1
    assert "its folder is not there" in capsys.readouterr().err
    assert audit.count(act="audit.export") == 0
