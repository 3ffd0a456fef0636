"""Ask one address for its newest message, politely: nothing that was told before, never long, never elsewhere."""

import http.client
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any, Final
from urllib.parse import urlsplit

from smart7.i18n import Text
from smart7.vehicles.realtime import MOST_BYTES
from smart7.words import positions as words

AGENT: Final = "KhonKaen7Smart (positions; asks every 15 s)"
PATIENCE: Final = 10.0
"""Seconds that one step of an answer may take, and twice that for all of it."""
PIECE: Final = 1 << 16


class NoAnswer(Exception):
    """Raise where no message came: why, and how many seconds the server asks to be left alone."""

    def __init__(self, why: Text, leave: float = 0) -> None:
        self.why, self.leave = why, leave
        super().__init__(why.en)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server said of its last answer, so that it need not send the same again."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return what is asked along."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {"User-Agent": AGENT, "Accept-Encoding": "identity"} | {key: said for key, said in named.items() if said}


class SameHost(urllib.request.HTTPRedirectHandler):
    """Follow a server only to another address of its own, at no other port, and never from https to http."""

    max_redirections = 3

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,  # noqa: ANN401
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the request that follows; raises `NoAnswer` where it leads to somebody else."""
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        safe = new.scheme == old.scheme or (old.scheme, new.scheme) == ("http", "https")
        if new.hostname != old.hostname or new.port not in (None, old.port) or not safe:
            raise NoAnswer(words.WHY_ELSEWHERE)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opener() -> urllib.request.OpenerDirector:
    """Return what opens addresses of http and https and nothing else: no files, no FTP."""
    made = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPErrorProcessor(), SameHost(),
    ):  # fmt: skip
        made.add_handler(handler)
    return made


def ask(address: str, seen: Seen) -> tuple[bytes | None, Seen]:
    """Return the newest message, None where it is the one that was seen, and what to ask with next time.

    Raises `NoAnswer`.
    """
    request = urllib.request.Request(address, headers=seen.headers())
    try:
        with opener().open(request, timeout=PATIENCE) as response:
            content = whole(response)
            told = response.headers
    except urllib.error.HTTPError as error:
        if error.code == 304:
            return None, seen
        raise NoAnswer(words.WHY_STATUS.filled(status=error.code), patience(error.headers)) from None
    except TimeoutError:
        raise NoAnswer(words.WHY_SLOW) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        slow = isinstance(reason, TimeoutError)
        said = type(reason).__name__  # what it says may hold the address, and with it a key
        raise NoAnswer(words.WHY_SLOW if slow else Text(said, said)) from None
    return content, Seen(told.get("ETag", ""), told.get("Last-Modified", ""))


def whole(response: http.client.HTTPResponse) -> bytes:
    """Return an answer to its end; raises `NoAnswer` for one that is too large or drips."""
    until, content = time.monotonic() + 2 * PATIENCE, bytearray()
    while piece := response.read1(PIECE):
        content += piece
        if len(content) > MOST_BYTES:
            raise NoAnswer(words.WHY_TOO_LARGE)
        if time.monotonic() > until:
            raise NoAnswer(words.WHY_SLOW)
    return bytes(content)


def patience(headers: Message | None) -> float:
    """Return how many seconds a server asks to be left alone; 0 where it asks nothing that is understood."""
    said = (headers.get("Retry-After", "") if headers else "").strip()
    return float(said) if said.isdecimal() and len(said) < 6 else 0.0
