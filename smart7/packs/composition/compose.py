"""One slide composed: its message at the top, one thing to look at under it, where it comes from at the foot."""

from collections.abc import Callable, Iterator
from typing import Final

from smart7.i18n import Lang
from smart7.meetings.slide import Chart, Panel, Shown, Slide, Table
from smart7.packs import content
from smart7.packs.composition import asked, asks, charts, grid, measure, rows, texts, tiles
from smart7.packs.composition.grid import Box, Size
from smart7.packs.composition.parts import Colour, Drawing, Ground, Line, Photo, Placed, Words
from smart7.packs.composition.pieces import aims, figure_lines, short, stacked, verdict
from smart7.words import packs as words
from smart7.words import slides as slide_words

HEADLINE_LINES: Final = 2
CAPTION_LINES: Final = 2
FIGURES_MOST: Final = 6
FEW: Final = 3
MAP: Final = Box(grid.BESIDE, 1.85, grid.RIGHT.width, 4.85)
STRIP: Final = Box(grid.EDGE, 2.0, grid.ACROSS, 0.3)
LEGEND: Final = Box(grid.EDGE, 2.4, grid.ACROSS, 0.3)
PANELS: Final = Box(grid.EDGE, 2.98, grid.ACROSS, grid.BOTTOM - 2.98)
BOARD: Final = Box(grid.EDGE, 1.9, grid.ACROSS, 4.1)
BOARD_LEGEND: Final = Box(grid.EDGE, 6.1, grid.ACROSS, 0.3)


def body(slide: Slide) -> Iterator[Placed]:
    """Yield what stands between headline and foot."""
    kind = next((made for holds, made in KINDS if holds(slide)), nothing)
    yield from kind(slide)


def head(slide: Slide) -> Iterator[Placed]:
    """Yield kicker and headline; a headline too long for two lines is set small, and cut after four."""
    return heading(slide.kicker, slide.headline)


def heading(kicker: str, said: str) -> Iterator[Placed]:
    """Yield a kicker and a headline in their places."""
    if kicker:
        yield Placed(grid.KICKER, Words((short(kicker, grid.KICKER.width, 1, "accent", bold=True),), "kicker"))
    width, line = grid.HEADLINE.width, Line(said, "middle", bold=True)
    if not measure.fits(said, width, HEADLINE_LINES, "middle", bold=True):
        line = short(said, width, 3, bold=True)
    high = measure.lines(line.text, width, line.size, bold=True) * grid.line(line.size)
    yield Placed(Box(grid.HEADLINE.left, grid.HEADLINE.top, width, high), Words((line,), "headline"))


def is_cut(said: str) -> bool:
    """Return whether a headline has no room on its slide, so that the annex keeps the whole of it."""
    width = grid.HEADLINE.width
    whole = measure.fits(said, width, HEADLINE_LINES, "middle", bold=True) or measure.fits(said, width, 3, bold=True)
    return not whole


def foot(slide: Slide, label: str, bound: str) -> Iterator[Placed]:
    """Yield the one line of source, with quality before and snapshot after it, and the number of the page.

    `bound` is the snapshot of the deck in words, for a slide that names none of its own.
    """
    badge = content.badge_of(slide, seen(slide))
    source, _, own = slide.source_line.rpartition(" · ")
    if not own.startswith(slide_words.SNAPSHOT.format(slide.lang, id="")):
        source, own = slide.source_line, bound
    before, after = f"{badge} · " if badge else "", f" · {own}" if source else own
    room = grid.FOOT.width - measure.inches(before + after)
    said = before + (measure.cut(source, room, 1) if source else "") + after
    yield Placed(grid.FOOT, Words((Line(said, colour="muted"),), "source"))
    yield number(label)


def number(label: str, colour: Colour = "muted") -> Placed:
    """Return the number of a page in its place."""
    return Placed(grid.NUMBER, Words((Line(label, colour=colour),), "number", right=True))


def seen(slide: Slide) -> tuple[Shown, ...]:
    """Return the figures that stand on a slide as figures, not in its annex."""
    return tuple(panel.figure for panel in slide.panels) or slide.figures


def whole_board(slide: Slide) -> Iterator[Placed]:
    """Yield the board of all domains."""
    yield from tiles.whole(slide.board, BOARD, slide.lang)
    yield from tiles.legend(slide.board, BOARD_LEGEND, slide.lang)


def domain(slide: Slide) -> Iterator[Placed]:
    """Yield a domain's row of the board, and its two charts under it."""
    yield tiles.strip(slide.board[0], STRIP, slide.lang)
    yield from tiles.legend(slide.board, LEGEND, slide.lang)
    places = PANELS.halves() if len(slide.panels) > 1 else (PANELS,)
    aimed = any(charts.targets(one.chart, slide.lang) for one in slide.panels if one.chart)
    for one, place in zip(slide.panels, places, strict=False):
        yield from panel(one, place, slide.lang, aimed=aimed)
    if not slide.panels:
        yield Placed(PANELS, Words((Line(words.NOTHING.get(slide.lang), "middle", colour="muted"),)))


def panel(one: Panel, at: Box, lang: Lang, *, aimed: bool) -> Iterator[Placed]:
    """Yield one chart with what it says over it; a figure alone stands large in its place.

    `aimed` leaves a line for whose target is drawn, so that charts beside one another begin at one height.
    """
    high = grid.line("small")
    yield Placed(Box(at.left, at.top, at.width, 2 * high), Words((short(one.said, at.width, 2, bold=True),), "caption"))
    yield from verdict(one.figure, Box(at.left, at.top + 2 * high + 0.04, at.width, high))
    above = (4 if aimed else 3) * high + 0.1
    rest = Box(at.left, at.top + above, at.width, at.height - above)
    if one.chart is not None:
        yield from aims(one.chart, lang, Box(at.left, rest.top - high, at.width, high))
        yield Placed(rest, Drawing(one.chart, one.chart.alt))
    else:
        yield from stacked(figure_lines(one.figure, at.width), Box(at.left, rest.top + 0.3, at.width, rest.height))


def about_one(slide: Slide) -> Iterator[Placed]:
    """Yield one figure large, its chart beside it, and the caption under that."""
    yield from lead(slide.figures[0], Box(grid.LEFT.left, grid.TOP + 0.35, grid.LEFT.width, grid.LEFT.height - 0.35))
    if slide.chart is not None:
        yield from captioned(slide, slide.chart, grid.RIGHT)
        return
    told = [part for part in (slide.subhead, slide.caption) if part]
    lines = [Line(measure.cut(part, grid.RIGHT.width, 6, "middle"), "middle", colour="muted") for part in told[:1]]
    lines += [short(part, grid.RIGHT.width, 3, "muted") for part in told[1:]]
    place = Box(grid.RIGHT.left, grid.TOP + 0.45, grid.RIGHT.width, grid.RIGHT.height - 0.45)
    yield from stacked(lines, place, "caption")


def lead(figure: Shown, at: Box) -> Iterator[Placed]:
    """Yield the figure a slide is about, and how it stands."""
    (block,) = stacked(figure_lines(figure, at.width), at)
    yield block
    rest = Box(at.left, block.box.bottom + 0.2, at.width, 5 * grid.line("small"))
    yield from verdict(figure, rest)


def captioned(slide: Slide, chart: Chart, at: Box) -> Iterator[Placed]:
    """Yield a chart, and under it what one sees in it."""
    high = CAPTION_LINES * grid.line("small")
    above = grid.line("small") + 0.05 if charts.targets(chart, slide.lang) else 0.0
    yield from aims(chart, slide.lang, Box(at.left, at.top, at.width, grid.line("small")))
    place = Box(at.left, at.top + above, at.width, at.height - above - high - 0.15)
    yield Placed(place, Drawing(chart, chart.alt or slide.alt))
    if slide.caption:
        place = Box(at.left, at.bottom - high, at.width, high)
        yield Placed(place, Words((short(slide.caption, at.width, CAPTION_LINES, "muted"),), "caption"))


def wide_chart(slide: Slide) -> Iterator[Placed]:
    """Yield a chart as wide as the page."""
    assert slide.chart is not None
    yield from captioned(slide, slide.chart, grid.BODY)


def said_and_drawn(slide: Slide) -> Iterator[Placed]:
    """Yield the first figure and sentences under one another, and beside them the chart they are about."""
    assert slide.chart is not None
    at, top = grid.LEFT, grid.TOP
    blocks = [[short(line, at.width, 5)] for line in slide.body.splitlines()]
    for figure in slide.figures[:1]:
        colour: Colour = "muted" if figure.is_sample else "accent"
        number = Line(figure.shown, "middle", bold=True, colour=colour)
        blocks.insert(0, [short(figure.name, at.width, 1, bold=True), number])
    for lines in blocks:
        (block,) = stacked(lines, Box(at.left, top, at.width, at.bottom - top), "text")
        yield block
        top = block.box.bottom + 0.16
    yield from captioned(slide, slide.chart, grid.RIGHT)


def the_map(slide: Slide) -> Iterator[Placed]:
    """Yield the map, with up to three figures of what is chosen on it."""
    assert slide.chart is not None
    at = MAP if slide.figures or slide.caption else grid.BODY
    yield from figures_down(slide.figures[:FEW], Box(grid.LEFT.left, grid.TOP, grid.LEFT.width, 3.6))
    if slide.caption:
        high = 3 * grid.line("small")
        place = Box(grid.LEFT.left, grid.BOTTOM - high, grid.LEFT.width, high)
        yield Placed(place, Words((short(slide.caption, place.width, 3, "muted"),), "caption"))
    yield Placed(at, Drawing(slide.chart, slide.chart.alt or slide.alt))


def figures_down(figures: tuple[Shown, ...], at: Box) -> Iterator[Placed]:
    """Yield a few figures under one another, the first of them large."""
    top = at.top
    for n, figure in enumerate(figures):
        lines = [short(figure.name, at.width, 2, bold=True)]
        lines += figure_lines(figure, at.width, "middle" if n else "large")
        (block,) = stacked(lines, Box(at.left, top, at.width, at.bottom - top))
        yield block
        top = block.box.bottom + 0.2


def cards(slide: Slide) -> Iterator[Placed]:
    """Yield several figures beside one another, as a slide has that lost its chart."""
    across = min(FEW, len(slide.figures))
    down = -(-min(FIGURES_MOST, len(slide.figures)) // across)
    width, height = (grid.BODY.width + grid.GAP) / across, grid.BODY.height / down
    for n, figure in enumerate(slide.figures[:FIGURES_MOST]):
        at = Box(grid.EDGE + width * (n % across), grid.TOP + height * (n // across), width - grid.GAP, height - 0.1)
        lines = [short(figure.name, at.width, 2, bold=True), *figure_lines(figure, at.width, "middle")]
        lines.append(short(figure.status_name, at.width, 1, "muted")) if figure.status_name else None
        yield from stacked(lines, at)


def table(slide: Slide) -> Iterator[Placed]:
    """Yield the first rows of a list; where there are more, how many the annex holds."""
    assert slide.table is not None
    kept = rows.first(slide.table, rows.MOST, grid.BODY.height - grid.line("small"))
    alt = words.TABLE_ALT.format(slide.lang, title=content.topic(slide))
    placed = rows.placed(kept, Box(grid.EDGE, grid.TOP, grid.ACROSS, grid.BODY.height), alt)
    yield placed
    if left := len(slide.table.rows) - len(kept.rows):
        line = Line(words.IN_ANNEX.format(slide.lang, count=left), colour="muted")
        place = Box(grid.EDGE, placed.box.bottom + 0.12, grid.ACROSS, grid.line("small"))
        yield Placed(place, Words((line,), "caption"))


def text(slide: Slide) -> Iterator[Placed]:
    """Yield the words of a slide, as many as there is room for."""
    yield Placed(grid.BODY, Words(texts.paragraphs(slide.body)[0]))


def photo(slide: Slide) -> Iterator[Placed]:
    """Yield a picture, and what it shows where the headline does not say that."""
    assert slide.picture is not None
    high = grid.line("small") if slide.subhead else 0.0
    yield Placed(Box(grid.EDGE, grid.TOP - 0.1, grid.ACROSS, grid.BODY.height - high), Photo(slide.picture))
    if slide.subhead:
        place = Box(grid.EDGE, grid.BOTTOM - high + 0.05, grid.ACROSS, high)
        yield Placed(place, Words((short(slide.subhead, place.width, 1, "muted"),), "caption"))


def nothing(slide: Slide) -> Iterator[Placed]:
    """Yield that there is nothing to show, where the headline does not say it."""
    if slide.item.kind != "text":
        yield Placed(grid.BODY, Words((Line(words.NOTHING.get(slide.lang), "middle", colour="muted"),)))


def section(slide: Slide) -> Iterator[Placed]:
    """Yield a page that parts an agenda: its name large on a field of colour."""
    yield Placed(grid.PAGE, Ground("accent"))
    size: Size = "large" if measure.fits(slide.headline, grid.SECTION.width, 3, "large", bold=True) else "middle"
    title = Line(measure.cut(slide.headline, grid.SECTION.width, 4, size, bold=True), size, bold=True, colour="surface")
    high = measure.lines(title.text, grid.SECTION.width, size, bold=True) * grid.line(size)
    at = grid.SECTION
    yield Placed(Box(at.left, at.top, at.width, high), Words((title,), "headline"))
    if slide.body:
        line = Line(measure.cut(slide.body.replace("\n", " "), at.width, 3, "middle"), "middle", colour="surface")
        yield Placed(Box(at.left, at.top + high + 0.25, at.width, 3 * grid.line("middle")), Words((line,)))


def told(slide: Slide) -> tuple[Shown, ...]:
    """Return the figures that a slide tells in words, so that its annex need not."""
    if slide.item.kind == "question":
        return slide.figures
    way = next((made for holds, made in KINDS if holds(slide)), nothing)
    alone = slide.chart is None
    return slide.figures[:1] if way is about_one and alone else slide.figures[:FIGURES_MOST] if way is cards else ()


def is_one(slide: Slide) -> bool:
    """Return whether a slide is about one figure."""
    return slide.item.kind in ("indicator", "unit", "change") and slide.table is None and bool(slide.figures)


Test = Callable[[Slide], bool]
KINDS: Final[tuple[tuple[Test, Callable[[Slide], Iterator[Placed]]], ...]] = (
    (lambda slide: slide.item.kind == "question" and bool(slide.subhead), asked.body),
    (lambda slide: bool(slide.body) and slide.chart is not None, said_and_drawn),
    (lambda slide: bool(slide.body), text),
    (lambda slide: bool(slide.asks), asks.body),
    (lambda slide: slide.picture is not None, photo),
    (lambda slide: len(slide.board) > 1, whole_board),
    (lambda slide: bool(slide.board), domain),
    (lambda slide: slide.chart is not None and slide.chart.kind == "map", the_map),
    (
        lambda slide: is_one(slide) or (slide.chart is not None and slide.item.kind in ("indicator", "change")),
        about_one,
    ),
    (lambda slide: slide.chart is not None, wide_chart),
    (lambda slide: slide.table is not None and bool(slide.table.rows), table),
    (lambda slide: len(slide.figures) == 1, about_one),
    (lambda slide: bool(slide.figures), cards),
)
"""What a slide holds, and how that is composed; the first that fits."""


def is_short(table: Table | None) -> bool:
    """Return whether a table stands whole on its slide."""
    if table is None:
        return True
    return len(rows.first(table, rows.MOST, grid.BODY.height - grid.line("small")).rows) == len(table.rows)
