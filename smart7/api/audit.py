"""Answer `/audit.csv`: the record of acts, narrowed as its link says, line by line; for administrators alone."""

import logging
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from smart7.api.signin import COOKIE, where
from smart7.ledger import audit, book
from smart7.ledger.audit import Wanted
from smart7.register import keeping, log, signin, sought
from smart7.register.rights import Refused
from smart7.words import keeping as words

LOG: Final = logging.getLogger(__name__)
AT_ONCE: Final = 500
"""Lines that are sent together."""


async def sheet(request: Request) -> Response:
    """Answer with the file; 403 for whoever may not read the audit, 400 for a day that is none."""
    try:
        wanted = sought.wanted(request.query_params)
        token = request.cookies.get(COOKIE, "")
        lines = await run_in_threadpool(taken, token, where(request), wanted)
    except ValueError as error:
        return said(str(error), 400)
    except Refused as refused:
        return said(refused.why.both(), 403)
    except (*book.FAULTS, OSError):
        LOG.exception("The audit cannot be read")
        return said(words.NO_LEDGER.both(), 503)
    name = f"smart7-audit-{date.today()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(together(lines), media_type="text/csv; charset=utf-8", headers=headers)


def taken(token: str, place: str, wanted: Wanted) -> Iterator[str]:
    """Note that entries are taken away and return their lines, which are read as they are sent; raises `Refused`."""
    keeping.FROM.set(place)
    who = signin.person_of(token)
    keeping.permit(who, "audit.read")
    wanted = {**wanted, "until": int(audit.head().partition(":")[0]) + 1}
    keeping.note_reading(who, f"{audit.count(**wanted)} entries taken away")
    return log.as_csv(audit.every(**wanted))


def together(lines: Iterator[str]) -> Iterator[bytes]:
    """Yield lines many at a time, behind the mark that spreadsheets know Thai by."""
    yield b"\xef\xbb\xbf"
    while some := "".join(islice(lines, AT_ONCE)):
        yield some.encode()


def said(text: str, status: int) -> Response:
    """Return a refusal in words."""
    return PlainTextResponse(text, status, {"Cache-Control": "no-store"})
