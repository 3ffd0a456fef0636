"""What a unit owes, when it was due and how far it has come; the text of a reminder."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from smart7 import calendar, reading, store, view
from smart7.calendar import Period
from smart7.i18n import Lang, Text
from smart7.ledger import book, handed, notes
from smart7.ledger.book import Ledger
from smart7.ledger.handed import State, Submission
from smart7.ledger.notes import Note
from smart7.register import rights
from smart7.words import steps as words

DAYS_BACK: Final = 366
"""How many days ago a period may have ended that is still asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One period of a unit: which indicators it owes, when the first of them is due, and how far it has come.

    `lacking` are the indicators without a figure in the snapshot, nor a published reason why there is none. `state` is
    that of what was handed in last; 'published' stands for figures that came another way, too, and 'asked' for what
    is lacking where nothing is on its way. `closed` is the reason why nothing can be handed in, None while it can.
    """

    unit_id: str
    period: Period
    due: date
    indicators: tuple[str, ...]
    lacking: tuple[str, ...]
    state: State | Literal["asked"]
    submissions: tuple[Submission, ...]
    closed: str | None
    late: bool


def rows(snapshot_id: str, unit_id: str) -> list[dict[str, Any]]:
    """Return each indicator that a unit owes, with the unit its figures are about."""
    return reading.records(snapshot_id, "register/whose", reading.asked(unit=unit_id))


def parts(snapshot_id: str, unit_id: str, kind: str, start: date) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the parts in which a unit can hand in its figures of a period, by indicator and part, as held now."""
    found = reading.records(snapshot_id, "register/parts", reading.asked(unit=unit_id, kind=kind, start=start))
    return {(row["indicator_id"], row["breakdown_id"]): row for row in found}


def asked(unit_id: str, as_of: date) -> list[Asked]:
    """Return the periods that a unit owes at a day, and those of the year before it, the newest first."""
    snapshot_id = store.current_id()
    if snapshot_id is None:
        return []
    wanted: dict[Period, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows(snapshot_id, unit_id):
        for period in ended(row["period_kind"], as_of):
            wanted[period].append(row)
    since = min((period.start for period in wanted), default=as_of)
    found = reading.records(snapshot_id, "register/held", reading.asked(since=since, until=as_of))
    held = {(row["indicator_id"], row["unit_id"], row["period_start"]) for row in found}
    with book.opened() as ledger:
        every = handed.every(ledger, unit_id)
        held |= {key for one in every if one.state == "published" for key in excused(ledger, one)}
        made = [
            one_period(unit_id, period, owed, held, every, as_of)
            | {"closed": handed.closed(ledger, unit_id, period.kind, period.start)}
            for period, owed in wanted.items()
        ]
    return sorted((Asked(**one) for one in made), key=lambda one: (one.period.end, one.period.kind), reverse=True)


def one_period(
    unit_id: str, period: Period, owed: list[Mapping[str, Any]], held: set[tuple[str, str, date]],
    every: list[Submission], as_of: date,
) -> dict[str, Any]:  # fmt: skip
    """Return what is to be said of one period."""
    own = tuple(one for one in every if (one.period_kind, one.period_start) == (period.kind, period.start))
    lacking = [row for row in owed if (row["indicator_id"], row["about"], period.start) not in held]
    on_its_way = (one.state for one in own if one.state not in ("superseded", "published"))
    standing = next(on_its_way, "asked" if lacking else "published")
    due = min(period.end + timedelta(days=row["due_days"]) for row in lacking or owed)
    return {
        "unit_id": unit_id, "period": period, "due": due, "indicators": tuple(row["indicator_id"] for row in owed),
        "lacking": tuple(row["indicator_id"] for row in lacking), "state": standing, "submissions": own,
        "late": bool(lacking) and due < as_of and standing in ("asked", "draft", "returned"),
    }  # fmt: skip


def excused(ledger: Ledger, submission: Submission) -> set[tuple[str, str, date]]:
    """Return what a submission says there is no figure of, with a reason."""
    figures = handed.figures(ledger, submission.submission_id)
    return {
        (one.indicator_id, one.unit_id, submission.period_start)
        for one in figures
        if one.reason and not (one.said or one.breakdown)
    }


def ended(kind: calendar.PeriodKind, as_of: date) -> list[Period]:
    """Return the periods of a kind that ended in the year before a day; at least the last one."""
    if kind in ("date", "span"):
        return []
    period = calendar.last_complete(kind, as_of)
    found = [period]
    while (period := calendar.previous(period)).end > as_of - timedelta(days=DAYS_BACK):
        found.append(period)
    return found


def reminder(unit_id: str, as_of: date) -> Text | None:
    """Return the text of a reminder of what a unit owes, for whoever wants to send it; None where it owes nothing.

    What is overdue stands first; behind the figures come the questions that the unit has not answered.
    """
    with book.opened() as ledger:
        questions = notes.open_of(ledger, unit_id)
    due = [one for one in asked(unit_id, as_of) if one.state in ("asked", "draft", "returned") and not one.closed]
    snapshot_id = store.current_id()
    if not (due or questions) or snapshot_id is None:
        return None
    due.sort(key=lambda one: (not one.late, one.due))
    names = {row["indicator_id"]: row for row in rows(snapshot_id, unit_id)}

    def written(lang: Lang) -> str:
        lines = [words.REMIND_HEAD.format(lang, unit=rights.name_of(unit_id).get(lang))]
        for one in due:
            lines += ["", reminded(one, lang)]
            lines += [f"- {names[indicator_id][f'name_{lang}']}" for indicator_id in one.lacking or one.indicators]
        if questions:
            lines += ["", words.REMIND_QUESTIONS.get(lang), *(question(one, as_of, lang) for one in questions)]
        return "\n".join([*lines, "", view.public("/register"), "", words.REMIND_FOOT.get(lang)])

    return Text(written("th"), written("en"))


def reminded(one: Asked, lang: Lang) -> str:
    """Return one period as a line of a reminder: when it is due, and how far it has come."""
    period, due = calendar.label(one.period, lang), calendar.format_date(one.due, lang)
    late = words.REMIND_LATE.get(lang) if one.late else ""
    return words.REMIND_PERIOD.format(lang, period=period, due=due, late=late, state=words.STATES[one.state].get(lang))


def question(one: Note, as_of: date, lang: Lang) -> str:
    """Return a question as a line of a reminder: of which indicator, and by when an answer is asked for."""
    late = words.REMIND_LATE.get(lang) if one.due_day and one.due_day < as_of else ""
    day = calendar.format_date(one.due_day, lang) if one.due_day else ""
    return words.REMIND_QUESTION.format(lang, name=one.name(lang), due=day, late=late, said=" ".join(one.said.split()))
