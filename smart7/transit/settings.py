"""What a visitor may change about the network after: as values in their ranges, and as parts of a link."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from math import isfinite
from typing import Any, Final

from smart7.transit.assumptions import Assumptions

PHASES: Final = {"p1": "red_p1", "all": "red"}
"""Slug of a phase to the route of the plan that runs in it; never both."""

NUMBERS: Final = ("lrt_headway_min", "lrt_speed_kmh", "walk_limit_m", "transfer_penalty_min")
SLUGS: Final = {
    "lrt_headway_min": "headway",
    "lrt_speed_kmh": "speed",
    "phase": "phase",
    "tram_noi": "tram",
    "walk_limit_m": "walk",
    "transfer_penalty_min": "transfer",
    "feeders": "feeders",
}
"""Field of `Settings` to its name in a link."""

FLAGS: Final = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices before and after depend on: minutes, km/h, metres; two settings that are equal give one answer."""

    lrt_headway_min: float
    lrt_speed_kmh: float
    walk_limit_m: float
    transfer_penalty_min: float
    phase: str = "all"
    tram_noi: bool = False
    feeders: bool = False


def defaults(assumptions: Assumptions) -> Settings:
    """Return the settings as assumed: the whole red line, no Tram Noi, songthaews as recorded."""
    values: dict[str, Any] = {name: assumptions[name].value for name in NUMBERS}
    return Settings(**values)


def ranges(assumptions: Assumptions) -> dict[str, tuple[float, float]]:
    """Return the lowest and the highest value each number may take, by field."""
    return {name: (assumptions[name].low, assumptions[name].high) for name in NUMBERS}


def held(settings: Settings, assumptions: Assumptions) -> Settings:
    """Return settings with each number moved into its range; raises `ValueError` for a phase nobody planned."""
    if settings.phase not in PHASES:
        raise ValueError(f"no phase '{settings.phase}'")
    values: dict[str, Any] = {name: assumptions[name].held(getattr(settings, name)) for name in NUMBERS}
    return replace(settings, **values)


def to_link(settings: Settings, assumptions: Assumptions) -> dict[str, str]:
    """Return the parts of a link that say how settings differ from the default; empty for the default."""
    usual = asdict(defaults(assumptions))
    return {SLUGS[name]: written(value) for name, value in asdict(settings).items() if value != usual[name]}


def from_link(link: Mapping[str, str], assumptions: Assumptions) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings a link asks for, and the names in it whose value does not exist and was replaced."""
    chosen: dict[str, Any] = {}
    refused = []
    for field in fields(Settings):
        slug = SLUGS[field.name]
        if slug not in link:
            continue
        try:
            chosen[field.name] = read(field.name, link[slug], assumptions)
        except ValueError:
            refused.append(slug)
    return replace(defaults(assumptions), **chosen), tuple(refused)


def read(name: str, value: str, assumptions: Assumptions) -> float | str | bool:
    """Return one value of a link; raises `ValueError` where it is none or out of range."""
    if name == "phase" or name not in NUMBERS:
        choices: dict[str, Any] = {phase: phase for phase in PHASES} if name == "phase" else FLAGS
        if value not in choices:
            raise ValueError(value)
        return choices[value]  # type: ignore[no-any-return]
    number = float(value)
    if not isfinite(number) or number != assumptions[name].held(number):
        raise ValueError(value)
    return number


def written(value: float | str | bool) -> str:
    """Return a value as a link holds it, numbers without needless zeros."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else repr(int(value) if float(value).is_integer() else float(value))
