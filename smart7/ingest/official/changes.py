"""Compare what a recipe made with the record: what is new, what is the same, what is corrected, what is elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from smart7 import calendar
from smart7.ingest.official.engine import REQUIRED, Row
from smart7.ingest.official.findings import Faults
from smart7.ingest.official.record import DAYS, OBSERVATIONS, POINTS, File, Line, Record, written

PARTS: Final = ("value", "numerator", "denominator")
FIGURE: Final = ("indicator_id", "unit_id", "breakdown", "period_kind", "period_start", "period_end")
KEYS: Final = {
    "observations": FIGURE,
    "targets": ("indicator_id", "unit_id", "authority", "period_from", "source_id"),
    "points": ("point_id",),
    "days": ("indicator_id", "unit_id", "day"),
}
IDS: Final = {"indicator_id": "indicators.csv", "unit_id": "units.csv", "breakdown": "breakdowns.csv"}
ID_COLUMNS: Final = {"indicators.csv": "indicator_id", "units.csv": "unit_id", "breakdowns.csv": "breakdown_id"}
DAYS_TOLD: Final = ("as_of", "period_to", "day")


@dataclass(frozen=True, slots=True)
class Edition:
    """One file that is taken: its id, of which source, on which day."""

    edition_id: str
    source_id: str
    confidence: str
    today: date


@dataclass(slots=True)
class Outcome:
    """What becomes of the rows of one table; `last` is the last day they speak of."""

    table: str
    new: int = 0
    same: int = 0
    corrected: list[tuple[str, str, str]] = field(default_factory=list)
    elsewhere_same: int = 0
    elsewhere: list[tuple[str, str, str, str]] = field(default_factory=list)
    without: int = 0
    last: str = ""


def told(key: tuple[str, ...]) -> str:
    """Return a key as people read it."""
    return " / ".join(part for part in key if part)


def apply(table: str, rows: list[Row], edition: Edition, record: Record, faults: Faults) -> Outcome:
    """Change the files of the record in memory by the rows of one table, and say what became of them."""
    outcome = Outcome(table)
    lines = []
    for row in rows:
        if any(row[name] is None for name in REQUIRED[table]):
            outcome.without += 1
        else:
            lines.append({name: written(value) for name, value in row.items()})
    known_ids(lines, record, faults)
    for line in lines:
        COMPLETE[table](line, edition)
    lines.sort(key=lambda line: [line.get(name, "") for name in KEYS[table]])
    if table == "observations":
        figures(lines, edition, record, faults, outcome)
    else:
        replaced(table, lines, edition, record, faults, outcome)
    outcome.last = max((line.get(name, "") for line in lines for name in DAYS_TOLD), default="")
    return outcome


def known_ids(lines: list[Line], record: Record, faults: Faults) -> None:
    """Add a fault for each id that the catalogue does not have."""
    for column, where in IDS.items():
        there = {row[ID_COLUMNS[where]] for row in record.file(f"catalog/{where}").rows} | {""}
        lost = {line[column]: None for line in lines if line.get(column, "") not in there}
        for value in lost:
            faults.add("unknown_id", column=column, value=value, where=where)


def complete_figure(line: Line, edition: Edition) -> None:
    """Fill in what a recipe need not say of a figure."""
    line.setdefault("partial", "no")
    line["quality"] = line.get("quality") or edition.confidence
    line |= {name: line.get(name, "") for name in ("breakdown", "period_end", *PARTS)}
    line |= {"source_id": edition.source_id, "edition_id": edition.edition_id, "known_from": edition.today.isoformat()}


def complete_target(line: Line, edition: Edition) -> None:
    """Fill in what a recipe need not say of a target."""
    line["quality"] = line.get("quality") or edition.confidence
    line |= {"source_id": edition.source_id, "edition_id": edition.edition_id, "known_from": edition.today.isoformat()}


def complete_place(line: Line, edition: Edition) -> None:
    """Say where a point or a day comes from."""
    line |= {"source_id": edition.source_id, "edition_id": edition.edition_id}


COMPLETE: Final[dict[str, Callable[[Line, Edition], None]]] = {
    "observations": complete_figure, "targets": complete_target, "points": complete_place, "days": complete_place,
}  # fmt: skip


def file_of(table: str, edition: Edition, record: Record) -> File:
    """Return the file that a table of a source stands in."""
    names = {
        "observations": (f"observations/taken-{edition.source_id}.csv", OBSERVATIONS),
        "points": (f"points/{edition.source_id}.csv", POINTS),
        "days": (f"days/{edition.source_id}.csv", DAYS),
        "targets": ("catalog/targets.csv", ()),
    }
    return record.file(*names[table])


def same(one: Line, other: Line, columns: tuple[str, ...]) -> bool:
    """Return whether two rows agree in some columns, numbers by their value."""
    return all(equal(one.get(name, ""), other.get(name, "")) for name in columns)


def equal(one: str, other: str) -> bool:
    """Return whether two cells say the same."""
    if one == other:
        return True
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def value_of(line: Line, scale: float) -> str:
    """Return the value of a figure as text, worked out of its parts where it has them."""
    try:
        return f"{float(line['numerator']) / float(line['denominator']) * scale:.6g}"
    except (KeyError, ValueError, ZeroDivisionError):
        return line.get("value", "")


def figures(lines: list[Line], edition: Edition, record: Record, faults: Faults, outcome: Outcome) -> None:
    """Add and correct figures: what was believed before is closed, and what another source says stays."""
    indicators = {row["indicator_id"]: row for row in record.file("catalog/indicators.csv").rows}
    file = file_of("observations", edition, record)
    mine = {figure_key(line): line for line in [*file.rows, *file.added] if not line.get("known_to")}
    others = of_others(record, file)
    made: dict[tuple[str, ...], Line] = {}
    for line in lines:
        key, about = figure_key(line), indicators.get(line["indicator_id"], {})
        scale = float(about.get("scale") or 1)
        if not sound(line, about, scale, told(key), faults):
            continue
        if key in made:
            faults.add("made_twice", key=told(key), first=value_of(made[key], scale), second=value_of(line, scale))
            continue
        made[key] = line
        if key in mine:
            corrected(mine[key], line, key, scale, edition, file, outcome)
        elif key in others:
            where, other = others[key]
            if equal(value_of(other, scale), value_of(line, scale)):
                outcome.elsewhere_same += 1
            else:
                told_there = f"{other.get('source_id', '')} ({where})"
                outcome.elsewhere.append((told(key), value_of(other, scale), told_there, value_of(line, scale)))
        else:
            outcome.new += 1
            file.added.append(line)


def figure_key(line: Line) -> tuple[str, ...]:
    """Return what a figure is about, with the last day of a span only."""
    end = line.get("period_end", "") if line["period_kind"] == "span" else ""
    return (*(line.get(name, "") for name in FIGURE[:-1]), end)


def of_others(record: Record, mine: File) -> dict[tuple[str, ...], tuple[str, Line]]:
    """Return the figures held true now that stand in other files."""
    found: dict[tuple[str, ...], tuple[str, Line]] = {}
    for path in sorted((record.data / "observations").glob("*.csv")):
        if path != mine.path and path.name != "not_used.csv":
            rows = record.file(f"observations/{path.name}").rows
            found |= {figure_key(row): (path.name, row) for row in rows if not row.get("known_to")}
    return found


def corrected(
    old: Line, new: Line, key: tuple[str, ...], scale: float, edition: Edition, file: File, outcome: Outcome
) -> None:
    """Close a figure that reads differently now and open another; one of the same day is written anew."""
    if same(old, new, (*PARTS, "partial")):
        outcome.same += 1
        return
    outcome.corrected.append((told(key), value_of(old, scale), value_of(new, scale)))
    if old["known_from"] >= edition.today.isoformat():
        old.update(new)
    else:
        old["known_to"] = edition.today.isoformat()
        file.added.append(new)
    file.rewritten = True


def sound(line: Line, about: Line, scale: float, key: str, faults: Faults) -> bool:
    """Return whether a figure can stand in the record; what keeps it from that is added to the faults."""
    try:
        start, kind = date.fromisoformat(line["period_start"]), line["period_kind"]
        whole = None if kind == "span" else calendar.containing(kind, start)  # type: ignore[arg-type]
    except (KeyError, ValueError):
        faults.add("bad_period", key=key)
        return False
    if (whole is None and not line["period_end"]) or (whole is not None and whole.start != start):
        faults.add("bad_period", key=key)
        return False
    line["as_of"] = line.get("as_of") or (whole.end.isoformat() if whole is not None else line["period_end"])
    line["period_end"] = "" if whole is not None else line["period_end"]
    by_parts = bool({about.get("over_time"), about.get("over_units")} & {"ratio", "mean"})
    value = value_of(line, scale)
    if by_parts and (not line["numerator"] or not line["denominator"] or float(line["denominator"]) == 0):
        faults.add("needs_parts", key=key)
        return False
    if not value:
        faults.add("needs_value", key=key)
        return False
    low, high = about.get("range_min", ""), about.get("range_max", "")
    if (low and float(value) < float(low)) or (high and float(value) > float(high)):
        faults.add("out_of_range", key=key, value=value, low=low or "-∞", high=high or "∞")
        return False
    return True


def replaced(table: str, lines: list[Line], edition: Edition, record: Record, faults: Faults, outcome: Outcome) -> None:
    """Add rows and write corrected ones anew, in a table that keeps no history."""
    file, columns = file_of(table, edition, record), KEYS[table]
    there = {tuple(line.get(name, "") for name in columns): line for line in [*file.rows, *file.added]}
    compared = tuple(name for name in file.header if name not in ("edition_id", "known_from"))
    made: set[tuple[str, ...]] = set()
    for line in lines:
        key = tuple(line.get(name, "") for name in columns)
        if key in made:
            faults.add("made_twice", key=told(key), first=described(there[key], table), second=described(line, table))
            continue
        made.add(key)
        old = there.get(key)
        if old is None:
            outcome.new += 1
            there[key] = line
            file.added.append(line)
        elif same(old, line, compared):
            outcome.same += 1
        else:
            differs = [name for name in compared if not equal(old.get(name, ""), line.get(name, ""))]
            outcome.corrected.append((told(key), described(old, table, differs), described(line, table, differs)))
            old.update(line)
            file.rewritten = True


def described(line: Line, table: str, columns: list[str] | None = None) -> str:
    """Return what a row says, in the columns that differ."""
    shown: list[Any] = [name for name in columns or [] if name != "hourly"] or {"days": ["value"]}.get(table, ["day"])
    return ", ".join(f"{name} {line.get(name, '') or '–'}" for name in shown[:4])
