"""Say what a take found: Thai on one line, English on the next."""

from collections.abc import Iterator
from typing import Final

from smart7.i18n import LANGS, Lang, Text
from smart7.vehicles.sift import REASONS
from smart7.vehicles.take import Report
from smart7.words import positions as words

SHOWN: Final = 5


def lines(report: Report) -> Iterator[str]:
    """Yield what is said of a take: files, rows, each reason with its count, days, and what was not read."""
    yield from both(words.FILES, files=report.files, known=report.known)
    if report.files:
        yield from both(words.ROWS, read=report.read, kept=report.kept, left=report.left.total())
    elif not report.faults:
        yield from both(words.NOTHING_NEW)
    for reason in REASONS:
        if report.left[reason]:
            yield from both(words.LEFT, count=report.left[reason], why=words.REASONS[reason])
    for text, count in ((words.LIES, report.lies), (words.WITHOUT, report.without)):
        if count:
            yield from both(text, count=count)
    for day, rows in sorted(report.days.items()):
        if rows:
            yield from both(words.DAY if rows > 0 else words.REPLACED, day=day.isoformat(), rows=abs(rows))
    yield from faults(report)


def faults(report: Report) -> Iterator[str]:
    """Yield which files were not read, the first few with the reason."""
    if report.faults:
        yield from both(words.NOT_READ, count=len(report.faults))
    for _, refusal in report.faults[:SHOWN]:
        yield f"  {refusal}"
    if len(report.faults) > SHOWN:
        yield from both(words.MORE, count=len(report.faults) - SHOWN)


def both(text: Text, **values: object) -> Iterator[str]:
    """Yield a text on two lines, one for each language, its numbers with thousands marked."""
    for lang in LANGS:
        yield text.format(lang, **{name: told(value, lang) for name, value in values.items()})


def told(value: object, lang: Lang) -> object:
    """Return a value as a language tells it."""
    if isinstance(value, Text):
        return value.get(lang)
    return f"{value:,}" if isinstance(value, int) else value
