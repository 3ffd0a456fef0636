"""Run the GTFS validator in a process of its own, which the parent can end, and print its notices in groups.

Run as `python -m smart7.ingest.gtfs.guru FOLDER DAY MEMORY_GB`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from smart7.words import vehicles

LINES_KEPT: Final = 12
# Where the validator puts the line of the file it speaks of, the most telling first.
LINE_KEYS: Final = (
    "csvRowNumber", "newCsvRowNumber", "currCsvRowNumber", "csvRowNumberA", "csvRowNumber1", "stopTimeCsvRowNumber",
    "stopTimeCsvRowNumber1", "tripCsvRowNumber", "routeCsvRowNumber", "stopCsvRowNumber", "endCsvRowNumber",
)  # fmt: skip

# Rules about capitals, which a text in Thai alone cannot break.
NO_CASE: Final = ("mixed_case_recommended_field",)


def is_known(context: dict[str, Any], column: str) -> bool:
    """Return whether a value the validator does not know is a route type of the extended list."""
    written = str(context.get("fieldValue", ""))
    return column == "route_type" and written.isdecimal() and int(written) in vehicles.EXTENDED


def has_case(text: str) -> bool:
    """Return whether a text has letters that know capitals."""
    return text.lower() != text.upper()


def limit_memory(gigabytes: float) -> None:
    """Let this process end rather than take the machine's memory, where the system can do that."""
    if sys.platform == "win32":
        return
    import resource

    size = int(gigabytes * 1e9)
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def validate(folder: str, day: str) -> Iterator[tuple[str, str, str, str, int, str, dict[str, Any]]]:
    """Yield severity, rule, file, column, line, message and context of every notice."""
    import gtfs_guru

    schema = gtfs_guru.notice_schema()
    # Without a date the validator judges by the clock, and the same feed passes one day and not the next.
    for notice in gtfs_guru.validate(folder, country_code="TH", date=day).notices:
        context = dict(notice.context())
        if notice.code in NO_CASE and not has_case(str(context.get("fieldValue", ""))):
            continue
        files = schema.get(notice.code, {}).get("references", {}).get("fileReferences", [])
        file = notice.file or context.get("filename") or context.get("childFilename") or ([*files, ""])[0]
        line = notice.row or next((context[key] for key in LINE_KEYS if context.get(key)), 0)
        column = notice.field or context.get("fieldName") or context.get("childFieldName") or ""
        if notice.code == "unexpected_enum_value" and is_known(context, column):
            continue
        yield notice.severity.lower(), notice.code, file, column, int(line), notice.message, context


def grouped(notices: Iterable[tuple[str, str, str, str, int, str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return one row for each rule, file and column: the first notice, the first lines, and how many there are."""
    counts: Counter[tuple[str, ...]] = Counter()
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    lines: dict[tuple[str, ...], set[int]] = {}
    # The validator works on several threads: notices come in any order.
    for severity, code, file, column, line, message, context in sorted(notices, key=lambda n: (n[1:5], str(n[6]))):
        key = (code, file, column)
        counts[key] += 1
        lines.setdefault(key, set()).add(line)
        told = {"severity": severity, "code": code, "file": file, "column": column, "message": message}
        rows.setdefault(key, {**told, "context": context})
    return [{**row, "count": counts[key], "lines": sorted(lines[key] - {0})[:LINES_KEPT]} for key, row in rows.items()]


if __name__ == "__main__":
    limit_memory(float(sys.argv[3]))
    json.dump(grouped(validate(sys.argv[1], sys.argv[2])), sys.stdout, default=str)
