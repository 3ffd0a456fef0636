"""Charts that Excel draws itself over the cells of its sheet; the same series as in PowerPoint."""

from dataclasses import dataclass
from typing import Any, Final

from pptx.enum.chart import XL_CHART_TYPE as TYPES

from smart7 import theme
from smart7.i18n import Lang
from smart7.meetings.slide import Chart
from smart7.packs.slides import plots
from smart7.packs.slides.plots import Plot, Series
from smart7.words import common

KINDS: Final[dict[Any, dict[str, str]]] = {
    TYPES.LINE_MARKERS: {"type": "line"},
    TYPES.COLUMN_CLUSTERED: {"type": "column"},
    TYPES.BAR_CLUSTERED: {"type": "bar"},
    TYPES.BAR_STACKED: {"type": "bar", "subtype": "stacked"},
    TYPES.DOUGHNUT: {"type": "doughnut"},
    TYPES.XY_SCATTER: {"type": "scatter"},
}
LETTERS: Final = {"name": "TH Sarabun New", "size": 12}


@dataclass(frozen=True, slots=True)
class Cells:
    """The numbers behind a chart as a table: names in the first column, then a column to a series."""

    header: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    plan: Plot | None


def cells(chart: Chart, lang: Lang) -> Cells:
    """Return the numbers of a chart; those of a heat map as they are."""
    if not plots.is_native(chart):
        kept = [name for name in chart.rows if chart.rows[name].map(lambda v: not hasattr(v, "keys")).all()]
        rows = tuple(tuple(row) for row in chart.rows[kept].itertuples(index=False))
        return Cells(tuple(str(name) for name in kept), rows, None)
    plan = plots.plot(chart, lang)
    if plan.kind == TYPES.XY_SCATTER:
        return Cells(*pairs(plan, lang), plan)
    header = (common.NAME.get(lang), *(series.name for series in plan.series))
    rows = tuple((name, *(s.values[at] for s in plan.series)) for at, name in enumerate(plan.names))
    return Cells(header, rows, plan)


def pairs(plan: Plot, lang: Lang) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    """Return the points of a plot, one to a row."""
    rows = [
        (plan.names[at] if plan.names else series.name, x, y)
        for series in plan.series
        for at, (x, y) in enumerate(zip(series.xs, series.values, strict=True))
    ]
    return (common.NAME.get(lang), "x", "y"), tuple(rows)


def drawn(book: Any, chart: Chart, lang: Lang, sheet: str, top: int, table: Cells) -> Any:  # noqa: ANN401
    """Return the chart over the cells that begin at a line, None where Excel has no such kind."""
    plan = table.plan
    if plan is None or not table.rows:
        return None
    made = book.add_chart(dict(KINDS[plan.kind]))
    begin = top + 1
    for n, series in enumerate(plan.series):
        rows, columns = (begin, begin + len(table.rows) - 1), (0, n + 1)
        if plan.kind == TYPES.XY_SCATTER:
            rows, columns = (begin, begin + len(series.values) - 1), (1, 2)
            begin += len(series.values)
        made.add_series({
            "name": series.name,
            "categories": [sheet, rows[0], columns[0], rows[1], columns[0]],
            "values": [sheet, rows[0], columns[1], rows[1], columns[1]],
            **look(series, n, plan),
        })  # fmt: skip
    finish(made, chart, plan)
    return made


def look(series: Series, n: int, plan: Plot) -> dict[str, Any]:
    """Return the colours of a series; a target is a dashed line, samples are hollow."""
    palette = theme.palette()
    colour = palette.status["on"] if series.role == "target" else palette.series[n % len(palette.series)]
    if plan.kind in (TYPES.LINE_MARKERS, TYPES.XY_SCATTER):
        dash = "dash" if series.role == "target" or any(series.samples) else "solid"
        line = {"none": True} if plan.kind == TYPES.XY_SCATTER else {"color": colour, "width": 2.25, "dash_type": dash}
        hollow = palette.surface if any(series.samples) else colour
        mark = {"type": "circle", "size": 6, "fill": {"color": hollow}, "border": {"color": colour}}
        # Years in words: the axis would count them another way.
        told = {"value": True, "position": "above", "font": LETTERS, "custom": [{"value": n} for n in series.shown]}
        marked: dict[str, Any] = {"data_labels": told} if plan.ends else {}
        return marked | {"line": line, "marker": {"type": "none"} if series.role == "target" else mark}
    ring = plan.kind == TYPES.DOUGHNUT
    points = [
        {"fill": {"color": palette.panel}, "border": {"color": colour, "dash_type": "dash"}} if sample
        else {"fill": {"color": palette.series[at % len(palette.series)]}} if ring else None
        for at, sample in enumerate(series.samples)
    ]  # fmt: skip
    shown = {"value": True, "font": LETTERS} if len(plan.names) * len(plan.series) <= 28 else {}
    return {"fill": {"color": colour}, "points": points, **({"data_labels": shown} if shown else {})}


def finish(made: Any, chart: Chart, plan: Plot) -> None:  # noqa: ANN401
    """Set title, axes and legend."""
    made.set_title({"name": chart.title[:250], "overlay": False, "name_font": LETTERS | {"size": 14}})
    made.set_legend(
        {"none": True}
        if len(plan.series) == 1 and plan.kind != TYPES.DOUGHNUT
        else {"position": "bottom", "font": LETTERS}
    )
    if plan.kind == TYPES.DOUGHNUT:
        return
    bars = plan.kind in (TYPES.BAR_CLUSTERED, TYPES.BAR_STACKED)
    made.set_x_axis({"num_font": LETTERS, "reverse": bars} if bars else {"num_font": LETTERS})
    ends = {} if plan.ends is None else {"min": plan.ends[0], "max": plan.ends[1], "visible": False}
    made.set_y_axis(
        ends | {"num_font": LETTERS, "major_gridlines": {"visible": not bars, "line": {"color": theme.palette().grid}}}
    )
