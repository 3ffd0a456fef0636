"""What a reader has to know of an answer about what happened as a whole, and beside a cell of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from smart7 import calendar, formats
from smart7.i18n import Lang, Text
from smart7.questions.happened import names
from smart7.questions.happened.asked import LONG, MOST, Happened
from smart7.words import crashes, driven
from smart7.words import happened_asked as words
from smart7.words import service as service_words

FEW: Final = range(1, 5)
"""Counts that move much by chance."""
THIN: Final = 30
"""A figure of service that rests on fewer gaps, trips or runs than this says on how many."""
FATAL_ONLY: Final = Text(crashes.FATAL_ONLY.th, formats.raised(crashes.FATAL_ONLY.en))
Told = Sequence[tuple[Text, bool]]


def notes(question: Happened, own: pd.DataFrame, lang: Lang, few: bool) -> tuple[str, ...]:
    """Return what has to be known of an answer, of which `own` holds the cells."""
    first, last = (calendar.format_date(calendar.as_day(day), lang, short=True)
                   for day in (own["first_day"].min(), own["last_day"].max()))  # fmt: skip
    count = formats.number(int(own["counted"].sum()), 0, lang)
    kinds: Mapping[str, Callable[[], Told]] = {
        "accidents": lambda: of_accidents(question, own, few),
        "days": lambda: ((words.ABOUT_DAYS, True), (words.SPARSE, True),
                         (words.STANDARD, question.measure in ("over", "share"))),
        "service": lambda: of_service(own),
    }  # fmt: skip
    said = [text.format(lang, count=count, first=first, last=last) for text, so in kinds[question.what]() if so]
    if question.what == "service":
        about = driven.MEASURES[question.measure]
        said += cut(question, own, lang)
        said.insert(1, words.DEFINED.format(lang, measure=about.name.get(lang), definition=about.says.get(lang)))
    return tuple(said)


def cut(question: Happened, own: pd.DataFrame, lang: Lang) -> list[str]:
    """Return how many days or stops of an answer are shown, where there are too many to show all."""
    if question.by not in LONG or int(own["every_row"].max()) <= MOST:
        return []
    counts = {"shown": formats.number(MOST, 0, lang), "count": formats.number(int(own["every_row"].max()), 0, lang)}
    return [words.CUT[question.by].format(lang, **counts)]


def of_accidents(question: Happened, own: pd.DataFrame, few: bool) -> Told:
    """Return what may have to be said of accidents, each with whether it has to."""
    return (
        (words.ABOUT_ACCIDENTS, True),
        (FATAL_ONLY, int(own["fatal"].sum()) == int(own["counted"].sum())),
        (words.NEAR_NOTE, question.near),
        (words.SCHOOLS_KNOWN, question.near or "school" in question.dimensions),
        (words.FEW, few),
    )


def of_service(own: pd.DataFrame) -> Told:
    """Return what may have to be said of service as driven, each with whether it has to."""
    return (
        (words.ABOUT_SERVICE, True),
        (service_words.SAMPLE, bool((own["basis"] == "sample").any())),
        (words.ASSUMED, bool((own["quality_grade"] == "estimated").any())),
    )


def beside_service(cell: Mapping[str, Any], number: Callable[[float | None], str], lang: Lang) -> str:
    """Return the same of the plan, and on how little a figure of service rests where it is little."""
    said = []
    if cell["value"] is not None and cell.get("planned") is not None:
        said.append(words.PLANNED.format(lang, value=number(cell["planned"])))
    if cell["value"] is not None and cell["stated"] < THIN:
        said.append(words.THIN.format(lang, count=formats.number(cell["stated"], 0, lang)))
    return words.BESIDE.format(lang, told=" · ".join(said)) if said else ""


def remarked(snapshot_id: str, source_ids: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """Return what is remarked of the sources of an answer."""
    known = names.remarks(snapshot_id, lang)
    return tuple(words.REMARK.format(lang, text=known[one]) for one in source_ids if one in known)
