"""The documents of an agenda to take away: made by a child process when asked for, kept for the next who asks."""

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

import streamlit as st

from smart7 import publish, said, store, whole
from smart7.components import data
from smart7.meetings.agenda import Agenda
from smart7.packs import aside
from smart7.view import View
from smart7.words import packs as words

KEPT: Final = 12
ENDS: Final = {"pptx": ".pptx", "pdf": ".pdf", "handout": "-16x9.pdf", "xlsx": ".xlsx"}
# One pack is made at a time: two would leave no processor for the pages.
MAKING: Final = Lock()


def show(agenda: Agenda, view: View) -> None:
    """Draw what makes the documents of an agenda, or the buttons that take them away."""
    label = view.say(words.TAKE)
    with st.expander(label, icon=":material/download:", key="packs", on_change="rerun") as opened:
        if not opened.open:
            return
        snapshot = agenda.snapshot_id or data.snapshot()
        folder = place(agenda, snapshot, view)
        if not folder.exists() and st.button(view.say(words.MAKE), icon=":material/inventory_2:", key="packs-make"):
            make(agenda, snapshot, folder, view)
        if folder.exists():
            st.caption(view.say(words.MADE, snapshot=snapshot))
            buttons(folder, view)


def place(agenda: Agenda, snapshot: str, view: View) -> Path:
    """Return the folder of an agenda's documents: another for every change of what they are made of."""
    made_of = f"{said.made_of(agenda)}\n{snapshot}\n{view.lang}\n{view.sample}"
    return shelf() / hashlib.blake2b(made_of.encode(), digest_size=12).hexdigest()


def shelf() -> Path:
    """Return the folder of made documents."""
    return store.ROOT / ".cache" / "packs"


def make(agenda: Agenda, snapshot: str, folder: Path, view: View) -> None:
    """Make the documents in a child process and say how far it is; they appear all at once."""
    if not MAKING.acquire(blocking=False):
        st.warning(view.say(words.BUSY))
        return
    try:
        with (
            whole.told(shelf()),
            aside.room(shelf(), aside.PACK) as room,
            st.status(view.say(words.MAKING)) as status,
        ):
            sweep()
            hidden = [] if view.sample else ["--no-sample"]
            options = ["--lang", view.lang, "--snapshot", snapshot, *hidden]
            draft = room / "made"
            draft.mkdir()
            for line in publish.run("smart7.packs", agenda.agenda_id, "--out", str(draft), *options):
                status.update(label=line.replace(f"{draft}/", ""))
            whole.move(draft, folder)
    except whole.CannotWrite as error:
        st.error(view.say(words.NOT_MADE, why=view.say(error.said)))
    except (publish.BuildFailed, OSError) as error:
        if not folder.exists():  # another process of the site may have made the same meanwhile
            st.error(view.say(words.NOT_MADE, why=str(error).splitlines()[-1] if str(error) else ""))
    finally:
        MAKING.release()


def sweep() -> None:
    """Delete all but the documents made last."""
    with suppress(FileNotFoundError):  # another process of the site deletes, too
        made = sorted(shelf().glob("[!.]*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for folder in made[KEPT:]:
            shutil.rmtree(folder, ignore_errors=True)


def buttons(folder: Path, view: View) -> None:
    """Draw a button for each document; it is read when it is asked for."""
    with st.container(horizontal=True):
        for kind, label in words.FILES.items():
            for path in sorted(folder.glob(f"*{ENDS[kind]}")):
                if kind == "pdf" and path.name.endswith(ENDS["handout"]):
                    continue
                st.download_button(
                    view.say(label), path.read_bytes, path.name, on_click="ignore", key=f"packs-{kind}",
                    icon=":material/download:",
                )  # fmt: skip
