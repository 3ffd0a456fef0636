"""Passwords: which are taken, and how they are kept and compared; argon2id, two at a time.

A password is looked at as what it is made of. What is left of a common one is nothing: words that come first to mind,
rows of a keyboard, the alphabet, figures, one piece over and over, also where letters are written as figures.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from smart7.register.rights import Refused
from smart7.words import people as words

SHORTEST, LONGEST = 12, 200
# 46 MB and a pass, one lane: as OWASP advises. A guess costs a tenth of a second, and two at a time 92 MB.
HASHER: Final = PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1)
# Of a password nobody knows, made by `HASHER`: a name that does not exist costs the same work as one that does.
NOBODYS: Final = "$argon2id$v=19$m=47104,t=1,p=1$uowb01gllJrMBBs/z67+4g$Q9L9d87OZkvUcxIrTMjvQSc0XsglTYnU/HTNo1mEBME"
AT_ONCE, PATIENCE_SECONDS = 2, 10.0
TURNS: Final = BoundedSemaphore(AT_ONCE)

COMMON: Final = frozenset(unicodedata.normalize("NFKC", word) for word in words.COMMON)
LENGTHS: Final = range(max(len(word) for word in COMMON), 2, -1)
RUNS: Final = "\n".join(unicodedata.normalize("NFKC", row)[::way] for row in words.ROWS for way in (1, -1))
AS_FIGURES: Final = str.maketrans("0134578@$!|", "oieastbasil")
RUN, LEFT = 3, 4
"""So many letters in a row are a run; a password is its own from so many that nothing explains."""


def check(password: str, login: str) -> None:
    """Raise `Refused` for a password that is not taken, saying what to do."""
    own = plain(password)
    if len(own) < SHORTEST:
        raise Refused(words.PASSWORD_SHORT, least=SHORTEST)
    if len(own) > LONGEST:
        raise Refused(words.PASSWORD_LONG, most=LONGEST)
    if login and login.casefold() in own.casefold():
        raise Refused(words.PASSWORD_LOGIN)
    if common(own):
        raise Refused(words.PASSWORD_COMMON)


def common(password: str) -> bool:
    """Return whether a password is made of nothing but what comes first to mind."""
    folded = trimmed(plain(password).casefold())
    joined = re.sub(r"[\s._-]", "", folded)
    ways = (folded, joined, folded.translate(AS_FIGURES), joined.translate(AS_FIGURES))
    return any(len(unexplained(way)) < LEFT for way in ways)


def unexplained(text: str) -> str:
    """Return what is left of a text without words, runs and repetitions."""
    if any(text == (text[:piece] * len(text))[: len(text)] for piece in range(1, len(text) // 2 + 1)):
        return ""
    text = re.sub(r"(.)\1{2,}", "", text)
    left, at = "", 0
    while at < len(text):
        length = explained(text, at)
        left += "" if length else text[at]
        at += length or 1
    return left


def trimmed(text: str) -> str:
    """Return a text without the figures, signs and spaces at its ends."""
    letters = [at for at, char in enumerate(text) if unicodedata.category(char)[0] in "LM"]
    return text[letters[0] : letters[-1] + 1] if letters else ""


def explained(text: str, at: int) -> int:
    """Return how long the word or the run is that a text has at a place, 0 for none."""
    word = next((length for length in LENGTHS if text[at : at + length] in COMMON), 0)
    run = RUN
    while at + run <= len(text) and text[at : at + run] in RUNS:
        run += 1
    return max(word, run - 1 if run > RUN else 0)


def plain(password: str) -> str:
    """Return a password in one form, so that every keyboard and system writes the same."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode())


def kept(password: str) -> str:
    """Return what argon2 makes of a password, to be kept in its place."""
    with turn():
        return HASHER.hash(plain(password))


def matches(hashed: str, password: str) -> bool:
    """Return whether a password is the one that is kept, '' for none; takes the same work whatever is kept."""
    with turn():
        try:
            # One that is longer than any that is kept cannot match, and costs no more.
            return HASHER.verify(hashed or NOBODYS, plain(password[: 2 * LONGEST])[: LONGEST + 1]) and bool(hashed)
        except (VerificationError, InvalidHashError):
            return False


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one of a few places, as each takes memory; raises `Refused` when too many wait."""
    if not TURNS.acquire(timeout=PATIENCE_SECONDS):
        raise Refused(words.BUSY)
    try:
        yield
    finally:
        TURNS.release()
