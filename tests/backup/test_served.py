"""A ledger on a server is backed up like a file, and put back as a file or into an empty server."""

import errno
import os

import pytest

from smart7 import whole
from smart7.backup import __main__ as backups
from smart7.backup import copying, restore
from smart7.backup.refused import Refused
from smart7.ledger import audit, book, copies
from smart7.ledger.served import named
from tests.backup import place
from tests.served import ON_SERVER

pytestmark = ON_SERVER


@pytest.fixture
def data(kept_in, data):
    """Return a data folder whose ledger is on a server."""
    with book.opened(writing=True) as held:
        audit.note(held, "a-1", "sign_in", "ที่ปี่น้ำ")
        audit.note(held, "a-1", "sign_out", "x")
    assert not (data / "ledger.sqlite").exists()
    return data


def test_a_backup_of_a_server_comes_back_as_a_file_with_the_chain_whole(data, out, tmp_path, monkeypatch):
    before, head = audit.read(), audit.head()
    made = backups.back_up(out)
    monkeypatch.delenv(named.VARIABLE)
    restore.restore(made, tmp_path / "again")
    assert place.held(tmp_path / "again") == place.expected(data)
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "again"))
    assert audit.read() == before and audit.verify(head) == ""
    place.append(1, "after")
    assert len(place.rows(tmp_path / "again" / "ledger.sqlite")["views"]) == 4


def test_a_backup_goes_into_an_empty_server_and_into_no_other(data, out, tmp_path, monkeypatch, postgres, capsys):
    before, made = audit.read(), backups.back_up(out)
    with pytest.raises(Refused, match="holds a ledger already"):
        restore.restore(made, tmp_path / "again")
    assert not (tmp_path / "again").exists()
    with postgres.database() as empty:
        monkeypatch.setenv(named.VARIABLE, empty)
        assert restore.main([str(made), "--to", str(tmp_path / "again")]) == 0
        assert not (tmp_path / "again" / "ledger.sqlite").exists()
        assert audit.read() == before and audit.verify() == ""
        with book.opened(writing=True) as held:
            assert book.used(held, "acts") == 2 and copies.counted(held)["views"] == 3
            audit.note(held, "a-1", "act", "goes on")
        assert audit.verify() == "" and audit.read()[0].entry == 3
        assert "the ledger is written to the server" in capsys.readouterr().out


def refuse(*_):
    """Refuse as a disk does that nothing can be written to."""
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def test_a_restoring_that_was_cut_off_after_the_server_had_the_ledger_goes_on(
    data, out, tmp_path, monkeypatch, postgres
):
    before, made, to = audit.read(), backups.back_up(out), tmp_path / "again"

    def refused(home, name, error, told):
        with monkeypatch.context() as patch, pytest.raises(error, match=told):
            patch.setattr(home, name, refuse)
            restore.restore(made, to)
        assert not to.exists()

    with postgres.database() as empty:
        monkeypatch.setenv(named.VARIABLE, empty)
        refused(copying, "settle", whole.CannotWrite, "Nothing was changed")
        assert audit.read() == [] and not list(tmp_path.glob(".again*"))
        refused(restore, "take_place", Refused, "Restore the same backup to the same place again")
        assert audit.read() == before
        with pytest.raises(Refused, match="holds a ledger already"):
            restore.restore(made, tmp_path / "elsewhere")
        restore.restore(made, to)
        assert place.held(to) == {name: (made / "data" / name).read_bytes() for name in place.held(to)} != {}
        assert audit.read() == before and audit.verify() == "" and not list(tmp_path.glob(".again*"))


def test_a_server_whose_ledger_went_on_since_a_restoring_was_cut_off_is_in_use(
    data, out, tmp_path, monkeypatch, postgres
):
    made, to = backups.back_up(out), tmp_path / "again"
    with postgres.database() as empty:
        monkeypatch.setenv(named.VARIABLE, empty)
        with monkeypatch.context() as patch, pytest.raises(Refused):
            patch.setattr(restore, "take_place", refuse)
            restore.restore(made, to)
        with book.opened(writing=True) as held:
            audit.note(held, "a-1", "act", "goes on")
        with pytest.raises(Refused, match="holds a ledger already"):
            restore.restore(made, to)
        assert audit.read()[0].what == "goes on" and not to.exists()


def test_a_ledger_in_a_file_moves_to_a_server_by_its_backup(data, out, tmp_path, monkeypatch, postgres):
    monkeypatch.delenv(named.VARIABLE)
    monkeypatch.setenv("SMART7_DATA", str(place.make(tmp_path / "small")))
    with book.opened(writing=True) as held:
        audit.note(held, "a-1", "act", "in the file")
    made, head = backups.back_up(out), audit.head()
    with postgres.database() as empty:
        monkeypatch.setenv(named.VARIABLE, empty)
        restore.restore(made, tmp_path / "moved")
        assert audit.verify(head) == "" and audit.read()[0].what == "in the file"


def test_entries_that_were_cut_off_show_in_a_copy_too(data, out, tmp_path, monkeypatch):
    from tests import served

    with served.tool() as run:
        run("drop trigger acts_are_kept; delete from acts where entry = 2")
    made = backups.back_up(out)
    monkeypatch.delenv(named.VARIABLE)
    restore.restore(made, tmp_path / "again")
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "again"))
    assert "the last entry is 1, but there were 2" in audit.verify()


def test_where_the_server_does_not_answer_no_backup_is_made_and_one_sentence_said(data, out, monkeypatch, capsys):
    monkeypatch.setenv(named.VARIABLE, "postgresql://smart7:x@127.0.0.1:1/ledger")
    assert backups.main(["--out", str(out)]) == 1
    assert "cannot be reached" in capsys.readouterr().err and not list(out.glob("smart7-*"))
