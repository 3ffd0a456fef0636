"""What is found in a feed: which rule, where, how often, what it means and what to do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from smart7.i18n import LANGS, Text
from smart7.ingest.faults import Fault
from smart7.words import gtfs as words
from smart7.words.gtfs_errors import ERRORS
from smart7.words.gtfs_notes import NOTES

Severity = Literal["error", "warning", "info"]
ORDER: Final = ("error", "warning", "info")
RULES: Final = {**words.ARCHIVE, **words.OWN, **ERRORS, **NOTES}


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken in one file: the first place, the lines of some more, and how many there are in all."""

    severity: Severity
    rule: str
    file: str
    column: str
    lines: tuple[int, ...]
    count: int
    what: Text
    do: Text


class Refused(Exception):
    """Raise when a feed cannot be taken; carries everything found so far."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = ranked(findings)
        super().__init__(f"{len(self.findings)} findings")


class Gaps(dict[str, object]):
    """Values for a sentence; one that the validator did not give is shown as a question mark."""

    def __missing__(self, key: str) -> str:
        """Return what stands for a missing value."""
        return "?"


def found(severity: Severity, rule: str, file: str = "", line: int = 0, /, **values: object) -> Finding:
    """Return the finding of a rule that has a sentence, at a place."""
    what, do = RULES[rule]
    lines = (line,) if line else ()
    return Finding(severity, rule, file, "", lines, 1, told(what, values), told(do, values))


def refuse(rule: str, file: str = "", line: int = 0, /, **values: object) -> Refused:
    """Return the exception for one error."""
    return Refused([found("error", rule, file, line, **values)])


def told(text: Text, values: Mapping[str, object]) -> Text:
    """Return a sentence with its values filled in; long values are cut, line breaks shown as spaces."""
    th, en = (
        Gaps({name: shortened(value.get(lang) if isinstance(value, Text) else value) for name, value in values.items()})
        for lang in LANGS
    )
    return Text(text.th.format_map(th), text.en.format_map(en))


def shortened(value: object) -> str:
    """Return a value from somebody's file as it may stand in a sentence."""
    text = "".join(letter if letter.isprintable() else " " for letter in str(value)).strip()
    return text if len(text) <= 80 else text[:79] + "…"


def of_fault(fault: Fault) -> Finding:
    """Return what the build says of a feed as a finding."""
    lines = (fault.line,) if fault.line else ()
    return Finding("error", "cannot_load", fault.file, fault.column, lines, 1, fault.what, fault.do)


def of_notice(notice: Mapping[str, Any]) -> Finding:
    """Return a group of the validator's notices as one finding, in a sentence of our own where there is one."""
    code = str(notice["code"])
    values = {"fieldName": notice["column"], **notice["context"], "code": code, "message": notice["message"]}
    if "parentFilename" in values:
        values["parentFilename"] = str(values["parentFilename"]).replace(" or ", " / ")
    what, do = RULES.get(code, words.OTHER)
    return Finding(
        notice["severity"], code, notice["file"], notice["column"], tuple(notice["lines"]), notice["count"],
        told(what, values), told(do, values),
    )  # fmt: skip


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with what must be corrected first."""
    return sorted(findings, key=lambda f: (ORDER.index(f.severity), f.file, f.lines, f.rule, f.column))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether a feed must be refused."""
    return any(finding.severity == "error" for finding in findings)


def table(findings: Iterable[Finding]) -> str:
    """Return the findings for a terminal: severity, rule and place, then Thai above English."""
    lines = []
    for item in findings:
        lines.append(f"{words.SEVERITY[item.severity].both()}  {item.rule}  {place(item)}".rstrip())
        lines.append(f"    {item.what.th} → {item.do.th}")
        lines.append(f"    {item.what.en} → {item.do.en}")
    return "\n".join(lines)


def place(item: Finding) -> str:
    """Return where a finding is: file, lines, column, and how many places more."""
    lines = ",".join(str(line) for line in item.lines)
    more = f" (+{item.count - len(item.lines)})" if item.count > max(1, len(item.lines)) else ""
    return item.file + (f":{lines}" if lines else "") + (f" [{item.column}]" if item.column else "") + more
