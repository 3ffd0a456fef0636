"""The text of a statement: its parameters, its worked examples, and the query file it can become. Nothing is run."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from smart7.i18n import Text

FOLDER: Final = Path(__file__).with_name("examples")
# Comments, texts and quoted names hold no parameters; nor does a text in dollar quotes. What never ends is taken to its
# end: looked for anew from each beginning, a long statement of beginnings would keep the server busy for seconds.
APART: Final = re.compile(
    r"--[^\n]*|/\*.*?(?:\*/|\Z)|'(?:[^']|'')*(?:'|\Z)|\"(?:[^\"]|\"\")*(?:\"|\Z)|\$(\w*)\$.*?(?:\$\1\$|\Z)", re.DOTALL
)
PARAMETER: Final = re.compile(r"(?<![\w$])\$([A-Za-z_]\w*)")
MOST_PARAMETERS: Final = 30
HEADER: Final = re.compile(r"^-- (title\.th|title\.en|given): *(.*)$")
TYPES: Final = {bool: "BOOLEAN", int: "INTEGER", float: "DOUBLE", date: "DATE", str: "VARCHAR"}


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example: what it answers, the statement, and values for its parameters."""

    id: str
    title: Text
    sql: str
    given: dict[str, str]


def parameters(sql: str) -> list[str]:
    """Return the names of a statement's parameters in the order they are met, no more than a page has fields for."""
    return list(dict.fromkeys(PARAMETER.findall(APART.sub(" ", sql))))[:MOST_PARAMETERS]


def typed(written: str) -> int | float | date | str | None:
    """Return what was typed as a number, a day or a text; nothing for an empty field.

    In quotes it stays a text, whatever it looks like.
    """
    text = written.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1]
    if re.fullmatch(r"[+-]?\d{1,18}", text):
        return int(text)
    if re.fullmatch(r"[+-]?\d+\.\d+", text):
        number = float(text)
        return number if math.isfinite(number) else text
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text or None


def sent(value: float | date | str | None) -> float | str | None:
    """Return a value as JSON can hold it; DuckDB reads a day from its text."""
    return value.isoformat() if isinstance(value, date) else value


@cache
def examples() -> dict[str, Example]:
    """Return the worked examples by id, in their order."""
    return {example.id: example for example in map(read, sorted(FOLDER.glob("*.sql")))}


def read(path: Path) -> Example:
    """Return one example from its file; raises `KeyError` where it has no title in a language."""
    lines = path.read_text("utf-8").splitlines()
    found = [HEADER.match(line) for line in lines]
    header = {match[1]: match[2] for match in found if match}
    given = dict(pair.split("=", 1) for pair in header.get("given", "").split())
    sql = "\n".join(line for line, match in zip(lines, found, strict=True) if not match)
    return Example(path.stem[3:], Text(header["title.th"], header["title.en"]), sql.strip(), given)


def panel(
    sql: str, about: Mapping[str, str], values: Mapping[str, object], columns: tuple[tuple[str, str], ...]
) -> str:
    """Return a query file: the statement with the header that makes it a panel."""
    params = ", ".join(
        f"${name} {TYPES[type(value)] if value is not None else 'VARCHAR'}" for name, value in values.items()
    )
    returns = ", ".join(f"{name} {kind}" for name, kind in columns)
    header = {"doc": about["doc"], "params": params, "returns": returns, "sources": about["sources"],
              "title.th": about["title_th"], "title.en": about["title_en"], "chart": about["chart"]}  # fmt: skip
    lines = [f"-- {name}: {' '.join(text.split())}".rstrip() for name, text in header.items()]
    body = "\n".join(line for line in sql.strip().rstrip(";").splitlines() if not HEADER.match(line))
    return "\n".join([*lines, body, ""])
