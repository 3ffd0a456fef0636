"""What the documents say is so: their examples run, their tables hold, their links lead somewhere."""

import csv
import doctest
import importlib
import io
import re
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from PIL import Image

from smart7 import asks, calendar, catalog, charts, docs, figures, metrics, queries
from smart7.ingest import specs, specs_happened
from smart7.ingest.build import Options, build
from smart7.ingest.faults import BadInput, table
from smart7.ingest.gtfs import files
from smart7.ingest.gtfs.validate import examine
from smart7.markup import panels
from smart7.meetings import headline
from tests import periods
from tests.figured import FIGURE
from tests.happened import without_routes
from tests.ingest.official import taking

ROOT = Path(__file__).resolve().parents[1]
AS_OF = date(2026, 11, 22)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in PAGES}
manage = importlib.import_module("manage")


def blocks(name: str) -> list[tuple[str, str]]:
    """Return what each fenced block of a document says it is, and its body."""
    return re.findall(r"^```(\S[^\n]*)\n(.*?)^```$", TEXTS[name], re.MULTILINE | re.DOTALL)


def tables_of(text: str) -> list[list[list[str]]]:
    """Return the cells of each table of a text, without header and ruler."""
    found = re.findall(r"^\|.*\n\|[ |-]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [[[cell.strip() for cell in line.strip("| ").split(" |")] for line in body.splitlines()] for body in found]


def follow(name: str, folder: Path) -> None:
    """Do to a data folder what the CSV blocks of a document say: append rows, or write a new file."""
    for kind, body in blocks(name):
        language, _, path = kind.partition(" ")
        if language != "csv":
            continue
        header, _, rows = body.partition("\n")
        file = folder / path.removeprefix("data/")
        assert rows, f"{path}: no rows"
        if (ROOT / path).exists():
            written = file.read_text("utf-8")
            assert written.splitlines()[0] == header, f"{path} has another header"
            file.write_text(written + rows, "utf-8")
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_text(body, "utf-8")


def copied(to: Path) -> Path:
    """Return a copy of the input files."""
    return Path(shutil.copytree(ROOT / "data", to, ignore=shutil.ignore_patterns("snapshots"), dirs_exist_ok=True))


def opened(folder: Path, as_of: date = AS_OF, with_sample: bool = True) -> duckdb.DuckDBPyConnection:
    """Build a folder and open what was built."""
    snapshot_id = build(Options(folder, as_of, with_sample))
    return duckdb.connect(str(folder / "snapshots" / f"{snapshot_id}.duckdb"), read_only=True)


@pytest.fixture(scope="module")
def added_folder(tmp_path_factory) -> Path:
    """Return a data folder to which everything of adding.md was added."""
    folder = copied(tmp_path_factory.mktemp("adding"))
    follow("docs/adding.md", folder)
    return folder


@pytest.fixture(scope="module")
def added(added_folder):
    """Return a connection to the snapshot built after everything of adding.md was added."""
    with opened(added_folder) as connection:
        yield connection


# --- adding.md


def test_an_added_indicator_has_a_card(added):
    card = added.execute("select domain_id, name_en, owner from cards where indicator_id = 'trees-planted'").fetchall()
    assert card == [("environment", "Trees planted", "division-works")]


def test_added_figures_add_up_and_meet_the_added_target(added):
    sql = "select value, periods, target_low, quality, source_en from headlines where indicator_id = 'trees-planted'"
    [(value, periods, low, quality, source)] = added.execute(sql).fetchall()
    assert (value, periods, low, quality) == (118 + 140 + 60 + 90, 4, 400, "submitted")
    assert source == "Register of trees planted, fiscal year 2026"


def test_an_added_correction_keeps_what_was_believed_before(added_folder):
    sql = "select value from observations where indicator_id = 'trees-planted' and known_to is null"
    for as_of, expected in ((date(2026, 2, 28), [(120,)]), (date(2026, 3, 1), [(118,)])):
        with opened(added_folder, as_of, with_sample=False) as connection:
            assert connection.execute(sql).fetchall() == expected


def test_an_added_break_is_on_the_card(added):
    sql = "select era, break_en, previous_value from headlines where indicator_id = 'trees-planted'"
    [(era, note, previous)] = added.execute(sql).fetchall()
    assert (era, previous) == (1, None)
    assert note.startswith("From fiscal year 2026 only trees that survive")


def test_an_added_pair_stands_beside_one_another_on_both_pages(added):
    sql = "select unit_id, own, other_id, drawn, note_en from beside where indicator_id = ? order by place"
    differs = "One counts what the municipality planted, the other what every agency in the province did"
    assert added.execute(sql, ["trees-planted"]).fetchall() == [
        ("khonkaen-city", True, "trees-planted", "index", None),
        ("khonkaen-province", False, "trees-planted-province", "index", differs),
    ]
    other = added.execute(sql, ["trees-planted-province"]).fetchall()
    assert [(unit, own) for unit, own, *_ in other] == [("khonkaen-province", True), ("khonkaen-city", False)]


def test_an_added_event_belongs_to_its_indicator(added):
    sql = "select title_en from events join event_indicators using (event_id) where indicator_id = 'trees-planted'"
    assert added.execute(sql).fetchall() == [("National Tree Day: planting round Kaen Nakhon lake",)]


def test_added_points_and_days_are_there_and_judged(added):
    points = added.execute("select point_id, area from points where point_id like 'example%' order by all").fetchall()
    assert points == [("example-1", "municipality"), ("example-2", "municipality")]
    days = added.execute("select day, hours, verdict from judged_days where unit_id = 'station-example'").fetchall()
    assert days == [(date(2025, 2, 1), 24, "over"), (date(2025, 2, 2), 3, "few")]
    assert added.execute("select count(*) from standards where indicator_id = 'trees-planted'").fetchall() == [(1,)]


def test_an_added_query_keeps_its_contract_and_draws_its_chart(added):
    [(kind, sql)] = [block for block in blocks("docs/adding.md") if block[0].startswith("sql queries/")]
    path = Path(kind.removeprefix("sql queries/"))
    query = queries.parse(path, sql)
    given = {"lang": "en", "until": date(2026, 9, 30), "sample": False}
    relation = added.sql(sql, params=given)
    columns = {name: str(kind) for name, kind in zip(relation.columns, relation.types, strict=True)}
    assert columns == query.returns
    rows = added.execute(sql, given).df()
    assert list(rows["value"]) == [408]
    assert list(rows["event"]) == ["National Tree Day: planting round Kaen Nakhon lake"]
    assert charts.build(query.chart, panels.shown(rows, query.name, "en"), "en", False)["layer"]
    assert f"manage.py query {query.name} lang=en until=2026-09-30 sample=true" in TEXTS["docs/adding.md"]


def test_an_added_recipe_takes_its_file(added_folder, tmp_path):
    folder = added_folder / "recipes" / "tree-tables"
    folder.mkdir(parents=True, exist_ok=True)
    for kind, body in blocks("docs/adding.md"):
        if "data/recipes/tree-tables/" in kind:
            (folder / Path(kind).name).write_text(body, "utf-8")
    with xlsxwriter.Workbook(tmp_path / "trees.xlsx") as book:
        sheet = book.add_worksheet("ปีงบ 2568")
        sheet.merge_range(1, 0, 2, 0, "เขต")
        sheet.merge_range(1, 1, 1, 2, "ต้นไม้ที่ปลูก")
        rows = [
            ["", "ไตรมาส ๑", "ไตรมาส ๒"],
            ["เขต 1", "1,200", "-"],
            ["", 30, 40],
            ["ตลาดกลาง", 5, 5],
            ["รวม", 1235, 45],
        ]
        for at, row in enumerate(rows):
            sheet.write_row(at + 2, 1 if at == 0 else 0, row[1:] if at == 0 else row)
    taken, record = taking.taken("tree-tables", tmp_path / "trees.xlsx", added_folder)
    figures = record.files["observations/taken-tree-tables.csv"].added
    assert [(line["period_start"], line["value"]) for line in figures] == [("2024-10-01", "1230"), ("2025-01-01", "40")]
    assert taken.report.left_out == {"filter:0": 1, "total": 1}


def test_an_added_feed_keeps_the_rules_and_is_measured(added_folder, added):
    feed = added_folder / "gtfs" / "market_shuttle"
    assert [item.rule for item in examine(feed, AS_OF) if item.severity == "error"] == []
    sql = "select name_en, trips, mean_headway_min from service_routes join gtfs_routes using (feed_id, route_id)"
    rows = added.execute(f"{sql} where feed_id = 'market_shuttle' and day_type = 'sunday' order by all").fetchall()
    assert rows == [("Market – Park", 36, 20), ("Market – Park", 36, 20)]


def test_every_recipe_is_in_the_table_with_what_is_known_of_its_shape():
    table = TEXTS["docs/adding.md"].partition("| Recipe | What it makes | Shape |\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([\w-]+)` \| .+ \| (\w+)", table, re.MULTILINE)
    # What boxes in vehicles send is no official file; its recipe stands in a section of its own.
    there = {path.name for path in (ROOT / "data" / "recipes").iterdir() if path.is_dir()}
    assert sorted(name for name, _ in rows) == sorted(there - {"gps-box"})
    assert {shape for _, shape in rows} == {"published", "described", "supposed"}


def test_every_column_about_a_feed_is_explained():
    section = TEXTS["docs/adding.md"].partition("\n## A GTFS feed\n")[2].partition("\n## ")[0]
    assert [column.name for column in files.about("x").columns if f"`{column.name}`" not in section] == []


def test_words_and_domains_are_made_as_shown():
    made = {}
    for kind, body in blocks("docs/adding.md"):
        if kind == "python":
            exec(body, made)
    assert made["TREES_LEFT"].format("en", count=3) == "3 trees to go"


@pytest.mark.parametrize(
    "spec",
    [
        specs.SOURCES, specs.INDICATORS, specs.TARGETS, specs.BREAKS, specs.PARTS, specs.COMPARABLE, specs.EVENTS,
        specs.observations(""), specs_happened.STANDARDS, specs_happened.points(""), specs_happened.days(""),
    ],
    ids=lambda s: s.path or s.key[-1],
)  # fmt: skip
def test_every_column_is_explained(spec):
    unexplained = [column.name for column in spec.columns if f"`{column.name}`" not in TEXTS["docs/adding.md"]]
    assert unexplained == []


def test_every_kind_of_event_is_named():
    assert [kind for kind in specs.EVENT_KINDS if f"`{kind}`" not in TEXTS["docs/adding.md"]] == []


# --- README.md


@pytest.fixture
def own_figures(tmp_path) -> Path:
    """Return a data folder with the figures of the README put in."""
    folder = without_routes(copied(tmp_path))
    follow("README.md", folder)
    return folder


def test_the_figures_of_the_readme_build_and_end_the_samples(own_figures):
    with opened(own_figures) as connection:
        sql = "select indicator_id, unit_id, round(value, 1) from headlines where indicator_id in (?, ?) order by all"
        rows = connection.execute(sql, ["open-datasets", "active-communities"]).fetchall()
    assert rows == [("active-communities", "khonkaen-city", 92.6), ("open-datasets", "khonkaen-city", 44.0)]


def test_faults_are_reported_as_the_readme_shows(own_figures):
    file = own_figures / "observations" / "our-figures.csv"
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"))))
    rows[1][rows[0].index("value")] = "1,044"
    rows[2][rows[0].index("period_start")] = "2568-10-01"
    with file.open("w", encoding="utf-8", newline="") as spoilt:
        csv.writer(spoilt).writerows(rows)
    with pytest.raises(BadInput) as refused:
        build(Options(own_figures, AS_OF))
    assert dict(blocks("README.md"))["text"] == table(refused.value.faults) + "\n"


def test_the_commands_of_the_documents_exist():
    said = [line for text in TEXTS.values() for line in re.findall(r"python3 manage\.py ([^`\n]*)", text)]
    for line in said:
        words = [word for word in line.split() if word not in ("NAME", "key=value")]
        values = ["a/b", "c=d"] if "NAME" in line else []
        assert manage.read_arguments(words + values)[0].command == words[0], line
    assert {"run", "test"} <= set(said)
    assert [line for kind, line in blocks("README.md") if kind == "bash"] == [
        "python3 manage.py run\n",
        "python3 manage.py test\n",
    ]


def test_the_readme_leads_to_every_decision_by_its_number():
    led = re.findall(r"\[(\d+)\]\((docs/decisions/[^)]+)\)", TEXTS["README.md"])
    there = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "decisions").iterdir())
    assert led == [(str(int(Path(name).name[:4])), name) for name in there]


def test_the_pictures_of_the_readme_are_there_and_light():
    shown = re.findall(r"!\[[^]]+\]\((docs/images/[^)]+)\)", TEXTS["README.md"])
    assert len(shown) == 3
    for name in shown:
        assert Image.open(ROOT / name).size == (1400, 900)
    assert sum(path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()) < 3_000_000


# --- method.md


def test_the_examples_of_the_method_run():
    examples = "\n".join(body for kind, body in blocks("docs/method.md") if kind == "python")
    test = doctest.DocTestParser().get_doctest(examples, {}, "docs/method.md", None, 0)
    assert len(test.examples) > 20
    assert doctest.DocTestRunner().run(test).failed == 0


def cell(text: str) -> float | None:
    """Return the number of a cell, None for a dash."""
    return None if text == "–" else float(text)


def truth_table() -> list[list[str]]:
    """Return the rows of the table of verdicts."""
    section = TEXTS["docs/method.md"].partition("\n## Status\n")[2].partition("\n## ")[0]
    return tables_of(section)[0]


@pytest.mark.parametrize("row", truth_table(), ids=" ".join)
def test_the_table_of_verdicts_holds(row):
    value, direction, low, high, decimals, past, complete, verdict, of, *reason = row
    found = metrics.status(
        cell(value),
        direction,
        metrics.Target(cell(low), cell(high)),
        decimals=int(decimals),
        past=past == "yes",
        complete=complete == "yes",
    )
    assert (found.judgement, found.reason) == (verdict, "".join(reason))
    assert ("then" if found.then else "now" if verdict != "none" else "") == of


def test_the_table_of_verdicts_covers_the_rule():
    assert {"".join(row[9:]) for row in truth_table()} == {"", "missing", "context", "no_target", "partial"}
    assert {(row[7], row[8]) for row in truth_table() if row[8]} == {
        (verdict, of) for verdict in ("on", "near", "off") for of in ("now", "then")
    }
    assert {row[7] for row in truth_table()} == {"on", "near", "off", "none"}


WORKED = re.findall(
    r"<!-- worked example: over_time=(\w+) over_units=(\w+) -->\n\n(.*?)\n\n", TEXTS["docs/method.md"], re.S
)


@pytest.mark.parametrize(("over_time", "over_units", "text"), WORKED, ids=[over_time for over_time, *_ in WORKED])
def test_a_worked_example_comes_out_as_written(tiny, over_time, over_units, text):
    [rows] = tables_of(text + "\n")
    cells = {"over_time": over_time, "over_units": over_units, "period_kind": "quarter", "level": "school"}
    name = tiny.ratio("worked", **cells) if over_time == "ratio" else tiny.indicator("worked", **cells)
    quarters = periods.within("quarter", calendar.period("fiscal_year", date(2024, 10, 1)))
    for line, quarter in zip(rows[:-1], quarters, strict=False):
        for n, written in enumerate(line[1:4], 1):
            amounts = [float(part) for part in written.split(" / ")] if written != "–" else []
            keys = ("numerator", "denominator") if len(amounts) == 2 else ("value",)
            if amounts:
                tiny.figure(name, f"school-{n}", quarter.start, **dict(zip(keys, amounts, strict=True)))
    tiny.build()
    found = tiny.ask("select period_start, value, partial from series where unit_id = 'town' order by all")
    assert [shown(value, not partial, over_time) for _, value, partial in found] == [line[4] for line in rows[:-1]]
    years = tiny.ask(
        "select value, partial, periods, periods_expected, units, units_expected from yearly"
        " where breakdown = '' order by unit_id"
    )
    assert [year_shown(year, over_time) for year in years] == rows[-1][1:]


def year_shown(year: tuple, over_time: str) -> str:
    """Return a yearly figure as the document writes it."""
    names = ("value", "partial", "periods", "periods_expected", "units", "units_expected")
    row = dict(zip(names, year, strict=True)) | {"over_time": over_time}
    return shown(row["value"], figures.completeness(row)[0], over_time)


def shown(value: float, complete: bool, over_time: str) -> str:
    """Return a figure as the worked examples write it."""
    return f"{value:.{1 if over_time == 'ratio' else 0}f}" + ("" if complete else " (incomplete)")


def test_there_is_a_worked_example_of_every_way_to_add_up():
    assert {over_time for over_time, *_ in WORKED} == {"sum", "ratio", "last"}


EXAMPLE = tables_of(TEXTS["docs/method.md"].partition("<!-- worked example: asks -->")[2])[0]
ON_THE_DAY = date(2026, 11, 22)


def example_figure(row: list[str]) -> figures.Figure:
    """Return the figure of one row of the worked example of what to ask about."""
    name, place, value, before, target, year, quality, promised, due, _ = row
    of_year = calendar.period("calendar_year", date(int(year), 1, 1))
    earlier = calendar.previous(of_year)
    bound = target.split()
    low, high = (float(bound[1]) if bound[0] == sign else None for sign in ("≥", "≤"))
    cells = {
        "indicator_id": name.strip("`"), "level": place, "value": float(value), "previous_value": cell(before),
        "direction": "higher" if "≥" in target else "lower", "quality": quality, "promised": promised == "yes",
        "due_days": None if due == "–" else int(due), "native_kind": "calendar_year", "period_kind": "calendar_year",
        "period_start": of_year.start, "period_end": of_year.end, "last_period_end": of_year.end,
        "previous_kind": "calendar_year" if before != "–" else None,
        "previous_start": earlier.start, "previous_end": earlier.end, "target_low": low, "target_high": high,
        "target_from": of_year.start,
    }  # fmt: skip
    return figures.figure(FIGURE | cells, ON_THE_DAY, ON_THE_DAY)


@pytest.mark.parametrize("row", EXAMPLE, ids=lambda row: row[0])
def test_each_score_of_the_worked_example_of_what_to_ask_is_as_written(row):
    figure = example_figure(row)
    found = {kind: ask.score for kind in asks.KINDS if (ask := asks.of(kind, figure))}
    written = dict(part.split() for part in row[-1].split(", ")) if row[-1] != "none" else {}
    assert found == pytest.approx({kind: float(score) for kind, score in written.items()})


def test_the_five_of_the_worked_example_are_those_it_names():
    said = " ".join(TEXTS["docs/method.md"].partition("<!-- worked example: asks -->")[2].split())
    named = re.search(r"in doubt than the press: (.*?)\.", said)[1]
    chosen = asks.chosen(map(example_figure, EXAMPLE))
    assert [f"`{ask.figure.indicator_id}`" for ask in chosen] == named.split(", ")
    assert [ask.kind for ask in chosen] == list(asks.KINDS)


def test_the_rule_of_what_to_ask_names_every_cause_and_limit_of_the_code():
    section = TEXTS["docs/method.md"].partition("\n## Five things to ask about\n")[2].partition("\n## ")[0]
    assert [row[0].strip("`") for row in tables_of(section)[0]] == list(asks.KINDS)
    assert f"more than {metrics.FRESH_DAYS} days" in section
    assert {quality for quality in asks.DOUBT if f"`{quality}`" in section} == set(asks.DOUBT)


def test_the_qualities_are_listed_as_the_snapshot_ranks_them():
    section = TEXTS["docs/method.md"].partition("\n## Quality\n")[2].partition("\n## ")[0]
    macros = (ROOT / "smart7" / "schema" / "macros.sql").read_text("utf-8")
    [ranked] = set(re.findall(r"\['official'[^]]*\]", macros))
    assert re.findall(r"^\d\. `(\w+)`", section, re.MULTILINE) == re.findall(r"'(\w+)'", ranked)


def test_the_authorities_are_listed_in_the_order_in_which_they_lead():
    section = TEXTS["docs/method.md"].partition("\n## Targets\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\d\. `(\w+)`", section, re.MULTILINE) == list(catalog.AUTHORITIES)
    listed = re.findall(r"^\| `(\w+)` \|", TEXTS["docs/adding.md"].partition("\n## A target\n")[2], re.MULTILINE)
    assert listed[: len(catalog.AUTHORITIES) - 1] == [one for one in catalog.AUTHORITIES if one != catalog.PEERS]


def test_the_shares_of_near_and_steady_are_those_of_the_code():
    assert (metrics.NEAR_SHARE, metrics.STEADY_SHARE) == (0.10, 0.02)
    said = " ".join(TEXTS["docs/method.md"].split())
    assert "no more than 10 percent of the bound" in said
    assert "at most 2 percent of the median size" in said
    assert f"more than {metrics.FRESH_DAYS} days before the day of judgement" in said
    assert f"at most two years ({headline.RECENT.days} days)" in said


# --- sources.md


def test_the_list_of_sources_is_current():
    assert TEXTS["docs/sources.md"] == docs.page(*docs.read(ROOT / "data")), "run `python3 manage.py docs`"


def test_a_list_that_is_not_current_is_found_and_written_again(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(docs, "PAGE", tmp_path / "sources.md")
    assert docs.main(["--check"]) == 1
    assert "not current" in capsys.readouterr().out
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0
    docs.PAGE.write_text("another", "utf-8")
    assert docs.main(["--check"]) == 1


def test_faulty_data_is_told_and_nothing_is_written(tiny, monkeypatch, capsys):
    tiny.add("units.csv", unit_id="Not An Id")
    monkeypatch.setattr(docs, "ROOT", tiny.folder)
    monkeypatch.setattr(docs, "PAGE", tiny.folder / "sources.md")
    tiny.folder = tiny.folder / "data"
    tiny.write()
    assert docs.main([]) == 1
    assert "units.csv:" in capsys.readouterr().err
    assert not docs.PAGE.exists()


def test_the_list_says_what_is_published_and_what_is_waited_for(tiny):
    tiny.indicator("visits", register_th="R", register_en="book of visits", name_en="Visits | all")
    tiny.indicator("rides")
    tiny.figure("rides", "town", "2024-10-01", 5, known_to="2025-01-01")
    tiny.figure("rides", "town", "2024-10-01", 6, known_from="2025-01-01", source_id="second-register")
    text = docs.page(*docs.read(tiny.write()))
    assert "2 indicators in seven domains;" in text and "1 published figures are held true today" in text
    assert (
        "| Visits &#124; all `visits` | visits | Whole city | Monthly | division-1 | waiting: book of visits |" in text
    )
    assert "| rides `rides` | rides | Whole city | Monthly | division-1 | 1 figure, latest Oct 2024, official |" in text
    assert "`second-register` | P | L | yes | not stated | official | 1 figure of `rides` |" in text


# --- all of them

SETTING = r"SMART7_[A-Z]+(?:_[A-Z]+)*"


def test_every_setting_is_in_the_operating_page_and_no_other():
    files = [*ROOT.glob("smart7/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "manage.py", ROOT / "pyproject.toml"]
    used = set(re.findall(SETTING, "".join(f.read_text("utf-8") for f in files if f != Path(__file__))))
    rows = re.findall(rf"^\| `({SETTING})` \|", TEXTS["docs/operating.md"], re.MULTILINE)
    assert sorted(rows) == sorted(used)
    assert set(re.findall(SETTING, "".join(TEXTS.values()))) == used


def test_every_command_is_in_the_operating_page():
    commands = re.findall(r"^\| `python3 manage\.py (\w+)", TEXTS["docs/operating.md"], re.MULTILINE)
    assert sorted(commands) == [
        "admin",
        "audit",
        "backup",
        "bench",
        "build",
        "catalogue",
        "check",
        "docs",
        "gtfs",
        "pack",
        "prepare",
        "publish",
        "query",
        "register",
        "restore",
        "run",
        "take",
        "test",
        "vehicles",
    ]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-spark.txt"])
def test_every_dependency_earns_its_place_in_words(name):
    wanted = re.findall(r"^([\w-]+)(?:\[\w+\])?==", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    section = TEXTS["docs/architecture.md"].partition(f"(`{name}`)")[2]
    assert [row[0].strip("`") for row in tables_of(section)[0]] == wanted


def test_every_page_of_the_site_is_named():
    section = TEXTS["docs/architecture.md"].partition("\n## Pages\n")[2].partition("\n## ")[0]
    named = re.findall(r"`(\w+)`", "".join(row[0] for row in tables_of(section)[0]))
    assert sorted(named) == sorted(page.id for page in catalog.PAGES)


def test_every_piece_of_middleware_is_told():
    section = TEXTS["docs/architecture.md"].partition("\n## The web layer\n")[2].partition("\n## ")[0]
    pieces = re.findall(r"^    Middleware\(", (ROOT / "smart7" / "web.py").read_text("utf-8"), re.MULTILINE)
    assert len(re.findall(r"^- \*\*", section, re.MULTILINE)) == len(pieces)
    assert f" {('no', 'one', 'two', 'three', 'four', 'five', 'six')[len(pieces)]} pieces of middleware " in section


def anchors(text: str) -> set[str]:
    """Return the anchors of a document's headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_between_the_documents_leads_somewhere(name):
    for target in re.findall(r"\]\(([^)<>\s]+)\)", TEXTS[name]):
        path, _, anchor = target.partition("#")
        place = (ROOT / name).parent / path if path else ROOT / name
        assert place.exists(), f"{name} leads to {target}"
        assert not anchor or anchor in anchors(place.read_text("utf-8")), f"{name} leads to {target}"


MADE_LATER = (
    "data/snapshots/",
    "data/ledger.sqlite",
    ".streamlit/secrets.toml",
    "data/pictures/",
    "data/evidence/",
    "data/.publish",
    "data/.known",
    "data/.take/",
    "data/vehicles/",
    "data/observations/trees.csv",
    "data/observations/trees-province.csv",
    "data/gtfs/market_shuttle/",
    "pages/culture.py",
    "queries/culture/",
)


@pytest.mark.parametrize("name", TEXTS)
def test_every_path_a_document_names_exists(name):
    paths = re.findall(r"`((?:smart7|data|deploy|queries|pages|tests|docs|\.streamlit)/[\w./-]*)`", TEXTS[name])
    assert [path for path in paths if not path.startswith(MADE_LATER) and not (ROOT / path).exists()] == []


# Where an installation behind nginx is put; the shipped files say the same.
INSTALLED = r"/opt/smart7\b|/etc/(?:nginx|systemd|ssl/smart7|smart7\.env)\b|/usr/sbin/nologin\b"
INSTALLED += r"|/var/(?:backups/smart7|www/acme)\b|/usr/local/sbin/smart7\b"


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "docs/sources.md"])
def test_no_document_names_a_place_on_a_machine(name):
    machine = r"(?<![\w.:/])/(?:home|root|tmp|usr|opt|work|srv|var|mnt|etc|Users)\b|\b[A-Z]:\\|\.\./shared|~/"
    assert re.findall(machine, re.sub(INSTALLED, "", TEXTS[name])) == []
