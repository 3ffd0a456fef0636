"""What stands under the map: its legend, and what is not drawn on it and why."""

from typing import Any
from urllib.parse import quote

from smart7 import calendar, formats, symbols
from smart7.api import basemap
from smart7.api.layers import PLACES
from smart7.components import data
from smart7.markup.pieces import more, tag, wrap
from smart7.view import View
from smart7.words import map as words


def folded(layers: tuple[str, ...], feeds: dict[str, dict[str, Any]], view: View) -> str:
    """Return the legend folded away, with what is not drawn and why; whose base map it is always stands there."""
    said = credit(view)
    return (tag("p", said, "s7-note") if said else "") + more(
        view.say(words.LEGEND), legend(layers, feeds, view) + not_drawn(layers, view)
    )


def legend(layers: tuple[str, ...], feeds: dict[str, dict[str, Any]], view: View) -> str:
    """Return what each layer on the map looks like and means."""
    items = [
        wrap("li", swatch(name, view) + tag("span", meaning(name, feeds, view)))
        for name in words.LAYERS
        if name in layers
    ]
    if not credit(view):
        items.append(wrap("li", swatch("tambons", view) + tag("span", view.say(words.BASE))))
    return wrap("ul", "".join(items), "s7-legend", aria_label=view.say(words.LEGEND))


def credit(view: View) -> str:
    """Return whose online base map lies under the layers, '' where none is set."""
    online = basemap.chosen()
    return view.say(words.ONLINE, credit=online.credit) if online else ""


def ground(view: View) -> str:
    """Return the same as an entry of a legend that is not folded."""
    said = credit(view)
    return tag("li", said) if said else ""


def swatch(name: str, view: View) -> str:
    """Return the shape of a layer as the map draws it, as a picture that says nothing by itself."""
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{symbols.swatch(name, view.dark)}</svg>'
    return f"<img class='s7-swatch' alt='' src='data:image/svg+xml,{quote(drawn)}'>"


def meaning(name: str, feeds: dict[str, dict[str, Any]], view: View) -> str:
    """Return the name of a layer, the network it shows, and how to read it."""
    said = [view.say(words.LAYERS[name])]
    status = {"routes": "recorded", "ended": "ended", "plan": "planned"}.get(name)
    said += [feed["title"] for feed in feeds.values() if feed["status"] == status]
    if name in words.LAYER_NOTES:
        days = [feed["as_of"] for feed in feeds.values() if feed["status"] == "planned" and feed["as_of"]]
        as_of = calendar.format_date(max(days), view.lang) if days else formats.MISSING
        said.append(view.say(words.LAYER_NOTES[name], as_of=as_of))
    said.append(handed_in(feeds, view) if name == "routes" else "")
    return " · ".join(filter(None, said))


def handed_in(feeds: dict[str, dict[str, Any]], view: View) -> str:
    """Return which networks are somebody's own feed, of which nothing is assumed; '' for none."""
    titles = [feed["title"] for feed in feeds.values() if feed["status"] == "imported"]
    return view.say(words.HANDED_IN, networks=", ".join(titles)) if titles else ""


def not_drawn(layers: tuple[str, ...], view: View) -> str:
    """Return how many stops and places are not on the map, or only roughly where they are, and why."""
    sentences = {"unknown": (words.MISSING, words.MISSING_UNKNOWN), "rough": (words.ROUGH, words.ROUGH_COUNT)}
    shown = {kind for name in layers for kind in PLACES.get(name, ())}
    said: dict[str, list[str]] = {}
    for row in data.records("map/missing"):
        if row["reason"] == "rough" and row["kind"] not in shown:
            continue
        kind, count = view.say(words.KINDS[row["kind"]]), formats.number(row["places"], 0, view.lang)
        part = view.say(sentences[row["reason"]][1], kind=kind, count=count)
        said.setdefault(row["reason"], []).append(part)
    return "".join(
        tag("p", view.say(sentence, what=" · ".join(said[reason])), "s7-note")
        for reason, (sentence, _) in sentences.items()
        if reason in said
    )
