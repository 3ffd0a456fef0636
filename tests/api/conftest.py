"""Ask the routes as a server would, without one."""

import asyncio
import gzip
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import brotli
import pytest
from starlette.applications import Starlette

from smart7 import api

DECODERS = {"identity": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def text(self) -> str:
        return DECODERS[self.headers.get("content-encoding", "identity")](self.body).decode()


async def asked(app: Starlette, path: str, method: str, headers: dict[str, str]) -> Answer:
    split, sent, heard = urlsplit(path), [], []
    scope = {
        "type": "http", "method": method, "path": split.path, "raw_path": split.path.encode(),
        "query_string": split.query.encode(), "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
        "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 80), "root_path": "",
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        if heard:
            await asyncio.Event().wait()  # the reader stays
        heard.append(True)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], {k.decode(): v.decode() for k, v in sent[0]["headers"]}, body)


@pytest.fixture
def app(snapshot) -> Starlette:
    return Starlette(routes=api.ROUTES)


@pytest.fixture
def get(app) -> Callable[..., Answer]:
    """Return a function that asks for a path; a header `if_none_match="x"` is sent with hyphens."""

    def run(path: str, method: str = "GET", **headers: str) -> Answer:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        # A browser driven in this process keeps an event loop running in the main thread.
        with ThreadPoolExecutor(1) as aside:
            return aside.submit(asyncio.run, asked(app, path, method, given)).result()

    return run
