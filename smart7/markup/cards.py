"""Cards of indicators: value, period, status, line, and where each comes from; one block of markup a page."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from smart7 import calendar, formats, metrics, theme, verdicts
from smart7.figures import Figure, Provenance
from smart7.i18n import Text
from smart7.markup import terms
from smart7.markup.pieces import Safe, folded, masked, tag, text, wrap
from smart7.markup.pieces import link as anchor
from smart7.metrics import Status
from smart7.view import View
from smart7.words import cards as words
from smart7.words import common

SPARK_WIDTH, SPARK_HEIGHT = 220.0, 36.0


def grid(figures: Iterable[Figure], view: View, snapshot: str, *, level: int = 2) -> str:
    """Return cards side by side, as many to a row as fit; `level` is that of their headings."""
    return wrap("div", "".join(card(figure, view, snapshot, level) for figure in figures), "s7-grid")


def card(figure: Figure, view: View, snapshot: str, level: int = 2) -> str:
    """Return one indicator's card."""
    css = "s7-card" + (" s7-sample" if figure.is_sample else "")
    name = figure.name.get(view.lang)
    title = wrap(f"h{level}", anchor(name, view.address("indicator", id=figure.indicator_id)))
    parts = [
        title,
        value(figure, view),
        place(figure, view),
        status_line(figure, view),
    ]
    parts += [
        spark(figure, view),
        change(figure, view),
        remarks(figure, view),
        provenance(figure, view, snapshot),
    ]
    style = f"--s7-card:var(--s7-domain-{figure.domain_id})"
    return wrap("article", "".join(parts), css, style=style, aria_label=name)


def value(figure: Figure, view: View) -> str:
    """Return the value with its unit of measure, or why there is none."""
    if figure.value is None:
        return tag("p", view.say(common.REASONS[figure.status.reason or "missing"]), "s7-value s7-none")
    number = formats.number(figure.value, figure.decimals, view.lang)
    if figure.value_kind != "number":
        return wrap("p", tag("b", figure.shown(view.lang)), "s7-value")
    return wrap("p", tag("b", number) + " " + tag("span", figure.measure.get(view.lang)), "s7-value")


def place(figure: Figure, view: View) -> str:
    """Return the period and the unit a figure is about."""
    if figure.period_short is None or figure.unit is None:
        return tag("p", f"{view.say(common.OWNER)}: {figure.provenance.owner.get(view.lang)}")
    return tag("p", f"{figure.period_short.get(view.lang)} · {figure.unit.get(view.lang)}")


def status_line(figure: Figure, view: View) -> str:
    """Return the verdict as icon and word with the target and whose it is, or the reason why there is none."""
    if figure.value is None:
        return ""
    status = figure.status
    word = verdicts.said(status, figure.period, view.lang)
    aim = target_words(figure, view)
    if status.judgement == "none":
        word = f"{view.say(common.STATUS['none'])}: {word}"
    said = tag("span", f"{word} ({aim})" if aim else word)
    return wrap("p", icon(status) + said, f"s7-status s7-{status.judgement}")


def icon(status: Status) -> Safe:
    """Return the icon of a verdict, in outline where it is of the figure's own period and not of today."""
    return shape(status.judgement, outline=status.then)


def shape(judgement: str, *, outline: bool) -> Safe:
    """Return the icon of a kind of verdict, filled or in outline."""
    return Safe(tag("span", theme.STATUS_ICON[judgement], "s7-then" if outline else "", aria_hidden="true"))


def target_words(figure: Figure, view: View) -> str:
    """Return a figure's target in words with whose it is and since when, '' where there is none."""
    if figure.aim is None:
        return ""
    said = f"{verdicts.whose(figure.aim, view.lang)} {bounds(figure, view)}"
    return " ".join(part for part in (said, verdicts.years(figure.aim, view.lang)) if part)


def bounds(figure: Figure, view: View) -> str:
    """Return the bounds of a figure's target with their unit of measure."""
    low, high = (
        formats.figure(v, figure.measure, "percent" if figure.value_kind == "percent" else "number",
                       figure.decimals, view.lang) if v is not None else ""
        for v in (figure.target.low, figure.target.high)
    )  # fmt: skip
    return (
        view.say(words.TARGET_BAND, low=low, high=high)
        if low and high
        else f"≥\u00a0{low}"
        if low
        else f"≤\u00a0{high}"
    )


def spark(figure: Figure, view: View) -> str:
    """Return the years as a small line with a text that says the same."""
    if len(figure.spark) < 2:
        return ""
    said = view.say(
        words.SPARK,
        first=formats.number(figure.spark[0], figure.decimals, view.lang),
        last=formats.number(figure.spark[-1], figure.decimals, view.lang),
        count=len(figure.spark),
    )
    if figure.trend in words.TRENDS:
        said += ", " + view.say(words.TRENDS[figure.trend])
    return line(figure.spark, said, dashed=figure.is_sample)


def line(values: Sequence[float], said: str, *, dashed: bool, scale: tuple[float, float] | None = None) -> str:
    """Return a small line in the colour of its card, with a text that says the same ('' where one stands beside it)."""
    named = f" role='img' aria-label='{escape(said)}'" if said else " aria-hidden='true'"
    return masked(drawing(values, dashed=dashed, scale=scale), "s7-spark", named)


def drawing(values: Sequence[float], *, dashed: bool, scale: tuple[float, float] | None = None) -> str:
    """Return a line as an SVG picture."""
    x, y = points(values, scale)
    line = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x, y, strict=True))
    dash = " stroke-dasharray='5 3'" if dashed else ""
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {SPARK_WIDTH:.0f} {SPARK_HEIGHT:.0f}'>"
        f"<polyline points='{line}' fill='none' stroke='black' stroke-width='2'{dash}/>"
        f"<circle cx='{x[-1]:.1f}' cy='{y[-1]:.1f}' r='3.5'/></svg>"
    )


def multiples(lines: Mapping[str, Sequence[float]], shown: Sequence[str], *, dashed: bool, domain: str = "") -> str:
    """Return one small line for each unit, all on the same scale, with its latest figure; coloured as its domain."""
    known = [value for values in lines.values() for value in values]
    scale = (min(known), max(known))
    items = []
    for (name, values), latest in zip(lines.items(), shown, strict=True):
        drawn = line(values, "", dashed=dashed, scale=scale) if len(values) > 1 else ""
        items.append(wrap("li", f"{tag('span', name)} {tag('b', latest)}{drawn}"))
    style = f"--s7-card:var(--s7-domain-{domain})" if domain else ""
    return wrap("ul", "".join(items), "s7-small", style=style)


def points(values: Sequence[float], scale: tuple[float, float] | None = None) -> tuple[list[float], list[float]]:
    """Return where each value of a line lies in its box; a constant line runs through the middle."""
    low, high = scale or (min(values), max(values))
    span = high - low
    step = (SPARK_WIDTH - 10) / (len(values) - 1)
    x = [5 + step * n for n in range(len(values))]
    y = [SPARK_HEIGHT / 2 if not span else 4 + (SPARK_HEIGHT - 8) * (1 - (v - low) / span) for v in values]
    return x, y


def change(figure: Figure, view: View) -> str:
    """Return the change from the period before, in words."""
    if figure.change is None or figure.before is None:
        return ""
    before = calendar.label(figure.before, view.lang, short=True)
    template = words.CHANGE if metrics.as_shown(figure.change, figure.decimals) else words.UNCHANGED
    return tag("p", view.say(template, change=figure.changed(view.lang), before=before))


def remarks(figure: Figure, view: View) -> str:
    """Return what a reader must know of how whole a figure is."""
    said = []
    if figure.held[0] < figure.held[1] and figure.value is not None:
        said.append(view.say(words.MONTHS_HELD, held=figure.held[0], expected=figure.held[1]))
    if figure.units_held[0] < figure.units_held[1]:
        said.append(view.say(words.UNITS_HELD, held=figure.units_held[0], expected=figure.units_held[1]))
    if not figure.complete and not said and figure.value is not None:
        said.append(view.say(words.PARTIAL))
    if figure.late and not figure.status.then and figure.value is not None:
        said.append(view.say(words.OVERDUE))
    if figure.break_note is not None:
        said.append(figure.break_note.get(view.lang))
    return tag("p", " · ".join(said)) if said else ""


def provenance(figure: Figure, view: View, snapshot: str) -> str:
    """Return the mark of quality; opened, it says source, day, owner, formula, snapshot and leads to the rows."""
    mark = quality(figure, view)
    return folded(f"{mark} · {tag('span', view.say(words.PROVENANCE))}", facts(figure, view, snapshot))


def quality(figure: Figure, view: View) -> Safe:
    """Return the mark of a figure's quality with its name."""
    name = view.say(common.QUALITY[figure.quality]) if figure.quality else view.say(words.NOT_HANDED_IN)
    style = f"--s7-q:var(--s7-quality-{figure.quality or 'sample'})"
    return Safe(tag("span", name, f"s7-quality s7-q-{figure.quality}", style=style))


def facts(figure: Figure, view: View, snapshot: str) -> str:
    """Return where a figure comes from: source, day, owner, formula, snapshot and the way to the rows."""
    origin = figure.provenance
    named = [(common.QUALITY_NAME, view.say(common.QUALITY_ABOUT[figure.quality]) if figure.quality else "")]
    named += [(common.UNIT, figure.unit.get(view.lang) if figure.unit else "")]
    named += [(common.PERIOD, figure.period_label.get(view.lang) if figure.period_label else "")]
    named += [(common.SOURCE, source_words(origin, view))]
    day = origin.as_of if len(origin.sources) < 2 else None
    named += [(common.AS_OF, calendar.format_date(day, view.lang) if day else "")]
    named += [(common.TARGET, target_origin(figure, view))]
    named += [(common.OWNER, origin.owner.get(view.lang)), (common.FORMULA, origin.formula.get(view.lang))]
    named += [(words.REGISTER, origin.register.get(view.lang) if origin.register else "")]
    named += [(common.NOTE, figure.note.get(view.lang) if figure.note else ""), (words.SNAPSHOT, snapshot)]
    pairs = "".join(
        wrap("dt", terms.label(label, view), printed(label))
        + wrap("dd", said if isinstance(said, Safe) else text(said), printed(label))
        for label, said in named
        if said
    )
    rows = anchor(view.say(words.ROWS), view.address("indicator", id=figure.indicator_id) + "#rows")
    return wrap("dl", pairs) + wrap("p", rows)


def printed(label: Text) -> str:
    """Return the class of a fact that is printed even where the others are folded: the source."""
    return "s7-printed" if label is common.SOURCE else ""


def target_origin(figure: Figure, view: View) -> Safe:
    """Return whose target a figure is held against, from when until when, and who says so; '' for none."""
    aim = figure.aim
    if aim is None:
        return Safe("")
    quality = view.say(common.QUALITY[aim.quality])
    lead = tag("span", f"{target_words(figure, view)} · {verdicts.dates(aim, view.lang)} · {quality} · ")
    source = anchor(aim.source.title.get(view.lang), view.address("sources", source=aim.source.source_id))
    return Safe(lead + source + (tag("span", f" · {aim.note.get(view.lang)}") if aim.note else ""))


def source_words(origin: Provenance, view: View) -> Safe:
    """Return every source of a figure, each a link to what is known of it, with their days where there are several."""
    said = []
    for source in origin.sources:
        title = anchor(source.title.get(view.lang), view.address("sources", source=source.source_id))
        day = calendar.format_date(source.as_of, view.lang) if source.as_of and len(origin.sources) > 1 else ""
        said.append(title + (tag("span", f" · {view.say(common.AS_OF)} {day}") if day else ""))
    return Safe("<br>".join(said))
