"""The fields of each file of the catalogue, for the form in which a row is changed.

What a cell may hold is decided where files are read; these say how it is asked for. A test holds them against the
declared columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from smart7 import calendar, catalog

Kind = Literal["id", "line", "text", "number", "day", "flag", "choice", "choices", "of", "several"]
"""How a cell is asked for: `of` is an id of another file, `choices` and `several` are lists."""

LEVELS: Final = (
    "city", "school", "centre", "division", "tambon", "district", "province", "region", "country", "area",
    "peer_city", "peer_province", "station",
)  # fmt: skip
CONFIDENCES: Final = ("official", "reported", "estimated")
QUALITIES: Final = ("official", "reported", "submitted", "modelled", "estimated")
EVENT_KINDS: Final = ("start", "stop", "milestone", "decision", "promise", "award", "training", "measure")
AUTHORITIES: Final = tuple(one for one in catalog.AUTHORITIES if one != catalog.PEERS)


@dataclass(frozen=True, slots=True)
class Field:
    """One column as it is asked for: whether it may be empty, what may be chosen, and from which file ids come."""

    name: str
    kind: Kind = "line"
    required: bool = True
    choices: tuple[str, ...] = ()
    refers: str = ""


def both(name: str, kind: Kind = "line", *, required: bool = True) -> tuple[Field, Field]:
    """Return the fields of a text in two languages."""
    return Field(f"{name}_th", kind, required), Field(f"{name}_en", kind, required)


def optional(name: str, kind: Kind = "line", choices: tuple[str, ...] = (), refers: str = "") -> Field:
    """Return a field that may be empty."""
    return Field(name, kind, False, choices, refers)


def choice(name: str, choices: tuple[str, ...]) -> Field:
    """Return a field of which one of a few is chosen."""
    return Field(name, "choice", True, choices)


SOURCE: Final = Field("source_id", "of", refers="sources.csv")

FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    "indicators.csv": (
        Field("indicator_id", "id"),
        *both("name"),
        *both("about", "text"),
        choice("domain", tuple(domain.id for domain in catalog.DOMAINS)),
        Field("position", "number"),
        *both("measure"),
        choice("value_kind", ("number", "percent", "year")),
        Field("decimals", "number"),
        Field("scale", "number"),
        choice("direction", ("higher", "lower", "band", "context")),
        choice("over_time", ("sum", "ratio", "last", "mean")),
        choice("over_units", ("sum", "ratio", "mean", "none")),
        *both("weight", required=False),
        choice("period_kind", tuple(calendar.KINDS)),
        optional("due_days", "number"),
        Field("owner", "of", refers="units.csv"),
        choice("level", tuple(level for level in LEVELS if not level.startswith("peer_"))),
        optional("range_min", "number"),
        optional("range_max", "number"),
        *both("formula", "text"),
        optional("codes"),
        optional("aims", "choices", catalog.AIMS),
        Field("promised", "flag"),
        *both("register", required=False),
    ),
    "targets.csv": (
        Field("indicator_id", "of", refers="indicators.csv"),
        Field("unit_id", "of", refers="units.csv"),
        choice("authority", AUTHORITIES),
        Field("period_from", "day"),
        optional("period_to", "day"),
        optional("low", "number"),
        optional("high", "number"),
        choice("quality", QUALITIES),
        SOURCE,
        Field("known_from", "day"),
        *both("note", "text", required=False),
    ),
    "units.csv": (
        Field("unit_id", "id"),
        *both("name"),
        choice("kind", LEVELS),
        optional("parent", "of", refers="units.csv"),
        Field("position", "number"),
        Field("sample", "flag"),
        Field("adopted_2017", "flag"),
        choice("name_confidence", CONFIDENCES),
        optional("lat", "number"),
        optional("lon", "number"),
        optional("accuracy_m", "number"),
        optional("position_confidence", "choice", CONFIDENCES),
        SOURCE,
        *both("note", "text", required=False),
    ),
    "events.csv": (
        Field("event_id", "id"),
        *both("title"),
        Field("date", "day"),
        choice("date_precision", ("day", "month", "year")),
        choice("domain", tuple(domain.id for domain in catalog.DOMAINS)),
        optional("indicator_ids", "several", refers="indicators.csv"),
        *both("detail", "text", required=False),
        choice("kind", EVENT_KINDS),
        choice("quality", QUALITIES),
        SOURCE,
    ),
    "sources.csv": (
        Field("source_id", "id"),
        *both("publisher"),
        *both("title"),
        optional("url"),
        *both("licence"),
        Field("bulk", "flag"),
        optional("as_of"),
        choice("confidence", CONFIDENCES),
        *both("note", "text", required=False),
    ),
}


def of(file: str, name: str) -> Field:
    """Return a field of a file by its name; raises `KeyError` for an unknown one."""
    return {field.name: field for field in FIELDS[file]}[name]
