"""A frozen agenda: its figures kept beside it, shown as they were, with what has been corrected since."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from smart7 import formats, metrics, queries, store
from smart7.i18n import LANGS, Lang, Text
from smart7.meetings import own, questioned
from smart7.meetings.agenda import Agenda, Item
from smart7.meetings.slide import Notes, Shown, Slide
from smart7.meetings.slides import slides
from smart7.words import meetings as words

KEPT: Final = ("headline", "subhead", "source_line", "quality", "is_sample", "drill", "body", "kicker", "caption")
INDICATOR_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure of a frozen agenda that is held differently now; `new` is a dash when it was withdrawn."""

    number: int
    key: str
    name: str
    unit: str
    period: str
    old: str
    new: str


def freeze(agenda: Agenda, snapshot_id: str) -> tuple[Agenda, str]:
    """Return an agenda bound to a snapshot, and what its items show on it as JSON."""
    bound = replace(agenda, snapshot_id=snapshot_id)
    held = {lang: [kept(slide) for slide in slides(snapshot_id, bound, lang)] for lang in LANGS}
    text = json.dumps({"snapshot_id": snapshot_id, "slides": held}, ensure_ascii=False, sort_keys=True)
    return bound, text


def kept(slide: Slide) -> dict[str, Any]:
    """Return what is kept of a slide: its words and its figures, not its drawing."""
    return {
        "item": asdict(slide.item),
        "lang": slide.lang,
        "figures": [asdict(one) for one in slide.figures],
        "notes": asdict(slide.notes),
        **{name: getattr(slide, name) for name in KEPT},
    }


def reopened(agenda: Agenda, held: str, lang: Lang, *, sample: bool = True) -> list[Slide]:
    """Return the slides of a frozen agenda: over its snapshot while that can be read, else from its stored figures."""
    if store.readable(agenda.snapshot_id):
        return slides(agenda.snapshot_id, agenda, lang, sample=sample)
    return [restored(one, number) for number, one in enumerate(json.loads(held)["slides"][lang], 1)]


def restored(one: dict[str, Any], number: int) -> Slide:
    """Return a slide from what was kept of it: words and figures, no chart, and no word that was withdrawn since."""
    if one["item"]["kind"] == "question":
        one = questioned.still(one)
    notes = Notes(one["notes"]["narrative"], one["notes"]["method"], tuple(one["notes"]["questions"]))
    shown = tuple(Shown(**figure) for figure in one["figures"])
    item = Item(**one["item"])
    # What an older version kept has neither kicker nor caption.
    words_kept = {name: one.get(name, "") for name in KEPT}
    return Slide(
        item=item, number=number, lang=one["lang"], chart=None, table=None, figures=shown, notes=notes,
        alt=one["headline"], picture=own.picture_of(item, one["lang"]), **words_kept,
    )  # fmt: skip


def corrections(held: str, current_id: str, lang: Lang) -> list[Correction]:
    """Return the figures of a frozen agenda that the snapshot in service holds differently, by slide."""
    frozen = json.loads(held)
    if frozen["snapshot_id"] == current_id:
        return []
    every = [
        (number, Shown(**figure))
        for number, one in enumerate(frozen["slides"][lang], 1)
        for figure in one["figures"]
        if figure["value"] is not None
    ]
    now = current({one.key for _, one in every}, current_id)
    found = [corrected(number, one, now[one.key], lang) for number, one in every if one.key in now]
    return list(dict.fromkeys(one for one in found if one))


def current(keys: set[str], snapshot_id: str) -> dict[str, dict[str, Any]]:
    """Return what a snapshot holds under keys of figures; a figure withdrawn has no value."""
    wanted = {key: key.split("/") for key in keys if key.count("/") >= INDICATOR_PARTS - 1}
    rows = queries.records(snapshot_id, "present/known", keys="~".join(sorted(wanted)))
    now = {key_of(row): row for row in rows}
    asked = "~".join(sorted({parts[0] for parts in wanted.values()}))
    known = {row["indicator_id"] for row in queries.records(snapshot_id, "present/reported", indicators=asked)}
    withdrawn: dict[str, Any] = {"value": None}
    return {key: now.get(key, withdrawn) for key, parts in wanted.items() if key in now or parts[0] in known}


def key_of(row: dict[str, Any]) -> str:
    """Return the key of a row: indicator, unit, period and, where there is one, part."""
    key = f"{row['indicator_id']}/{row['unit_id']}/{row['period_kind']}:{row['period_start']}"
    return f"{key}/{row['breakdown']}" if row["breakdown"] else key


def corrected(number: int, one: Shown, now: dict[str, Any], lang: Lang) -> Correction | None:
    """Return how a figure was corrected, None when it reads the same."""
    new, old = now["value"], one.value
    if new is not None and old is not None:
        if metrics.as_shown(new, one.decimals) == metrics.as_shown(old, one.decimals):
            return None
        measure = Text(now["measure_th"], now["measure_en"])
        written = formats.figure(new, measure, now["value_kind"], now["decimals"], lang)
    else:
        written = words.WITHDRAWN.get(lang)
    return Correction(number, one.key, one.name, one.unit, one.period, one.shown, written)
