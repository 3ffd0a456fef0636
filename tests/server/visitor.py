"""A visitor without a browser: cookies, requests, and the live line a browser keeps open."""

import http.client
import re
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

NUMBERS = count(1)


@dataclass
class Answer:
    """What a request was answered with."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Visitor:
    """Someone at the site, known by the cookies they keep."""

    url: str
    certificate: Path
    cookies: dict[str, str] = field(default_factory=dict)
    session: str = ""
    line: ClientConnection | None = None

    @property
    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.certificate))

    @property
    def process(self) -> str:
        """Return the number of the process the cookie names."""
        return self.cookies.get("smart7_process", "")

    def sent(self) -> dict[str, str]:
        """Return the header that carries the cookies."""
        held = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": held} if held else {}

    def keep(self, lines: Iterable[str]) -> None:
        """Keep the cookies an answer sets."""
        for line in lines:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """Send one request and return its answer."""
        to = http.client.HTTPSConnection(urlsplit(self.url).netloc, timeout=60, context=self.trust)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        to.request(method, path, body, self.sent() | named)
        answer = to.getresponse()
        found = Answer(answer.status, answer.headers, answer.read())
        to.close()
        self.keep(answer.headers.get_all("Set-Cookie", []))
        return found

    def arrive(self) -> "Visitor":
        """Open the first page as a browser does: the page, then the live line."""
        assert self.ask("GET", "/").status == 200
        assert self.ask("GET", "/_stcore/health").status == 200
        return self.connect()

    def connect(self) -> "Visitor":
        """Open the live line."""
        self.line = connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream", subprotocols=["streamlit"], origin=self.url,
            additional_headers=self.sent(), ssl=self.trust, max_size=None, open_timeout=30, legacy=True,
        )  # fmt: skip
        self.keep(self.line.response.headers.get_all("Set-Cookie"))
        return self

    def page(self, name: str, query: str = "lang=en") -> list[ForwardMsg]:
        """Have a page run and return everything that comes of it."""
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = name, query
        self.line.send(asked.SerializeToString())
        found = [self.next()]
        while found[-1].WhichOneof("type") != "script_finished":
            found.append(self.next())
        self.session = next((m.new_session.initialize.session_id for m in found if m.HasField("new_session")), "")
        return found

    def next(self) -> ForwardMsg:
        """Wait for the next message."""
        return ForwardMsg.FromString(self.line.recv(timeout=60))

    def until(self, here: Callable[[ForwardMsg], bool]) -> ForwardMsg:
        """Wait for a certain message."""
        while not here(message := self.next()):
            pass
        return message

    def made(self, file_id: str) -> str:
        """Have the file behind a button made; return where it lies."""
        asked = BackMsg()
        asked.backend_operation_request.request_id = wanted = f"ask-{next(NUMBERS)}"
        asked.backend_operation_request.session_id = self.session
        asked.backend_operation_request.deferred_file.file_id = file_id
        self.line.send(asked.SerializeToString())
        answer = self.until(lambda message: message.backend_operation_response.request_id == wanted)
        return answer.backend_operation_response.deferred_file.url

    def upload(self, content: bytes) -> Answer:
        """Send a file the way a page's field does."""
        asked = BackMsg()
        asked.file_urls_request.request_id = wanted = f"ask-{next(NUMBERS)}"
        asked.file_urls_request.session_id = self.session
        asked.file_urls_request.file_names.append("a.txt")
        self.line.send(asked.SerializeToString())
        answer = self.until(lambda message: message.file_urls_response.response_id == wanted)
        form = b'--x\r\nContent-Disposition: form-data; name="a.txt"; filename="a.txt"\r\n\r\n%b\r\n--x--\r\n' % content
        return self.ask(
            "PUT", answer.file_urls_response.file_urls[0].upload_url, form,
            X_Xsrftoken=self.cookies["_streamlit_xsrf"], Content_Type="multipart/form-data; boundary=x",
        )  # fmt: skip

    def leave(self) -> None:
        """Close the line."""
        self.line.close()


def shown(messages: list[ForwardMsg]) -> str:
    """Return what a page puts on the screen as markup, in its order."""
    elements = [m.delta.new_element for m in messages if m.WhichOneof("type") == "delta"]
    return "\n".join(element.html.body for element in elements if element.WhichOneof("type") == "html")


def files(messages: list[ForwardMsg]) -> list[str]:
    """Return the ids of the files that buttons of a page offer and that are made when they are asked for."""
    found = [m.delta.new_element.download_button.deferred_file_id for m in messages if m.HasField("delta")]
    return [file_id for file_id in found if file_id]


def snapshots(messages: list[ForwardMsg]) -> set[str]:
    """Return the snapshots a page names."""
    return set(re.findall(r"\b\d{8}-[0-9a-f]{10}\b", shown(messages)))
