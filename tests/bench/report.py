"""What is printed: one table with each measurement beside its goal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement; without a goal it is only information. A goal is the most, or with `least` the least."""

    what: str
    measured: float | None
    unit: str
    goal: float | None = None
    note: str = ""
    least: bool = False

    def cells(self) -> tuple[str, str, str, str, str]:
        """Return the line's cells."""
        shown = "not measured" if self.measured is None else f"{written(self.measured)} {self.unit}".strip()
        if self.goal is None:
            return self.what, shown, "", "", self.note
        kept = self.measured is not None
        if self.measured is not None:
            kept = self.measured >= self.goal if self.least else self.measured <= self.goal
        goal = f"{'>=' if self.least else '<='} {written(self.goal)} {self.unit}".strip()
        return self.what, shown, goal, "ok" if kept else "NOT OK", self.note


def written(value: float) -> str:
    """Return a number with as many digits as say something."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(lines: Iterable[Line]) -> str:
    """Return lines as a Markdown table."""
    rows = [("what", "measured", "goal", "", "note"), ("---", "---:", "---:", "---", "---")]
    rows += [line.cells() for line in lines]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def times(action: Callable[[], object], repeats: int) -> list[float]:
    """Return how many milliseconds an action took, once for each repeat, after one run that is not counted."""
    action()
    found = []
    for _ in range(repeats):
        began = perf_counter()
        action()
        found.append((perf_counter() - began) * 1000)
    return found


def middle(values: Iterable[float]) -> float | None:
    """Return the median, or None where nothing was measured."""
    found = list(values)
    return median(found) if found else None
