"""What ids are called: the names of a snapshot's catalogue in both languages."""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from smart7 import store
from smart7.i18n import Lang, Text
from smart7.questions.question import Question
from smart7.words import common
from smart7.words import explore as words

TABLES: Final = {
    "indicator": "select indicator_id as id, name_th, name_en from indicators",
    "domain": "select domain_id as id, name_th, name_en from domains",
    "unit": "select unit_id as id, name_th, name_en from units",
    "breakdown": "select breakdown_id as id, name_th, name_en from breakdowns",
    "source": "select source_id as id, title_th as name_th, title_en as name_en from sources",
}
MEASURES: Final = (
    "select indicator_id, domain_id, measure_th, measure_en, decimals, value_kind, direction, over_time,"
    " over_units, level from indicators"
)


@dataclass(frozen=True, slots=True)
class About:
    """What must be known of an indicator to write its figures."""

    domain: str
    measure: Text
    decimals: int
    value_kind: str
    direction: str
    over_time: str
    over_units: str
    level: str


@dataclass(frozen=True, slots=True)
class Names:
    """Names by dimension and id."""

    by_dimension: Mapping[str, Mapping[str, Text]]
    about: Mapping[str, About]
    sample_units: frozenset[str]
    kinds: Mapping[str, str]

    def get(self, dimension: str, slug: str, lang: Lang) -> str:
        """Return what an id is called; one that is not there is said to be so."""
        found = self.by_dimension[dimension].get(slug)
        return found.get(lang) if found else words.UNKNOWN.format(lang, slug=slug)

    def unknown(self, question: Question) -> list[tuple[str, str]]:
        """Return what a question names that is not there, as (parameter of the link, value)."""
        found = [("show", one) for one in question.indicators if one not in self.by_dimension["indicator"]]
        found += [("of", one) for one in question.units if not self.knows_unit(one)]
        other = question.compare.partition("unit:")[2]
        return found + ([("with", question.compare)] if other and not self.knows_unit(other) else [])

    def knows_unit(self, slug: str) -> bool:
        """Return whether there is a unit, kind or zone of that name."""
        kind, _, name = slug.rpartition(":")
        homes: dict[str, Mapping[str, Text]] = {
            "": self.by_dimension["unit"], "kind": common.LEVELS, "sample": words.EVERY_SAMPLE,
            "zone": self.by_dimension["zone"],
        }  # fmt: skip
        return name in homes.get(kind, {})

    def without_unknown(self, question: Question) -> Question:
        """Return the question without what is not there."""
        gone = {value for _, value in self.unknown(question)}
        return question.with_(
            indicators=tuple(one for one in question.indicators if one not in gone),
            units=tuple(one for one in question.units if one not in gone),
            compare="none" if question.compare in gone else question.compare,
        )


@lru_cache(maxsize=4)
def names(snapshot_id: str) -> Names:
    """Return the names of a snapshot."""
    found: dict[str, Mapping[str, Text]] = {name: read(snapshot_id, sql) for name, sql in TABLES.items()}
    zones = store.select(snapshot_id, "select breakdown_id from breakdowns where dimension = 'zone'", {})
    found["zone"] = {one: found["breakdown"][one] for one in zones["breakdown_id"]}
    found |= {"owner": found["unit"], "aim": common.AIMS, "quality": common.QUALITY, "unit_kind": common.LEVELS}
    units = store.select(snapshot_id, "select unit_id, kind, is_sample from units", {})
    return Names(
        by_dimension=found,
        about={row["indicator_id"]: about(row) for row in store.select(snapshot_id, MEASURES, {}).to_dict("records")},
        sample_units=frozenset(units["unit_id"][units["is_sample"]]),
        kinds=dict(zip(units["unit_id"], units["kind"], strict=True)),
    )


def read(snapshot_id: str, sql: str) -> dict[str, Text]:
    """Return names by id."""
    rows = store.select(snapshot_id, sql, {})
    return {one: Text(th, en) for one, th, en in zip(rows["id"], rows["name_th"], rows["name_en"], strict=True)}


def about(row: Mapping[Hashable, Any]) -> About:
    """Return what a row says of an indicator."""
    return About(
        domain=str(row["domain_id"]),
        measure=Text(str(row["measure_th"]), str(row["measure_en"])),
        decimals=int(str(row["decimals"])),
        value_kind=str(row["value_kind"]),
        direction=str(row["direction"]),
        over_time=str(row["over_time"]),
        over_units=str(row["over_units"]),
        level=str(row["level"]),
    )
