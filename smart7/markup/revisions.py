"""What changed between two days as sentences and tables, and how each indicator is revised."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from smart7 import calendar, catalog, formats
from smart7.i18n import Text
from smart7.markup.pieces import Safe, heading, more, table, tag, wrap, written
from smart7.markup.pieces import link as anchor
from smart7.view import View, address
from smart7.words import common
from smart7.words import revisions as words

Row = Mapping[str, Any]
KINDS: Final = tuple(words.COUNTS)
SHOWN: Final = 30
"""So many corrections stand open; the rest is folded."""
ROOM: Final = 0.06
"""How much of a scale stays free beside its ends, as a share."""


def choice(since: date, until: date, reach: tuple[date, date], view: View) -> str:
    """Return the form with both days, and links that go back by usual spans."""
    fields = "".join(field(*one, reach, view) for one in (("since", words.FROM, since), ("until", words.TO, until)))
    hidden = "".join(
        f"<input{written({'type': 'hidden', 'name': name, 'value': value})} />"
        for name, value in sorted(view.held.items())
    )
    button = tag("button", view.say(words.COMPARE), "s7-press", type="submit")
    found = [(until - timedelta(days=days), text) for days, text in words.SPANS.items()]
    end = {"until": until.isoformat()} if until != view.as_of else {}
    links = [
        anchor(view.say(text), view.address("revisions", since=day.isoformat(), **end))
        for day, text in found
        if reach[0] <= day != since
    ]
    back = wrap("p", tag("span", f"{view.say(words.BACK)} ") + " · ".join(links), "s7-note") if links else ""
    return wrap("form", fields + button + hidden, "s7-span", method="get", action=address("revisions", {})) + back


def field(name: str, label: Text, day: date, reach: tuple[date, date], view: View) -> str:
    """Return the field for one of the two days; what it says is told in words of the language beside it."""
    ends = {"min": reach[0].isoformat(), "max": reach[1].isoformat()}
    told = f"{view.say(label)} {calendar.format_date(day, view.lang)}"
    attributes = {"type": "date", "name": name, "value": day.isoformat(), **ends}
    return wrap("label", tag("span", told) + f"<input{written(attributes)} required />", "s7-field")


def finding(rows: Sequence[Row], since: date, until: date, view: View) -> str:
    """Return in one sentence what changed, and what is counted."""
    counted = {kind: sum(row["what"] == kind for row in rows) for kind in KINDS}
    said = ", ".join(
        view.say(text, count=whole(counted[kind], view)) for kind, text in words.COUNTS.items() if counted[kind]
    )
    days = {"since": calendar.format_date(since, view.lang), "until": calendar.format_date(until, view.lang)}
    sentence = view.say(words.FINDING, **days, counts=said or view.say(words.NOTHING))
    return tag("p", sentence, "s7-finding") + tag("p", view.say(words.SCOPE), "s7-note")


def domains(rows: Sequence[Row], view: View) -> str:
    """Return how many figures of each domain changed in which way."""
    body = []
    for domain in catalog.DOMAINS:
        own = [row["what"] for row in rows if row["domain_id"] == domain.id]
        if own:
            name = anchor(view.say(domain.name), view.address(domain.id))
            body.append([name, *(whole(own.count(kind), view) for kind in KINDS)])
    if not body:
        return ""
    title = view.say(words.BY_DOMAIN)
    header = [view.say(words.DOMAIN), *(view.say(text) for text in words.WHAT.values())]
    return heading(title) + table(header, body, caption=title, numbers=(1, 2, 3, 4), fits=True)


def corrected(rows: Sequence[Row], view: View) -> str:
    """Return the figures that were corrected, withdrawn or come from another source, old beside new."""
    found = {kind: [row for row in rows if row["what"] == kind] for kind in KINDS}
    parts = []
    if found["corrected"]:
        title = view.say(words.CORRECTED)
        marks = (("s7-ring", words.KEY_OLD), ("s7-full", words.KEY_NEW))
        key = "".join(wrap("span", tag("i", "", css) + tag("span", view.say(text))) for css, text in marks)
        parts += [heading(title), wrap("p", key, "s7-note s7-marks"), grid(found["corrected"][:SHOWN], title, view)]
        if rest := found["corrected"][SHOWN:]:
            parts.append(more(view.say(words.MORE, count=whole(len(rest), view)), grid(rest, title, view)))
    if found["withdrawn"]:
        title = view.say(words.WITHDRAWN)
        parts += [heading(title), grid(found["withdrawn"], title, view)]
    if found["restated"]:
        title = view.say(words.RESTATED, count=whole(len(found["restated"]), view))
        parts.append(more(title, grid(found["restated"], title, view)))
    return "".join(parts)


def grid(rows: Sequence[Row], title: str, view: View) -> str:
    """Return figures as a table that a telephone lays out as it has room: name, old, new, change, drawn, since when."""
    header = (common.INDICATOR, words.OLD, words.NEW, common.CHANGE, words.DRAWN, common.SOURCE)
    css = ("", "s7-num", "s7-num", "s7-num", "s7-drawn", "")
    head = "".join(tag("th", view.say(name), css[n], scope="col", role="columnheader") for n, name in enumerate(header))
    top = wrap("thead", wrap("tr", head, role="row"), role="rowgroup")
    body = wrap("tbody", "".join(line(row, view) for row in rows), role="rowgroup")
    whole_table = wrap("table", tag("caption", title, "s7-heard") + top + body, "s7-table s7-differ", role="table")
    return wrap("div", whole_table, "s7-scroll", tabindex="0", role="region", aria_label=title)


def line(row: Row, view: View) -> str:
    """Return one figure: of what, old and new, when that became known and from which source."""
    place = " · ".join(part for part in (row["unit"], row["part"], row["period"]) if part)
    name = anchor(row["name"], view.address("indicator", id=row["indicator_id"])) + tag("span", place, "s7-place")
    if row["times"] > 1:
        name += tag("span", view.say(words.TIMES, count=row["times"]), "s7-given")
    known = calendar.format_date(row["known"], view.lang, short=True)
    source = anchor(row["source"], view.address("sources", source=row["source_id"]))
    told = tag("span", view.say(words.UNTIL if row["after"] is None else words.SINCE, day=known), "s7-place") + source
    if row["source_before"] and row["source_before"] != row["source"]:
        told += tag("span", view.say(words.WAS, source=row["source_before"]), "s7-given")
    cells = [
        tag("td", said(row, row["before"], view), "s7-num", role="cell"),
        wrap("td", tag("b", said(row, row["after"], view)), "s7-num", role="cell"),
        wrap("td", change(row, view), "s7-num", role="cell"),
        wrap("td", drawing(row, view), "s7-drawn", role="cell"),
        wrap("td", told, "s7-turn", role="cell"),
    ]
    style = f"--s7-card:var(--s7-domain-{row['domain_id']})"
    return wrap("tr", wrap("th", name, scope="row", role="rowheader") + "".join(cells), role="row", style=style)


def said(row: Row, value: float | None, view: View) -> str:
    """Return a value of a row with its unit of measure."""
    measure = Text(row["measure_th"], row["measure_en"])
    return formats.figure(value, measure, row["value_kind"], row["decimals"], view.lang)


def change(row: Row, view: View) -> str:
    """Return by how much a figure changed, in its unit and as a share of the value before."""
    before, after = row["before"], row["after"]
    if before is None or after is None:
        return formats.MISSING
    measure = Text(row["measure_th"], row["measure_en"])
    told = tag("span", formats.change(after - before, measure, row["value_kind"], row["decimals"], view.lang))
    if row["value_kind"] == "year" or not before or after == before:
        return told
    share = formats.signed(100 * (after - before) / abs(before), 1, view.lang)
    return told + tag("span", view.say(words.SHARE, share=share), "s7-share")


def drawing(row: Row, view: View) -> str:
    """Return both values as marks on a scale of the row's own, from zero; the same is said in words."""
    before, after = row["before"], row["after"]
    if before is None or after is None or before == after:
        return ""
    ends = (before, after) if row["value_kind"] == "year" else (0.0, before, after)
    low, span = min(ends), (max(ends) - min(ends)) or 1.0
    old, new = (100 * (ROOM + (1 - 2 * ROOM) * (value - low) / span) for value in (before, after))
    marks = tag("i", "", "s7-way-bar", style=f"left:{min(old, new):.1f}%;width:{abs(new - old):.1f}%")
    marks += tag("i", "", "s7-ring", style=f"left:{old:.1f}%") + tag("i", "", "s7-full", style=f"left:{new:.1f}%")
    told = view.say(words.SAID, before=said(row, before, view), after=said(row, after, view))
    return wrap("div", marks, "s7-dumbbell", role="img", aria_label=told)


def appeared(rows: Sequence[Row], view: View) -> str:
    """Return what appeared, by domain in folds: how many figures of each indicator, and the latest day."""
    folds = []
    for domain in catalog.DOMAINS:
        own = [row for row in rows if row["what"] == "appeared" and row["domain_id"] == domain.id]
        if own:
            title = view.say(words.APPEARED_OF, domain=view.say(domain.name), count=whole(len(own), view))
            folds.append(more(title, came(own, title, view)))
    return heading(view.say(words.APPEARED)) + "".join(folds) if folds else ""


def came(rows: Sequence[Row], title: str, view: View) -> str:
    """Return how many figures of each indicator appeared, the latest day on which any did, and its source."""
    by_indicator: dict[str, list[Row]] = {}
    for row in rows:
        by_indicator.setdefault(row["indicator_id"], []).append(row)
    body = [
        [
            anchor(own[0]["name"], view.address("indicator", id=key)), whole(len(own), view),
            calendar.format_date(max(row["known"] for row in own), view.lang, short=True),
            anchor(own[0]["source"], view.address("sources", source=own[0]["source_id"])),
        ]
        for key, own in by_indicator.items()
    ]  # fmt: skip
    header = [view.say(name) for name in (common.INDICATOR, words.FIGURES, words.LAST, common.SOURCE)]
    return table(header, body, caption=title, numbers=(1,), sentences=(3,))


def habits(rows: Sequence[Row], until: date, view: View) -> str:
    """Return how often and how far each indicator is revised; those that never were in a fold."""
    revised = [row for row in rows if row["revisions"]]
    never = [row for row in rows if not row["revisions"]]
    title = view.say(words.HABITS)
    counts = {
        "total": whole(len(rows), view), "revised": whole(len(revised), view),
        "revisions": whole(sum(row["revisions"] for row in rows), view),
    }  # fmt: skip
    day = calendar.format_date(until, view.lang)
    parts = [heading(title), tag("p", view.say(words.HABITS_FINDING, until=day, **counts), "s7-definition")]
    header = [
        common.INDICATOR, words.REVISIONS, words.REVISED, words.TYPICAL, words.LARGEST, words.DELAY,
        words.CORRECTED_AFTER,
    ]  # fmt: skip
    if revised:
        body = [habit(row, view) for row in revised]
        parts.append(table([view.say(name) for name in header], body, caption=title, numbers=range(1, 7)))
    if never:
        told = view.say(words.NEVER, count=whole(len(never), view))
        short = [
            [anchor(row["name"], view.address("indicator", id=row["indicator_id"])), whole(row["figures"], view),
             days(row["known_after"], view)]
            for row in never
        ]  # fmt: skip
        names = [view.say(name) for name in (common.INDICATOR, words.FIGURES, words.DELAY)]
        parts.append(more(told, table(names, short, caption=told, numbers=(1, 2))))
    return "".join(parts) + tag("p", view.say(words.HABITS_NOTE), "s7-note")


def habit(row: Row, view: View) -> list[str]:
    """Return how one indicator is revised, as cells."""
    return [
        anchor(row["name"], view.address("indicator", id=row["indicator_id"])),
        whole(row["revisions"], view),
        view.say(words.OF, revised=whole(row["revised"], view), figures=whole(row["figures"], view)),
        share(row["typical"], view),
        share(row["largest"], view),
        days(row["known_after"], view),
        days(row["corrected_after"], view),
    ]


def share(value: float | None, view: View) -> str:
    """Return a share as percent, a dash for none."""
    return formats.MISSING if value is None else f"{formats.number(100 * value, 1, view.lang)}%"


def days(value: float | None, view: View) -> str:
    """Return a number of days in words, a dash for none."""
    return formats.MISSING if value is None else view.say(words.DAYS, count=formats.number(value, 0, view.lang))


def take(rows: Sequence[Row], address: str, view: View) -> str:
    """Return the link to the rows as a file, with how many of them may leave; '' where none may."""
    leaving = sum(bool(row["leaves"]) for row in rows)
    if not leaving:
        return ""
    link = Safe(tag("a", view.say(words.TAKE), "s7-file", href=address))
    counts = {"count": whole(leaving, view), "total": whole(len(rows), view)}
    return wrap("p", link + tag("span", f" · {view.say(words.TAKE_NOTE, **counts)}"), "s7-note")


def whole(count: int, view: View) -> str:
    """Return a whole number as the visitor's language writes it."""
    return formats.number(count, 0, view.lang)
