"""The answer to a question about what happened as the figures and the table of a slide."""

from typing import Final

from smart7.meetings.room import Room
from smart7.meetings.slide import Shown, Table
from smart7.questions.happened import Counted
from smart7.questions.happened.asked import TIMES

ALONG: Final = (*TIMES, "day", "hour")
"""What stands along an axis: it is the period of a figure on a slide."""


def figures(room: Room, found: Counted) -> tuple[Shown, ...]:
    """Return the cells of an answer as figures, in the order of its table."""
    shown: list[Shown] = []
    for key in found.keys:
        *others, last = found.labels(key)
        for column, head in zip(found.columns, found.heads(), strict=True):
            cell = found.cell(key, column)
            value, along = found.value(cell), found.question.by in ALONG
            names = [*others, *([head] if found.question.axes[1] else []), *([] if along else [last])]
            quality = str(cell["quality_grade"] or "")
            shown.append(
                Shown(
                    key=f"view:{len(shown)}", name=" · ".join(names) or head, value=value, shown=found.told(cell),
                    measure=found.unit.get(room.lang), decimals=found.decimals, unit="", period=last if along else "",
                    quality=quality, quality_name=room.quality(quality), source="; ".join(found.sources()),
                    is_sample=cell.get("basis") == "sample",
                )
            )  # fmt: skip
    return tuple(shown)


def table(found: Counted) -> Table:
    """Return an answer as a table in words: what a row is, then its figures with what must be known of them."""
    names, heads = found.dimension_names(), found.heads()
    rows = tuple(
        (*found.labels(key), *(found.told(found.cell(key, column)) for column in found.columns)) for key in found.keys
    )
    return Table((*names, *heads), rows, numbers=tuple(range(len(names), len(names) + len(heads))))
