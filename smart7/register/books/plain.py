"""The form of a unit and period as CSV: the columns of the workbook, for whoever has no spreadsheet."""

import csv
import io

from smart7.i18n import Lang
from smart7.register.books.form import INPUTS, Form
from smart7.words import books as words

COLUMNS = ("indicator_id", "name", "measure", *INPUTS)


def written(asked: Form, lang: Lang = "th") -> bytes:
    """Return a form as CSV in UTF-8 with its mark, by which spreadsheets know the encoding.

    The first row says whose form it is. Amounts that are not asked for hold nothing, as all others do.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([words.MARK_SHEET, *(f"{name}={value}" for name, value in asked.mark(lang).items())])
    writer.writerow([words.COLUMNS[name].get(lang) for name in COLUMNS])
    for one in asked.rows:
        writer.writerow([one.key, one.name.get(lang), one.measure.get(lang), *("" for _ in INPUTS)])
    return buffer.getvalue().encode("utf-8-sig")
