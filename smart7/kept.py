"""Keep what was made for the arguments used last: made once, however many ask for it at the same moment.

What is kept is handed to everybody who asks, so nobody may change it. Arguments name the snapshot, so nothing has to
be forgotten when another one is put in service.
"""

from collections.abc import Callable
from functools import wraps
from threading import Condition
from typing import Any, Final, ParamSpec, TypeVar, cast

from cachetools import LRUCache, cached

Asked = ParamSpec("Asked")
Made = TypeVar("Made")
_forgetters: Final[list[Callable[[], None]]] = []


def kept(
    most: int, weigh: Callable[[Any], int] | None = None
) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Return a decorator that keeps what a function gave for as many arguments; who asks meanwhile waits for it.

    Where things differ in size, `weigh` says how large one is, and `most` is how large all that is kept may be.
    """

    def keeping(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
        keeps = cached(LRUCache(most, weigh), condition=Condition())(make)
        _forgetters.append(keeps.cache_clear)
        return cast(Callable[Asked, Made], keeps)

    return keeping


def kept_as_sent(
    most: int, weigh: Callable[[Any], int] | None = None
) -> Callable[[Callable[Asked, str]], Callable[Asked, bytes]]:
    """Return a decorator that keeps the text a function gave as the bytes that are sent to everybody who asks.

    For long ones: in memory one letter of Thai makes two bytes of every letter of the markup around it.
    """

    def keeping(make: Callable[Asked, str]) -> Callable[Asked, bytes]:
        @wraps(make)
        def written(*arguments: Asked.args, **named: Asked.kwargs) -> bytes:
            return make(*arguments, **named).encode()

        return kept(most, weigh)(written)

    return keeping


def at_hand(keeps: Callable[Asked, Made], *arguments: Asked.args, **named: Asked.kwargs) -> Made | None:
    """Return what is kept for arguments, or None where it would have to be made or is being made."""
    with keeps.cache_lock:  # type: ignore[attr-defined]
        found: Made | None = keeps.cache.get(keeps.cache_key(*arguments, **named))  # type: ignore[attr-defined]
        return found


def forget() -> None:
    """Drop everything that is kept, as a test or a benchmark of a first visit does."""
    for each in _forgetters:
        each()
