"""People who sign in: accounts of each role, and a browser that keeps the cookie the sign-in gives it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette

from smart7 import api
from smart7.api.signin import COOKIE as COOKIE
from smart7.register import members, rights, signin
from smart7.register.members import CONSOLE
from smart7.register.rights import Person, Role
from tests.accounts import hashed_once

PASSWORD = "eleven green bicycles"
HOST = "127.0.0.1:8501"
OURS = {"host": HOST, "origin": f"http://{HOST}", "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded"}  # fmt: skip


def account(role: Role, unit_id: str = "", name: str = "") -> str:
    """Open an account of a role, where it is not there yet, and return its login; an officer has some unit."""
    unit_id = unit_id or (min(rights.units()) if role == "officer" else "")
    login = f"t-{role}-{unit_id}"[:32].rstrip("-")
    if login not in {one.login for one in signin.accounts()}:
        with hashed_once():
            signin.create(CONSOLE, login, name or f"Test {role}", role, unit_id, PASSWORD)
    return login


def person(role: Role, unit_id: str = "") -> Person:
    """Return somebody of a role, who has an account."""
    login = account(role, unit_id)
    return members.person(next(one for one in signin.accounts() if one.login == login))


def session(role: Role, unit_id: str = "") -> dict[str, str]:
    """Return the cookies of a browser after somebody of a role has signed in through the form."""
    with hashed_once():
        answer = post("/signin", login=account(role, unit_id), password=PASSWORD, next="/")
    assert answer.status == 303, answer
    return answer.cookies


class Answer:
    """An answer of the site to a form."""

    def __init__(self, sent: list[dict[str, Any]]) -> None:
        self.status = sent[0]["status"]
        self.headers = [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]
        self.body = b"".join(message.get("body", b"") for message in sent[1:])

    def all(self, name: str) -> list[str]:
        """Return every header of a name."""
        return [value for key, value in self.headers if key.lower() == name]

    @property
    def location(self) -> str:
        (found,) = self.all("location")
        return found

    @property
    def cookies(self) -> dict[str, str]:
        """Return what a browser keeps of the cookies."""
        pairs = [held.partition(";")[0].partition("=") for held in self.all("set-cookie")]
        return {name: value for name, _, value in pairs}


def post(path: str, /, *, headers: dict[str, str | None] | None = None, body: bytes | None = None,
         scheme: str = "http", **fields: str) -> Answer:  # fmt: skip
    """Post a form as a page of this site does; a header that is None is left out."""
    given = {**OURS, **(headers or {})}
    content = urlencode(fields).encode() if body is None else body
    lines = [(name.encode(), value.encode("latin-1")) for name, value in given.items() if value is not None]
    scope = {
        "type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": lines,
        "http_version": "1.1", "scheme": scheme, "server": ("127.0.0.1", 8501), "root_path": "",
        "client": ("192.0.2.7", 40000),
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    # A browser driven in this process keeps an event loop running in the main thread.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, Starlette(routes=api.ROUTES)(scope, receive, send)).result()
    return Answer(sent)
