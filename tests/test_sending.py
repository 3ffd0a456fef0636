"""Who may send files to a page: nobody who only reads, and not without end."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
import streamlit.runtime
from starlette.responses import PlainTextResponse
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from smart7 import sending
from smart7.api.signin import COOKIE
from smart7.ledger import book
from smart7.register import signin
from smart7.words import keeping
from smart7.words import sending as words
from tests import people

pytestmark = pytest.mark.usefixtures("own_ledger")


@pytest.fixture
def files(monkeypatch):
    """Return Streamlit's own store of files, as a server has it."""
    store = MemoryUploadedFileManager("/_stcore/upload_file")
    monkeypatch.setattr(streamlit.runtime, "get_instance", lambda: SimpleNamespace(uploaded_file_mgr=store))
    return store


def answer(token="", method="PUT", path="/_stcore/upload_file/page-1/file-1"):
    """Return status and text of what a request is answered with; 204 where it reaches Streamlit."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    cookie = [(b"cookie", f"{COOKIE}={token}".encode())] if token else []
    scope = {"type": "http", "method": method, "path": path, "headers": cookie, "query_string": b""}
    # A browser driven in this process keeps an event loop running in the main thread.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, sending.Sending(PlainTextResponse("", 204))(scope, receive, send)).result()
    return sent[0]["status"], sent[1]["body"].decode()


def test_nobody_who_only_reads_sends_a_file(files):
    assert answer() == (403, words.READERS.both())
    assert answer("made up") == (403, words.READERS.both())


def test_who_is_signed_in_sends_files_until_the_session_ends(files):
    token = people.session("officer")[COOKIE]
    assert answer(token) == (204, "")
    signin.sign_out(token)
    assert answer(token) == (403, words.READERS.both())


def test_an_installation_that_only_reads_takes_none(files, monkeypatch):
    token = people.session("editor")[COOKIE]
    monkeypatch.setenv("SMART7_READONLY", "1")
    assert answer(token) == (403, words.READERS.both())


def test_one_page_holds_no_more_than_so_much(files, monkeypatch):
    token = people.session("officer")[COOKIE]
    monkeypatch.setattr(sending, "MOST", 1000)
    for number in range(2):
        assert answer(token) == (204, "")
        files.add_file("page-1", UploadedFileRec(f"{number}", "a.csv", "text/csv", b"x" * 500))
    assert answer(token) == (413, words.ENOUGH.both())
    assert answer(token, path="/_stcore/upload_file/page-2/file-1") == (204, "")


def test_where_the_ledger_cannot_be_read_it_says_so(files, monkeypatch):
    def broken(_token):
        raise book.FAULTS[0]("no ledger")

    monkeypatch.setattr(signin, "person_of", broken)
    assert answer("any") == (503, keeping.NO_LEDGER.both())


def test_every_other_request_is_passed_on(files):
    assert answer(method="DELETE")[0] == answer(method="OPTIONS")[0] == answer(path="/people")[0] == 204
