"""Read the tables of a page: offices publish them under the name of a workbook."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from smart7.ingest.official import encoding

CHUNK: Final = 2**16
WIDEST_SPAN: Final = 500


class Rows(HTMLParser):
    """The rows of all tables of a page; a cell over rows stands in each of them, one over columns in the first."""

    def __init__(self) -> None:
        """Start before the first tag."""
        super().__init__(convert_charrefs=True)
        self.done: list[list[object]] = []
        self.row: list[object] | None = None
        self.cell: list[str] | None = None
        self.spans = (1, 1)
        self.below: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; what was left open ends there."""
        if tag == "table":
            self.below = {}
        if tag == "tr":
            self.end_row()
            self.row = []
        elif tag in ("td", "th") and self.row is not None:
            self.end_cell()
            said = dict(attrs)
            self.spans = span(said.get("colspan")), span(said.get("rowspan"))
            self.cell = []
        elif tag == "br" and self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell, a row or all of a table."""
        if tag in ("td", "th"):
            self.end_cell()
        elif tag in ("tr", "table"):
            self.end_row()

    def handle_data(self, data: str) -> None:
        """Take the text of a cell."""
        if self.cell is not None:
            self.cell.append(data)

    def end_cell(self) -> None:
        """Put a finished cell into its row, after the cells that reach down from above."""
        if self.cell is None or self.row is None:
            return
        text, (wide, tall) = "".join(self.cell).strip(), self.spans
        self.cell = None
        self.reach_down()
        for column in range(wide):
            shown = "" if column else text
            if tall > 1:
                self.below[len(self.row)] = (tall - 1, shown)
            self.row.append(shown)

    def reach_down(self) -> None:
        """Fill in the cells of rows above that reach into this one."""
        while self.row is not None and len(self.row) in self.below:
            left, text = self.below.pop(len(self.row))
            if left > 1:
                self.below[len(self.row)] = (left - 1, text)
            self.row.append(text)

    def end_row(self) -> None:
        """Put a finished row to the others."""
        self.end_cell()
        if self.row is not None:
            self.reach_down()
            self.done.append(self.row)
        self.row = None


def span(said: str | None) -> int:
    """Return over how many columns or rows a cell says it reaches."""
    return min(int(said), WIDEST_SPAN) if said and said.isdecimal() and int(said) else 1


def rows(path: Path) -> Iterator[list[object]]:
    """Yield the rows of all tables of a page; raises `Refused` where its encoding cannot be told."""
    parser = Rows()
    with path.open(encoding=encoding.of_text(path)) as file:
        while chunk := file.read(CHUNK):
            parser.feed(chunk)
            yield from parser.done
            parser.done.clear()
    parser.close()
    parser.end_row()
    yield from parser.done
