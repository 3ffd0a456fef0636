"""Somebody who is signed in, without a browser: a live line on which fields are filled in and buttons pressed.

What a page holds is read as a browser reads it, so that whatever is done goes through the page itself.
"""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import quote, urlencode, urlsplit

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60.0  # seconds; who waits longer has seen an error
COOKIE = re.compile(rb"set-cookie: (smart7_session=[^;\r\n]+)", re.IGNORECASE)
# What is filled in, chosen of or pressed, by the name of its element.
FIELDS = ("text_input", "text_area", "checkbox", "button_group")
Value = str | bool | list[str]


class Failed(Exception):
    """Raise where a page shows a failure, or ends otherwise than it should; says what there was."""


@dataclass
class Shown:
    """A page as it stands: its fields and buttons by id, what stands in the fields, what it says, how long it took."""

    ids: list[str] = field(default_factory=list)
    held: dict[str, Value] = field(default_factory=dict)
    good: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def take(self, element: Element) -> None:
        """Take in one element of the page; raises `Failed` for one that tells of a failure."""
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise Failed(f"exception on the page: {element.exception.message[:200]}")
        if kind in (*FIELDS, "button"):
            self.ids.append(getattr(element, kind).id)
        if kind in FIELDS:
            self.held[self.ids[-1]] = standing(kind, getattr(element, kind))
        elif kind == "html":
            self.said.append(element.html.body)
        elif kind == "alert":
            (self.bad if element.alert.format == Alert.ERROR else self.good).append(element.alert.body)

    def id_of(self, key: str) -> str:
        """Return the id of what has a key; raises `Failed` where there is nothing of it."""
        found = [one for one in self.ids if one.endswith(f"-{key}")]
        if len(found) != 1:
            raise Failed(f"{len(found)} of {key} on the page")
        return found[0]

    def keys(self, begin: str) -> list[str]:
        """Return the keys that begin in a way, in the order of the page."""
        return [begin + one.partition(f"-{begin}")[2] for one in self.ids if f"-{begin}" in one]


def standing(kind: str, shown) -> Value:
    """Return what stands in a field as the server draws it, which a browser sends along from then on."""
    if kind == "button_group":
        return list(shown.raw_values) if shown.set_value else [shown.options[n].content for n in shown.default]
    return shown.value if shown.set_value else shown.default


class Person:
    """Somebody with an account, at one page on one live line."""

    def __init__(self, address: str, login: str) -> None:
        """Note where to go; the line is opened with the first page."""
        self.address, self.login, self.cookie = address, login, ""
        self.line: ClientConnection | None = None
        self.shown = Shown()

    async def sign_in(self, password: str) -> None:
        """Post the form that signs in, and keep the cookie."""
        where = urlsplit(self.address)
        body = urlencode({"login": self.login, "password": password, "next": "/"})
        head = (
            f"POST /signin HTTP/1.1\r\nHost: {where.netloc}\r\nOrigin: {self.address}\r\nConnection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        incoming, outgoing = await asyncio.open_connection(where.hostname, where.port)
        outgoing.write((head + body).encode())
        answer = await asyncio.wait_for(incoming.read(), PATIENCE)
        outgoing.close()
        found = COOKIE.search(answer)
        if found is None:
            raise Failed(f"{self.login} is not signed in: {answer[:200]!r}")
        self.cookie = found[1].decode()

    async def open(self, page: str, **link: str) -> Shown:
        """Follow a link to a page, which a browser loads anew: on a line of its own."""
        await self.leave()
        began = perf_counter()
        self.line = await connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream", subprotocols=["streamlit"], origin=self.address,
            additional_headers={"Cookie": self.cookie}, max_size=None, ping_interval=None, proxy=None,
            open_timeout=PATIENCE,
        )  # fmt: skip
        self.page, self.link = page, urlencode(link, quote_via=quote)
        self.held: dict[str, Value] = {}
        await self.run()
        self.shown.seconds = perf_counter() - began
        return self.shown

    async def press(self, key: str, filled: Mapping[str, Value]) -> Shown:
        """Fill in fields by their keys and press a button; return the page that comes of it."""
        began = perf_counter()
        self.held |= {self.shown.id_of(name): value for name, value in filled.items()}
        await self.run(self.shown.id_of(key))
        self.shown.seconds = perf_counter() - began
        return self.shown

    async def run(self, pressed: str = "") -> None:
        """Have the page run with what stands in its fields and a button that is pressed, and read what comes of it."""
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = self.page, self.link
        states = asked.rerun_script.widget_states.widgets
        for name, value in self.held.items():
            state = states.add(id=name)
            if isinstance(value, list):
                state.string_array_value.data.extend(value)
            elif isinstance(value, bool):
                state.bool_value = value
            else:
                state.string_value = value
        if pressed:
            states.add(id=pressed, trigger_value=True)
        await self.line.send(asked.SerializeToString())
        await asyncio.wait_for(self.read(), PATIENCE)

    async def read(self) -> None:
        """Read messages until the page is whole, however often it began anew."""
        while True:
            message = ForwardMsg.FromString(await self.line.recv())
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.shown = Shown()
            elif kind == "page_info_changed":
                self.link = message.page_info_changed.query_string
            elif kind == "delta" and message.delta.HasField("new_element"):
                self.shown.take(message.delta.new_element)
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise Failed(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished).lower())
                # Fields that are gone are forgotten; what was typed stays in those that are there.
                self.held = {name: self.held.get(name, value) for name, value in self.shown.held.items()}
                return

    async def leave(self) -> None:
        """Close the line, where there is one."""
        line, self.line = self.line, None
        if line is not None:
            await line.close()
