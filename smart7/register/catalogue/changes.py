"""The way of a change of the catalogue: proposed, returned or approved by somebody else, published.

Each act is one transaction of the ledger: who may is asked, the state is looked at, and what is written comes with
its entry in the audit, or nothing is written at all.
"""

import secrets
from collections.abc import Mapping
from typing import Final

from smart7 import edits, publish
from smart7.edits import Edit
from smart7.ledger import audit, book, quotas
from smart7.ledger import edits as held
from smart7.ledger.book import Ledger
from smart7.ledger.edits import Change
from smart7.office import dates
from smart7.office.signs import CellError
from smart7.register.catalogue import fields, files, trial
from smart7.register.catalogue.files import Key, Sheet
from smart7.register.keeping import FROM
from smart7.register.rights import Act, Person, Refused, require
from smart7.words import edits as words
from smart7.words import keeping

LONGEST_CELL: Final = 4000
LONGEST: Final = 2000
"""Characters that a cell, and that a note or a remark may have."""


def permit(who: Person, act: Act) -> None:
    """Raise `Refused` where this installation takes nothing in, or a person may not do something."""
    if publish.read_only():
        raise Refused(keeping.READ_ONLY)
    require(who, act)


def draft(who: Person, file: str, key: Key, cells: Mapping[str, str]) -> Edit:
    """Return a change of a row, `()` for one that is added, of the cells of a form; raises `Refused`.

    Days may be written as offices write them. Nothing is kept and nothing is held to the rules yet.
    """
    permit(who, "catalogue.edit")
    if file not in edits.KEYS:
        raise Refused(words.NO_FILE, file=file)
    sheet = files.sheet(file, files.approved())
    written = {name: cleaned(file, name, cell, sheet) for name, cell in cells.items()}
    if not key:
        return added(sheet, {name: cell for name, cell in written.items() if cell})
    if key not in sheet.rows:
        raise Refused(words.NO_ROW, key=" ".join(key))
    row = sheet.rows[key]
    after = {name: cell for name, cell in written.items() if cell != row[name]}
    if set(after) & set(edits.KEYS[file]):
        raise Refused(words.KEY_STAYS)
    if not after:
        raise Refused(words.NOTHING_CHANGED)
    return Edit(secrets.token_hex(6), file, key, False, {name: row[name] for name in after}, after)


def added(sheet: Sheet, after: Mapping[str, str]) -> Edit:
    """Return the change that adds a row; raises `Refused` where one with its key is there."""
    key = files.key_of(sheet.file, dict(after))
    if key in sheet.rows:
        raise Refused(words.THERE_ALREADY, key=" ".join(key))
    if not after:
        raise Refused(words.NOTHING_CHANGED)
    return Edit(secrets.token_hex(6), sheet.file, key, True, {}, after)


def cleaned(file: str, name: str, cell: str, sheet: Sheet) -> str:
    """Return a cell in one line, a day as files write it where it can be read; raises `Refused`."""
    if name not in sheet.header:
        raise Refused(words.NO_COLUMN, column=name, file=file)
    sound = "".join(letter if letter.isprintable() else " " for letter in cell.encode("utf-8", "replace").decode())
    one_line = " ".join(sound.split())
    if len(one_line) > LONGEST_CELL:
        raise Refused(words.LONG_CELL, column=name, most=LONGEST_CELL)
    if one_line and fields.of(file, name).kind == "day":
        try:
            return dates.day(one_line, "", "dmy", set()).isoformat()
        except CellError:
            return one_line  # the check says what is wrong with it
    return one_line


def propose(who: Person, edit: Edit, note: str = "") -> str:
    """Propose a change that a build would take, and return its id; the same again is not proposed twice.

    Raises `Refused`, and what the ledger's disk refuses.
    """
    permit(who, "catalogue.edit")
    said = short(note)
    stands(edit)
    passes(edit)
    with book.opened(writing=True) as ledger:
        there = held.same(ledger, edit, who.account_id)
        if there is not None:
            return there
        try:
            quotas.room(ledger, "changes", who.account_id)
        except quotas.Full as full:
            raise Refused(full.why) from None
        held.add(ledger, edit, who.account_id, who.name, said)
        audit.note(
            ledger, who.account_id, "catalogue.edit", told(edit), cells(edit.before), cells(edit.after), FROM.get()
        )
    return edit.change_id


def withdraw(who: Person, change_id: str) -> None:
    """Take back a proposal of one's own; raises `Refused`."""
    permit(who, "catalogue.edit")
    with book.opened(writing=True) as ledger:
        found = standing(ledger, change_id, "proposed", "returned")
        if found.author != who.account_id:
            raise Refused(words.NOT_YOURS)
        decided(ledger, who, found, "withdrawn", "catalogue.edit")


def give_back(who: Person, change_id: str, remark: str) -> None:
    """Return a proposal, approved or not yet, with what is to be corrected; raises `Refused`."""
    permit(who, "catalogue.approve")
    said = short(remark)
    if not said:
        raise Refused(words.NEEDS_REMARK)
    with book.opened(writing=True) as ledger:
        found = standing(ledger, change_id, "proposed", "approved")
        # What was approved later starts from what this one says, and would be lost without a word.
        if found.approval and any(built_upon(found, later) for later in held.in_force(ledger)):
            raise Refused(words.BUILT_UPON)
        decided(ledger, who, found, "returned", "catalogue.approve", said)


def built_upon(one: Change, later: Change) -> bool:
    """Return whether a change is of the same row as one that was approved before it."""
    return later.approval > one.approval and (later.edit.file, later.edit.key) == (one.edit.file, one.edit.key)


def approve(who: Person, change_id: str) -> None:
    """Approve a proposal of somebody else, tried once more with all that was approved since; raises `Refused`."""
    permit(who, "catalogue.approve")
    with book.opened() as ledger:
        found = judged(ledger, who, change_id)
    before = trial.approvals()
    stands(found.edit)
    passes(found.edit)
    with book.opened(writing=True) as ledger:
        found = judged(ledger, who, change_id)
        force = held.in_force(ledger)
        if (len(force), force[-1].approval if force else 0) != before:
            raise Refused(words.MEANWHILE)
        decided(ledger, who, found, "approved", "catalogue.approve")


def judged(ledger: Ledger, who: Person, change_id: str) -> Change:
    """Return a proposal that a person may approve: one that waits, and nobody's own; raises `Refused`."""
    found = standing(ledger, change_id, "proposed")
    if found.author == who.account_id:
        raise Refused(words.OWN)
    return found


def stands(edit: Edit) -> None:
    """Raise `Refused` where a change touches an id, or its row says otherwise by now than when it was drafted."""
    if edit.file not in edits.KEYS:
        raise Refused(words.NO_FILE, file=edit.file)
    sheet = files.sheet(edit.file, files.approved())
    kept = files.key_of(edit.file, dict(edit.after)) == edit.key
    if not kept if edit.added else set(edit.after) & set(edits.KEYS[edit.file]):
        raise Refused(words.KEY_STAYS)
    if edit.added:
        if edit.key in sheet.rows:
            raise Refused(words.THERE_ALREADY, key=" ".join(edit.key))
        return
    row = sheet.rows.get(edit.key)
    if row is None:
        raise Refused(words.NO_ROW, key=" ".join(edit.key))
    for name, was in edit.before.items():
        if row.get(name) != was:
            raise Refused(words.CHANGED_SINCE, column=name)


def passes(edit: Edit) -> None:
    """Raise `Refused` where a build would not take a change, with how many faults there are and the first."""
    found = trial.faults(edit)
    if found:
        place = f"{found[0].file} {found[0].column}".strip()
        raise Refused(words.FAULTS, count=len(found), place=place, first=found[0].what)


def standing(ledger: Ledger, change_id: str, *states: str) -> Change:
    """Return a change that is in one of some states; raises `Refused`."""
    found = held.get(ledger, change_id)
    if found is None:
        raise Refused(words.NOT_THERE)
    if found.publishing:
        raise Refused(words.BEING_PUBLISHED)
    if found.state not in states:
        raise Refused(words.WRONG_STATE, state=words.STATES[found.state])
    return found


def decided(
    ledger: Ledger, who: Person, found: Change, state: str, act: Act, said: str = ""
) -> None:  # fmt: skip
    """Write what becomes of a change, with its entry in the audit."""
    held.decide(ledger, found.change_id, state, who.account_id, said)
    after = f"{state}: {said}" if said else state
    audit.note(ledger, who.account_id, act, told(found.edit), found.state, after, FROM.get())


def every(who: Person) -> list[Change]:
    """Return every change, the newest first, for whoever may edit or approve; raises `Refused`."""
    require(who, "catalogue.edit")
    with book.opened() as ledger:
        return held.every(ledger, most=500)


def short(text: str) -> str:
    """Return a text without space around it; raises `Refused` where it is too long."""
    if len(text.strip()) > LONGEST:
        raise Refused(words.TOO_LONG, most=LONGEST)
    return text.strip()


def told(edit: Edit) -> str:
    """Return a change as the audit names it."""
    return f"{edit.change_id} {edit.file} {' '.join(edit.key)}"


def cells(held_cells: Mapping[str, str]) -> str:
    """Return cells as the audit tells them."""
    return " · ".join(f"{name}: {cell}" for name, cell in held_cells.items())
