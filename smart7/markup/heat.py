"""Heat tables: how many of how many, darker the closer to all of them; they fit a telephone without scrolling.

The numbers stand in every cell, so nothing is told by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smart7.formats import MISSING
from smart7.markup.pieces import Safe, tag, text, wrap
from smart7.view import View
from smart7.words import programme as words

DARKEST: Final = 45
"""How much of the accent a full cell has, in percent: what is written on it keeps its contrast in light and dark."""
LIGHTEST: Final = 8


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; `of` 0 where there is nothing to count."""

    have: int
    of: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a heat table: its name, a link or a plain text, and its cells in the order of the columns."""

    name: str
    shares: Sequence[Share]
    domain: str = ""


def table(label: str, corner: str, columns: Sequence[str], rows: Sequence[Row], view: View, css: str = "") -> str:
    """Return a heat table named by `label`; `corner` says what its rows are.

    Its parts have roles of their own, as a narrow window lays them out other than as a table.
    """
    head = tag("th", corner, scope="col", role="columnheader")
    head += "".join(wrap("th", tag("span", name), scope="col", role="columnheader") for name in columns)
    body = "".join(line(row, view) for row in rows)
    inner = wrap("thead", wrap("tr", head, role="row"), role="rowgroup") + wrap("tbody", body, role="rowgroup")
    return wrap("table", inner, f"s7-heats {css}".strip(), role="table", aria_label=label)


def line(row: Row, view: View) -> str:
    """Return one row, in the colour of its domain where it has one."""
    name = row.name if isinstance(row.name, Safe) else text(row.name)
    style = f"--s7-card:var(--s7-domain-{row.domain})" if row.domain else ""
    cells = "".join(cell(share, view) for share in row.shares)
    return wrap("tr", wrap("th", name, scope="row", role="rowheader") + cells, style=style, role="row")


def cell(share: Share, view: View) -> str:
    """Return one cell: a number, of how many, and how dark it is."""
    if not share.of:
        return tag("td", MISSING, "s7-bare", role="cell")
    inner = tag("b", str(share.have)) + " " + tag("small", view.say(words.OF, total=share.of))
    return wrap("td", inner, role="cell", style=f"--s7-heat:{strength(share)}%")


def strength(share: Share) -> int:
    """Return how much colour a cell has, in percent: none for none, more the closer to all."""
    return round(LIGHTEST + (DARKEST - LIGHTEST) * share.have / share.of) if share.have else 0
