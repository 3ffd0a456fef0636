"""Read a recipe: what a file of a source is, where its columns are, and how their cells are read."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from smart7.i18n import Text
from smart7.ingest.cells import SLUG
from smart7.ingest.columns import CONFIDENCES
from smart7.ingest.official.findings import Refused
from smart7.office.cells import KINDS, Rules

FILE: Final = "recipe.toml"
FORMS: Final = ("csv", "xlsx", "xls", "html", "json", "geojson")
NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
OWN: Final = ("at_file", "at_sheet", "at_row")
SOURCE_FIELDS: Final = ("publisher_th", "publisher_en", "title_th", "title_en", "licence_th", "licence_en", "every_th",
                        "every_en", "confidence")  # fmt: skip
SOURCE_MORE: Final = ("url", "bulk", "note_th", "note_en")
FILE_FIELDS: Final = ("kinds", "sheets", "header_rows", "records", "missing", "totals", "order", "calendar")
PLACES: Final = ("heading", "at", "sheet", "file", "title", "each")
COLUMN_FIELDS: Final = (
    *PLACES, "into", "type", "calendar", "order", "empty", "optional", "missing", "units", "scale", "first_hour",
    "serial",
)  # fmt: skip
CHOICES: Final = {
    "type": tuple(KINDS), "calendar": ("be", "ce"), "order": ("dmy", "mdy", "ymd"),
    "empty": ("keep", "leave", "fault", "above"), "totals": ("leave", "keep"),
    "confidence": CONFIDENCES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table `rows`: where it is found, how it is read, and what an empty cell means."""

    name: str
    place: str
    headings: tuple[str, ...]
    pattern: re.Pattern[str] | None
    into: tuple[tuple[str, Rules], ...]
    rules: Rules
    empty: str
    optional: bool
    at: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows go, and why: those whose text fits the pattern, or does not fit where the fitting ones are kept."""

    column: str
    pattern: re.Pattern[str]
    keeps: bool
    because: Text


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the files of one source are read."""

    source_id: str
    folder: Path
    source: dict[str, Any]
    kinds: tuple[str, ...]
    sheets: str
    header_rows: int
    records: tuple[str, ...]
    totals: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]

    def sheet_pattern(self) -> re.Pattern[str]:
        """Return what the whole name of a sheet fits that is read."""
        return re.compile(self.sheets, re.IGNORECASE)

    def table(self) -> dict[str, str]:
        """Return the columns of `rows` and how each is read, in order."""
        found: dict[str, str] = {}
        for column in self.columns:
            found |= {column.name: column.rules.kind, **{name: rules.kind for name, rules in column.into}}
        return found


def names(data: Path) -> list[str]:
    """Return the names of all recipes of a data folder."""
    return sorted(path.parent.name for path in (data / "recipes").glob(f"*/{FILE}"))


def read(folder: Path, asked: dict[str, str] | None = None) -> Recipe:
    """Return the recipe of a folder; raises `Refused` with everything that is wrong with it.

    `asked` may say `order` and `calendar`, where the recipe leaves them to whoever has the file.
    """
    wrong: list[str] = []
    try:
        written = tomllib.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused("recipe", recipe=folder.name, what=error) from None
    known(written, ("source", "file", "columns", "keep", "leave"), "", wrong)
    source, file = written.get("source", {}), {**(asked or {}), **written.get("file", {})}
    known(source, (*SOURCE_FIELDS, *SOURCE_MORE), "source.", wrong)
    wrong += [f"source.{name}" for name in SOURCE_FIELDS if not source.get(name)]
    known(file, FILE_FIELDS, "file.", wrong)
    wrong += [f"file.kinds: {kind}" for kind in file.get("kinds", ["?"]) if kind not in FORMS]
    wrong += [] if SLUG.fullmatch(folder.name) else [folder.name]
    columns = tuple(column(name, about, file, wrong) for name, about in written.get("columns", {}).items())
    recipe = Recipe(
        folder.name, folder, source, tuple(file.get("kinds", ())), str(file.get("sheets", "first")),
        int(file.get("header_rows", 1)), tuple(part for part in str(file.get("records", "")).split("/") if part),
        chosen(file, "totals", "leave", "file.", wrong), columns, filters(written, columns, wrong),
    )  # fmt: skip
    wrong += [f"columns.{name}" for name in recipe.table() if not NAME.fullmatch(name) or name in OWN]
    wrong += [] if any(c.place in ("heading", "each") for c in columns) else ["columns"]
    wrong += ["columns.*.each"] if sum(c.place == "each" for c in columns) > 1 else []
    chosen(source, "confidence", "official", "source.", wrong)
    compiled(recipe.sheets, "file.sheets", wrong)
    if wrong:
        raise Refused("recipe", recipe=folder.name, what=", ".join(dict.fromkeys(wrong)))
    return recipe


def known(table: dict[str, Any], fields: tuple[str, ...], where: str, wrong: list[str]) -> None:
    """Note the keys of a table that a recipe does not have."""
    wrong += [f"{where}{name}?" for name in table if name not in fields]


def chosen(table: dict[str, Any], name: str, default: str, where: str, wrong: list[str]) -> str:
    """Return one of the choices of a key; note any other."""
    value = str(table.get(name, default))
    if value not in (*CHOICES[name], default):
        wrong.append(f"{where}{name}: {value} ({', '.join(CHOICES[name])})")
    return value


def compiled(pattern: str, where: str, wrong: list[str]) -> re.Pattern[str]:
    """Return a pattern; note one that is none."""
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        wrong.append(f"{where}: {error}")
        return re.compile("")


def listed(value: object) -> tuple[str, ...]:
    """Return a text or a list of texts as a tuple."""
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


def column(name: str, about: dict[str, Any], file: dict[str, Any], wrong: list[str]) -> Column:
    """Return one column; what is wrong with it is noted."""
    where = f"columns.{name}."
    known(about, COLUMN_FIELDS, where, wrong)
    places = [place for place in PLACES if place in about]
    if len(places) != 1:
        wrong.append(f"{where}({', '.join(PLACES)})")
    place = (places or ["heading"])[0]
    pattern = compiled(str(about.get(place, "")), where + place, wrong) if place not in ("heading", "at") else None
    at = about.get("at", 0)
    wrong += [f"{where}at: {at}"] if place == "at" and (not isinstance(at, int) or at < 1) else []
    read_as = rules(about, file, chosen(about, "type", "text", where, wrong), where, wrong)
    into = about.get("into", {})
    parts = tuple((part, rules({"type": kind}, file, kind, where, wrong)) for part, kind in into.items())
    wrong += [f"{where}into: {kind}" for kind in into.values() if kind not in KINDS]
    if pattern is not None and pattern.groups != (len(into) if place == "each" else 1):
        wrong.append(f"{where}{place}: ( )")
    empty = chosen(about, "empty", "leave" if place == "each" else "keep", where, wrong)
    return Column(name, place, listed(about.get("heading", ())) if place == "heading" else (), pattern, parts, read_as,
                  empty, bool(about.get("optional", False)), at)  # fmt: skip


def rules(about: dict[str, Any], file: dict[str, Any], kind: str, where: str, wrong: list[str]) -> Rules:
    """Return how the cells of a column are read; what the file says counts where the column says nothing."""
    both = {name: about.get(name, file.get(name, "")) for name in ("calendar", "order")}
    missing = (*about.get("missing", ()), *file.get("missing", ()))
    return Rules(
        kind, chosen(both, "calendar", "", where, wrong), chosen(both, "order", "", where, wrong),
        frozenset(str(sign).lower() for sign in missing), tuple(word.lower() for word in about.get("units", ())),
        float(about.get("scale", 1)), int(about.get("first_hour", 0)), bool(about.get("serial", False)),
    )  # fmt: skip


def filters(written: dict[str, Any], columns: tuple[Column, ...], wrong: list[str]) -> tuple[Filter, ...]:
    """Return which rows go, those that are not kept first."""
    there, found = {column.name for column in columns}, []
    for kind in ("keep", "leave"):
        for about in written.get(kind, []):
            known(about, ("column", "pattern", "because_th", "because_en"), f"{kind}.", wrong)
            if about.get("column") not in there:
                wrong.append(f"{kind}.column: {about.get('column')}")
            pattern = compiled(str(about.get("pattern", "")), f"{kind}.pattern", wrong)
            because = Text(str(about.get("because_th") or kind), str(about.get("because_en") or kind))
            found.append(Filter(str(about.get("column")), pattern, kind == "keep", because))
    return tuple(found)
