"""Say what was read of a file and what it would change: Thai on one line, English on the next."""

from collections.abc import Iterator
from typing import Final

from smart7.i18n import LANGS, Lang, Text
from smart7.ingest.faults import fill
from smart7.ingest.official.changes import Outcome
from smart7.ingest.official.findings import Faults
from smart7.ingest.official.recipe import Recipe
from smart7.ingest.official.take import Taken
from smart7.words import official_said as words

SHOWN: Final = 10


def lines(taken: Taken, recipe: Recipe) -> Iterator[str]:
    """Yield what is said of one file."""
    report = taken.report
    yield words.FILE.both(name=taken.file.name, size=f"{taken.size / 1000:,.1f}", digest=taken.digest[:12])
    if taken.known_since:
        yield from both(words.KNOWN, day=taken.known_since)
    counts = {"read": report.rows_read, "kept": report.rows_kept, "made": report.made}
    yield from both(words.ROWS, **{name: f"{count:,}" for name, count in counts.items()})
    for text, names in ((words.SHEETS, report.sheets), (words.PASSED, report.passed)):
        if any(names):
            yield from both(text, names=", ".join(names))
    if report.formulas:
        yield from both(words.FORMULAS, count=f"{report.formulas:,}")
    for reason, count in report.left_out.most_common():
        yield from both(words.LEFT_OUT, count=f"{count:,}", why=why(reason, recipe))
    for name, count in report.converted.most_common():
        yield from both(words.CONVERTED, count=f"{count:,}", what=words.DONE[name])
    for outcome in taken.outcomes:
        yield from of_outcome(outcome)
    yield from of_faults(report.faults)


def both(text: Text, indent: int = 2, /, **values: object) -> Iterator[str]:
    """Yield a text on two lines, one for each language; a value that is a text is told in the same language."""
    for lang in LANGS:
        yield " " * indent + text.format(lang, **{name: in_language(value, lang) for name, value in values.items()})


def in_language(value: object, lang: Lang) -> object:
    """Return a value as one language tells it."""
    return value.get(lang) if isinstance(value, Text) else value


def why(reason: str, recipe: Recipe) -> Text:
    """Return why rows were left out."""
    name, _, about = reason.partition(":")
    if name == "filter":
        return recipe.filters[int(about)].because
    return fill(words.LEFT[name], {"column": about})


def of_outcome(outcome: Outcome) -> Iterator[str]:
    """Yield what becomes of the rows of one table."""
    counts = {"new": outcome.new, "same": outcome.same, "corrected": len(outcome.corrected)}
    yield from both(words.MAKES, table=words.TABLES[outcome.table], **{n: f"{c:,}" for n, c in counts.items()})
    for key, old, new in outcome.corrected[:SHOWN]:
        yield f"    {key}: {old} → {new}"
    yield from more(len(outcome.corrected))
    if outcome.without:
        yield from both(words.WITHOUT, count=f"{outcome.without:,}")
    if outcome.elsewhere_same:
        yield from both(words.ELSEWHERE_SAME, count=f"{outcome.elsewhere_same:,}")
    for key, old, source, new in outcome.elsewhere[:SHOWN]:
        yield from both(words.ELSEWHERE, 4, key=key, old=old, source=source, new=new)
    yield from more(len(outcome.elsewhere))


def more(count: int) -> Iterator[str]:
    """Yield how many of a list are not shown."""
    if count > SHOWN:
        yield from both(words.MORE, 4, count=f"{count - SHOWN:,}")


def of_faults(faults: Faults) -> Iterator[str]:
    """Yield every kind of fault with its first places, what is wrong and what to do."""
    if faults.counts:
        yield from both(words.FAULTS_ARE)
    for found in faults.kept:
        what, do = found.said()
        yield f"  {found.place()}"
        yield f"    {what.th} → {do.th}"
        yield f"    {what.en} → {do.en}"
        if hidden := faults.more(found):
            yield from both(words.MORE, 4, count=f"{hidden:,}")
