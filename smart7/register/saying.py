"""What people say about a figure: a note, a question to its owner, the answer; each asks for the right to it.

What is said is public and is plain text, shown with the name and role of whoever said it. Each act is one transaction
of the ledger with its entry in the audit, or nothing at all.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, Final

from smart7 import formats, publish, queries, store
from smart7.i18n import LANGS, Lang, Text
from smart7.ledger import audit, book, handed, notes, quotas
from smart7.ledger.book import Ledger
from smart7.ledger.notes import About, Kind, Note
from smart7.register.keeping import FROM
from smart7.register.rights import Act, Person, Refused, may, require
from smart7.words import common, keeping
from smart7.words import notes as words

LONGEST: Final = 1000
"""Characters that a note, a question or an answer may have."""
LATEST: Final = 366
"""Days ahead that an answer may be asked for at the most."""
USUAL: Final = 15
"""Days ahead that an answer is asked for where nobody says otherwise."""
REPORTS: Final = ("school", "centre", "division")
"""Kinds of unit that answer for their own figures; for all others the owner of the indicator does."""
SPACE: Final = "\n\u200b\u200c\u200d"
"""Characters that no letter is seen of and that may stand in a text: Thai is parted by some of them."""


def note(who: Person, about: About, said: str) -> str:
    """Keep a note on a figure and return its id; raises `Refused`."""
    permit(who, "note.write")
    return say(who, "note", about, said)


def ask(who: Person, about: About, said: str, due: date) -> str:
    """Keep a question to the owner of a figure, with the day by which an answer is asked for; raises `Refused`."""
    permit(who, "note.write")
    today = handed.today()
    if not today < due <= today + timedelta(days=LATEST):
        raise Refused(words.BAD_DUE, most=LATEST)
    return say(who, "question", about, said, due)


def say(who: Person, kind: Kind, about: About, said: str, due: date | None = None) -> str:
    """Write a note or a question about a figure that the snapshot in service holds."""
    known = about_of(store.current_id() or "", about.indicator_id)
    if about not in known:
        raise Refused(words.NO_FIGURE)
    figure = (about.figure.th, about.figure.en) if about.figure else ("", "")
    new = Note(
        notes.new_id(kind), kind, "", about.indicator_id, about.unit_id, about.period_kind, about.period_start,
        about.name.th, about.name.en, *figure, fit(said), due.isoformat() if due else "", about.owner, who.account_id,
        who.name, who.role, notes.now(),
    )  # fmt: skip
    with writing() as ledger:
        notes.say(ledger, new)
        audit.note(ledger, who.account_id, "note.write", told(new), after=new.said, where=FROM.get())
    return new.note_id


def answer(who: Person, question_id: str, said: str) -> str:
    """Answer a question that nobody has answered, for the unit it is to; return the answer's id. Raises `Refused`."""
    refuse_read_only()
    with writing() as ledger:
        question = notes.get(ledger, question_id)
        require(who, "question.answer", question.owner if question else who.unit_id)
        if question is None or question.kind != "question":
            raise Refused(words.NOT_THERE)
        if notes.answer_to(ledger, question_id) is not None:
            raise Refused(words.ANSWERED)
        new = Note(
            notes.new_id("answer"), "answer", question_id, question.indicator_id, question.unit_id,
            question.period_kind, question.period_start, question.name_th, question.name_en, question.figure_th,
            question.figure_en, fit(said), "", question.owner, who.account_id, who.name, who.role, notes.now(),
        )  # fmt: skip
        notes.say(ledger, new)
        audit.note(ledger, who.account_id, "question.answer", told(new), question.said, new.said, FROM.get())
    return new.note_id


def withdraw(who: Person, note_id: str) -> None:
    """Take back what one said oneself, or anybody's with the right to free it; raises `Refused`.

    A question that was answered stays: the answer would speak to nobody. Whoever may free what is held takes both off.
    """
    permit(who, "note.write")
    frees = may(who, "held.free") is None
    with writing() as ledger:
        found = notes.get(ledger, note_id)
        if found is None:
            raise Refused(words.NOT_THERE)
        if found.account != who.account_id and not frees:
            raise Refused(keeping.NOT_YOURS)
        reply = notes.answer_to(ledger, note_id)
        if reply is not None and not frees:
            raise Refused(words.HAS_ANSWER)
        for one in (found, *((reply,) if reply else ())):
            notes.withdraw(ledger, one)
            audit.note(ledger, who.account_id, "note.withdraw", told(one), before=one.said, where=FROM.get())


def free(who: Person, note_id: str) -> bool:
    """Take off what anybody said, a question with its answer; return whether it was there still. Raises `Refused`."""
    refuse_read_only()
    require(who, "held.free")
    with book.opened() as ledger:
        gone = notes.get(ledger, note_id) is None  # such as an answer that went with its question
    if not gone:
        withdraw(who, note_id)
    return not gone


def may_withdraw(who: Person, one: Note) -> bool:
    """Return whether somebody may take something back, as far as that is seen from outside."""
    return bool(who.account_id) and (one.account == who.account_id or may(who, "held.free") is None)


def to_answer(who: Person) -> list[Note]:
    """Return the open questions that a person may answer, the first due first."""
    with book.opened() as ledger:
        every = notes.every_open(ledger)
    reach = {owner: may(who, "question.answer", owner) is None for owner in {one.owner for one in every}}
    return [one for one in every if reach[one.owner]]


def own(who: Person) -> list[tuple[Note, Note | None]]:
    """Return the questions a person asked, the newest first, each with its answer."""
    if not who.account_id:
        return []
    with book.opened() as ledger:
        asked, answers = notes.questions(ledger, who.account_id), notes.answers_for(ledger, who.account_id)
    return [(one, answers.get(one.note_id)) for one in asked]


def about_of(snapshot_id: str, indicator_id: str) -> list[About]:
    """Return what something can be said about: the indicator as a whole, then its published figures, newest first."""
    rows = queries.records(snapshot_id, "register/owner", indicator=indicator_id)
    if not rows:
        return []
    name, owner = Text(rows[0]["name_th"], rows[0]["name_en"]), rows[0]["owner"]
    found = [About(indicator_id, "", "", "", name, None, owner)]
    for row in queries.records(snapshot_id, "register/figures", indicator=indicator_id):
        answers = row["unit_id"] if row["kind"] in REPORTS else owner
        start = row["period_start"].isoformat()
        found.append(About(indicator_id, row["unit_id"], row["period_kind"], start, name, read(row), answers))
    return found


def read(row: dict[str, Any]) -> Text:
    """Return a figure with its unit, period and quality as it is quoted."""
    measure = Text(row["measure_th"], row["measure_en"])

    def said(lang: Lang) -> str:
        value = formats.figure(row["value"], measure, row["value_kind"], row["decimals"], lang)
        quality = common.QUALITY[row["quality"]].get(lang)
        return words.FIGURE.format(lang, unit=row[f"unit_{lang}"], period=row[f"label_{lang}"], value=value,
                                   quality=quality)  # fmt: skip

    return Text(*(said(lang) for lang in LANGS))


def fit(said: str) -> str:
    """Return a text without what cannot be seen and turns or ends lines; raises `Refused` where it is none or long."""
    plain = "".join(
        letter for letter in said.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        if letter in SPACE or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    ).strip()  # fmt: skip
    if not plain.strip(SPACE):
        raise Refused(words.EMPTY)
    if len(plain) > LONGEST:
        raise Refused(words.TOO_LONG, most=LONGEST)
    return plain


def permit(who: Person, act: Act) -> None:
    """Raise `Refused` where this installation takes nothing in, or a person may not do something."""
    refuse_read_only()
    require(who, act)


def refuse_read_only() -> None:
    """Raise `Refused` where this installation takes nothing in."""
    if publish.read_only():
        raise Refused(keeping.READ_ONLY)


@contextmanager
def writing() -> Iterator[Ledger]:
    """Open the ledger to write; raises `Refused` where a quota is used up, and nothing is kept then."""
    try:
        with book.opened(writing=True) as ledger:
            yield ledger
    except quotas.Full as full:
        raise Refused(full.why) from None


def told(one: Note) -> str:
    """Return something that was said as the audit names it."""
    parts = (one.note_id, one.answers, one.indicator_id, one.unit_id, one.period_kind, one.period_start, one.due)
    return " ".join(part for part in parts if part)
