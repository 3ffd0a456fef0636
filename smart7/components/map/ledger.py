"""The plan's ledger: what was announced of the light rail and when, beside what became of the City Bus."""

from typing import Any

from smart7 import formats
from smart7.components import data, frame, panels
from smart7.markup import pieces
from smart7.markup.pieces import more, table, tag
from smart7.view import View
from smart7.words import common
from smart7.words import map as words

YEARS = ("opening", "construction")
"""Aspects whose number is a year."""
PROMISES, BUSES = "mobility/lrt_promises", "mobility/bus_timeline"


def show(view: View) -> None:
    """Draw promised year against year of the promise, what became of the City Bus, and every claim by aspect."""
    frame.html(tag("p", view.say(words.LEDGER_ABOUT), "s7-definition"))
    for name in (PROMISES, BUSES):
        panels.show(name, view)
    rows = data.records("map/claims", lang=view.lang)
    frame.html(pieces.heading(view.say(words.CLAIMS)))
    aspects = [aspect for aspect in words.ASPECTS if any(row["aspect"] == aspect for row in rows)]
    frame.html(
        "".join(
            more(heading(aspect, rows, view), of_aspect(aspect, rows, view), opened=aspect == aspects[0])
            for aspect in aspects
        )
    )


def heading(aspect: str, rows: list[dict[str, Any]], view: View) -> str:
    """Return the name of an aspect with how many claims there are and how far those of one line lie apart."""
    mine = [row for row in rows if row["aspect"] == aspect]
    said = [f"{view.say(words.ASPECTS[aspect])} · {view.say(words.CLAIM_COUNT, count=len(mine))}"]
    for line in dict.fromkeys(row["line"] for row in mine):
        values = [row["value"] for row in mine if row["line"] == line and row["value"] is not None]
        if len(set(values)) > 1:
            low, high = (claimed(value, aspect, view) for value in (min(values), max(values)))
            said.append(f"{view.say(words.LINES[line])} {view.say(words.CLAIM_RANGE, low=low, high=high)}")
    return " · ".join(said)


def claimed(value: float, aspect: str, view: View) -> str:
    """Return a claimed number: years as people count them, others with the decimals they have."""
    if aspect in YEARS:
        return str(view.counted(int(value)))
    return formats.number(value, 0 if float(value).is_integer() else 1, view.lang)


def of_aspect(aspect: str, rows: list[dict[str, Any]], view: View) -> str:
    """Return the claims about one aspect as a table, oldest first."""
    header = [words.SAID_ON, words.LINE, words.ASPECTS[aspect], words.CLAIM, common.QUALITY_NAME, common.SOURCE]
    body = [
        [
            data.day_words(row["said_on"], view.lang, row["said_precision"]),
            view.say(words.LINES[row["line"]]),
            claimed(row["value"], aspect, view) if row["value"] is not None else "–",
            row["claim"],
            view.say(common.QUALITY[row["quality"]]),
            row["source"],
        ]
        for row in rows
        if row["aspect"] == aspect
    ]
    return table(
        [view.say(name) for name in header], body, caption=view.say(words.ASPECTS[aspect]), numbers=(2,),
        sentences=(3,), seen=True,
    )  # fmt: skip
