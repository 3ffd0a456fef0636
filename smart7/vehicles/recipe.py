"""Read a recipe of GPS boxes: which column of their files is what, and how times and numbers stand in it."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from smart7.office.cells import Rules
from smart7.vehicles import keep
from smart7.vehicles.refused import Refused

FILE: Final = "boxes.toml"
NEEDED: Final = ("vehicle", "time", "latitude", "longitude")
COLUMNS: Final = (*NEEDED, "clock", "received", "speed", "heading", "route", "direction", "trip")
"""`time` holds day and clock, or the day alone where `clock` names another column; `received` is when it was told."""
SPEEDS: Final = {"km/h": 1 / 3.6, "m/s": 1.0, "knots": 0.514444}
WRITTEN: Final = ("text", "epoch")
ZONE: Final = re.compile(r"[+-](\d{2}):(\d{2})", re.ASCII)
SETTINGS: Final = ("calendar", "order", "zone", "speed", "time", "missing", "directions")
CHOICES: Final = {"calendar": ("", "be", "ce"), "order": ("", "dmy", "mdy", "ymd"), "time": WRITTEN,
                  "speed": tuple(SPEEDS)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """How files of boxes are read: headings of each column, and how cells are written.

    `offset` is how many seconds the clock of the file is ahead of UTC where a cell does not say so itself.
    """

    name: str
    headings: dict[str, tuple[str, ...]]
    rules: Rules
    offset: int = keep.OFFSET
    metres_a_second: float = SPEEDS["km/h"]
    epoch: bool = False
    directions: tuple[tuple[str, int], ...] = ()


def read(data: Path, name: str) -> Recipe:
    """Return a recipe of the data folder by its name; raises `Refused` with everything that is wrong with it."""
    path = data / "recipes" / name / FILE
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused("recipe", recipe=name, what=error) from None
    columns, file = written.get("columns", {}), written.get("file", {})
    wrong = [f"{key}?" for key in written if key not in ("file", "columns")]
    wrong += [f"columns.{key}?" for key in columns if key not in COLUMNS]
    wrong += [f"columns.{key}" for key in NEEDED if not columns.get(key)]
    wrong += [f"file.{key}?" for key in file if key not in SETTINGS]
    chosen = {key: str(file.get(key, there[0])) for key, there in CHOICES.items()}
    wrong += [f"file.{key}: {chosen[key]}" for key, there in CHOICES.items() if chosen[key] not in there]
    zone = str(file.get("zone", "+07:00"))
    found = ZONE.fullmatch("+00:00" if zone == "UTC" else zone)
    wrong += [] if found else [f"file.zone: {zone}"]
    if wrong or found is None:
        raise Refused("recipe", recipe=name, what=", ".join(wrong))
    ahead = (int(found[1]) * 3600 + int(found[2]) * 60) * (-1 if zone.startswith("-") else 1)
    missing = frozenset(str(sign).lower() for sign in file.get("missing", ()))
    return Recipe(
        name, {key: listed(value) for key, value in columns.items()},
        Rules("text", chosen["calendar"], chosen["order"], missing), ahead, SPEEDS[chosen["speed"]],
        chosen["time"] == "epoch", tuple((str(k), int(v)) for k, v in file.get("directions", {}).items()),
    )  # fmt: skip


def listed(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return a heading or several that mean the same as a tuple."""
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)
