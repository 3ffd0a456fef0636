"""A pack as an Excel workbook: contents, a sheet for each item, definitions, sources; nothing in it is a formula."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from math import ceil
from typing import Any, Final

import pandas as pd
import xlsxwriter

from smart7 import theme
from smart7.i18n import Lang, Text
from smart7.ledger import pictures
from smart7.meetings.slide import Picture, Shown, Slide
from smart7.packs import content, qr, sealed
from smart7.packs import photo as image
from smart7.packs.content import Pack
from smart7.packs.tables import sheet_names
from smart7.packs.workbook import charts
from smart7.words import common
from smart7.words import packs as words

OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}  # fmt: skip
A4: Final = 9
# Excel counts Buddhist years where the number format asks for them; the cell holds the day itself.
DAYS: Final = {"th": "[$-107041E]d mmm yyyy", "en": "d mmm yyyy"}
WIDTHS: Final = (30, 14, 16, 22, 18, 14, 26, 34, 20)
PHOTO, LINE = 640, 20
"""How many pixels a picture is wide or high at the most, and a row."""
TYPEFACE: Final = "TH Sarabun New"
FIGURES: Final[tuple[Text, ...]] = (
    common.NAME, common.VALUE, common.MEASURE, common.UNIT, common.PERIOD, common.QUALITY_NAME, common.STATUS_NAME,
    words.TARGET, common.SOURCE,
)  # fmt: skip


class Book:
    """A workbook under construction: its formats and where the next row goes."""

    def __init__(self, pack: Pack) -> None:
        """Begin a workbook in memory."""
        self.buffer = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.buffer, OPTIONS)
        self.book.formats[0].set_font_name(TYPEFACE)
        self.book.formats[0].set_font_size(14)
        self.pack = pack
        self.code = qr.png(pack.link, 3)
        look = theme.palette()
        base: dict[str, Any] = {"font_name": TYPEFACE, "font_size": 14, "valign": "top"}
        made: dict[str, dict[str, Any]] = {
            "plain": {}, "wrap": {"text_wrap": True}, "title": {"bold": True, "font_size": 20, "text_wrap": True},
            "muted": {"font_color": look.muted, "text_wrap": True}, "label": {"bold": True},
            "head": {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": look.panel},
            "sample": {"bold": True, "font_color": look.muted, "italic": True, "text_wrap": True},
            "day": {"num_format": DAYS[pack.lang], "align": "left"},
        }  # fmt: skip
        self.formats: dict[str, Any] = {name: self.book.add_format(base | own) for name, own in made.items()}
        self.numbers: dict[int, Any] = {}
        self.base = base

    def number(self, decimals: int) -> Any:  # noqa: ANN401
        """Return the format of numbers with that many digits after the point."""
        if decimals not in self.numbers:
            form = "#,##0" + ("." + "0" * decimals if decimals else "")
            self.numbers[decimals] = self.book.add_format(self.base | {"num_format": form})
        return self.numbers[decimals]

    def sheet(self, name: str) -> Any:  # noqa: ANN401
        """Add a sheet that prints on A4 lying down, with title, snapshot, link, QR code and page number."""
        sheet, pack = self.book.add_worksheet(name), self.pack
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=1.1, bottom=0.8)
        # An ampersand begins a code in headers; two of them are one.
        said = f"{pack.title} · {words.SNAPSHOT.format(pack.lang, snapshot=pack.snapshot)}".replace("&", "&&")
        sheet.set_header(f"&L{said[:180]}&R&G", {"image_right": "qr.png", "image_data_right": io.BytesIO(self.code)})
        mark = f" · {words.SAMPLE_ABOUT.get(pack.lang)}" if pack.is_sample else ""
        sheet.set_footer(f"&L{(pack.link + mark).replace('&', '&&')[:220]}&R&P / &N")
        sheet.hide_gridlines(2)
        return sheet

    def cell(self, sheet: Any, line: int, at: int, value: Any, decimals: int | None = None) -> None:  # noqa: ANN401
        """Write one cell by its kind; a missing value stays empty, a text is never a formula."""
        if value is None or (not isinstance(value, str) and not hasattr(value, "__len__") and pd.isna(value)):
            return
        if isinstance(value, bool):
            sheet.write_boolean(line, at, value, self.formats["plain"])
        elif isinstance(value, date | datetime):
            day = pd.Timestamp(value).to_pydatetime()
            sheet.write_datetime(line, at, datetime.combine(day, time()), self.formats["day"])
        elif isinstance(value, int | float) or hasattr(value, "dtype"):
            whole = float(value).is_integer() and decimals is None
            sheet.write_number(line, at, float(value), self.number(0 if whole else 2 if decimals is None else decimals))
        else:
            sheet.write_string(line, at, str(value)[:32_000], self.formats["wrap"])

    def text(self, sheet: Any, line: int, said: str, style: str, span: int = len(WIDTHS) - 1) -> int:  # noqa: ANN401
        """Write a line of text across the sheet; return the line after it."""
        if said:
            sheet.merge_range(line, 0, line, span, "", self.formats[style])
            sheet.write_string(line, 0, said[:32_000], self.formats[style])
            # Merged cells do not grow with their text by themselves.
            high, long = (28, 90) if style == "title" else (20, 140)
            sheet.set_row(line, high * min(12, -(-len(said) // long)))
            return line + 1
        return line

    def heads(self, sheet: Any, line: int, names: Sequence[str]) -> int:  # noqa: ANN401
        """Write names of columns; return the line after them."""
        for at, name in enumerate(names):
            sheet.write_string(line, at, name, self.formats["head"])
        return line + 1


def build(pack: Pack) -> bytes:
    """Return a pack as a workbook, the same bytes each time."""
    held = Book(pack)
    held.book.set_properties({"title": pack.title, "author": "Khon Kaen 7 Smart", "created": pack.moment,
                              "comments": pack.link, "keywords": pack.snapshot})  # fmt: skip
    wanted = [f"{slide.number} {short(slide)}" for slide in pack.slides]
    first, *named, definitions, sources = sheet_names(
        [words.CONTENTS.get(pack.lang), *wanted, words.DEFINITIONS.get(pack.lang)[:31], words.SOURCES.get(pack.lang)]
    )
    contents(held, held.sheet(first), named)
    for name, slide in zip(named, pack.slides, strict=True):
        item(held, held.sheet(name), name, slide)
    two_columns(
        held, held.sheet(definitions), words.DEFINITIONS, pack.definitions or [("", words.NO_METHOD.get(pack.lang))]
    )
    found = [(str(n), source) for n, source in enumerate(pack.sources, 1)]
    samples = [(words.SAMPLE.get(pack.lang), content.figure_line(figure)) for figure in pack.samples]
    two_columns(held, held.sheet(sources), words.SOURCES, [*found, *samples])
    held.book.close()
    return sealed.seal(held.buffer.getvalue(), pack.moment)


def short(slide: Slide) -> str:
    """Return the name of a slide's sheet, before Excel's own rules."""
    return content.topic(slide)[:24]


def contents(held: Book, sheet: Any, named: Sequence[str]) -> None:  # noqa: ANN401
    """Write the first sheet: what this is, the link and its QR code, and a line for each item."""
    pack, lang = held.pack, held.pack.lang
    for at, width in enumerate((8, 60, 40, 14, 30)):
        sheet.set_column(at, at, width)
    line = held.text(sheet, 0, pack.title, "title", 3)
    for said in (*pack.about[:1], *pack.about[2:], pack.link):
        line = held.text(sheet, line, said, "muted", 3)
    if pack.is_sample:
        line = held.text(sheet, line, words.SAMPLE_ABOUT.get(lang), "sample", 3)
    for label, day in ((words.DAY, pack.agenda.day), (common.AS_OF, pack.as_of)):
        sheet.write_string(line, 0, label.get(lang), held.formats["label"])
        held.cell(sheet, line, 1, day)
        line += 1
    sheet.insert_image(0, 4, "qr.png", {"image_data": io.BytesIO(held.code), "object_position": 1,
                                        "description": words.QR_ALT.format(lang, link=pack.link)})  # fmt: skip
    heads = (words.NUMBER, words.FINDING, words.ITEM, common.QUALITY_NAME, words.SHEET)
    line = held.heads(sheet, line + 1, [name.get(lang) for name in heads])
    for name, slide in zip(named, pack.slides, strict=True):
        for at, cell in enumerate((slide.number, slide.headline, slide.subhead, content.badge(slide))):
            held.cell(sheet, line, at, cell)
        target = "internal:'" + name.replace("'", "''") + "'!A1"
        sheet.write_url(line, 4, target, held.formats["plain"], string=name)
        line += 1
    sheet.print_area(0, 0, max(line, 1), 4)


def item(held: Book, sheet: Any, name: str, slide: Slide) -> None:  # noqa: ANN401
    """Write the sheet of one item: its finding, its figures, the numbers of its chart, its table."""
    lang = slide.lang
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    line = held.text(sheet, 0, slide.headline, "title")
    line = held.text(sheet, line, slide.subhead, "muted")
    line = held.text(sheet, line, content.badge(slide), "sample" if slide.is_sample else "label")
    for said in slide.body.splitlines():
        line = held.text(sheet, line, said, "wrap")
    if slide.picture is not None:
        line = photo(held, sheet, line, slide.picture)
    if slide.figures:
        line = figures(held, sheet, line + 1, slide.figures, lang)
    if slide.chart is not None and not slide.chart.rows.empty:
        line = chart(held, sheet, line + 1, name, slide)
    if slide.table is not None:
        line = held.text(sheet, line + 1, words.TABLE_ROWS.get(lang), "label")
        line = held.heads(sheet, line, slide.table.header)
        for row in slide.table.rows:
            for at, cell in enumerate(row):
                held.cell(sheet, line, at, cell)
            line += 1
    if not (slide.figures or slide.table or slide.chart or slide.body or slide.picture):
        line = held.text(sheet, line, words.NOTHING.get(lang), "muted")
    line = held.text(sheet, line + 1, slide.source_line, "muted")
    sheet.print_area(0, 0, line, len(WIDTHS) - 1)


def photo(held: Book, sheet: Any, line: int, picture: Picture) -> int:  # noqa: ANN401
    """Put a picture on the sheet with what it shows; return the line after it."""
    content_of = pictures.read(picture.name)
    if not content_of:
        return line
    wide, high = image.size(content_of)
    scale = min(1.0, PHOTO / wide, PHOTO / high)
    about = {"image_data": io.BytesIO(content_of), "description": picture.alt, "object_position": 1}
    sheet.insert_image(line + 1, 0, picture.name, {**about, "x_scale": scale, "y_scale": scale})
    return line + 2 + ceil(high * scale / LINE)


def figures(held: Book, sheet: Any, line: int, shown: Sequence[Shown], lang: Lang) -> int:  # noqa: ANN401
    """Write figures as numbers with everything that is said of them; return the line after them."""
    line = held.heads(sheet, line, [name.get(lang) for name in FIGURES])
    for f in shown:
        row = (f.name, f.value, f.measure, f.unit, f.period, f.quality_name, f.status_name, f.target, f.source)
        for at, cell in enumerate(row):
            held.cell(sheet, line, at, cell, f.decimals if at == 1 else None)
        line += 1
    return line


def chart(held: Book, sheet: Any, line: int, name: str, slide: Slide) -> int:  # noqa: ANN401
    """Write the numbers of a chart and the chart that Excel draws over them; return the line after both."""
    plan = slide.chart
    assert plan is not None
    line = held.text(sheet, line, f"{words.CHART_ROWS.get(slide.lang)}: {plan.title}", "label")
    table = charts.cells(plan, slide.lang)
    top = line
    line = held.heads(sheet, line, table.header)
    for row in table.rows:
        for at, cell in enumerate(row):
            held.cell(sheet, line, at, cell, plan.decimals if at else None)
        line += 1
    drawn = charts.drawn(held.book, plan, slide.lang, name, top, table)
    if drawn is None:
        return line
    about = {"description": plan.alt or slide.alt, "object_position": 1, "x_scale": 1.6, "y_scale": 1.2}
    sheet.insert_chart(line + 1, 0, drawn, about)
    return line + 20


def two_columns(held: Book, sheet: Any, title: Text, rows: Sequence[tuple[str, str]]) -> None:  # noqa: ANN401
    """Write a sheet of names and what is said of them."""
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 110)
    line = held.text(sheet, 0, title.get(held.pack.lang), "title", 1) + 1
    for name, said in rows:
        held.cell(sheet, line, 0, name)
        held.cell(sheet, line, 1, said)
        line += 1
    sheet.print_area(0, 0, line, 1)
