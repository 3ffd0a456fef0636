"""Charts that PowerPoint draws itself, so that staff can edit them: editable data, samples hollow, Thai letters."""

from typing import Any, Final

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE as TYPES
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.util import Pt

from smart7 import theme
from smart7.i18n import Lang
from smart7.meetings.slide import Chart
from smart7.packs.slides import text
from smart7.packs.slides.plots import Plot, Series, plot
from smart7.packs.tables import defused

LABELS_MOST: Final = 14
POINTS: Final = (TYPES.LINE_MARKERS, TYPES.XY_SCATTER)
STANDING: Final = (TYPES.BAR_CLUSTERED, TYPES.COLUMN_CLUSTERED)
BARS: Final = (TYPES.BAR_CLUSTERED, TYPES.BAR_STACKED)
ACCENTS: Final = tuple(getattr(MSO_THEME_COLOR, f"ACCENT_{n}") for n in range(1, 7))


def add(shapes: Any, place: text.Box, chart: Chart, lang: Lang) -> Any:  # noqa: ANN401
    """Add a chart to a slide and return its shape."""
    plan = plot(chart, lang)
    frame = shapes.add_chart(plan.kind, *place.emu, data(plan, chart.decimals))
    frame.name = "Chart"
    text.describe(frame, chart.alt)
    drawn = frame.chart
    letters(drawn, lang)
    drawn.has_title = False
    drawn.has_legend = len(plan.series) > 1 or plan.kind == TYPES.DOUGHNUT
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    if plan.kind != TYPES.DOUGHNUT:
        axes(drawn, plan)
    labels(drawn, plan, number_format(chart.decimals))
    for n, (series, shape) in enumerate(zip(plan.series, drawn.plots[0].series, strict=True)):
        paint(shape, series, n, plan)
    return frame


def data(plan: Plot, decimals: int) -> Any:  # noqa: ANN401
    """Return the workbook behind a chart; a name that looks like a formula is none."""
    if plan.kind == TYPES.XY_SCATTER:
        pairs = XyChartData(number_format=number_format(decimals))
        for series in plan.series:
            held = pairs.add_series(defused(series.name))
            for x, y in zip(series.xs, series.values, strict=True):
                held.add_data_point(x, y)
        return pairs
    cells = CategoryChartData(number_format=number_format(decimals))
    cells.categories = [defused(name) for name in plan.names]
    for series in plan.series:
        cells.add_series(defused(series.name), series.values)
    return cells


def number_format(decimals: int) -> str:
    """Return how Office writes numbers with that many digits after the point."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def letters(drawn: Any, lang: Lang) -> None:  # noqa: ANN401
    """Set the letters of a whole chart."""
    drawn.font.size = Pt(text.SMALLEST)
    text.dress(drawn.font._rPr, "")
    drawn.font._rPr.set("lang", "th-TH" if lang == "th" else "en-GB")


def axes(drawn: Any, plan: Plot) -> None:  # noqa: ANN401
    """Set the axes: pale lines across, the first name on top of lying bars, bars from nothing."""
    drawn.value_axis.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    drawn.value_axis.format.line.fill.background()
    drawn.category_axis.has_major_gridlines = False
    if plan.ends:
        drawn.value_axis.minimum_scale, drawn.value_axis.maximum_scale = plan.ends
    if plan.kind in BARS:
        drawn.category_axis.reverse_order = True
        drawn.value_axis.visible = False
        drawn.value_axis.has_major_gridlines = False
    if plan.kind not in POINTS:
        drawn.plots[0].gap_width = 45
        drawn.plots[0].overlap = 100 if plan.kind == TYPES.BAR_STACKED else -5
        lows = [v for series in plan.series for v in series.values if v is not None]
        if min(lows, default=0.0) >= 0:
            drawn.value_axis.minimum_scale = 0


def labels(drawn: Any, plan: Plot, form: str) -> None:  # noqa: ANN401
    """Write the figures beside their marks where there is room for them."""
    if plan.kind == TYPES.XY_SCATTER or len(plan.names) * len(plan.series) > 2 * LABELS_MOST:
        return
    for series, shape in zip(plan.series, drawn.plots[0].series, strict=True):
        if series.role == "target":
            continue
        if series.shown:
            named_labels(drawn, shape, series)
            continue
        shown = shape.data_labels
        shown.show_value, shown.number_format, shown.number_format_is_linked = True, form, False
        shown.font.size = Pt(text.SMALLEST)
        text.dress(shown.font._rPr, "")
        if plan.kind == TYPES.LINE_MARKERS:
            shown.position = XL_LABEL_POSITION.ABOVE
        elif plan.kind in STANDING:
            shown.position = XL_LABEL_POSITION.OUTSIDE_END


def named_labels(drawn: Any, shape: Any, series: Series) -> None:  # noqa: ANN401
    """Write figures as people read them where no number format does; the axis would read otherwise, so it goes."""
    drawn.value_axis.visible = False
    for at, said in enumerate(series.shown):
        if series.values[at] is not None:
            label = shape.points[at].data_label
            text.write(label.text_frame, [(said, text.Style(text.SMALLEST))])
            label.position = XL_LABEL_POSITION.OUTSIDE_END if drawn.chart_type in STANDING else XL_LABEL_POSITION.ABOVE


def paint(shape: Any, series: Series, n: int, plan: Plot) -> None:  # noqa: ANN401
    """Colour a series; a target is a dashed line, a sample is hollow with a dashed edge."""
    if plan.kind in POINTS:
        paint_line(shape, series, n, plan)
    else:
        shape.format.fill.solid()
        shape.format.fill.fore_color.theme_color = ACCENTS[n % len(ACCENTS)]
    for at, sample in enumerate(series.samples):
        ring = plan.kind == TYPES.DOUGHNUT
        if (sample or ring) and series.values[at] is not None:
            paint_point(shape.points[at], ACCENTS[(at if ring else n) % len(ACCENTS)], plan.kind, sample)


def paint_line(shape: Any, series: Series, n: int, plan: Plot) -> None:  # noqa: ANN401
    """Colour a line and its marks."""
    target = series.role == "target"
    line, marker = shape.format.line, shape.marker
    shape.smooth = False
    if plan.kind == TYPES.XY_SCATTER:
        line.fill.background()
    else:
        line.width = Pt(2.5)
        line.dash_style = MSO_LINE.DASH if target or any(series.samples) else MSO_LINE.SOLID
        if target:
            line.color.rgb = RGBColor.from_string(theme.palette().status["on"][1:].upper())
        else:
            line.color.theme_color = ACCENTS[n % len(ACCENTS)]
    marker.style = XL_MARKER_STYLE.NONE if target else XL_MARKER_STYLE.CIRCLE
    if not target:
        marker.size = 9
        marker.format.fill.solid()
        marker.format.fill.fore_color.theme_color = ACCENTS[n % len(ACCENTS)]
        marker.format.line.color.theme_color = ACCENTS[n % len(ACCENTS)]


def paint_point(point: Any, colour: Any, kind: Any, sample: bool) -> None:  # noqa: ANN401
    """Colour one mark by itself."""
    if kind in POINTS:
        point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 9
        point.marker.format.fill.solid()
        point.marker.format.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        point.marker.format.line.color.theme_color = colour
        return
    if sample:
        point.format.fill.solid()
        point.format.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
        point.format.line.dash_style = MSO_LINE.DASH
        point.format.line.width = Pt(1.5)
        point.format.line.color.theme_color = colour
    else:
        point.format.fill.solid()
        point.format.fill.fore_color.theme_color = colour
