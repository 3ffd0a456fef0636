"""Try a change as a build would, in a process of its own: what serves never imports what builds."""

import json
import threading
from dataclasses import asdict, dataclass
from typing import Any, Final

from smart7 import store, whole
from smart7.edits import Edit
from smart7.i18n import Text
from smart7.kept import kept
from smart7.ledger import book
from smart7.ledger import edits as held
from smart7.office import apart
from smart7.register.rights import Refused
from smart7.turn import TURNS
from smart7.words import edits as words

MODULE: Final = "smart7.ingest.trial"
SECONDS: Final = 180
ONE: Final = threading.Lock()
"""However many editors check at once, one build is tried at a time."""
Made = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong: where, what, and what to do; `own` where it is the changed row itself."""

    file: str
    line: int
    column: str
    own: bool
    what: Text
    todo: Text


def faults(edit: Edit) -> tuple[Wrong, ...]:
    """Return all that a build with a change would refuse, () for nothing; raises `Refused` where it cannot be tried.

    The same change over the same files and approvals is tried once.
    """
    return tried(json.dumps(asdict(edit), ensure_ascii=False), made_of())


def made_of() -> Made:
    """Return what the answer depends on besides the change: files by name, size and time, and what was approved."""
    folder = store.data_folder()
    paths = sorted(path for name in ("catalog", "observations") for path in (folder / name).glob("*.csv"))
    stats = [(path.name, path.stat()) for path in paths]
    files = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return (*files, ("approved", *approvals()))


def approvals() -> tuple[int, int]:
    """Return how many changes are approved and which approval was the last: who decides looks whether that stayed."""
    with book.opened() as ledger:
        found = held.in_force(ledger)
    return len(found), found[-1].approval if found else 0


@kept(16)
def tried(packed: str, made: Made) -> tuple[Wrong, ...]:
    """Let a child try a change over what there is; raises `Refused`."""
    del made  # what the answer is kept by
    with whole.room_aside() as room, TURNS.let_go(), ONE:
        path = whole.write(room / "change.json", packed.encode())
        try:
            answer = apart.answered(MODULE, "--data", str(store.data_folder().resolve()), str(path), seconds=SECONDS)
        except (apart.TooHeavy, RuntimeError) as error:
            raise Refused(words.TRIAL_FAILED) from error
    if "cannot" in answer:
        raise Refused(Text(**answer["cannot"]))
    return tuple(wrong(one) for one in answer["faults"])


def wrong(one: dict[str, Any]) -> Wrong:
    """Return a fault as the child told it."""
    what, todo = Text(one["what_th"], one["what_en"]), Text(one["do_th"], one["do_en"])
    return Wrong(one["file"], one["line"], one["column"], one["own"], what, todo)
