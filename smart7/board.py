"""The board of the overview: how its tiles are ordered and narrowed, as its link says; knows no markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from smart7 import catalog, tally
from smart7.figures import Figure

BY_AIM: Final = "aim"
BY_NAME: Final = "name"
THEN: Final = "then"
REAL: Final = "real"
LATE: Final = "late"
VERDICTS: Final = (*tally.VERDICTS, THEN, "known", "sample", "missing")
ONLY: Final = (REAL, LATE)
PARAMETERS: Final = ("order", "verdict", "aim", "owner", "only")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a link asks of the board: an order, and which tiles to look at ('' for all of them)."""

    order: str = BY_AIM
    verdict: str = ""
    aim: str = ""
    owner: str = ""
    only: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the marks a tile must bear to be looked at; none where all are."""
        return tuple(mark for mark in (self.verdict, self.aim, self.owner, self.only) if mark)

    @property
    def held(self) -> dict[str, str]:
        """Return what a link of this choice holds."""
        return {name: value for name, value in asdict(self).items() if value and (name, value) != ("order", BY_AIM)}


def marks(figure: Figure) -> tuple[str, ...]:
    """Return what can be asked of a figure's tile: how it stands, which aims it serves, who owns it."""
    known = (REAL, *((LATE,) if figure.late else ())) if figure.known else ()
    then = (THEN,) if figure.judged_real.then else ()
    return (tally.standing(figure), *then, *figure.aims, *known, figure.owner)


def looked_at(figures: Iterable[Figure], choice: Choice) -> list[Figure]:
    """Return the figures a choice is about."""
    return [figure for figure in figures if set(choice.chosen) <= set(marks(figure))]


def owners(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return a figure of each division that owns one, by its id, in the order of the catalogue."""
    found: dict[str, Figure] = {}
    for figure in figures:
        found.setdefault(figure.owner, figure)
    return dict(sorted(found.items()))


def choices(figures: Iterable[Figure]) -> dict[str, Sequence[str]]:
    """Return what each parameter of a link may hold besides nothing."""
    return {
        "order": (BY_AIM, BY_NAME), "verdict": VERDICTS, "aim": catalog.AIMS, "owner": tuple(owners(figures)),
        "only": ONLY,
    }  # fmt: skip


def of_link(parameters: Mapping[str, str], figures: Iterable[Figure]) -> Choice | None:
    """Return what a link asks of the board, or None where it asks for what does not exist."""
    known = choices(figures)
    given = {name: parameters[name] for name in PARAMETERS if parameters.get(name)}
    return Choice(**given) if all(value in known[name] for name, value in given.items()) else None


def by_aim(figures: Iterable[Figure]) -> list[Figure]:
    """Return figures by the first aim each serves, those that serve none last; within an aim by how they stand."""
    return sorted(figures, key=lambda figure: (aim_of(figure), tally.STANDINGS.index(tally.standing(figure))))


def aim_of(figure: Figure) -> int:
    """Return the place of the first aim a figure serves, after all aims where it serves none."""
    return min((catalog.AIMS.index(aim) for aim in figure.aims), default=len(catalog.AIMS))
