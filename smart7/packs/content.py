"""What a pack holds, whatever file it becomes: an agenda's slides with its title, day, snapshot and link."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import urlencode

from smart7 import calendar, reading, store
from smart7.i18n import Lang
from smart7.meetings import cover
from smart7.meetings import slides as made
from smart7.meetings.agenda import Agenda
from smart7.meetings.room import lowest
from smart7.meetings.slide import Chart, Shown, Slide, Table
from smart7.view import public, spoken
from smart7.words import common
from smart7.words import packs as words

ABOUT_ONE: Final = ("indicator", "change", "comparison")


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """An agenda's slides over one snapshot in one language; every file is made from this and nothing else."""

    agenda: Agenda
    lang: Lang
    snapshot: str
    link: str
    slides: tuple[Slide, ...]
    cover: Chart | None = None

    @property
    def title(self) -> str:
        """Return the meeting's title."""
        return self.agenda.title.get(self.lang)

    @property
    def about(self) -> list[str]:
        """Return who meets when, and what the figures are."""
        day = calendar.format_date(self.agenda.day, self.lang)
        as_of = words.AS_OF.format(self.lang, day=calendar.format_date(self.as_of, self.lang))
        return [
            self.agenda.body.get(self.lang),
            day,
            f"{as_of} · {words.SNAPSHOT.format(self.lang, snapshot=self.snapshot)}",
        ]

    @property
    def as_of(self) -> date:
        """Return the day the snapshot's knowledge ends, which its id begins with."""
        return datetime.strptime(self.snapshot[:8], "%Y%m%d").date()

    @property
    def moment(self) -> datetime:
        """Return the one time that is written into files: no clock is asked, so that they stay the same."""
        return datetime(self.as_of.year, self.as_of.month, self.as_of.day)

    @property
    def is_sample(self) -> bool:
        """Return whether any slide shows a sample figure."""
        return any(slide.is_sample for slide in self.slides)

    @property
    def definitions(self) -> list[tuple[str, str]]:
        """Return what each slide is about and its method, each once."""
        found = {slide.notes.method: slide for slide in reversed(self.slides) if slide.notes.method}
        return [defined(slide) for slide in reversed(found.values())]

    @property
    def sources(self) -> list[str]:
        """Return every source of a figure, each once, in the order they are met."""
        named = [figure.source for slide in self.slides for figure in slide.figures if figure.source]
        return list(dict.fromkeys(named or [slide.source_line for slide in self.slides if slide.source_line]))

    @property
    def samples(self) -> list[Shown]:
        """Return every sample figure shown, each once."""
        return list({f.key: f for slide in self.slides for f in slide.figures if f.is_sample}.values())


def pack(agenda: Agenda, snapshot: str, lang: Lang, *, sample: bool = True) -> Pack:
    """Return the pack of an agenda: over the snapshot it is frozen on, else over the one given."""
    bound = agenda.snapshot_id or snapshot
    return of_slides(agenda, bound, lang, made.slides(bound, agenda, lang, sample=sample))


def of_slides(agenda: Agenda, snapshot: str, lang: Lang, slides: Sequence[Slide]) -> Pack:
    """Return the pack of slides that are made already."""
    return Pack(agenda, lang, snapshot, link_of(agenda, lang, snapshot), tuple(slides), cover.city(snapshot, lang))


def link_of(agenda: Agenda, lang: Lang, snapshot: str) -> str:
    """Return the short address at which the agenda is shown; `SMART7_ADDRESS` says where the site is.

    What was made of the past leads to the same day; a frozen agenda leads to its own figures anyhow.
    """
    held = spoken(lang)
    if snapshot != store.current_id() and not agenda.snapshot_id:
        held |= {"known": reading.as_of(snapshot).isoformat()}
    return public(f"/present?{urlencode({'agenda': agenda.agenda_id} | held)}")


def topic(slide: Slide) -> str:
    """Return what a slide is about in a few words; under a question stands who asked it."""
    return slide.headline if slide.item.kind == "question" else slide.subhead or slide.headline


def defined(slide: Slide) -> tuple[str, str]:
    """Return what a slide is about by name, and what that means and how it is worked out."""
    name = slide.figures[0].name if slide.item.kind in ABOUT_ONE and slide.figures else topic(slide)
    parts = (slide.subhead if name != slide.subhead else "", slide.notes.method)
    return name, " · ".join(dict.fromkeys(part for part in parts if part))


def badge(slide: Slide) -> str:
    """Return the lowest quality among the figures of a slide, in words; '' where there is no figure."""
    return badge_of(slide, slide.figures)


def badge_of(slide: Slide, figures: Sequence[Shown]) -> str:
    """Return the lowest quality among some figures of a slide, in words; '' where none has a value."""
    known = [figure for figure in figures if figure.value is not None]
    if any(figure.is_sample for figure in known):
        return words.SAMPLE.get(slide.lang)
    return common.QUALITY[lowest(known)].get(slide.lang) if lowest(known) in common.QUALITY else ""


def figure_line(figure: Shown) -> str:
    """Return a figure with its unit, period, quality and source on one line."""
    parts = (figure.name, figure.unit, figure.period, figure.shown, figure.quality_name, figure.source)
    return " · ".join(part for part in parts if part)


def sample_line(figure: Shown) -> str:
    """Return a sample figure on one line of a list whose heading says what they all are."""
    parts = (figure.name, figure.unit, figure.period, figure.shown, figure.quality_name)
    return " · ".join(part for part in parts if part)


def notes_of(slide: Slide) -> list[tuple[str, list[str]]]:
    """Return the speaker's notes under their headings, leaving out what is empty."""
    parts = [
        (words.NARRATIVE, [slide.notes.narrative]),
        (words.FIGURES, [figure_line(figure) for figure in slide.figures]),
        (words.METHOD, [slide.notes.method]),
        (words.QUESTIONS, list(slide.notes.questions)),
        (common.SOURCE, [slide.source_line]),
    ]
    kept = [(name.get(slide.lang), [line for line in lines if line]) for name, lines in parts]
    return [(name, lines) for name, lines in kept if lines]


def widths(table: Table) -> list[int]:
    """Return how wide columns are to one another: by their longest text, within reason."""
    return [min(60, max(8, *(wide(row[at]) for row in (table.header, *table.rows)))) for at in range(len(table.header))]


def wide(text: str) -> int:
    """Return how many places a text takes; marks above and below a letter take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
