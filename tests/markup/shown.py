"""What somebody reads of markup: its texts, and the cells of its tables."""

import re
from html import unescape

from smart7.markup.pieces import unfolded


def read(body: str) -> str:
    """Return markup as text."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", re.sub("</?span[^>]*>", "", unfolded(body)))).split())


def tables(body: str) -> list[list[list[str]]]:
    """Return the cells of each table, by row, header first."""
    return [
        [[read(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row)] for row in re.split("<tr[ >]", one)[1:]]
        for one in re.findall("<table.*?</table>", unfolded(body), re.DOTALL)
    ]
