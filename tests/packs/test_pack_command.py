"""`manage.py pack`: an agenda over real figures, the meetings that are due, what it says when it fails."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation

from smart7 import store
from smart7.i18n import LANGS
from smart7.ledger import meetings
from smart7.ledger.meetings import Meeting
from smart7.meetings import ready
from smart7.meetings.agenda import to_json
from smart7.packs import __main__ as command
from smart7.packs import content

TODAY = ["--today", "2026-11-25"]

pytestmark = pytest.mark.usefixtures("own_ledger")


@pytest.fixture
def saved(snapshot):
    """Save the budget hearing as a meeting on 30 November."""
    agenda = replace(ready.agenda("budget-hearing", snapshot), agenda_id="hearing", day=date(2026, 11, 30))
    meetings.save(Meeting("hearing", to_json(agenda), "", "", "2026-11-30"), account="")
    return snapshot


def test_a_pack_of_the_monthly_council_has_its_slides_figures_and_names(snapshot, tmp_path, capsys):
    out = tmp_path / "out"
    assert command.main(["monthly-council", "--out", str(out), "--lang", "en"]) == 0
    stem = f"monthly-council-en-{snapshot}"
    assert {path.name for path in out.iterdir()} == {f"{stem}{end}" for end in (".pptx", ".pdf", "-16x9.pdf", ".xlsx")}
    pack = content.pack(ready.agenda("monthly-council", snapshot), snapshot, "en")
    deck = Presentation(str(out / f"{stem}.pptx"))
    said = "\n".join(page.notes_slide.notes_text_frame.text for page in deck.slides if page.has_notes_slide)
    sheets = openpyxl.load_workbook(io.BytesIO((out / f"{stem}.xlsx").read_bytes()))
    cells = (cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row)
    values = {f"{value:.12g}" for value in cells if isinstance(value, int | float)}
    titles = {page.shapes.title.text_frame.text for page in deck.slides}
    for slide in pack.slides:
        assert slide.headline in titles
        for figure in slide.figures:
            assert content.figure_line(figure) in said
            assert figure.value is None or f"{figure.value:.12g}" in values, figure
    assert "slide 5 of" in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGS)
def test_hidden_samples_are_in_no_pack(snapshot, lang):
    pack = content.pack(ready.agenda("monthly-council", snapshot), snapshot, lang, sample=False)
    assert pack.slides and not pack.samples and not pack.is_sample


def test_a_frozen_agenda_is_packed_over_its_own_snapshot(snapshot):
    agenda = replace(ready.agenda("budget-hearing", snapshot), snapshot_id=snapshot)
    assert content.pack(agenda, "20300101-0000000000", "th").snapshot == snapshot


def test_the_link_leads_to_the_site_the_installation_names(snapshot, monkeypatch):
    monkeypatch.setenv("SMART7_ADDRESS", "https://smart.example.go.th/")
    agenda = ready.agenda("budget-hearing", snapshot)
    assert (
        content.link_of(agenda, "en", snapshot) == "https://smart.example.go.th/present?agenda=budget-hearing&lang=en"
    )


def test_an_unknown_agenda_is_refused_with_those_there_are(saved, tmp_path, capsys):
    assert command.main(["nothing", "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert "hearing" in said and "monthly-council" in said and len(said.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_bad_template_and_an_unknown_snapshot_are_refused_in_one_sentence(snapshot, tmp_path, capsys):
    bad = tmp_path / "own.pptx"
    bad.write_bytes(b"no zip")
    assert command.main(["budget-hearing", "--out", str(tmp_path), "--template", str(bad), "--lang", "th"]) == 2
    assert "own.pptx" in capsys.readouterr().err
    assert command.main(["budget-hearing", "--out", str(tmp_path), "--snapshot", "20300101-0000000000"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_pictures_are_300_dpi(snapshot, tmp_path):
    assert command.main(["budget-hearing", "--out", str(tmp_path), "--lang", "th", "--only", "pictures"]) == 0
    made = sorted(tmp_path.glob("*.png"))
    assert made and len(made) == len(list(tmp_path.glob("*.svg")))
    wide = int.from_bytes(made[0].read_bytes()[16:20])
    assert wide >= 900 * 300 / 72
    assert b"pHYs" in made[0].read_bytes()[:100]


def due(out: Path) -> int:
    return command.main(["--due", "--out", str(out), "--lang", "th", "--only", "xlsx", *TODAY])


def test_what_is_due_is_built_once_with_a_message_that_is_not_sent(saved, tmp_path, capsys):
    out = tmp_path / "out"
    assert due(out) == 0
    folder = out / "2026-11-30-hearing"
    assert {path.name for path in folder.iterdir()} >= {f"hearing-th-{saved}.xlsx", "message-th.txt"}
    message = (folder / "message-th.txt").read_text(encoding="utf-8")
    assert "30 พฤศจิกายน 2569" in message and saved in message and "present?agenda=hearing" in message
    assert "nothing was sent" in capsys.readouterr().out
    before = (folder / "message-th.txt").stat().st_mtime_ns
    assert due(out) == 0
    assert "is there already" in capsys.readouterr().out
    assert (folder / "message-th.txt").stat().st_mtime_ns == before


def test_a_meeting_that_is_far_or_over_is_not_built(saved, tmp_path, capsys):
    for today in ("2026-11-01", "2026-12-01"):
        assert command.main(["--due", "--out", str(tmp_path / "out"), "--today", today]) == 0
        assert "No meeting within" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_one_meeting_that_cannot_be_made_does_not_stop_the_others(saved, tmp_path, capsys):
    meetings.save(Meeting("broken", "{}", "", "", "2026-11-29"), account="")
    assert due(tmp_path / "out") == 1
    assert "broken" in capsys.readouterr().err
    assert list((tmp_path / "out" / "2026-11-30-hearing").glob("*.xlsx"))


def test_either_an_agenda_or_due_is_asked_for(snapshot):
    for line in ([], ["monthly-council", "--due"]):
        with pytest.raises(SystemExit):
            command.main(line)


def test_the_data_folder_may_hold_a_template(snapshot, tmp_path, monkeypatch):
    monkeypatch.setattr(store, "data_folder", lambda: tmp_path)
    given = command.arguments().parse_args(["x"])
    assert command.template(given) is None
    (tmp_path / command.TEMPLATE).touch()
    assert command.template(given) == tmp_path / command.TEMPLATE
