"""Before and after as a panel: how many places of the grid are near each kind of destination, today and by the plan.

What it shows takes seconds to work out, so a page asks for it only once somebody opens it.
"""

from typing import Any

from smart7.figures import records
from smart7.formats import number
from smart7.kept import kept
from smart7.markup import panels, pictures
from smart7.markup.pieces import link, table, tag, wrap
from smart7.transit import answers, compare
from smart7.transit.assumptions import Incomplete
from smart7.view import View
from smart7.words import domain, slides, travel
from smart7.words import map as map_words
from smart7.words import panels as panel_words

WITHIN = 30
"""Minutes door to door."""
Row = dict[str, Any]


@kept(40)
def body(snapshot: str, view: View) -> str:
    """Return what the planned light rail would change, as a slope with its ranges; in words why it cannot be said."""
    try:
        found = compare.run(snapshot)
    except Incomplete as missing:
        return tag("p", view.say(travel.NOT_POSSIBLE, what=missing), "s7-note")
    listed = [row for row in records(answers.within(found)) if row["minutes"] == WITHIN]
    rows = [told(row, view) for row in listed]
    said = finding(max(listed, key=lambda row: row["gained_mid"]), view)
    about = f"{view.say(travel.SLOPE, minutes=WITHIN)} · {view.say(domain.AXIS)}"
    fields = {"y": "label", "before": "before_mid", "after": "after_mid"}
    drawn = wrap("div", pictures.slope(rows, fields, view), "s7-picture", role="img", aria_label=said)
    mark = panels.quality_mark("modelled", view)
    credit = wrap("p", mark + tag("span", " · " + view.say(travel.MODELLED, version=found.version)), "s7-note")
    way = wrap("p", link(view.say(travel.LEAD_ON), view.address("map", show="change")), "s7-line")
    return tag("p", said, "s7-says") + tag("p", about, "s7-note") + drawn + credit + numbers(rows, view) + way


def told(row: Row, view: View) -> Row:
    """Return one kind of destination with its shares of the grid in words, each with its range."""
    label = view.say(map_words.KINDS[row["kind"]])
    words = {
        f"{when}_{end}": f"{number(100 * row[f'{when}_{end}'] / row['cells'], 1, view.lang)}%"
        for when in ("before", "after")
        for end in answers.ENDS
    }
    shown = {f"shown_{when}": words[f"{when}_mid"] for when in ("before", "after")}
    ranges = {f"range_{when}": f"{words[f'{when}_low']} – {words[f'{when}_high']}" for when in ("before", "after")}
    return {**row, "label": label, **shown, **ranges}


def finding(row: Row, view: View) -> str:
    """Return the headline: which kind of destination gains most, with the range."""
    low, mid, high = (number(row[f"gained_{end}"], 0, view.lang) for end in answers.ENDS)
    text = slides.WITHIN if row["gained_mid"] > 0 else slides.WITHIN_NONE
    return view.say(text, kind=view.say(slides.PLACE_KINDS[row["kind"]]), minutes=WITHIN, gained=mid, low=low,
                    high=high, cells=number(row["cells"], 0, view.lang))  # fmt: skip


def numbers(rows: list[Row], view: View) -> str:
    """Return the same as a table with the range of each."""
    names = (map_words.PLACE, travel.RECORDED, slides.RANGE, travel.PLANNED, slides.RANGE)
    body = [
        [row["label"], row["shown_before"], row["range_before"], row["shown_after"], row["range_after"]] for row in rows
    ]
    header = [view.say(name) for name in names]
    return table(header, body, caption=view.say(panel_words.NUMBERS), numbers=(1, 2, 3, 4))
