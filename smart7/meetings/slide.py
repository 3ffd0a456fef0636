"""What one slide holds: screen, PowerPoint, report and workbook are all made from this and from nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from smart7.i18n import Lang
from smart7.meetings.agenda import Item


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure of a slide. `key` names indicator, unit and period, so that it is found again after a correction.

    `value` is the number, `shown` the same as people read it with its unit of measure; `quality` and `status` are
    ids, `then` says that the status is of the figure's own period; `target` is in words with whose it is, '' for none.
    """

    key: str
    name: str
    value: float | None
    shown: str
    measure: str
    decimals: int
    unit: str
    period: str
    quality: str
    quality_name: str
    source: str
    is_sample: bool
    status: str = "none"
    status_name: str = ""
    target: str = ""
    then: bool = False
    target_source: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in words: names of columns, rows of cells, and which columns are numbers to be set to the right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture somebody added: the name of its file in the ledger's folder, and what it shows in words."""

    name: str
    alt: str


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart: `kind` and `fields` as `smart7.charts.parse` gives them, the rows it draws, its specification.

    `kind` is `map` for a picture; its rows are then empty. `measure` is what the numbers count, in words. `drawing` is
    the specification or what makes it, since a native chart does without.
    """

    kind: str
    fields: dict[str, str]
    rows: pd.DataFrame
    drawing: dict[str, Any] | Callable[[], dict[str, Any]]
    title: str
    measure: str
    decimals: int
    alt: str

    @cached_property
    def spec(self) -> dict[str, Any]:
        """Return the Vega-Lite specification, made when it is first asked for."""
        return self.drawing() if callable(self.drawing) else self.drawing


@dataclass(frozen=True, slots=True)
class Tile:
    """One indicator on the board: its name, and how it is drawn, with outline only where `then`.

    `look` is a verdict, or `known` where there is no verdict, `sample` where only sample figures are, `missing`.
    """

    key: str
    name: str
    look: str
    then: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The indicators of one domain on the board, and how many of them are known in a few words."""

    name: str
    tiles: tuple[Tile, ...]
    said: str


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """One of the charts of a slide: what it says, its figure, and its chart, None where one figure is all there is."""

    said: str
    figure: Shown
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One thing to ask about: its figure, of what it is and of whom, and the question."""

    figure: Shown
    named: str
    question: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What the speaker has: what to say, how the figures are worked out, what is likely to be asked."""

    narrative: str
    method: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Slide:
    """One slide in one language.

    `headline` states the finding and is never made of a sample figure; `kicker` stands over it and says where one is;
    `caption` says what one sees in the chart. `quality` is the id of the lowest quality shown, '' where there is no
    figure; `drill` is the address of the page that holds more.
    """

    item: Item
    number: int
    lang: Lang
    headline: str
    subhead: str
    chart: Chart | None
    table: Table | None
    figures: tuple[Shown, ...]
    notes: Notes
    source_line: str
    quality: str
    is_sample: bool
    alt: str
    drill: str
    body: str = ""
    picture: Picture | None = None
    kicker: str = ""
    caption: str = ""
    board: tuple[Row, ...] = ()
    panels: tuple[Panel, ...] = ()
    asks: tuple[ToAsk, ...] = ()
