"""A question on a slide: with its answer as it stands, its figure, who said what; plain text in every document."""

import io
import re
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from pptx import Presentation

from smart7 import said, store
from smart7.i18n import LANGS
from smart7.ledger import book, handed, notes
from smart7.meetings import frozen
from smart7.meetings.agenda import Item, Refused, checked
from smart7.meetings.slides import slides
from smart7.packs import content
from smart7.packs.composition import deck, markup
from smart7.packs.report import report
from smart7.packs.slides import deck as pptx
from smart7.packs.workbook import book as workbook
from smart7.register import saying
from smart7.register.rights import Person
from smart7.words import notes as words
from tests.noted import HARM

INDICATOR = "pm25-annual"
COUNCILLOR = Person("cou", "สมศรี ใจดี", "councillor", "")
ADMIN = Person("adm", "Admin", "admin", "")
OFFICER = Person("off", "Mana", "officer", "division-health")

pytestmark = pytest.mark.usefixtures("own_ledger")


def asked(snapshot, text="Why so high?", answer="", which=1):
    """Ask about a figure, answer it where there is an answer, and return the question's id."""
    about = saying.about_of(snapshot, INDICATOR)[which]
    key = saying.ask(COUNCILLOR, about, text, handed.today() + timedelta(days=15))
    if answer:
        saying.answer(OFFICER, key, answer)
    return key


def one(snapshot, meeting, key, lang="en"):
    (slide,) = slides(snapshot, meeting(Item("question", key)), lang)
    return slide


@pytest.mark.parametrize("lang", LANGS)
def test_a_question_is_the_headline_and_its_answer_what_the_slide_holds(snapshot, meeting, lang):
    slide = one(snapshot, meeting, asked(snapshot, "Why\nso high?", "The season.\nAnd fires."), lang)
    assert slide.headline == "Why so high?" and slide.body == "The season.\nAnd fires."
    assert "สมศรี ใจดี" in slide.subhead and "Mana" in slide.caption and slide.drill == f"/indicator?id={INDICATOR}"
    (figure,) = slide.figures
    assert figure.value == pytest.approx(22.6) and figure.key.startswith(f"{INDICATOR}/")
    assert figure.key.endswith("/calendar_year:2021-01-01") and figure.shown in slide.subhead
    assert figure.source and slide.quality == figure.quality and snapshot in slide.source_line


@pytest.mark.parametrize("lang", LANGS)
def test_a_question_without_an_answer_says_who_owes_it_and_by_when(snapshot, meeting, lang):
    slide = one(snapshot, meeting, asked(snapshot), lang)
    names = {"th": "สำนักการสาธารณสุข", "en": "Public Health"}
    assert names[lang] in slide.body and not slide.caption


def test_a_question_about_the_indicator_as_a_whole_has_no_figure(snapshot, meeting):
    slide = one(snapshot, meeting, asked(snapshot, which=0))
    assert slide.figures == () and slide.quality == "" and not slide.is_sample


def test_a_question_that_was_withdrawn_says_so_on_its_slide(snapshot, meeting):
    key = asked(snapshot)
    saying.withdraw(COUNCILLOR, key)
    slide = one(snapshot, meeting, key)
    assert words.SLIDE_GONE.en in slide.headline and "Why" not in slide.headline


def test_what_slides_are_made_of_changes_with_an_answer_and_with_nothing_else(snapshot, meeting):
    key = asked(snapshot)
    agenda, other = meeting(Item("question", key)), meeting(Item("overview"))
    before, without = said.made_of(agenda), said.made_of(other)
    assert said.made_of(agenda) == before
    saying.answer(OFFICER, key, "The season.")
    assert said.made_of(agenda) != before and said.made_of(other) == without


def test_a_frozen_agenda_keeps_question_and_answer(snapshot, meeting):
    _, held = frozen.freeze(meeting(Item("question", asked(snapshot, answer="The season."))), snapshot)
    assert "Why so high?" in held and "The season." in held


@pytest.fixture
def kept(snapshot, meeting, monkeypatch):
    """Return a function that freezes an agenda with a question, and one that opens it without its snapshot."""

    def freeze(key):
        bound, held = frozen.freeze(meeting(Item("question", key, note_en="Say hello.")), snapshot)
        monkeypatch.setattr(store, "readable", lambda _snapshot: False)

        def opened(lang="en"):
            (slide,) = frozen.reopened(bound, held, lang)
            return slide, " ".join(str(getattr(slide, name)) for name in (*frozen.KEPT, "alt", "notes", "figures"))

        return opened

    return freeze


def test_without_its_snapshot_a_frozen_question_is_shown_as_it_was_kept(snapshot, kept):
    slide, _ = kept(asked(snapshot, answer="The season."))()
    assert (slide.headline, slide.body) == ("Why so high?", "The season.") and "Mana" in slide.caption
    key = asked(snapshot, "Another?")
    opened = kept(key)
    before, _ = opened()
    saying.answer(OFFICER, key, "Later.")
    after, words_of = opened()
    assert after.body == before.body and "has not answered yet" in after.body and "Later." not in words_of


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_were_taken_off_come_back_on_no_frozen_agenda(snapshot, kept, lang):
    key = asked(snapshot, answer="The season.")
    opened = kept(key)
    saying.free(ADMIN, key)
    slide, words_of = opened(lang)
    assert words.SLIDE_GONE.get(lang) in slide.headline == slide.alt and slide.figures == ()
    assert not [word for word in ("Why", "season", "สมศรี", "Mana") if word in words_of]
    assert lang == "th" or slide.notes.narrative.startswith("Say hello.")


@pytest.mark.parametrize("then", ["", "The wind."])
def test_an_answer_that_was_taken_back_is_left_out_and_its_question_stays(snapshot, kept, then):
    key = asked(snapshot, answer="The season.")
    opened = kept(key)
    with book.opened() as ledger:
        saying.free(ADMIN, notes.answer_to(ledger, key).note_id)
    if then:
        saying.answer(OFFICER, key, then)
    slide, words_of = opened()
    assert slide.headline == "Why so high?" and slide.figures and not slide.body and not slide.caption
    assert "season" not in words_of and "Mana" not in words_of
    assert slide.notes.narrative.splitlines() == ["Say hello.", "Why so high?", slide.subhead]


@pytest.mark.parametrize("subject", ["", "q-1", "n-0123456789ab", "q-0123456789AB", "q-0123456789ab/x"])
def test_only_the_id_of_a_question_can_be_put_on_an_agenda(meeting, subject):
    with pytest.raises(Refused):
        checked(meeting(Item("question", subject)))


@pytest.mark.parametrize("which", [0, 1])
def test_a_long_answer_goes_on_in_the_annex_and_no_word_is_lost(snapshot, meeting, which):
    text = " ".join(f"word{n}" for n in range(130))
    long = "\n".join(f"line {n} of an answer that takes its room" for n in range(22))
    key = asked(snapshot, text, long, which)
    pages = deck.pages(content.pack(meeting(Item("question", key)), snapshot, "en"))
    drawn = " ".join(re.sub(r"<[^>]+>", " ", markup.page(page, ())) for page in pages)
    assert all(f"word{n}" in drawn for n in range(130))
    assert all(f"line {n} of an answer" in drawn for n in range(22))


@pytest.fixture
def harmful(snapshot, meeting):
    """Return a pack in which every harmful text is asked and answered."""
    items = [Item("question", asked(snapshot, text, text)) for text in HARM]
    return content.pack(meeting(*items), snapshot, "en")


def test_no_text_becomes_a_formula_or_a_link_in_the_workbook(harmful):
    made = workbook.build(harmful)
    found = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    texts = {str(cell.value) for cell in cells}
    assert all(any(saying.fit(text) in one for one in texts) for text in HARM)
    assert "example.com" not in " ".join(
        zipfile.ZipFile(io.BytesIO(made)).read(name).decode() for name in zipfile.ZipFile(io.BytesIO(made)).namelist()
        if name.endswith(".rels")
    )  # fmt: skip


def test_every_text_stands_in_the_slides_as_it_was_written_and_links_nowhere(harmful):
    made = pptx.build(harmful)
    shown = " ".join(
        shape.text_frame.text for page in Presentation(io.BytesIO(made)).slides for shape in page.shapes
        if shape.has_text_frame
    )  # fmt: skip
    assert all(saying.fit(text) in shown for text in HARM)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        relations = " ".join(archive.read(name).decode() for name in archive.namelist() if "slides/_rels" in name)
    assert "example.com" not in relations and "javascript" not in relations


def test_the_report_prints_every_text_and_runs_none(harmful):
    made = report.build(harmful)
    assert made.startswith(b"%PDF") and b"/JavaScript" not in made and b"example.com" not in made


def test_the_page_on_the_screen_holds_no_element_of_a_text(harmful):
    drawn = " ".join(markup.page(page, ()) for page in deck.pages(harmful))
    assert not re.search(r"<(script|svg/|img src=x|b>)", drawn) and "&lt;script&gt;" in drawn
