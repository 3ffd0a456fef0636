"""The assumptions travel times stand on: a value with a low and a high one, and the version of the whole table."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

FAST, MID, SLOW = 0, 1, 2
"""The cases of a range: everything at the end that makes trips short, as assumed, at the end that makes them long."""

NEEDED: Final = (
    "songthaew_headway_min", "songthaew_speed_kmh", "lrt_headway_min", "lrt_speed_kmh", "tram_noi_headway_min",
    "tram_noi_speed_kmh", "walk_speed_kmh", "detour_factor", "walk_limit_m", "transfer_penalty_min",
    "transfer_walk_m", "feeder_headway_min",
)  # fmt: skip


class Incomplete(Exception):
    """Raise when a snapshot lacks what travel times need; the message names what is missing."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value with its range, low <= value <= high, in the unit its id names."""

    value: float
    low: float
    high: float

    def held(self, value: float) -> float:
        """Return a value moved into the range."""
        return min(max(value, self.low), self.high)

    def around(self, chosen: float, case: int, *, more_is_fast: bool) -> float:
        """Return a chosen value in a case: as uncertain, in proportion, as the assumption, and held to its range."""
        if case == MID:
            return chosen
        end = self.high if (case == FAST) == more_is_fast else self.low
        scaled = chosen * end / self.value if self.value else end
        return self.held(scaled)

    def factor(self, case: int, *, more_is_fast: bool) -> float:
        """Return by what a measured quantity is multiplied in a case."""
        return self.around(self.value, case, more_is_fast=more_is_fast) / self.value if self.value else 1.0


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All assumptions by id, and a short hash of the whole table that names their version."""

    by_id: Mapping[str, Assumption]
    version: str

    def __getitem__(self, name: str) -> Assumption:
        """Return one assumption."""
        return self.by_id[name]


def read(frame: pd.DataFrame) -> Assumptions:
    """Return the assumptions of a table with assumption_id, value, low and high; raises `Incomplete`."""
    rows = frame.sort_values("assumption_id")[["assumption_id", "value", "low", "high"]]
    found = {str(name): Assumption(float(v), float(a), float(b)) for name, v, a, b in rows.itertuples(index=False)}
    missing = [name for name in NEEDED if name not in found]
    if missing:
        raise Incomplete(", ".join(missing))
    written = "\n".join(f"{name}={a.value!r},{a.low!r},{a.high!r}" for name, a in found.items())
    return Assumptions(found, hashlib.sha256(written.encode()).hexdigest()[:8])
