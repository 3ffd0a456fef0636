"""A question about what happened, as a person fills it in and as a link holds it.

Its link says `what=accidents`, `what=days` or `what=service`; the rest is left out where it is as at first, as in
every question.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Self

from smart7.questions import link
from smart7.words import driven

KINDS: Final = ("accidents", "days", "service")
BANDS: Final = tuple(f"{start}-{start + 2}" for start in range(0, 24, 3))
"""Hours of the day by which accidents and service are narrowed."""
MEASURES: Final = {
    "accidents": ("accidents", "fatal", "dead", "injured"),
    "days": ("mean", "over", "share", "highest", "measured"),
    "service": tuple(name for name in driven.MEASURES if name != "lost"),
}
PERIODS: Final = ("calendar_year", "fiscal_year", "month")
TIMES: Final = (*PERIODS, "month_of_year", "season")
DIMENSIONS: Final = {
    "accidents": (*TIMES, "hour", "area", "tambon", "cause", "vehicle", "school"),
    "days": (*TIMES, "station"),
    "service": ("hour", "line", "way", "stop", "day_type", "day", "month", "fiscal_year"),
}
LONG: Final = ("stop", "day")
"""What may have hundreds of values: it stands in rows, never in columns, and no more of it than `MOST`."""
MOST: Final = 400
"""Rows of such a kind: the newest days, or the stops with most behind them; a longer answer says what it leaves out."""
NOT_AT_STOPS: Final = ("trips-run", "speed")
"""What is of trips and of stretches between stops, and so of no stop."""
FIRST: Final = {"accidents": "calendar_year", "days": "month", "service": "hour"}
"""By what an answer is told apart where a question does not say."""
ALWAYS: Final = {"days": "station", "service": "basis"}
"""What is told apart in any case: stations, and what was measured from what is made up."""
DAY_TYPES: Final = ("weekday", "saturday", "sunday")
WAY: Final = "@"
"""What stands between a line and a direction of it."""
AREAS: Final = ("municipality", "district", "elsewhere", "unplaced")
CHARTS: Final = ("", "table", "line", "bar", "ranked", "heat", "map")
NEAR: Final = "school"
NAMES: Final = {
    "what": "what", "measure": "measure", "indicator": "show", "places": "of", "start": "from", "end": "to",
    "hours": "hours", "cause": "cause", "near": "near", "type": "type", "by": "by", "split": "split",
    "sample": "sample", "chart": "chart",
}  # fmt: skip
"""Field of the question and its name in a link."""
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_LINE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\.[^\s~]{1,120}")


@dataclass(frozen=True, slots=True)
class Happened:
    """One question about what happened; two that ask the same are equal.

    `what` is a kind, `measure` what is counted or averaged. `places` are areas and
    tambons of accidents, units at which days were measured, or lines and directions of them; none for all. `start`
    and `end` bound the days. `hours` narrow accidents and service, `cause` and `near` accidents, `type` and `sample`
    service; `indicator` is that of the days. `by` stands in the rows, `split` in the columns. Days of two stations are
    never one number, nor are measured and made-up days of service: they are always told apart. What no stop has is not
    told apart by stops.
    """

    what: str = "accidents"
    measure: str = ""
    indicator: str = ""
    places: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    hours: str = ""
    cause: str = ""
    near: bool = False
    type: str = ""
    by: str = ""
    split: str = ""
    sample: bool = True
    chart: str = ""

    def __post_init__(self) -> None:
        """Fill in what is asked first of a kind; raises ValueError for a word that no such question knows."""
        known: dict[str, tuple[Any, ...]] = {"what": KINDS}
        if self.what in KINDS:
            known |= choices_of(self.what)
        for name, choices in known.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} is {getattr(self, name)!r}; it must be one of {', '.join(choices)}.")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"{self.start} lies after {self.end}.")
        object.__setattr__(self, "measure", self.measure or MEASURES[self.what][0])
        object.__setattr__(self, "by", self.by or FIRST[self.what])
        object.__setattr__(self, "places", tuple(dict.fromkeys(self.places)))
        if self.by not in dimensions_of(self.what, self.measure):
            object.__setattr__(self, "by", FIRST[self.what])
        if self.split == self.by:
            object.__setattr__(self, "split", "")

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Return what the answer is told apart by."""
        return tuple(dict.fromkeys(name for name in (ALWAYS.get(self.what), self.by, self.split) if name))

    @property
    def axes(self) -> tuple[tuple[str, ...], str]:
        """Return what stands in the rows, and what stands in the columns, '' for nothing."""
        columns = self.split or ("station" if self.what == "days" and self.by != "station" else "")
        return tuple(name for name in self.dimensions if name != columns), columns

    @property
    def adds_up(self) -> bool:
        """Return whether cells of this question have a sum."""
        return self.what == "accidents"

    def with_(self, **changes: Any) -> Self:  # noqa: ANN401
        """Return the question with some blanks filled in anew."""
        return replace(self, **changes)


def dimensions_of(what: str, measure: str) -> tuple[str, ...]:
    """Return by what a measure can be told apart."""
    return tuple(name for name in DIMENSIONS[what] if not (name == "stop" and measure in NOT_AT_STOPS))


def choices_of(what: str) -> dict[str, tuple[Any, ...]]:
    """Return what the blanks of a kind of question may hold, as far as that needs no snapshot."""
    accidents, service = what == "accidents", what == "service"
    return {
        "measure": ("", *MEASURES[what]),
        "by": ("", *DIMENSIONS[what]),
        "split": ("", *(name for name in DIMENSIONS[what] if name not in LONG)),
        "chart": CHARTS,
        "hours": ("", *BANDS) if accidents or service else ("",),
        "near": (True, False) if accidents else (False,),
        "type": ("", *DAY_TYPES) if service else ("",),
        "sample": (True, False) if service else (True,),
    }


def to_link(question: Happened) -> dict[str, str]:
    """Return the parameters of a link, in a fixed order; what is as at first is left out."""
    first = Happened(question.what)
    held = {"v": link.VERSION, "what": question.what}
    for name, parameter in NAMES.items():
        value = getattr(question, name)
        if value != getattr(first, name):
            held[parameter] = written(name, value)
    return held


def written(name: str, value: Any) -> str:  # noqa: ANN401
    """Return one blank as a link writes it."""
    if name == "places":
        return link.SEPARATOR.join(value)
    if name == "near":
        return NEAR
    if name == "sample":
        return str(link.written(name, value))
    return link.written(name, value) if isinstance(value, date) else str(value)


def from_link(mapping: Mapping[str, str]) -> tuple[Happened, list[tuple[str, str]]]:
    """Return the question a link holds and what of it could not be read, as (parameter, value).

    Raises ValueError for a kind that nobody knows. Whether an id exists is not known here.
    """
    found: dict[str, Any] = {"what": mapping["what"]}
    fits = _LINE if found["what"] == "service" else _SLUG
    if found["what"] not in KINDS:
        raise ValueError(mapping["what"])
    refused: list[tuple[str, str]] = []
    for name, parameter in NAMES.items():
        text = mapping.get(parameter, "")[:20_000]
        if name == "places":
            items = [item for item in text.split(link.SEPARATOR) if item]
            found[name] = tuple(item for item in items if fits.fullmatch(item))
            refused += [(parameter, item[:100]) for item in items if not fits.fullmatch(item)]
        elif text and name != "what":
            try:
                found[name] = read(found["what"], name, text)
            except (ValueError, OverflowError):
                refused.append((parameter, text[:100]))
    if found.get("by") and found["by"] not in dimensions_of(found["what"], found.get("measure", "")):
        refused.append((NAMES["by"], found.pop("by")))
    if found.get("start") and found.get("end") and found["start"] > found["end"]:
        refused.append(("to", mapping["to"]))
        del found["end"]
    return Happened(**found), refused


def read(what: str, name: str, text: str) -> Any:  # noqa: ANN401
    """Return the value of a blank; raises ValueError when it cannot be read."""
    if name in ("start", "end"):
        return link.one(name, text)
    if name == "near":
        return (text == NEAR and what == "accidents") or link.wrong(text)
    if name == "sample":
        return link.one(name, text) if what == "service" else link.wrong(text)
    if name in ("cause", "indicator"):
        fits = what == {"cause": "accidents", "indicator": "days"}[name] and bool(_SLUG.fullmatch(text))
    else:
        fits = text in choices_of(what)[name]
    return text if fits else link.wrong(text)
