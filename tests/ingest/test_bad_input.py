"""What is refused: every fault at its file, line and column, in both languages, and nothing half-loaded."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart7.ingest import build, catalogue, observations
from smart7.ingest.build import Options
from smart7.ingest.catalogue import Catalogue
from smart7.ingest.faults import BadInput, table

AS_OF = date(2026, 11, 22)
PUBLISHED = "observations/published.csv"
Edit = Callable[[str], str]
Place = tuple[str, int, str]


@pytest.fixture
def town(tiny) -> Path:
    """Return a folder that builds; line 2 and 3 are visits, 4 coverage, 5 a fleet, 6 visits by women."""
    tiny.indicator("visits", range_min=0, range_max=1_000_000)
    tiny.ratio("coverage", period_kind="fiscal_year", range_min=0, range_max=100)
    tiny.indicator("fleet", period_kind="span", over_time="last", over_units="none")
    tiny.series("visits", "town", date(2024, 10, 1), [120, 130])
    tiny.figure("coverage", "town", "2024-10-01", numerator=40, denominator=80)
    tiny.figure("fleet", "town", "2025-01-01", 9, period_end="2025-05-31")
    tiny.figure("visits", "town", "2024-10-01", 70, breakdown="female")
    tiny.target("visits", "town", 2025, low=100)
    tiny.profile("visits")
    tiny.add(
        "breaks.csv",
        indicator_id="visits",
        unit_id="town",
        period_start="2024-10-01",
        source_id="register",
        note_th="B",
        note_en="B",
    )
    tiny.add("events.csv", event_id="start", date="2024-10-01", date_precision="day", domain="living",
             title_th="T", title_en="T", kind="start", quality="official", source_id="register")  # fmt: skip
    tiny.add("communities.csv", community_id="zone1-01", zone=1, position=1, name_th="C", source_id="register")
    return tiny.write()


def cell(line: int, column: str, value: str) -> Edit:
    """Return an edit that writes one cell."""

    def edit(text: str) -> str:
        rows = list(csv.reader(io.StringIO(text)))
        rows[line - 1][rows[0].index(column)] = value
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows(rows)
        return written.getvalue()

    return edit


def header(old: str, new: str) -> Edit:
    """Return an edit that changes the header row alone."""
    return lambda text: text.replace(old, new, 1)


def again(line: int) -> Edit:
    """Return an edit that repeats a line at the end of the file."""
    return lambda text: text + text.splitlines()[line - 1] + "\n"


def short(line: int) -> Edit:
    """Return an edit that drops the last cell of a line."""

    def edit(text: str) -> str:
        lines = text.splitlines()
        lines[line - 1] = lines[line - 1].rpartition(",")[0]
        return "\n".join(lines) + "\n"

    return edit


def joined(*edits: Edit) -> Edit:
    """Return several edits as one."""

    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


def only_header(text: str) -> str:
    """Return the first line alone."""
    return text.splitlines()[0] + "\n"


def nothing(text: str) -> str:
    """Return an empty file."""
    return ""


def drop_column(name: str) -> Edit:
    """Return an edit that takes a whole column away."""

    def edit(text: str) -> str:
        rows = list(csv.DictReader(io.StringIO(text)))
        written = io.StringIO()
        left = [column for column in rows[0] if column != name]
        writer = csv.DictWriter(written, left, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return written.getvalue()

    return edit


def extra_column(name: str) -> Edit:
    """Return an edit that adds an empty column at the end."""
    return lambda text: "".join(f"{line},{'' if n else name}\n" for n, line in enumerate(text.splitlines()))


# name: file, edit, place of the fault, sentence in English, sentence in Thai
CASES: dict[str, tuple[str, Edit, Place, str, str]] = {
    "a missing column": (
        PUBLISHED, drop_column("source_id"), ("published.csv", 1, "source_id"),
        "column source_id is missing", "ไม่มีคอลัมน์ source_id",
    ),
    "an unknown column": (
        PUBLISHED, extra_column("note_fr"), ("published.csv", 1, "note_fr"),
        "column note_fr is not known", "ไม่รู้จักคอลัมน์ note_fr",
    ),
    "a column given twice": (
        "catalog/units.csv", extra_column("note_th"), ("units.csv", 1, "note_th"),
        "column note_th is there more than once", "มีคอลัมน์ note_th มากกว่าหนึ่งคอลัมน์",
    ),
    "words for a number": (
        PUBLISHED, cell(2, "value", "many"), ("published.csv", 2, "value"),
        "“many” is not a number", "“many” ไม่ใช่ตัวเลข",
    ),
    "not-a-number for a number": (
        PUBLISHED, cell(3, "value", "nan"), ("published.csv", 3, "value"),
        "“nan” is not a number", "“nan” ไม่ใช่ตัวเลข",
    ),
    "a number beyond every number": (
        PUBLISHED, cell(3, "value", "1e999"), ("published.csv", 3, "value"),
        "“1e999” is not a number", "“1e999” ไม่ใช่ตัวเลข",
    ),
    "a fraction for a whole number": (
        "catalog/units.csv", cell(2, "position", "1.5"), ("units.csv", 2, "position"),
        "“1.5” is not a whole number", "“1.5” ไม่ใช่จำนวนเต็ม",
    ),
    "a whole number that no column holds": (
        "catalog/units.csv", cell(2, "accuracy_m", "99999999999"), ("units.csv", 2, "accuracy_m"),
        "99999999999 is outside -2147483647 to 2147483647", "99999999999 อยู่นอกช่วง -2147483647 ถึง 2147483647",
    ),
    "more decimals than are shown": (
        "catalog/indicators.csv", cell(2, "decimals", "7"), ("indicators.csv", 2, "decimals"),
        "7 is outside 0 to 4", "7 อยู่นอกช่วง 0 ถึง 4",
    ),
    "a scale of zero": (
        "catalog/indicators.csv", cell(3, "scale", "0"), ("indicators.csv", 3, "scale"),
        "0 is outside 0.001 to 1000000", "0 อยู่นอกช่วง 0.001 ถึง 1000000",
    ),
    "words for a date": (
        PUBLISHED, cell(2, "as_of", "last year"), ("published.csv", 2, "as_of"),
        "“last year” is not a date", "“last year” ไม่ใช่วันที่",
    ),
    "a day the calendar lacks": (
        PUBLISHED, cell(2, "as_of", "2025-02-29"), ("published.csv", 2, "as_of"),
        "“2025-02-29” is not a date", "“2025-02-29” ไม่ใช่วันที่",
    ),
    "a date as people write it": (
        PUBLISHED, cell(2, "as_of", "30/09/2568"), ("published.csv", 2, "as_of"),
        "“30/09/2568” is not a date", "“30/09/2568” ไม่ใช่วันที่",
    ),
    "a year out of all record": (
        PUBLISHED, cell(2, "period_start", "0001-01-01"), ("published.csv", 2, "period_start"),
        "“0001-01-01” is not a date", "“0001-01-01” ไม่ใช่วันที่",
    ),
    "a Buddhist year": (
        PUBLISHED, cell(2, "period_start", "2568-10-01"), ("published.csv", 2, "period_start"),
        "“2568-10-01” has a Buddhist year where CE is due", "“2568-10-01” เป็นปี พ.ศ. ที่นี่ต้องเป็น ค.ศ.",
    ),
    "a Buddhist leap day": (
        PUBLISHED, cell(2, "as_of", "2567-02-29"), ("published.csv", 2, "as_of"),
        "“2567-02-29” has a Buddhist year where CE is due", "“2567-02-29” เป็นปี พ.ศ. ที่นี่ต้องเป็น ค.ศ.",
    ),
    "Thai digits in a number": (
        PUBLISHED, cell(3, "value", "๑๒๓"), ("published.csv", 3, "value"),
        "“๑๒๓” is in Thai digits", "“๑๒๓” เป็นเลขไทย",
    ),
    "Thai digits in a date": (
        PUBLISHED, cell(3, "as_of", "๒๕๖๗-๑๑-๓๐"), ("published.csv", 3, "as_of"),
        "“๒๕๖๗-๑๑-๓๐” is in Thai digits", "“๒๕๖๗-๑๑-๓๐” เป็นเลขไทย",
    ),
    "digits of another script": (
        PUBLISHED, cell(3, "value", "١٢٣"), ("published.csv", 3, "value"),
        "“١٢٣” is not a number", "“١٢٣” ไม่ใช่ตัวเลข",
    ),
    "a thousands separator": (
        PUBLISHED, cell(2, "value", "1,234.5"), ("published.csv", 2, "value"),
        "“1,234.5” has a thousands separator", "“1,234.5” มีเครื่องหมายคั่นหลักพัน",
    ),
    "a number with a unit": (
        PUBLISHED, cell(2, "value", "85%"), ("published.csv", 2, "value"),
        "“85%” is not a number", "“85%” ไม่ใช่ตัวเลข",
    ),
    "an empty cell where a value is needed": (
        PUBLISHED, cell(4, "source_id", ""), ("published.csv", 4, "source_id"),
        "a value is needed and the cell is empty", "ต้องมีค่า แต่เว้นว่าง",
    ),
    "a choice nobody offers": (
        PUBLISHED, cell(4, "quality", "certain"), ("published.csv", 4, "quality"),
        "“certain” is not known here", "ไม่รู้จัก “certain”",
    ),
    "a made-up figure among published ones": (
        PUBLISHED, cell(4, "quality", "sample"), ("published.csv", 4, "quality"),
        "“sample” is not known here", "ไม่รู้จัก “sample”",
    ),
    "an id in capitals": (
        PUBLISHED, cell(4, "unit_id", "Town"), ("published.csv", 4, "unit_id"),
        "“Town” cannot be an id", "“Town” ใช้เป็นรหัสไม่ได้",
    ),
    "a duplicate row": (
        PUBLISHED, again(3), ("published.csv", 7, "indicator_id"),
        "the same as line 3: visits / town / month / 2024-11-01 / 2024-11-01",
        "ซ้ำกับบรรทัด 3: visits / town / month / 2024-11-01 / 2024-11-01",
    ),
    "a duplicate indicator": (
        "catalog/indicators.csv", again(2), ("indicators.csv", 5, "indicator_id"),
        "the same as line 2: visits", "ซ้ำกับบรรทัด 2: visits",
    ),
    "an unknown unit": (
        PUBLISHED, cell(2, "unit_id", "atlantis"), ("published.csv", 2, "unit_id"),
        "“atlantis” is not in units.csv", "ไม่พบ “atlantis” ใน units.csv",
    ),
    "an unknown indicator": (
        PUBLISHED, cell(2, "indicator_id", "luck"), ("published.csv", 2, "indicator_id"),
        "“luck” is not in indicators.csv", "ไม่พบ “luck” ใน indicators.csv",
    ),
    "an unknown source": (
        PUBLISHED, cell(6, "source_id", "hearsay"), ("published.csv", 6, "source_id"),
        "“hearsay” is not in sources.csv", "ไม่พบ “hearsay” ใน sources.csv",
    ),
    "an unknown breakdown": (
        PUBLISHED, cell(6, "breakdown", "left-handed"), ("published.csv", 6, "breakdown"),
        "“left-handed” is not in breakdowns.csv", "ไม่พบ “left-handed” ใน breakdowns.csv",
    ),
    "an unknown owner": (
        "catalog/indicators.csv", cell(3, "owner", "nobody"), ("indicators.csv", 3, "owner"),
        "“nobody” is not in units.csv", "ไม่พบ “nobody” ใน units.csv",
    ),
    "an event about nothing": (
        "catalog/events.csv", cell(2, "indicator_ids", "visits;luck"), ("events.csv", 2, "indicator_ids"),
        "“luck” is not in indicators.csv", "ไม่พบ “luck” ใน indicators.csv",
    ),
    "a sample profile without a share": (
        "catalog/sample_profiles.csv", cell(2, "breakdown", "female"), ("sample_profiles.csv", 2, "breakdown"),
        "“female” is not a part and its share", "“female” ไม่ใช่รายการย่อยกับสัดส่วน",
    ),
    "a target without a value": (
        "catalog/targets.csv", cell(2, "low", ""), ("targets.csv", 2, "low"),
        "the target has no value", "เป้าหมายไม่มีค่า",
    ),
    "a target that ends before it begins": (
        "catalog/targets.csv", cell(2, "period_to", "2020-09-30"), ("targets.csv", 2, "period_to"),
        "2020-09-30 is before or below 2024-10-01", "2020-09-30 น้อยกว่า 2024-10-01",
    ),
    "a break in a series of nobody": (
        "catalog/breaks.csv", cell(2, "unit_id", "atlantis"), ("breaks.csv", 2, "unit_id"),
        "“atlantis” is not in units.csv", "ไม่พบ “atlantis” ใน units.csv",
    ),
    "an empty file": (
        PUBLISHED, nothing, ("published.csv", 0, ""), "the file is empty", "ไฟล์ว่างเปล่า",
    ),
    "a file of nothing but a byte order mark": (
        PUBLISHED, lambda _: "\ufeff", ("published.csv", 0, ""), "the file is empty", "ไฟล์ว่างเปล่า",
    ),
    "a header without rows": (
        PUBLISHED, only_header, ("published.csv", 1, ""),
        "there is a header and not one row", "มีแต่หัวตาราง ไม่มีข้อมูลสักแถว",
    ),
    "a ragged line": (
        PUBLISHED, short(3), ("published.csv", 3, ""), "18 cells, the header has 19", "มี 18 ช่อง แต่หัวตารางมี 19 ช่อง",
    ),
    "a quote that is never closed": (
        PUBLISHED, header("visits,town,,month,2024-11-01", '"visits,town,,month,2024-11-01'),
        ("published.csv", 3, ""), "this cannot be read as CSV (unexpected end of data)",
        "อ่านเป็น CSV ไม่ได้ (unexpected end of data)",
    ),
    "a fiscal year that begins in January": (
        PUBLISHED, cell(4, "period_start", "2025-01-01"), ("published.csv", 4, "period_start"),
        "2025-01-01 is not the first day of a fiscal_year", "2025-01-01 ไม่ใช่วันแรกของงวดชนิด fiscal_year",
    ),
    "a month that begins on the second": (
        PUBLISHED, cell(2, "period_start", "2024-10-02"), ("published.csv", 2, "period_start"),
        "2024-10-02 is not the first day of a month", "2024-10-02 ไม่ใช่วันแรกของงวดชนิด month",
    ),
    "an end that the kind does not have": (
        PUBLISHED, cell(4, "period_end", "2025-12-31"), ("published.csv", 4, "period_start"),
        "period_end 2025-12-31 does not fit a fiscal_year", "period_end 2025-12-31 ไม่ตรงกับงวดชนิด fiscal_year",
    ),
    "a span without end": (
        PUBLISHED, cell(5, "period_end", ""), ("published.csv", 5, "period_start"),
        "a span needs a period_end, not before its start", "งวดแบบช่วงต้องมี period_end ไม่ก่อน period_start",
    ),
    "a span that runs backwards": (
        PUBLISHED, cell(5, "period_end", "2024-12-31"), ("published.csv", 5, "period_start"),
        "a span needs a period_end, not before its start", "งวดแบบช่วงต้องมี period_end ไม่ก่อน period_start",
    ),
    "a span that is a month": (
        PUBLISHED, cell(5, "period_end", "2025-01-31"), ("published.csv", 5, "period_start"),
        "2025-01-01 to 2025-01-31 is a month, not a span", "2025-01-01 ถึง 2025-01-31 คืองวดชนิด month ไม่ใช่ช่วง",
    ),
    "a figure without a value": (
        PUBLISHED, cell(2, "value", ""), ("published.csv", 2, "value"), "there is no value", "ไม่มีค่า",
    ),
    "a ratio without denominator": (
        PUBLISHED, cell(4, "denominator", ""), ("published.csv", 4, "numerator"),
        "this indicator is a ratio: numerator and denominator are needed",
        "ตัวชี้วัดนี้เป็นอัตราส่วน ต้องมีตัวตั้งและตัวหาร",
    ),
    "a ratio given as a value": (
        PUBLISHED, joined(cell(4, "numerator", ""), cell(4, "denominator", ""), cell(4, "value", "50")),
        ("published.csv", 4, "numerator"), "this indicator is a ratio: numerator and denominator are needed",
        "ตัวชี้วัดนี้เป็นอัตราส่วน ต้องมีตัวตั้งและตัวหาร",
    ),
    "a denominator of zero": (
        PUBLISHED, cell(4, "denominator", "0"), ("published.csv", 4, "denominator"),
        "the denominator is zero", "ตัวหารเป็นศูนย์",
    ),
    "zero over zero": (
        PUBLISHED, joined(cell(4, "numerator", "0"), cell(4, "denominator", "0")),
        ("published.csv", 4, "denominator"), "the denominator is zero", "ตัวหารเป็นศูนย์",
    ),
    "a value out of range": (
        PUBLISHED, cell(2, "value", "1000000.5"), ("published.csv", 2, "value"),
        "1000000.5 is outside the indicator's range 0 to 1000000",
        "1000000.5 อยู่นอกช่วง 0 ถึง 1000000 ของตัวชี้วัด",
    ),
    "a ratio out of range": (
        PUBLISHED, cell(4, "numerator", "81"), ("published.csv", 4, "value"),
        "101.25 is outside the indicator's range 0 to 100", "101.25 อยู่นอกช่วง 0 ถึง 100 ของตัวชี้วัด",
    ),
    "a correction that came before the figure": (
        PUBLISHED, cell(2, "known_to", "2024-09-30"), ("published.csv", 2, "known_to"),
        "known_to must be after known_from", "known_to ต้องอยู่หลัง known_from",
    ),
}  # fmt: skip


def spoil(folder: Path, name: str, edit: Edit) -> None:
    """Edit one file."""
    path = folder / name
    path.write_text(edit(path.read_text("utf-8")), "utf-8", newline="")


def faults_of(folder: Path) -> BadInput:
    """Build, and return what it was refused for."""
    with pytest.raises(BadInput) as refused:
        build.build(Options(folder, AS_OF))
    return refused.value


def test_the_town_builds_as_it_stands(town):
    assert build.build(Options(town, AS_OF)).startswith("20261122-")


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_named_at_its_place_in_both_languages(town, case):
    file, edit, place, english, thai = CASES[case]
    spoil(town, file, edit)
    faults = faults_of(town).faults
    assert [(f.file, f.line, f.column, f.what.en, f.what.th) for f in faults] == [(*place, english, thai)]
    assert all(f.do.th and f.do.en and "{" not in f.do.th + f.do.en for f in faults)
    assert not (town / "snapshots").exists() or not list((town / "snapshots").iterdir())


# --- everything at once, and nothing half-loaded


def state_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of everything below `snapshots/`."""
    return {path.name: path.read_bytes() for path in sorted((folder / "snapshots").iterdir())}


def put_in_service(folder: Path) -> dict[str, bytes]:
    """Put something down where a snapshot in service lies, and return its bytes."""
    (folder / "snapshots").mkdir()
    (folder / "snapshots" / "current").write_text("20250101-0123456789")
    (folder / "snapshots" / "20250101-0123456789.duckdb").write_bytes(b"what a build made")
    return state_of(folder)


def test_all_faults_of_all_files_are_reported_in_one_run(town):
    edits = {
        PUBLISHED: joined(
            cell(2, "value", "1,234"), cell(3, "period_start", "2567-11-01"), cell(4, "denominator", "0"),
            cell(5, "unit_id", "atlantis"), cell(6, "breakdown", "left-handed"),
        ),
        "catalog/units.csv": cell(2, "position", "first"),
        "catalog/targets.csv": cell(2, "quality", "sure"),
        "catalog/events.csv": nothing,
    }  # fmt: skip
    for file, edit in edits.items():
        spoil(town, file, edit)
    assert [(f.file, f.line, f.column) for f in faults_of(town).faults] == [
        ("events.csv", 0, ""),
        ("published.csv", 2, "value"),
        ("published.csv", 3, "period_start"),
        ("published.csv", 4, "denominator"),
        ("published.csv", 5, "unit_id"),
        ("published.csv", 6, "breakdown"),
        ("targets.csv", 2, "quality"),
        ("units.csv", 2, "position"),
    ]


def test_a_file_that_cannot_be_read_does_not_hide_the_faults_of_the_others(town):
    (town / "catalog" / "indicators.csv").write_bytes(b"")
    (town / "catalog" / "units.csv").unlink()
    spoil(town, PUBLISHED, cell(2, "value", "many"))
    found = [(f.file, f.line, f.what.en) for f in faults_of(town).faults]
    assert found == [
        ("indicators.csv", 0, "the file is empty"),
        ("published.csv", 2, "“many” is not a number"),
        ("units.csv", 0, "the file is not there"),
    ]


def test_a_bad_header_of_the_figures_does_not_hide_the_faults_of_the_catalogue(town):
    spoil(town, PUBLISHED, drop_column("unit_id"))
    spoil(town, "catalog/units.csv", cell(2, "position", "first"))
    assert [f.file for f in faults_of(town).faults] == ["published.csv", "units.csv"]


def test_two_rows_whose_keys_cannot_be_read_are_not_called_the_same(town):
    spoil(town, PUBLISHED, joined(cell(2, "period_start", "soon"), cell(3, "period_start", "later")))
    assert [f.what.en for f in faults_of(town).faults] == ["“soon” is not a date", "“later” is not a date"]


@pytest.mark.parametrize("case", ["words for a number", "an empty file", "an unknown unit", "a denominator of zero"])
def test_what_was_in_service_stays_byte_for_byte(town, case):
    before = put_in_service(town)
    file, edit, *_ = CASES[case]
    spoil(town, file, edit)
    faults_of(town)
    assert state_of(town) == before


def test_a_failed_check_leaves_what_was_in_service_byte_for_byte(tiny):
    tiny.indicator("visits")
    tiny.figure("visits", "town", "2024-10-01", 1)
    before = put_in_service(tiny.write())
    tiny.figure("visits", "sample-town", "2024-10-01", 1)
    fault = faults_of(tiny.write()).faults[0]
    assert (fault.file, fault.line) == ("published.csv", 3)
    assert fault.what.en == (
        "fails the check “Sample figures belong to sample units and to nothing else”: visits / sample-town"
    )
    assert "ตัวเลขตัวอย่างอยู่กับหน่วยตัวอย่างเท่านั้น" in fault.what.th
    assert state_of(tiny.folder) == before


def test_the_command_prints_every_place_in_both_languages_and_returns_1(town, capsys):
    spoil(town, PUBLISHED, joined(cell(2, "value", "1,234"), cell(3, "value", "x")))
    assert build.main(["--data", str(town), "--as-of", "2026-11-22"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "published.csv:2 [value]\n"
        "    “1,234” มีเครื่องหมายคั่นหลักพัน → เขียนเป็น 1234\n"
        "    “1,234” has a thousands separator → write 1234\n"
        "published.csv:3 [value]\n"
    )
    assert "no new snapshot: 2 places to correct; the old one stays in service" in said


def test_the_command_refuses_a_buddhist_day(town, capsys):
    with pytest.raises(SystemExit):
        build.main(["--data", str(town), "--as-of", "2569-11-22"])
    assert "2569-11-22" in capsys.readouterr().err


def test_the_cure_of_a_buddhist_year_is_the_day_it_means(town):
    spoil(town, PUBLISHED, cell(2, "as_of", "2567-02-29"))
    fault = faults_of(town).faults[0]
    assert (fault.do.en, fault.do.th) == ("write 2024-02-29", "เขียนเป็น 2024-02-29")


def test_the_cure_of_thai_digits_is_the_same_in_arabic_ones(town):
    spoil(town, PUBLISHED, cell(2, "value", "๑,๒๓๔"))
    assert faults_of(town).faults[0].do.en == "write 1,234"


def test_figures_cannot_be_made_up_without_a_source_that_says_so(town):
    spoil(town, "catalog/sources.csv", lambda text: text.replace("sample-generator", "somebody"))
    assert [(f.file, f.column, f.what.en) for f in faults_of(town).faults] == [
        ("sources.csv", "source_id", "“sample-generator” is not in sources.csv")
    ]


# --- files as other programs write them


@pytest.mark.parametrize(
    "name",
    ["catalog/sources.csv", "catalog/units.csv", "catalog/breakdowns.csv", "catalog/indicators.csv",
     "catalog/events.csv", "catalog/targets.csv", "catalog/communities.csv", PUBLISHED],
)  # fmt: skip
def test_a_missing_file_is_named(town, name):
    (town / name).unlink()
    first = next(f for f in faults_of(town).faults if f.file == Path(name).name)
    assert (first.line, first.column) == (0, "")
    assert (first.what.en, first.what.th) == ("the file is not there", "ไม่พบไฟล์")


@pytest.mark.parametrize("name", ["catalog/sample_profiles.csv", "catalog/breaks.csv", "observations/not_used.csv"])
def test_a_file_that_may_be_absent_may_be_absent(town, name):
    (town / name).unlink()
    assert len(read_rows(town)) == 5


def test_text_that_is_not_utf8_is_refused_with_line_and_byte(town):
    path = town / PUBLISHED
    lines = path.read_bytes().splitlines(keepends=True)
    byte = len(lines[0]) + len(lines[1])
    path.write_bytes(b"".join([*lines[:2], "ก".encode("cp874"), *lines[2:]]))
    faults = faults_of(town).faults
    assert [(f.file, f.line, f.what.en) for f in faults] == [
        ("published.csv", 3, f"the text is not UTF-8 (byte {byte})")
    ]
    assert faults[0].what.th == f"ตัวอักษรไม่ใช่ UTF-8 (ไบต์ที่ {byte})"


@pytest.mark.parametrize(
    ("written", "line", "english", "thai"),
    [
        (lambda text: text.encode("utf-16"), 1, "the text is UTF-16, not UTF-8", "ตัวอักษรเป็น UTF-16 ไม่ใช่ UTF-8"),
        (lambda text: text.encode("utf-16-le"), 1, "the text is UTF-16, not UTF-8", "ตัวอักษรเป็น UTF-16 ไม่ใช่ UTF-8"),
        (
            lambda text: text.encode("cp874"), 2,
            "the text is in an old Thai encoding (Windows-874 or TIS-620), not UTF-8",
            "ตัวอักษรเป็นรหัสไทยแบบเดิม (Windows-874/TIS-620) ไม่ใช่ UTF-8",
        ),
        (lambda text: b"PK\x03\x04\0\0\0\1" + text.encode(), 1, "this file is not text", "ไฟล์นี้ไม่ใช่ข้อความ"),
    ],
    ids=["UTF-16", "UTF-16 without its mark", "Windows-874", "a workbook"],
)  # fmt: skip
def test_a_file_in_other_letters_is_told_which(town, written, line, english, thai):
    path = town / "catalog" / "units.csv"
    path.write_bytes(written(path.read_text("utf-8").replace(",town,", ",เมืองขอนแก่น,").replace("T,", "เทศบาล,", 1)))
    assert [(f.file, f.line, f.what.en, f.what.th) for f in faults_of(town).faults if f.file == "units.csv"] == [
        ("units.csv", line, english, thai)
    ]


def test_thai_of_utf8_with_one_spoilt_byte_is_not_taken_for_an_old_encoding(town):
    path = town / "catalog" / "units.csv"
    path.write_bytes(path.read_bytes() + "เทศบาลนครขอนแก่น".encode()[:-1])
    assert [f.what.en.partition(" (")[0] for f in faults_of(town).faults] == ["the text is not UTF-8"]


@pytest.mark.parametrize(("mark", "shown"), [(";", ";"), ("\t", "Tab"), ("|", "|")])
@pytest.mark.parametrize("quoted", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("name", ["catalog/units.csv", PUBLISHED])
def test_another_separator_is_told_and_not_columns_that_are_missing(town, name, mark, shown, quoted):
    path = town / name
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=mark, quoting=quoted).writerows(rows)
    assert [(f.file, f.line, f.what.en, f.what.th) for f in faults_of(town).faults] == [
        (
            Path(name).name, 1, f"columns are separated by {shown}, not by commas",
            f"คอลัมน์คั่นด้วย {shown} ไม่ใช่จุลภาค",
        )
    ]  # fmt: skip


def read_rows(folder: Path) -> list[tuple[object, ...]]:
    """Return the published figures as a build reads them, without their lines."""
    _, figures = build.read(Options(folder, AS_OF, with_sample=False))
    return [tuple(row) for row in figures.drop(columns="line").astype(str).to_numpy()]


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"),
        lambda text: text.rstrip(b"\n"),
        lambda text: text + b"\n\n",
        lambda text: text.replace(b",town,", b", town ,"),
    ],
    ids=["byte order mark", "CRLF", "both", "no last newline", "blank lines at the end", "blanks round a cell"],
)
def test_the_files_of_other_programs_read_the_same(town, rewrite):
    plain = read_rows(town)
    for path in (town / PUBLISHED, town / "catalog" / "units.csv"):
        path.write_bytes(rewrite(path.read_bytes()))
    assert read_rows(town) == plain


def test_line_numbers_stay_right_after_a_newline_inside_quotes(town):
    edits = [cell(2, "note_en", "first\nsecond\nthird"), cell(3, "value", "many"), cell(6, "value", "few")]
    spoil(town, PUBLISHED, joined(*edits))
    assert [f.line for f in faults_of(town).faults] == [5, 8]
    lines = (town / PUBLISHED).read_text("utf-8").splitlines()
    assert "many" in lines[4] and "few" in lines[7]


def test_line_numbers_stay_right_with_crlf_and_blank_lines(town):
    path = town / PUBLISHED
    lines = cell(3, "value", "many")(path.read_text("utf-8")).splitlines()
    path.write_text("\r\n".join([lines[0], "", lines[1], "", "", *lines[2:]]), "utf-8", newline="")
    assert [f.line for f in faults_of(town).faults] == [6]


def test_a_figure_of_a_second_file_is_read_and_its_faults_name_that_file(town):
    (town / "observations" / "more.csv").write_text(cell(2, "value", "x")((town / PUBLISHED).read_text("utf-8")))
    assert ("more.csv", 2, "value") in [(f.file, f.line, f.column) for f in faults_of(town).faults]


# --- anything at all

ROW = "visits,town,,month,2024-12-01,,1,,,no,official,register,2025-01-31,2025-01-31,,,,,"
CELLS = st.one_of(
    st.sampled_from(["", "0", "-1", "1e400", "nan", "2568-10-01", "9999-12-31", "span", "yes", '"', "\x00", "๑"]),
    st.text(max_size=6),
)


@pytest.fixture
def catalogue_of_town(town) -> Catalogue:
    """Return the town's catalogue, read once for all the figures that are tried against it."""
    return catalogue.read(town)[0]


def refused_or_read(folder: Path, found: Catalogue, content: bytes) -> None:
    """Read some content as published figures: it is read or refused, and nothing else happens."""
    (folder / PUBLISHED).write_bytes(content)
    figures, faults = observations.read(folder, found["indicators.csv"])
    faults += build.lost_references(figures, found)
    assert table(faults) or len(figures)
    build.as_known_at(figures[figures["known_from"].notna()], AS_OF)


FUZZ = settings(
    max_examples=settings.default.max_examples // 3, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUZZ
@given(content=st.binary(max_size=300))
def test_no_bytes_raise_anything_but_bad_input(town, catalogue_of_town, content):
    refused_or_read(town, catalogue_of_town, content)


@FUZZ
@given(tail=st.binary(max_size=120))
def test_no_bytes_after_a_good_header_raise_anything_but_bad_input(town, catalogue_of_town, tail):
    first = (town / PUBLISHED).read_bytes().splitlines(keepends=True)[0]
    refused_or_read(town, catalogue_of_town, first + tail)


@FUZZ
@given(edits=st.lists(st.tuples(st.integers(0, 18), CELLS), min_size=1, max_size=5))
def test_no_cell_of_a_row_raises_anything_but_bad_input(town, catalogue_of_town, edits):
    row = ROW.split(",")
    for column, content in edits:
        row[column] = content
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(row)
    first = (town / PUBLISHED).read_text("utf-8").splitlines()[0]
    refused_or_read(town, catalogue_of_town, f"{first}\n{written.getvalue()}".encode("utf-8", "replace"))
