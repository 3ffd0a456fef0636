"""A small identity provider (OpenID Connect) on loopback, which vouches for whomever a test names.

It does what the standard asks of a provider for one client: codes that hold once, PKCE, a nonce, signed tokens.
"""

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

CLIENT, SECRET = "smart7", "a secret of the client"


@contextmanager
def running(app: ASGIApp) -> Iterator[str]:
    """Run a web application in a thread of its own; lend its address."""
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", 0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


class Provider:
    """The provider: `claims` are of the one who signs in there next, None for somebody who refuses to."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.claims: dict[str, Any] | None = None
        self.codes: dict[str, dict[str, Any]] = {}
        self.left: list[dict[str, str]] = []
        self.address = ""
        self.app = Starlette(routes=[
            Route("/.well-known/openid-configuration", self.about), Route("/authorize", self.authorize),
            Route("/token", self.token, methods=["POST"]), Route("/keys", self.keys), Route("/leave", self.leave),
        ])  # fmt: skip

    async def about(self, _request: Request) -> Response:
        """Say where everything is."""
        ends = {"authorization": "authorize", "token": "token", "end_session": "leave"}
        return JSONResponse(
            {"issuer": self.address, "jwks_uri": f"{self.address}/keys",
             **{f"{name}_endpoint": f"{self.address}/{path}" for name, path in ends.items()},
             "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
             "response_types_supported": ["code"], "subject_types_supported": ["public"]}
        )  # fmt: skip

    async def authorize(self, request: Request) -> Response:
        """Vouch for somebody at once, as if they had signed in here before."""
        asked = dict(request.query_params)
        if asked["client_id"] != CLIENT:
            return PlainTextResponse("unknown client", 400)
        back = {"state": asked["state"]}
        if self.claims is None:
            return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({**back, 'error': 'access_denied'})}")
        code = secrets.token_urlsafe(16)
        self.codes[code] = {**asked, "claims": self.claims}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({**back, 'code': code})}")

    async def token(self, request: Request) -> Response:
        """Give tokens for a code, once, to the client that began with its challenge."""
        given = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        basic = base64.b64decode(request.headers.get("authorization", "").removeprefix("Basic ")).decode()
        known = basic == f"{CLIENT}:{SECRET}" or given.get("client_secret") == SECRET
        asked = self.codes.pop(given["code"], None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if (
            not known
            or asked is None
            or asked["code_challenge"] != base64.urlsafe_b64encode(digest).decode().strip("=")
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, {**claims, **asked["claims"]}, self.key)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": signed})

    async def keys(self, _request: Request) -> Response:
        """Give the key that tokens are held against."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def leave(self, request: Request) -> Response:
        """End the session here, and lead back where the client says."""
        self.left.append(dict(request.query_params))
        return RedirectResponse(request.query_params["post_logout_redirect_uri"])


@contextmanager
def provider() -> Iterator[Provider]:
    """Run a provider."""
    made = Provider()
    with running(made.app) as made.address:
        yield made


def secrets_toml(provider_address: str, site: str, **changed: str) -> str:
    """Return the settings of a site for the provider, some changed; '' leaves one out."""
    given = {
        "redirect_uri": f"{site}/oauth2callback", "cookie_secret": "c" * 40, "client_id": CLIENT,
        "client_secret": SECRET, "server_metadata_url": f"{provider_address}/.well-known/openid-configuration",
    }  # fmt: skip
    lines = [f'{name} = "{value}"' for name, value in {**given, **changed}.items() if value]
    return "\n".join(["[auth]", *lines, ""])
