"""What somebody reads of markup: its texts, and the cells of its tables."""

import re
from html import unescape


def read(body: str) -> str:
    """Return markup as text."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", re.sub("</?span[^>]*>", "", body))).split())


def tables(body: str) -> list[list[list[str]]]:
    """Return the cells of each table, by row, header first."""
    return [
        [[read(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row)] for row in re.split("<tr[ >]", one)[1:]]
        for one in re.findall("<table.*?</table>", body, re.DOTALL)
    ]
