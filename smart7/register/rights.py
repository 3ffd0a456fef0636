"""Who may do what: one table of roles and acts, asked by everything that a person can do.

Whoever knows nobody may nothing: an act, a role or a unit that is not in the table is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from smart7 import queries, store
from smart7.i18n import LANGS, Text
from smart7.kept import kept
from smart7.words import people as words

Role = Literal["councillor", "officer", "approver", "editor", "admin"]
Act = Literal[
    "view.save", "agenda.save", "picture.add", "snapshot.freeze", "feed.import", "figure.hand_in", "figure.approve",
    "period.close", "publish", "catalogue.edit", "catalogue.approve", "note.write", "question.answer", "account.edit",
    "audit.read", "held.free",
]  # fmt: skip
# For which units: every one and acts about none; the own unit; the own division with the units that answer to it.
Reach = Literal["all", "own", "division"]

ROLES: Final[tuple[Role, ...]] = get_args(Role)
ACTS: Final[tuple[Act, ...]] = get_args(Act)

EVERYONES: Final[Mapping[Act, Reach]] = {
    "view.save": "all",
    "agenda.save": "all",
    "picture.add": "all",
    "snapshot.freeze": "all",
    "note.write": "all",
}
TABLE: Final[Mapping[Role, Mapping[Act, Reach]]] = {
    # A councillor asks and prepares meetings; nothing of it fills a disk.
    "councillor": {"view.save": "all", "agenda.save": "all", "note.write": "all"},
    "officer": {**EVERYONES, "figure.hand_in": "own", "question.answer": "own"},
    "approver": {
        **EVERYONES,
        "figure.approve": "division",
        "period.close": "division",
        "publish": "division",
        "question.answer": "division",
    },
    "editor": {**EVERYONES, "feed.import": "all", "catalogue.edit": "all", "catalogue.approve": "all"},
    # Who gives rights does not judge figures.
    "admin": {act: "all" for act in ACTS if act not in ("figure.hand_in", "figure.approve")},
}
# What is done for all units at once, so that whoever may for some need not name one: it brings into service what was
# approved, and each of that was approved by somebody who might.
WITHOUT_UNIT: Final[frozenset[Act]] = frozenset({"publish"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the site: `account_id` is '' for a public reader, `unit_id` '' for none, on an approver for all."""

    account_id: str
    name: str
    role: Role | Literal["reader"]
    unit_id: str


READER: Final = Person("", "", "reader", "")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the municipality in the snapshot in service; `above` is whom it answers to, '' for the city."""

    above: str
    name: Text


class Refused(Exception):
    """Raise when somebody may not do something, or cannot; says why, and who can help, in two languages."""

    def __init__(self, why: Text, **values: object) -> None:
        self.why = why.filled(**values) if values else why
        super().__init__(self.why.en)


def may(person: Person, act: Act, unit_id: str = "") -> Text | None:
    """Return None where a person may do something, about a unit where one is named, else the sentence of refusal."""
    if person.role == "reader" or not person.account_id:
        return filled(words.SIGN_IN, act)
    reach = TABLE.get(person.role, {}).get(act)
    if reach is None:
        return not_in_role(person, act)
    if reach == "all" or reaches(reach, person, act, unit_id):
        return None
    return not_of_unit(person, act, unit_id)


def require(person: Person, act: Act, unit_id: str = "") -> None:
    """Raise `Refused` where a person may not do something, about a unit where one is named; notes nothing."""
    why = may(person, act, unit_id)
    if why is not None:
        raise Refused(why)


def reaches(reach: Reach, person: Person, act: Act, unit_id: str) -> bool:
    """Return whether a right over some units holds for one; one that names none is refused, but for a few acts."""
    if reach == "own":
        return bool(unit_id) and unit_id == person.unit_id
    if not person.unit_id or not unit_id:
        return not person.unit_id or act in WITHOUT_UNIT
    return person.unit_id in upwards(unit_id)


def holders(act: Act) -> tuple[Role, ...]:
    """Return the roles that hold a right, over some units or all."""
    return tuple(role for role in ROLES if act in TABLE[role])


def not_in_role(person: Person, act: Act) -> Text:
    """Return what is said to somebody whose role lacks a right: which, who has it, and who gives it."""
    roles = [words.ROLES[role] for role in holders(act)]
    th, en = (words.LIST[lang].join(role.get(lang) for role in roles) for lang in LANGS)
    own = words.ROLES.get(person.role, words.NO_ROLE)
    return filled(words.NOT_IN_ROLE, act, role=own, roles=Text(th, en))


def not_of_unit(person: Person, act: Act, unit_id: str) -> Text:
    """Return what is said to somebody whose right is over other units."""
    if not person.unit_id:
        return filled(words.NO_UNIT, act)
    if not unit_id:
        return filled(words.NAME_UNIT, act, own=name_of(person.unit_id))
    return filled(words.OTHER_UNIT, act, own=name_of(person.unit_id), unit=name_of(unit_id))


def filled(text: Text, act: Act, **values: Text) -> Text:
    """Return a sentence with the name of an act and other texts in it."""
    return text.filled(act=words.ACTS[act], **values)


def upwards(unit_id: str) -> list[str]:
    """Return a unit, whom it answers to, and so on up to the city."""
    known, found = units(), [unit_id]
    while (unit := known.get(found[-1])) and unit.above and unit.above not in found:
        found.append(unit.above)
    return found


def name_of(unit_id: str) -> Text:
    """Return what a unit is called, its id where it is not known."""
    unit = units().get(unit_id)
    return unit.name if unit else Text(unit_id, unit_id)


def units() -> Mapping[str, Unit]:
    """Return the real units of the snapshot in service by id; none where it cannot be read, so nobody reaches one."""
    snapshot_id = store.current_id()
    try:
        return units_of(snapshot_id) if snapshot_id else {}
    except (store.NoSnapshot, store.BrokenSnapshot, store.Unreadable):
        return {}


@kept(4)
def units_of(snapshot_id: str) -> Mapping[str, Unit]:
    """Return the real units of a snapshot by id."""
    rows = queries.records(snapshot_id, "units/above")
    return {row["unit_id"]: Unit(row["above"], Text(row["name_th"], row["name_en"])) for row in rows}
