"""A question as a person fills it in: which figures, of whom, when, how they are compared and split."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, Self

PERIODS: Final = (
    "as_is", "year", "month", "quarter", "fiscal_year", "calendar_year", "academic_year", "whole",
)  # fmt: skip
"""How time is told apart: by the figures' own periods, by a kind of period, or not at all."""

MEASURES: Final = ("value", "change", "index", "count", "share")
COMPARISONS: Final = ("none", "target", "last_year", "city")
DIMENSIONS: Final = (
    "indicator", "domain", "owner", "aim", "unit", "unit_kind", "zone", "breakdown", "quality", "period",
)  # fmt: skip
SPLITS: Final = tuple(name for name in DIMENSIONS if name != "period")
ORDERS: Final = ("", "high", "low")
CHARTS: Final = ("", "table", "line", "bar", "ranked", "heat", "multiples", "scatter", "box", "map")
COUNTING: Final = frozenset({"count", "share"})


@dataclass(frozen=True, slots=True)
class Question:
    """One question; two that ask the same are equal.

    `indicators` are ids, none for all. `units` are ids, `kind:school`, `zone:zone-1` or `sample:school` for the sample
    units of a kind; none asks for the unit each indicator is meant for. `start` and `end` bound the periods whose last
    day lies within. `rows` and `columns` place what the answer is split by; what neither names goes to the rows.
    `top` keeps that many rows of each column, the highest or lowest by `order`.
    """

    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    period: str = "year"
    compare: str = "none"
    split: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    measure: str = "value"
    sample: bool = True
    order: str = ""
    top: int = 0
    chart: str = ""

    def __post_init__(self) -> None:
        """Put what has no order of its own into one, and refuse what no link could hold.

        Raises ValueError for an unknown word and for a start after its end.
        """
        self._check()
        for name in ("indicators", "units", "split", "rows", "columns"):
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        object.__setattr__(self, "columns", tuple(name for name in self.columns if name not in self.rows))
        asked = (name for name in DIMENSIONS if name in {*self.split, *self.rows, *self.columns})
        object.__setattr__(self, "split", tuple(name for name in asked if name != "period"))

    def _check(self) -> None:
        """Raise ValueError for a word that no question knows."""
        known = {"period": PERIODS, "measure": MEASURES, "order": ORDERS, "chart": CHARTS}
        for name, choices in known.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} is {getattr(self, name)!r}; it must be one of {', '.join(choices)}.")
        if self.compare not in COMPARISONS and not self.compare.partition("unit:")[2]:
            raise ValueError(f"{self.compare!r} is nothing to compare with.")
        if unknown := {*self.rows, *self.columns, *self.split} - set(DIMENSIONS):
            raise ValueError(f"nothing can be split by {', '.join(sorted(unknown))}.")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"{self.start} lies after {self.end}.")
        if not 0 <= self.top <= 1000:
            raise ValueError("top must be from 0 to 1000.")

    @property
    def counts(self) -> bool:
        """Return whether figures are counted instead of shown."""
        return self.measure in COUNTING

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Return what the answer is split by, in their usual order."""
        asked = set(self.split)
        if not self.counts:
            asked.add("indicator")  # figures of two indicators are never one number
        if any(unit.startswith("zone:") for unit in self.units):
            asked.add("zone")
        if "zone" in asked:
            asked.discard("breakdown")  # a zone is a part
        if self.period != "whole":
            asked.add("period")
        return tuple(name for name in DIMENSIONS if name in asked)

    @property
    def axes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what stands in the rows and in the columns of the pivot, each dimension once."""
        own = self.dimensions
        columns = tuple(name for name in self.columns if name in own)
        if not self.columns and not self.rows and "period" in own and len(own) > 1:
            columns = ("period",)
        rows = tuple(name for name in self.rows if name in own and name not in columns)
        return rows + tuple(name for name in own if name not in rows and name not in columns), columns

    def with_(self, **changes: Any) -> Self:  # noqa: ANN401
        """Return the question with some blanks filled in anew."""
        return replace(self, **changes)

    def cleared(self, blank: str) -> Self:
        """Return the question with one blank as it was at first."""
        first: dict[str, Any] = {field.name: field.default for field in fields(self)}
        return replace(self, **{blank: first[blank]})
