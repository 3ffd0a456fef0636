"""The headline of a panel: what it shows, in a sentence made from its rows; the rules are in docs/method.md.

A query file names its rule in its header (`says: since`). No sentence is made of a sample figure.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from smart7 import formats
from smart7.calendar import counted
from smart7.view import View
from smart7.words import findings as words

Row = dict[str, Any]


def said(rule: str, rows: Sequence[Row], view: View) -> str:
    """Return what a panel shows, '' where its rows say too little; rows have `shown`, the value in words."""
    if any(row.get("is_sample") for row in rows):
        return view.say(words.SAMPLE)
    known = [row for row in rows if "value" not in row or is_known(row["value"])]
    return KINDS[rule](known, view) if known else ""


def is_known(value: object) -> bool:
    """Return whether a cell holds a value."""
    return value is not None and value == value  # noqa: PLR0124 - not a number


def since(rows: Sequence[Row], view: View) -> str:
    """Return how far what is counted came from the first row to the last, and its highest."""
    first, last = rows[0], rows[-1]
    if len(rows) < 2:
        return view.say(words.ONE, label=last["label"], value=last["shown"])
    gap = shown_gap(first, last, view)
    text = (
        words.ROSE if last["value"] > first["value"] else words.FELL if last["value"] < first["value"] else words.SAME
    )
    told = view.say(text, first=first["label"], last=last["label"], old=first["shown"], new=last["shown"], gap=gap)
    top = max(rows, key=lambda row: row["value"])
    return told if top is last or top is first else told + view.say(words.PEAK, at=top["label"], value=top["shown"])


def shown_gap(first: Row, last: Row, view: View) -> str:
    """Return how far two rows lie from one another, as a share of the first where that says something."""
    gap = abs(last["value"] - first["value"])
    if last["measure"] != "%" and first["value"] > 0:
        return f"{formats.number(100 * gap / first['value'], 0, view.lang)}%"
    unit = view.say(words.POINTS) if last["measure"] == "%" else last["measure"]
    return f"{formats.number(gap, int(last['decimals']), view.lang)} {unit}"


def extremes(rows: Sequence[Row], view: View) -> str:
    """Return where there is most and where least in the newest period; `series` or `label` says where."""
    newest = rows[-1]["period"]
    own = [row for row in rows if row["period"] == newest]
    top, bottom = max(own, key=lambda row: row["value"]), min(own, key=lambda row: row["value"])
    name = "series" if "series" in top else "label"
    if top["value"] == bottom["value"]:
        return view.say(words.ALL_SAME, value=top["shown"], count=len(own))
    return view.say(words.MOST, top=top[name], high=top["shown"], bottom=bottom[name], low=bottom["shown"],
                    period=newest)  # fmt: skip


def peak(rows: Sequence[Row], view: View) -> str:
    """Return the period with most, and the usual one: the middle of all."""
    top = max(rows, key=lambda row: row["value"])
    ordered = sorted(rows, key=lambda row: row["value"])
    middle = ordered[len(ordered) // 2]
    return view.say(words.HIGHEST, at=top["period"], value=top["shown"], usual=middle["shown"])


def steps(rows: Sequence[Row], view: View) -> str:
    """Return what share of the first step comes to the last that is counted in the same unit."""
    first = rows[0]
    same = [
        row for row in rows[1:] if row["measure"] == first["measure"] and row.get("step") not in ("rest", "recycled")
    ]
    if not same or not first["value"]:
        return ""
    last = same[-1]
    share = f"{formats.number(100 * last['value'] / first['value'], 0, view.lang)}%"
    return view.say(words.SHARE, first=first["label"], old=first["shown"], last=last["label"], new=last["shown"],
                    share=share)  # fmt: skip


def through(rows: Sequence[Row], view: View) -> str:
    """Return how much came in and went out, and the largest part of each."""
    sides = [[row for row in rows if row["side"] == side and row["step"] != "unspent"] for side in ("in", "out")]
    told: dict[str, str] = {}
    for name, own in zip(("come", "went"), sides, strict=True):
        whole = sum(row["value"] for row in own)
        top = max(own, key=lambda row: row["value"])
        told[name] = f"{formats.number(whole, int(top['decimals']), view.lang)} {top['measure']}"
        told[f"{name}_top"] = top["label"]
        told[f"{name}_share"] = f"{formats.number(100 * top['value'] / whole, 0, view.lang)}%"
    return view.say(words.THROUGH, period=rows[0]["period"], **told)


def wider(rows: Sequence[Row], view: View) -> str:
    """Return by how much the larger of two series is larger now, and was at first."""
    labels = list(dict.fromkeys(row["label"] for row in rows))
    pairs = {label: [row for row in rows if row["label"] == label] for label in (labels[0], labels[-1])}
    first, last = pairs[labels[0]], pairs[labels[-1]]
    if len(first) < 2 or len(last) < 2:
        return ""
    more, fewer = sorted(last, key=lambda row: -row["value"])
    then = {row["series"]: row["value"] for row in first}
    gaps = (more["value"] - fewer["value"], then[more["series"]] - then[fewer["series"]])
    now, before = (formats.number(gap, int(more["decimals"]), view.lang) for gap in gaps)
    return view.say(words.WIDER, more=more["series"], fewer=fewer["series"], gap=now, measure=more["measure"],
                    last=labels[-1], first=labels[0], before=before)  # fmt: skip


def promises(rows: Sequence[Row], view: View) -> str:
    """Return how far a promised year moved between the first and the last promise."""
    first, last = rows[0], rows[-1]
    years = {name: counted(int(row["promised"]), view.lang) for name, row in (("old", first), ("new", last))}
    moved = int(last["promised"] - first["promised"])
    if len(rows) < 2 or not moved:
        return view.say(words.PROMISED, year=years["new"], at=last["label"])
    text = words.PUT_OFF if moved > 0 else words.BROUGHT_FORWARD
    return view.say(text, count=len(rows), years=abs(moved), **years)


def events(rows: Sequence[Row], view: View) -> str:
    """Return how many dated events there are and which is the last."""
    return view.say(words.EVENTS, count=len(rows), last=rows[-1]["title"])


KINDS: Final[dict[str, Callable[[Sequence[Row], View], str]]] = {
    "events": events, "extremes": extremes, "peak": peak, "promises": promises, "since": since, "steps": steps,
    "through": through, "wider": wider,
}  # fmt: skip
