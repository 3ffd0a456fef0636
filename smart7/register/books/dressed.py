"""How a cell of a form looks: its letters, ground and lines, and that a sheet is shut against slips."""

from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from smart7 import theme

TYPEFACE: Final = "TH Sarabun New"
SIZE, LINE = 14, 22
"""Points of the letters, and of a line of them."""
A4: Final = 9
"""As spreadsheets number kinds of paper."""


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


def printed(sheet: Any, header: int) -> None:  # noqa: ANN401
    """Let a sheet be printed as wide as a page of A4 lying down, its header on each of them and their numbers below."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.3, right=0.3, top=0.4, bottom=0.5, header=0.2, footer=0.2)
    sheet.oddFooter.center.text = "&P / &N"
    sheet.print_title_rows = f"{header}:{header}"
