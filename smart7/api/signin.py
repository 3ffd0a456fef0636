"""Signing in and out: two forms that are posted by this site's own pages alone, and the one cookie of the site.

The cookie says nothing but a random token. It is set by signing in and by nothing else; a script cannot read it, and
another site's page cannot send it along.
"""

import logging
from collections.abc import Mapping
from html import escape
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from smart7 import publish, view
from smart7.i18n import parse_lang
from smart7.ledger import book
from smart7.register import signin
from smart7.register.rights import Refused
from smart7.words import outside, people
from smart7.words import signin_page as words

LOG: Final = logging.getLogger(__name__)
COOKIE: Final = "smart7_session"
THEIRS: Final = "_streamlit_user"
"""What Streamlit keeps of a sign-in at an identity provider; it signs nobody in here, and ends with the session."""
FORM: Final = "application/x-www-form-urlencoded"
LARGEST: Final = 16_000
"""Bytes a form may have; `next` may hold 3,000 letters, each of which takes up to three."""
LONGEST: Final[Mapping[str, int]] = {"login": 100, "password": 1000, "next": 2 * view.LONGEST_BACK}


class BadForm(Exception):
    """Raise when a request is none that a form of this site sends; carries the status of the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def sign_in(request: Request) -> Response:
    """Answer the form of the page `signin`: a cookie and the way on, or the way back to the form."""
    try:
        given = await form(request)
    except BadForm as bad:
        return refused(bad)
    onward = view.within(given.get("next", "")) or "/"
    if publish.read_only():
        return back(onward, "readonly")
    before = request.cookies.get(COOKIE, "")
    try:
        token = await run_in_threadpool(
            fresh, given.get("login", ""), given.get("password", ""), where(request), before
        )
    except Refused as said:
        return back(onward, "refused" if said.why == people.WRONG else "wait")
    except (*book.FAULTS, OSError):
        LOG.exception("Nobody can sign in, as the ledger cannot be written")
        return back(onward, "fault")
    response = going(onward)
    response.set_cookie(COOKIE, token, path="/", httponly=True, samesite="strict", secure=secure(request))
    return response


def fresh(login: str, password: str, where_from: str, before: str) -> str:
    """Return a token that is new with each sign-in; the one the browser had before is worth nothing any more."""
    token = signin.sign_in(login, password, where_from)
    if before:
        signin.sign_out(before, where_from)
    return token


async def sign_out(request: Request) -> Response:
    """Answer the button in the foot: the session ends on the server, the cookie goes."""
    try:
        given = await form(request)
    except BadForm as bad:
        return refused(bad)
    onward = view.within(given.get("next", "")) or "/"
    try:
        await run_in_threadpool(signin.sign_out, request.cookies.get(COOKIE, ""), where(request))
    except (*book.FAULTS, OSError):
        LOG.exception("A session could not be ended, as the ledger cannot be written")
        return back(onward, "fault")
    response = leaving(onward) if THEIRS in request.cookies else going(onward)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict", secure=secure(request))
    return response


async def form(request: Request) -> dict[str, str]:
    """Return the fields of a form of this site; raises `BadForm` for another site's, for too much, for another kind."""
    if not own(request):
        raise BadForm(403)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise BadForm(415)
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise BadForm(413)
    try:
        given = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=10, errors="strict")
    except ValueError:
        raise BadForm(400) from None
    held = {name: value for name, value in given if name in LONGEST}
    if any(len(value) > LONGEST[name] for name, value in held.items()):
        raise BadForm(413)
    return held


def own(request: Request) -> bool:
    """Return whether a page of this site sent a form, as the browser says; one that says nothing is not believed.

    A browser names the page's origin with every form. Behind a proxy the scheme is another, so the host decides.
    """
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "")
    try:
        host = urlsplit(origin).netloc
    except ValueError:
        return False
    return site == "same-origin" and bool(host) and host == request.headers.get("host", "")


def secure(request: Request) -> bool:
    """Return whether the visitor's own line is a secure one: straight, or up to the proxy in front."""
    proxied = request.headers.get("x-forwarded-proto", "").partition(",")[0].strip().lower()
    return "https" in (request.url.scheme, proxied)


def where(request: Request) -> str:
    """Return the address of the visitor's machine, as uvicorn knows it of the proxy in front."""
    return request.client.host if request.client else ""


def back(onward: str, said: str) -> Response:
    """Return the way back to the form, which says why and still leads on; in the language of the page it leads to."""
    lang = parse_lang(dict(parse_qsl(urlsplit(onward).query)).get("lang"))
    held = {**view.spoken(lang), "said": said, "next": onward if onward != "/" else ""}
    return going(view.address("signin", held))


def leaving(onward: str) -> Response:
    """Return the way out at the identity provider too: a page, as a browser lets no form of ours lead elsewhere."""
    lang = parse_lang(dict(parse_qsl(urlsplit(onward).query)).get("lang"))
    words_of, way = escape(outside.LEAVING.get(lang)), "/auth/logout"
    page = f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{words_of}</title>'
    page += f'<meta http-equiv="refresh" content="0;url={way}"><p><a href="{way}">{words_of}</a></p></html>'
    return HTMLResponse(page, headers={"Cache-Control": "no-store"})


def going(address: str) -> Response:
    """Return the way to an address of this site, to be read anew."""
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


def refused(bad: BadForm) -> Response:
    """Return the answer to what no form of this site sends."""
    text = words.BAD_FORM[bad.status].both()
    return PlainTextResponse(text, bad.status, {"Cache-Control": "no-store"})
