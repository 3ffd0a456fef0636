"""What a unit owes for a period, as the page shows it: the list, each figure with its last value, the workbook."""

import re
from pathlib import PurePath
from typing import Final

import streamlit as st

from smart7 import calendar
from smart7.components import data
from smart7.ledger import book, handed
from smart7.ledger.handed import Evidence, Figure, Submission
from smart7.markup.register import OPEN_STATES, Due
from smart7.register import owed as owing
from smart7.register import steps
from smart7.register.books import coloured as colours
from smart7.register.books import template
from smart7.register.books.check import Checked
from smart7.register.books.form import Asked, Form
from smart7.register.owed import Asked as Owed
from smart7.view import View
from smart7.words import books as book_words
from smart7.words import register_page as words

# One division, alone, with a factor behind it or in brackets before one: (A ÷ B) × 100. The factor is no part of B.
FRACTION: Final = re.compile(
    r"\((?P<first>[^÷]+)÷(?P<second>[^÷]+)\)\s*×\s*[\d,]+[^÷]*|(?P<top>[^÷]+)÷(?P<bottom>[^÷]+?)(?:\s*×\s*[\d,]+)?"
)
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def owed(unit_id: str, view: View) -> dict[str, tuple[Due, Owed]]:
    """Return what is asked of a unit by the name a link gives each period, as it is listed and as it is known."""
    names = {row["indicator_id"]: row[f"name_{view.lang}"] for row in owing.rows(data.snapshot(), unit_id)}
    found = [(listed(one, names, view), one) for one in steps.asked(unit_id, handed.today())]
    return {due.key: (due, one) for due, one in found}


def listed(one: Owed, names: dict[str, str], view: View) -> Due:
    """Return one period as it stands in the list of its unit."""
    state = "overdue" if one.state == "asked" and one.late else str(one.state)
    state = "closed" if one.closed is not None and state in OPEN_STATES else state
    newest = next((sent for sent in one.submissions if sent.state == one.state), None)
    remarks = remarks_of(newest) if newest and one.state == "returned" else {}
    said = tuple((names.get(key, view.say(words.THE_WHOLE)), text) for key, text in remarks.items())
    asked = tuple(names.get(key, key) for key in one.indicators)
    # A draft was handed in by nobody: of that it is said by when it is due.
    by, at = (newest.author_name, calendar.day_here(newest.at)) if newest and one.state != "draft" else ("", None)
    return Due(one.period, asked, one.due, state, by, at, said)


def remarks_of(submission: Submission) -> dict[str, str]:
    """Return what is to be corrected in a submission, by indicator; '' stands for the whole."""
    with book.opened() as ledger:
        return handed.remarks(ledger, submission.submission_id)


def figures_of(submission: Submission) -> list[Figure]:
    """Return the figures of a submission."""
    with book.opened() as ledger:
        return handed.figures(ledger, submission.submission_id)


def files_of(submission: Submission) -> list[Evidence]:
    """Return the files that were handed in beside a submission."""
    with book.opened() as ledger:
        return handed.files(ledger, submission.submission_id)


def parts(formula: str) -> tuple[str, str] | None:
    """Return what stands over and under the line of a formula of one division, None for any other formula."""
    found = FRACTION.fullmatch(formula.strip())
    if found is None:
        return None
    top, bottom = ((found[a] or found[b]).strip() for a, b in (("first", "top"), ("second", "bottom")))
    return None if any(part.count("(") != part.count(")") for part in (top, bottom)) else (top, bottom)


def told(one: Asked, view: View) -> str:
    """Return in a line what a figure was last and what it should be."""
    said, formula = view.say(words.NO_LAST), one.formula.get(view.lang)
    if one.last is not None and one.last_period is not None:
        period = calendar.label(one.last_period, view.lang, short=True)
        said = f"{view.say(words.LAST, value=one.shown(one.last, view.lang))} ({period})"
    low, high = (one.shown(goal, view.lang) if goal is not None else "" for goal in (one.target_low, one.target_high))
    goal = f"{low} – {high}" if low and high else f"≥ {low}" if low else f"≤ {high}" if high else ""
    lines = [
        said,
        view.say(words.AIMED, target=goal) if goal else "",
        formula if one.by_parts and not parts(formula) else "",
    ]
    return " · ".join(line for line in lines if line)


def download(form: Form, view: View) -> None:
    """Draw the button that takes the workbook of a period along; it is made when it is asked for."""
    snapshot, unit, period = form.snapshot, form.unit_id, form.period
    st.download_button(
        view.say(words.DOWNLOAD), lambda: template.template(snapshot, unit, period.kind, period.start, view.lang),
        f"{book_words.FILE.get(view.lang)}-{unit}-{period.kind}-{period.start}.xlsx", XLSX, on_click="ignore",
        key="register-template", icon=":material/download:",
    )  # fmt: skip


def coloured(content: bytes, file: str, checked: Checked, view: View) -> None:
    """Draw the button that takes the workbook along with its wrong cells coloured and remarked on."""
    name = f"{PurePath(file).stem}-checked.xlsx"
    st.download_button(
        view.say(words.COLOURED), lambda: colours.coloured(content, checked), name, XLSX, on_click="ignore",
        key="register-coloured", icon=":material/download:",
    )  # fmt: skip
