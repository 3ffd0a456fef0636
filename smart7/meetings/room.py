"""What slides are made over: one snapshot in one language, its figures read once; and the parts slides share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any, Final
from urllib.parse import urlencode

import pandas as pd

from smart7 import charts, figures, formats, queries, verdicts, view
from smart7.figures import Figure
from smart7.i18n import Lang, Text
from smart7.meetings import headline
from smart7.meetings.slide import Chart, Shown
from smart7.questions import Question, to_link
from smart7.words import common
from smart7.words import slides as words

WORST_LAST: Final = tuple(common.QUALITY)


class Lost(Exception):
    """Raise when an item cannot be shown over a snapshot; says why."""

    def __init__(self, why: Text, **values: object) -> None:
        self.why = why.filled(**values)
        super().__init__(self.why.en)


@dataclass(frozen=True)
class Room:
    """One snapshot in one language, up to the last whole year, with sample figures or without."""

    snapshot_id: str
    lang: Lang
    sample: bool = True
    day: date | None = None

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the language of the room."""
        return text.format(self.lang, **values) if values else text.get(self.lang)

    @cached_property
    def about(self) -> dict[str, Any]:
        """Return what is said of the snapshot."""
        return queries.records(self.snapshot_id, "frame/snapshot")[0]

    @property
    def as_of(self) -> date:
        """Return the day the snapshot's knowledge ends."""
        day: date = self.about["as_of"]
        return day

    @cached_property
    def until(self) -> date:
        """Return the last day of the year up to which figures are shown, the same as the pages open with."""
        return view.newest(self.about)

    @cached_property
    def _cards(self) -> list[dict[str, Any]]:
        return queries.records(self.snapshot_id, "indicators/cards", domain="", until=self.until, sample=self.sample)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Return the figure each indicator leads with, by its id, in the order of the catalogue."""
        return {f.indicator_id: f for f in figures.read(self._cards, self.as_of, self.until)}

    @cached_property
    def leading_units(self) -> dict[str, str]:
        """Return the id of the unit each indicator leads with, '' where it has no figure."""
        return {row["indicator_id"]: row["unit_id"] or "" for row in self._cards}

    def figure(self, indicator: str) -> Figure:
        """Return the figure of an indicator; raises `Lost` when the snapshot does not know it."""
        if indicator not in self.figures:
            raise Lost(words.NOT_THERE, value=indicator)
        return self.figures[indicator]

    def rows(self, name: str, **given: object) -> pd.DataFrame:
        """Return the rows of a query, handed those standing parameters it takes."""
        return queries.run(self.snapshot_id, name, **self._parameters(name, given))

    def records(self, name: str, **given: object) -> list[dict[str, Any]]:
        """Return the rows of a query as `rows` does, as dictionaries, None for a missing cell."""
        return queries.records(self.snapshot_id, name, **self._parameters(name, given))

    def _parameters(self, name: str, given: dict[str, object]) -> dict[str, object]:
        standing = {"lang": self.lang, "until": self.until, "sample": self.sample, "unit": ""}
        wanted = queries.get(name).params
        return {key: value for key, value in (standing | given).items() if key in wanted}

    def quality(self, quality: str) -> str:
        """Return the name of a quality, '' for none."""
        return self.say(common.QUALITY[quality]) if quality else ""

    def leads(self, figure: Figure, unit_id: str = "") -> Shown:
        """Return an indicator's figure as a slide shows it."""
        unit_id = unit_id or self.leading_units.get(figure.indicator_id, "")
        start = f"{figure.period.kind}:{figure.period.start}" if figure.period else ""
        verdict = figure.judged_real
        return Shown(
            key=f"{figure.indicator_id}/{unit_id}/{start}",
            name=figure.name.get(self.lang),
            value=figure.value,
            shown=figure.shown(self.lang),
            measure=figure.measure.get(self.lang),
            decimals=figure.decimals,
            unit=figure.unit.get(self.lang) if figure.unit else "",
            period=figure.period_short.get(self.lang) if figure.period_short else "",
            quality=figure.quality,
            quality_name=self.quality(figure.quality),
            source="; ".join(source.title.get(self.lang) for source in figure.provenance.sources),
            is_sample=figure.is_sample,
            status=verdict.judgement,
            status_name=verdicts.said(verdict, figure.period, self.lang),
            target=headline.target(figure, self.lang),
            then=verdict.then,
            target_source=figure.aim.source.title.get(self.lang) if figure.aim else "",
        )

    def each(self, figure: Figure, rows: pd.DataFrame) -> tuple[Shown, ...]:
        """Return each row of an indicator's series or comparison as a figure."""
        return tuple(self.one(figure, row) for row in figures.records(rows))

    def one(self, figure: Figure, row: dict[str, Any]) -> Shown:
        """Return one row of an indicator as a figure."""
        return Shown(
            key=f"{figure.indicator_id}/{row['unit_id']}/{row['period_kind']}:{row['period_start']}",
            name=figure.name.get(self.lang),
            value=row["value"],
            shown=self.written(figure, row["value"]),
            measure=figure.measure.get(self.lang),
            decimals=figure.decimals,
            unit=row["label"],
            period=row["short"],
            quality=row["quality"],
            quality_name=self.quality(row["quality"]),
            source=row["source"] or "",
            is_sample=row["is_sample"],
        )

    def written(self, figure: Figure, value: float | None) -> str:
        """Return a value of an indicator with its unit of measure, in words."""
        return formats.figure(value, figure.measure, figure.value_kind, figure.decimals, self.lang)

    def drawn(self, figure: Figure, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows with what charts write: the value in words, with and without its unit of measure."""
        number = [formats.number(v, figure.decimals, self.lang) for v in rows["value"]]
        if figure.value_kind == "year":
            number = [self.written(figure, v) for v in rows["value"]]
        return rows.assign(
            shown=[self.written(figure, v) for v in rows["value"]],
            number=number,
            quality_name=[self.quality(q) for q in rows["quality"]],
        )

    def chart(self, header: str, rows: pd.DataFrame, title: str, measure: str, decimals: int) -> Chart:
        """Return a chart of rows by a header such as `series x=at y=value text=number`."""
        kind, fields = charts.parse(header)
        named = rows["short"] if "short" in rows and kind != "ranked" else rows["label"]
        alt = self.say(
            words.SAYS, title=title, headline=measure, count=len(rows), first=named.iloc[0], last=named.iloc[-1]
        )
        drawing = partial(charts.build, header, rows, self.lang, False)
        return Chart(kind, fields, rows, drawing, title, measure, decimals, alt)

    def sources(self, titles: Iterable[str]) -> str:
        """Return where figures come from, the first few by name."""
        return figures.credit(titles, self.lang) or self.say(words.NO_SOURCE)


def lowest(shown: Sequence[Shown]) -> str:
    """Return the lowest quality among figures, '' where there is none."""
    found = {one.quality for one in shown if one.value is not None and one.quality}
    return max(found, key=WORST_LAST.index, default="")


def explorer(indicator: str, rows: pd.DataFrame | None = None) -> str:
    """Return the address at which an indicator's figures can be asked about further, over the years that are shown."""
    held = figures.records(rows) if rows is not None else []
    start, end = (min((row["period_start"] for row in held), default=None),
                  max((row["period_end"] for row in held), default=None))  # fmt: skip
    return f"/explore?{urlencode(to_link(Question(indicators=(indicator,), start=start, end=end)))}"
