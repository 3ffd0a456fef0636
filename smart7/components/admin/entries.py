"""An entry of the audit in words: the record keeps ids, a page says what they are called."""

import json
import re
from datetime import date
from typing import Any, Final, get_args

from smart7 import calendar
from smart7.calendar import PeriodKind
from smart7.ledger.audit import Acted
from smart7.register import rights
from smart7.register.members import CONSOLE
from smart7.view import View
from smart7.words import admin as words
from smart7.words import edits, people, register_page, steps

LONGEST: Final = 160
PERIOD: Final = re.compile(rf"\b({'|'.join(get_args(PeriodKind))}) (\d{{4}}-\d\d-\d\d)\b")
# Ids as the register writes them; a word within a name somebody gave is no id.
ID: Final = re.compile(r"(?<![\w-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w-])")


def who(account_id: str, names: dict[str, str], view: View) -> str:
    """Return what whoever acted is called."""
    if account_id == CONSOLE.account_id:
        return view.say(steps.CONSOLE)
    return names.get(account_id, account_id) or "–"


def where(place: str, view: View) -> str:
    """Return from where: an address, or in words that it was the machine itself."""
    return view.say(words.COMMAND_LINE) if place == CONSOLE.account_id else place


def about(one: Acted, view: View) -> str:
    """Return what an act was about, and what stood there before and after."""
    turned = [noted(text, view)[:LONGEST] for text in (one.before, one.after) if text]
    return ": ".join(part for part in (named(one.what, view), " → ".join(turned)) if part)


def noted(text: str, view: View) -> str:
    """Return what an entry says of before or after: a state or reason by its name, an account in words."""
    known = {**edits.STATES, **register_page.STATES, **words.NOTED}.get(text)
    if known:
        return view.say(known)
    try:
        held = json.loads(text)
    except ValueError:
        return named(text, view)
    return account(held, view) if isinstance(held, dict) else text


def account(held: dict[str, Any], view: View) -> str:
    """Return an account as the audit keeps it in words."""
    # What somebody typed may be JSON as well, of any shape.
    role, unit_id = str(held.get("role", "")), str(held.get("unit_id", ""))
    said = [str(held.get("name", ""))]
    said += [view.say(people.ROLES[role])] if role in people.ROLES else []
    said += [rights.name_of(unit_id).get(view.lang)] if unit_id else []
    said.append(view.say(words.DISABLED if held.get("disabled") else words.ACTIVE))
    said += [view.say(words.NEW_PASSWORD)] if held.get("password") else []
    return " · ".join(said)


def named(text: str, view: View) -> str:
    """Return a text with the periods and units in it by their names."""
    text = PERIOD.sub(lambda found: period(found, view), text)
    return ID.sub(lambda found: rights.name_of(found[0]).get(view.lang), text)


def period(found: re.Match[str], view: View) -> str:
    """Return a period by its name, as it stands where there is none that begins so."""
    kind: PeriodKind = found[1]  # type: ignore[assignment]
    try:
        return calendar.label(calendar.containing(kind, date.fromisoformat(found[2])), view.lang)
    except (ValueError, KeyError):
        return found[0]
