"""What is handed in beside what is in service: each value now and new on a scale of its own, and both verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smart7 import formats
from smart7.formats import MISSING, ValueKind
from smart7.i18n import Text
from smart7.markup import cards
from smart7.markup.pieces import Safe, more, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.metrics import Status, Target, as_shown
from smart7.view import View
from smart7.words import common, domain
from smart7.words import register_page as words

ROOM: Final = 0.06
"""How much of a scale stays free beside its ends, as a share."""
NAMED: Final = 12
"""So many changed values stand open; the rest is folded."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that was handed in, beside the one in service for the same unit and period."""

    indicator_id: str
    domain_id: str
    name: str
    place: str  # part and period, where they are not said above
    measure: Text
    value_kind: ValueKind
    decimals: int
    now: float | None
    new: float | None
    target: Target
    before: Status
    after: Status
    reason: str = ""
    note: str = ""

    @property
    def change(self) -> float | None:
        """Return by how much the value changes, as shown; None for a first one."""
        if self.now is None or self.new is None:
            return None
        return as_shown(self.new, self.decimals) - as_shown(self.now, self.decimals)

    @property
    def share(self) -> float:
        """Return the change as a share of the value now; a first value is the largest of all."""
        if self.change is None:
            return float("inf")
        return abs(self.change) / abs(self.now) if self.now else float(bool(self.change))

    @property
    def turns(self) -> bool:
        """Return whether the verdict on a value that was there changes."""
        return self.now is not None and self.before.judgement != self.after.judgement

    def said(self, value: float | None, view: View) -> str:
        """Return a value with its unit of measure."""
        return formats.figure(value, self.measure, self.value_kind, self.decimals, view.lang)


def counts(every: Sequence[Difference], view: View) -> str:
    """Return in words how many values change, come first or stay, and how many verdicts change."""
    changed = sum(bool(one.change) for one in every)
    first = sum(one.change is None for one in every)
    said = (
        (words.CHANGED_SUM, changed), (words.NEW_SUM, first), (words.SAME_SUM, len(every) - changed - first),
        (words.VERDICTS_SUM, sum(one.turns for one in every)),
    )  # fmt: skip
    return " · ".join(view.say(text, count=count) for text, count in said if count)


def shown(every: Sequence[Difference], view: View) -> str:
    """Return the values of a set, those that change most first, those that stay in a fold."""
    moved = sorted((one for one in every if one.change != 0), key=lambda one: (not one.turns, -one.share))
    same = [one for one in every if one.change == 0]
    parts = [key(view)] if moved else []
    parts += [grid(moved[:NAMED], view)] if moved else []
    if len(moved) > NAMED:
        parts.append(more(view.say(words.MORE, count=len(moved) - NAMED), grid(moved[NAMED:], view)))
    if same:
        parts.append(more(view.say(words.UNCHANGED, count=len(same)), grid(same, view)))
    return "".join(parts)


def key(view: View) -> str:
    """Return what the marks of a drawing mean."""
    said = (("s7-ring", words.KEY_NOW), ("s7-full", words.KEY_NEW), ("s7-goal", words.KEY_TARGET))
    marks = "".join(wrap("span", tag("i", "", css) + tag("span", view.say(text))) for css, text in said)
    return wrap("p", marks + tag("span", view.say(words.OWN_SCALE)), "s7-note s7-marks")


def grid(every: Sequence[Difference], view: View) -> str:
    """Return values as a table: name, now, new, change, the drawing, the verdict before and after."""
    header = (common.INDICATOR, words.NOW, words.NEW, common.CHANGE, words.DRAWN, words.VERDICT)
    css = ("", "s7-num", "s7-num", "s7-num", "s7-drawn", "")
    head = "".join(tag("th", view.say(name), css[n], scope="col", role="columnheader") for n, name in enumerate(header))
    body = "".join(row(one, view) for one in every)
    title = tag("caption", view.say(words.DIFFERENCES), "s7-heard")
    top = wrap("thead", wrap("tr", head, role="row"), role="rowgroup")
    # A telephone lays the cells of a row out as it has room; what they are is said here, so that it stays known.
    inner = title + top + wrap("tbody", body, role="rowgroup")
    whole = wrap("table", inner, "s7-table s7-differ", role="table")
    return wrap("div", whole, "s7-scroll", tabindex="0", role="region", aria_label=view.say(words.DIFFERENCES))


def row(one: Difference, view: View) -> str:
    """Return one value."""
    address = view.address("indicator", id=one.indicator_id)
    name = anchor(one.name, address) + (tag("span", one.place, "s7-place") if one.place else "")
    given = ((words.REASON_GIVEN, "reason", one.reason), (words.NOTE_GIVEN, "note", one.note))
    name += "".join(tag("span", view.say(text, **{key: said}), "s7-given") for text, key, said in given if said)
    cells = [
        tag("td", one.said(one.now, view), "s7-num", role="cell"),
        wrap("td", tag("b", one.said(one.new, view)), "s7-num", role="cell"),
        wrap("td", change(one, view), "s7-num", role="cell"),
        wrap("td", drawing(one, view), "s7-drawn", role="cell"),
        wrap("td", verdict(one, view), "s7-turn", role="cell"),
    ]
    style = f"--s7-card:var(--s7-domain-{one.domain_id})"
    return wrap("tr", wrap("th", name, scope="row", role="rowheader") + "".join(cells), role="row", style=style)


def change(one: Difference, view: View) -> str:
    """Return by how much a value changes, in its unit and as a share of the value now."""
    if one.change is None:
        return tag("span", view.say(words.FIRST))
    if one.change == 0:
        return tag("span", view.say(words.SAME))
    said = tag("span", formats.change(one.change, one.measure, one.value_kind, one.decimals, view.lang))
    if one.value_kind != "number" or not one.now:
        return said
    share = formats.signed(100 * one.change / abs(one.now), 0, view.lang)
    return said + tag("span", view.say(words.SHARE, share=share), "s7-share")


def drawing(one: Difference, view: View) -> str:
    """Return both values and the target as marks on a scale of the row's own, from zero; the same is said in words."""
    goals = [goal for goal in (one.target.low, one.target.high) if goal is not None]
    held = [value for value in (one.now, one.new, *goals) if value is not None]
    if one.new is None or len(held) < 2:
        return ""
    # From zero, so that a small change looks small; a year has no zero to start from.
    low, high = min(held if one.value_kind == "year" else [0.0, *held]), max(held)
    span = (high - low) or 1.0

    def at(value: float) -> float:
        return 100 * (ROOM + (1 - 2 * ROOM) * (value - low) / span)

    marks = "".join(tag("i", "", "s7-goal", style=f"left:{at(goal):.1f}%") for goal in goals)
    if one.now is not None:
        ends = sorted((at(one.now), at(one.new)))
        marks += tag("i", "", "s7-way-bar", style=f"left:{ends[0]:.1f}%;width:{ends[1] - ends[0]:.1f}%")
        marks += tag("i", "", "s7-ring", style=f"left:{at(one.now):.1f}%")
    marks += tag("i", "", "s7-full", style=f"left:{at(one.new):.1f}%")
    said = {"now": one.said(one.now, view), "new": one.said(one.new, view)}
    goal = " – ".join(one.said(value, view) for value in goals)
    told = view.say(words.SAID, **said, target=goal) if goal else view.say(words.SAID_FREE, **said)
    return wrap("div", marks, "s7-dumbbell", role="img", aria_label=told)


def verdict(one: Difference, view: View) -> Safe:
    """Return the verdict before and after, once where it stays."""
    after = judged(one.after, view)
    if not one.turns:
        return Safe(after)
    arrow = tag("span", "→", aria_hidden="true")
    return Safe(judged(one.before, view) + arrow + wrap("b", after))


def judged(status: Status, view: View) -> str:
    """Return a verdict as icon and word, or why there is none."""
    known = status.judgement != "none"
    word = common.STATUS[status.judgement] if known else domain.WHY_NOT[status.reason or "missing"]
    icon = cards.icon(status) if known else tag("span", MISSING, aria_hidden="true")
    return wrap("span", icon + tag("span", view.say(word)), f"s7-verdict s7-{status.judgement}")
