"""Write `docs/sources.md` from the data folder: what is published of each indicator, and what uses each source.

Run as `python -m smart7.docs`; with `--check` nothing is written and the exit code says whether the file is current.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import pandas as pd

from smart7 import calendar, catalog, whole
from smart7.calendar import Period
from smart7.ingest import catalogue, observations
from smart7.ingest.catalogue import Catalogue
from smart7.ingest.faults import BadInput, table
from smart7.words import common

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "sources.md"
INTRO: Final = """\
# Indicators and sources

Written by `python3 manage.py docs` from `data/catalog` and `data/observations`; edit those, not this file.

{indicators} indicators in seven domains; the page Sources counts how many of them are known and how many wait for
the unit that holds them. {figures} published figures are held true today, from {used} of {sources} sources. Sample
figures are not counted here; [method.md](method.md#sample-figures) says what they are.
"""
INDICATOR_HEAD: Final = ("Indicator", "In Thai", "Level", "Period", "Owner", "Figures")
SOURCE_HEAD: Final = ("Source", "Publisher", "Licence", "Rows may leave in bulk", "As of", "Confidence", "Used by")
OTHER_USES: Final = {
    "units.csv": "unit",
    "communities.csv": "community",
    "events.csv": "event",
    "targets.csv": "target",
    "breaks.csv": "break",
    "places.csv": "place",
    "assumptions.csv": "assumption",
    "plan_claims.csv": "claim about the plan",
    "traffic_counts.csv": "traffic count",
    "geo.csv": "file of outlines",
}
PLURALS: Final = {
    "community": "communities",
    "claim about the plan": "claims about the plan",
    "file of outlines": "files of outlines",
}


def read(folder: Path) -> tuple[Catalogue, pd.DataFrame]:
    """Return the catalogue and the figures held true today; raises `BadInput` with every fault."""
    found, faults = catalogue.read(folder)
    figures, of_figures = observations.read(folder, catalogue.indicators_of(found))
    if faults + of_figures:
        raise BadInput(faults + of_figures)
    return found, figures[figures["known_to"].isna()]


def page(found: Catalogue, figures: pd.DataFrame) -> str:
    """Return the whole document."""
    indicators = found["indicators.csv"]
    intro = INTRO.format(
        indicators=len(indicators),
        figures=len(figures),
        used=figures["source_id"].nunique(),
        sources=len(found["sources.csv"]),
    )
    sections = [domain_section(domain, found, figures) for domain in catalog.DOMAINS]
    return "\n".join([intro, *sections, source_section(found, figures)])


def domain_section(domain: catalog.Domain, found: Catalogue, figures: pd.DataFrame) -> str:
    """Return the table of one domain's indicators, in the order of their positions."""
    indicators = found["indicators.csv"]
    own = indicators[indicators["domain"] == domain.id].sort_values("position")
    units = found["units.csv"].set_index("unit_id")
    peers = set(units.index[units["kind"].str.startswith("peer_")])
    # What a city or province compared with has is not what is known of this one.
    told = figures[~figures["unit_id"].isin(peers)]
    rows = [indicator_row(row, units["name_en"], told) for row in records(own)]
    return f"## {domain.name.en}\n\n{domain.definition.en}\n\n{markdown(INDICATOR_HEAD, rows)}"


def indicator_row(row: dict[str, Any], names: "pd.Series[str]", figures: pd.DataFrame) -> list[str]:
    """Return one indicator's cells."""
    level, period = common.LEVELS[row["level"]].en, common.PERIOD_KINDS[row["period_kind"]].en
    own = figures[figures["indicator_id"] == row["indicator_id"]]
    name = f"{row['name_en']} `{row['indicator_id']}`"
    return [name, row["name_th"], level, period, str(names[row["owner"]]), published_words(own, row)]


def published_words(own: pd.DataFrame, row: dict[str, Any]) -> str:
    """Return how many figures are published and of which quality, or whose register is waited for."""
    if own.empty:
        return f"waiting: {row['register_en']}" if row["register_en"] else "waiting"
    last = max(records(own), key=lambda figure: figure["period_end"])
    label = calendar.label(Period(last["period_kind"], last["period_start"], last["period_end"]), "en", short=True)
    qualities = [name for name in common.QUALITY if name in set(own["quality"])]
    return f"{counted(len(own), 'figure')}, latest {label}, {' and '.join(qualities)}"


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as dictionaries by column name."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def source_section(found: Catalogue, figures: pd.DataFrame) -> str:
    """Return the table of sources by publisher and title."""
    sources = found["sources.csv"].sort_values(["publisher_en", "title_en"])
    rows = [source_row(row, found, figures) for row in records(sources)]
    return f"## Sources\n\n{markdown(SOURCE_HEAD, rows)}"


def source_row(row: dict[str, Any], found: Catalogue, figures: pd.DataFrame) -> list[str]:
    """Return one source's cells."""
    title = f"[{row['title_en']}](<{row['url']}>)" if row["url"] else row["title_en"]
    return [
        f"{title} `{row['source_id']}`",
        row["publisher_en"],
        row["licence_en"],
        "yes" if row["bulk"] else "no",
        row["as_of"] or "not stated",
        row["confidence"],
        uses(row["source_id"], found, figures),
    ]


def uses(source_id: str, found: Catalogue, figures: pd.DataFrame) -> str:
    """Return what a source is used for: figures by indicator, then units, communities, events, targets and breaks."""
    own = figures[figures["source_id"] == source_id]
    said = []
    if len(own):
        ids = ", ".join(f"`{name}`" for name in dict.fromkeys(own["indicator_id"]))
        said.append(f"{counted(len(own), 'figure')} of {ids}")
    for name, thing in OTHER_USES.items():
        count = int((found[name]["source_id"] == source_id).sum())
        said += [counted(count, thing)] if count else []
    return "; ".join(said) or "nothing yet"


def counted(count: int, thing: str) -> str:
    """Return a number of things in words, such as `1 figure` or `2 communities`."""
    return f"{count} {thing if count == 1 else PLURALS.get(thing, thing + 's')}"


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def main(arguments: list[str] | None = None) -> int:
    """Write the document, or with `--check` compare it; return 1 where it is not current or the data is faulty."""
    parser = argparse.ArgumentParser(prog="docs", description="Write docs/sources.md from the data folder.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the file is not current")
    given = parser.parse_args(arguments)
    try:
        text = page(*read(ROOT / "data"))
    except BadInput as error:
        print(table(error.faults), file=sys.stderr)
        return 1
    if given.check:
        current = PAGE.exists() and PAGE.read_text("utf-8") == text
        print("docs/sources.md is current" if current else "docs/sources.md is not current: run manage.py docs")
        return 0 if current else 1
    try:
        whole.write(PAGE, text.encode())
    except whole.CannotWrite as error:
        print(error, file=sys.stderr)
        return 1
    print("docs/sources.md is written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
