"""How a cell of a form looks: its letters, ground and lines, and that a sheet is shut against slips."""

from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from smart7 import theme

TYPEFACE: Final = "TH Sarabun New"
SIZE, LINE = 14, 21
"""Points of the letters, and of a line of them."""


def dress(cell: Any, *, fill: str | None = None, bold: bool = False, right: bool = False, size: int = SIZE) -> None:  # noqa: ANN401
    """Give a cell of a table its letters, ground and lines."""
    line = Side("thin", color=colour(theme.LIGHT.grid))
    cell.font = Font(name=TYPEFACE, size=size, bold=bold, color=colour(theme.LIGHT.ink))
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="right" if right else None)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    if fill:
        cell.fill = PatternFill("solid", fgColor=colour(fill))


def colour(hexadecimal: str) -> str:
    """Return a colour as a spreadsheet writes it."""
    return "FF" + hexadecimal.removeprefix("#").upper()


def shut(sheet: Any) -> None:  # noqa: ANN401
    """Protect a sheet against slips; widths and heights can be changed, and there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
