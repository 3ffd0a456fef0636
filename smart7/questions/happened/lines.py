"""Lines and directions of which days were driven, as questions about service ask for them."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from smart7 import calendar, queries
from smart7.i18n import Lang
from smart7.questions.happened.asked import WAY
from smart7.words import happened_asked as asked
from smart7.words import service as words


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


@lru_cache(maxsize=8)
def stops(snapshot_id: str, lang: Lang) -> dict[str, str]:
    """Return the name of every stop at which service was measured; two of one name are told apart by their id."""
    rows = {stop_of(row): row for row in queries.records(snapshot_id, "service/served", lang=lang)}
    times = Counter(row["stop"] for row in rows.values())
    return {
        slug: row["stop"] if times[row["stop"]] == 1 else f"{row['stop']} ({row['stop_id']})"
        for slug, row in rows.items()
    }


def along(snapshot_id: str, places: Sequence[str]) -> list[str]:
    """Return the stops of lines and directions in the order in which a vehicle comes to them; none are all of them."""
    found: dict[str, list[str]] = {}
    for row in queries.records(snapshot_id, "service/served", lang="th"):
        found.setdefault(f"{line_of(row)}{WAY}{row['direction_id']}", []).append(stop_of(row))
    ways = [slug for slug in known(snapshot_id, "th") if slug in found]
    asked_for = [way for place in places for way in ways if way == place or way.startswith(f"{place}{WAY}")]
    return list(dict.fromkeys(stop for way in asked_for or ways for stop in found[way]))


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
