"""The city's own identity provider (OpenID Connect), where there is one: its settings, and which claims say who it is.

Streamlit signs in there by the section `[auth]` of its `secrets.toml`. What comes of it is an ordinary session of the
account that an administrator has given the claim to, with the rights of that account and no others.
"""

import importlib.util
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from smart7 import publish, store, view
from smart7.register.rights import Refused
from smart7.words import outside as words

NEEDED: Final = ("client_id", "client_secret", "server_metadata_url", "redirect_uri", "cookie_secret")
PACKAGES: Final = ("authlib", "httpx2")
SHORTEST_SECRET: Final = 32
NEAR: Final = frozenset({"localhost", "127.0.0.1", "::1"})
CALLBACK: Final = "/oauth2callback"
IDENTITY: Final = re.compile(r"email:[^\s:@]+@[^\s:@]+|sub:[\x21-\x7e]{1,255}")


def files() -> list[Path]:
    """Return where Streamlit looks for secrets; what a later file says goes before."""
    return [home / ".streamlit" / "secrets.toml" for home in (Path.home(), store.ROOT)]


def settings() -> dict[str, Any]:
    """Return what is set of the provider, {} for none; raises `Refused` for a file that cannot be read."""
    found: dict[str, Any] = {}
    for file in files():
        try:
            found |= tomllib.loads(file.read_text("utf-8")).get("auth", {}) if file.is_file() else {}
        except (OSError, ValueError) as error:
            raise Refused(words.BAD_FILE, file=file, detail=error) from None
    return found


def offered() -> bool:
    """Return whether somebody can sign in by a provider."""
    return not publish.read_only() and bool(settings())


def require_sound(given: Mapping[str, Any]) -> None:
    """Raise `Refused` for settings with which nobody could sign in, or not safely; none at all are sound."""
    if not given:
        return
    if missing := [name for name in NEEDED if not str(given.get(name, "")).strip()]:
        raise Refused(words.MISSING, names=", ".join(missing))
    if any(isinstance(value, Mapping) and name != "client_kwargs" for name, value in given.items()):
        raise Refused(words.ONE_PROVIDER)
    if len(str(given["cookie_secret"])) < SHORTEST_SECRET:
        raise Refused(words.SHORT_SECRET, least=SHORTEST_SECRET)
    wanted, found = view.public(CALLBACK), str(given["redirect_uri"])
    if found != wanted:
        raise Refused(words.REDIRECT, found=found, wanted=wanted)
    for name in ("redirect_uri", "server_metadata_url"):
        parts = urlsplit(str(given[name]))
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in NEAR):
            raise Refused(words.NOT_SECURE, name=name, found=given[name])
    if lacking := [name for name in PACKAGES if importlib.util.find_spec(name) is None]:
        raise Refused(words.NO_PACKAGES, names=", ".join(lacking))


def written(identity: str) -> str:
    """Return a claim as an account holds it, '' for none; raises `Refused` for what is no claim."""
    kind, _, value = identity.strip().partition(":")
    claim = f"{kind.lower()}:{value.strip().casefold() if kind.lower() == 'email' else value.strip()}"
    if identity.strip() and not IDENTITY.fullmatch(claim):
        raise Refused(words.BAD_IDENTITY)
    return claim if identity.strip() else ""


def identities(claims: Mapping[str, Any]) -> list[str]:
    """Return by which claims a provider says who somebody is: an address of mail only where it was verified."""
    found = []
    if isinstance(claims.get("sub"), str) and claims["sub"]:
        found.append(f"sub:{claims['sub']}")
    if isinstance(claims.get("email"), str) and claims.get("email_verified") in (True, "true"):
        found.append(f"email:{claims['email'].strip().casefold()}")
    return found
