"""Sign in by the city's own identity provider: Streamlit's `st.login` does it, and an account's session comes of it.

Streamlit leads to the provider and back, checks what it says, and answers with a signed cookie of its claims. Only from
that answer a session begins, in the moment it is given: the cookie by itself, which lasts for a month, opens nothing.
"""

from __future__ import annotations

import json
import logging
import sys
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from smart7 import publish, view
from smart7.api import signin as door
from smart7.ledger import book
from smart7.ledger.served.named import named
from smart7.register import outside, signin
from smart7.register.rights import Refused

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG: Final = logging.getLogger(__name__)
PROVIDER: Final = "default"
NEXT: Final = "smart7_next"
MINUTES: Final = 10


def require_settings() -> None:
    """End the process with one sentence in both languages where a setting keeps people from signing in or acting."""
    try:
        outside.require_sound(outside.settings())
        named()
    except Refused as refused:
        sys.exit(refused.why.both())
    except book.FAULTS as fault:
        sys.exit(str(fault))


async def begin(request: Request) -> Response:
    """Lead to the provider, and remember where to go on afterwards."""
    from streamlit.auth_util import encode_provider_token

    onward = view.within(request.query_params.get("next", "")) or "/"
    if not outside.offered():
        return door.back(onward, "outside")
    response = door.going(f"/auth/login?{urlencode({'provider': encode_provider_token(PROVIDER)})}")
    secure = door.secure(request)
    response.set_cookie(NEXT, onward, MINUTES * 60, path=outside.CALLBACK, httponly=True, samesite="lax", secure=secure)
    return response


class Arrivals:
    """Turn what Streamlit answers to whoever comes back from the provider into a session of the site."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and answer one that comes from the provider by itself."""
        if scope["type"] != "http" or scope["path"] != outside.CALLBACK:
            await self._app(scope, receive, send)
            return
        answered: list[Message] = []

        async def hold(message: Message) -> None:
            answered.append(message)

        await self._app(scope, receive, hold)
        theirs = Headers(raw=answered[0]["headers"]).getlist("set-cookie")
        response = await arrived(Request(scope), theirs)
        await response(scope, receive, send)


async def arrived(request: Request, theirs: list[str]) -> Response:
    """Return the way on, with a session for whom the claims in Streamlit's cookies stand for; or the way back."""
    onward, claims = view.within(request.cookies.get(NEXT, "")) or "/", claims_of(theirs)
    if publish.read_only():
        # Streamlit's own way to the provider stays open, whatever this installation takes in.
        return door.back(onward, "readonly")
    if not claims:
        # Whoever has signed out at the provider comes here too, with nothing to tell.
        asked = "error" in request.query_params or "code" in request.query_params
        return with_cookies(door.back(onward, "outside") if asked else door.going("/"), theirs)
    try:
        before = request.cookies.get(door.COOKIE, "")
        token = await run_in_threadpool(fresh, claims, door.where(request), before)
    except Refused:
        return door.back(onward, "stranger")
    except (*book.FAULTS, OSError):
        LOG.exception("Nobody can sign in, as the ledger cannot be written")
        return door.back(onward, "fault")
    response = with_cookies(door.going(onward), theirs)
    response.delete_cookie(NEXT, path=outside.CALLBACK)
    response.set_cookie(door.COOKIE, token, path="/", httponly=True, samesite="strict", secure=door.secure(request))
    return response


def fresh(claims: dict[str, Any], where: str, before: str) -> str:
    """Return a token that is new with each sign-in; the one the browser had before is worth nothing any more."""
    token = signin.sign_in_from_outside(claims, where)
    if before:
        signin.sign_out(before, where)
    return token


def with_cookies(response: Response, theirs: list[str]) -> Response:
    """Return an answer that sets Streamlit's cookies as well, by which it signs out at the provider later."""
    response.raw_headers += [(b"set-cookie", cookie.encode("latin-1")) for cookie in theirs]
    return response


def claims_of(theirs: list[str]) -> dict[str, Any]:
    """Return what the provider says of somebody, of the cookies that Streamlit has just signed; {} for nothing."""
    from streamlit.auth_util import get_cookie_with_chunks
    from streamlit.web.server.server_util import get_cookie_secret
    from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

    held = {name: one.value for cookie in theirs for name, one in SimpleCookie(cookie).items() if one.value}

    def signed(name: str) -> bytes | None:
        return decode_signed_value(get_cookie_secret(), name, held[name].encode("latin-1")) if name in held else None

    found = get_cookie_with_chunks(signed, door.THEIRS)
    claims = json.loads(found) if found else {}
    return claims if claims.get("is_logged_in") else {}


ROUTES: Final = [Route("/signin/outside", begin)]
