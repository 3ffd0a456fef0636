"""What somebody reads of markup: its texts, and the cells of its tables."""

import re
from html import unescape

from smart7.markup.pieces import unfolded


def read(body: str) -> str:
    """Return what markup says, what is folded away too; a word that is kept whole is no word of its own."""
    whole = re.sub("<span class='s7-word'>(.*?)</span>", r"\1", unfolded(body))
    return " ".join(unescape(re.sub("<[^>]*>", " ", whole)).split())


def tables(body: str) -> list[list[list[str]]]:
    """Return the cells of each table, by row, header first."""
    return [
        [[read(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row)] for row in re.split("<tr[ >]", one)[1:]]
        for one in re.findall("<table.*?</table>", unfolded(body), re.DOTALL)
    ]
