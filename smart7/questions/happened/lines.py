"""Lines and directions of which days were driven, as questions about service ask for them."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from smart7 import calendar, queries
from smart7.i18n import Lang
from smart7.questions.happened.asked import WAY
from smart7.words import happened_asked as asked
from smart7.words import service as words

TOLD_LINES: Final = 2


def line_of(row: dict[str, Any]) -> str:
    """Return a line as a link writes it."""
    return f"{row['feed_id']}.{row['route_id']}"


@lru_cache(maxsize=8)
def known(snapshot_id: str, lang: Lang) -> dict[str, dict[str, Any]]:
    """Return every line, then every direction of one, by its slug: its names, its days, from when to when."""
    rows = queries.records(snapshot_id, "service/lines", lang=lang, sample=True)
    lines: dict[str, dict[str, Any]] = {}
    ways: dict[str, dict[str, Any]] = {}
    for row in rows:
        slug, name = line_of(row), f"{row['label']} · {row['name']}"
        alone = len({line_of(one) for one in rows if one["label"] == row["label"]}) == 1
        held = {"days": row["days"], **{key: calendar.as_day(row[key]) for key in ("first_day", "last_day")}}
        before = lines.get(slug, held)
        lines[slug] = {
            "name": name,
            "short": asked.A_LINE.format(lang, name=row["label"] if alone else name),
            "days": max(before["days"], held["days"]),
            "first_day": min(before["first_day"], held["first_day"]),
            "last_day": max(before["last_day"], held["last_day"]),
        }
        way = f"{row['label']} {towards(row, lang)}"
        ways[f"{slug}{WAY}{row['direction_id']}"] = {"name": way, "short": asked.A_LINE.format(lang, name=way), **held}
    return lines | ways


@lru_cache(maxsize=32)
def stops(snapshot_id: str, places: tuple[str, ...], lang: Lang) -> dict[str, str]:
    """Return the stops of lines and directions by name, in the order in which a vehicle comes to them; none are all.

    Stops of one name are told apart by their lines, and where these are the same by their ids.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for row in queries.records(snapshot_id, "service/served", lang=lang):
        found.setdefault(f"{line_of(row)}{WAY}{row['direction_id']}", []).append(row)
    ways = [slug for slug in known(snapshot_id, lang) if slug in found]
    asked_for = [way for place in places for way in ways if way == place or way.startswith(f"{place}{WAY}")]
    of_stops: dict[str, list[dict[str, Any]]] = {}
    for row in (row for way in asked_for or ways for row in found[way]):
        of_stops.setdefault(stop_of(row), []).append(row)
    plain = {slug: rows[0]["stop"] for slug, rows in of_stops.items()}
    of_lines = {slug: f"{plain[slug]} ({on_lines(snapshot_id, rows, lang)})" for slug, rows in of_stops.items()}
    by_id = {slug: f"{plain[slug]} ({rows[0]['stop_id']})" for slug, rows in of_stops.items()}
    names = Counter(plain.values()), Counter(of_lines.values())
    return {
        slug: name if names[0][name] == 1 else of_lines[slug] if names[1][of_lines[slug]] == 1 else by_id[slug]
        for slug, name in plain.items()
    }


def on_lines(snapshot_id: str, rows: Sequence[dict[str, Any]], lang: Lang) -> str:
    """Return the lines of a stop by their numbers, two at the most."""
    every = list(dict.fromkeys(known(snapshot_id, lang)[line_of(row)]["short"] for row in rows))
    return ", ".join([*every[:TOLD_LINES], *(["…"] if len(every) > TOLD_LINES else [])])


def stop_of(row: dict[str, Any]) -> str:
    """Return a stop as a question knows it."""
    return f"{row['feed_id']}.{row['stop_id']}"


def source_of(days: list[dict[str, Any]], quality: str, lang: Lang) -> str:
    """Return the source of the days of a quality, of the newest one: made-up days have another than measured ones.

    `days` are rows of the query `service/days`; '' where none of them has the quality.
    """
    return next((row[f"source_{lang}"] or "" for row in reversed(days) if row["quality"] == quality), "")


def towards(row: dict[str, Any], lang: Lang) -> str:
    """Return a direction by where it goes, by its number where nobody says."""
    if row["headsign"]:
        return words.TOWARDS.format(lang, place=row["headsign"])
    return words.UNNAMED.format(lang, number=row["direction_id"] + 1)
