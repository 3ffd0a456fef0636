"""Who may send files to a page, and how much at a time.

Streamlit takes a file of whoever has a page open, whether that page asks for one or not, and keeps it in memory until
the page is left. No page asks a public reader for a file.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import streamlit.runtime
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from smart7 import publish
from smart7.api.signin import COOKIE
from smart7.ledger import book
from smart7.register import signin
from smart7.register.rights import READER
from smart7.words import keeping
from smart7.words import sending as words

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from smart7.i18n import Text

LOG: Final = logging.getLogger(__name__)
WHERE: Final = "/_stcore/upload_file/"
MOST: Final = 200 * 2**20
"""Bytes that are kept for one open page: ten times the largest file, and twice what is sent with figures at most."""


class Sending:
    """Answer what nobody may send, and pass every other request on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at one request; only those that bring a file are asked who sends them."""
        if scope["type"] == "http" and scope["method"] == "PUT" and scope["path"].startswith(WHERE):
            token = HTTPConnection(scope).cookies.get(COOKIE, "")
            refused = await run_in_threadpool(why_not, token, scope["path"][len(WHERE) :].partition("/")[0])
            if refused is not None:
                await PlainTextResponse(refused[1].both(), refused[0])(scope, receive, send)
                return
        await self._app(scope, receive, send)


def why_not(token: str, session_id: str) -> tuple[int, Text] | None:
    """Return status and reason for which a file is not taken of who is signed in, for an open page of Streamlit's."""
    if publish.read_only() or not token:
        return 403, words.READERS
    try:
        if signin.person_of(token) == READER:
            return 403, words.READERS
    except (*book.FAULTS, OSError):
        LOG.exception("Who sends a file cannot be read of the ledger")
        return 503, keeping.NO_LEDGER
    return (413, words.ENOUGH) if held(session_id) >= MOST else None


def held(session_id: str) -> int:
    """Return how many bytes of files are kept for an open page."""
    files = streamlit.runtime.get_instance().uploaded_file_mgr
    assert isinstance(files, MemoryUploadedFileManager)
    return sum(len(file.data) for file in list(files.file_storage.get(session_id, {}).values()))
