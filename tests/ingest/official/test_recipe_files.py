"""Each recipe takes a small file in the true shape: what it makes, what it leaves out, and that twice is once."""

import csv
from pathlib import Path

import pytest

from smart7.ingest.official import __main__ as commands
from smart7.ingest.official import recipe, take
from tests.ingest.official import taking
from tests.ingest.official.given import FILES, forms

EXPECTED = Path(__file__).parent / "expected"
LEFT_OUT = {
    "mots-tourism": (11, 5, 12), "nesdc-gpp": (26, 20, 17), "nso-household-income": (8, 6, 1),
    "nso-labour-force": (15, 14, 0), "doa-airport-passengers": (9, 4, 1), "ddc-road-deaths": (7, 6, 1),
    "ddc-dengue-weekly": (6, 4, 3), "dla-schools": (5, 3, 4), "niets-onet": (5, 3, 0), "ect-turnout": (10, 10, 1),
    "nacc-ita": (5, 3, 1), "dla-lpa": (4, 3, 1), "dla-municipal-finance": (5, 2, 0), "traffy-fondue": (5, 4, 0),
    "pea-electricity": (4, 3, 5), "pcd-waste": (5, 3, 1),
}  # fmt: skip
"""Rows read, rows kept, and what was made of a place that is not known here."""


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> Path:
    """Return a copy of the input files without any figure, so that no figure of another source stands in the way."""
    data = taking.copied(tmp_path_factory.mktemp("bare"))
    for path in (data / "observations").glob("*.csv"):
        path.unlink()
    return data


def expected(source: str) -> list[dict[str, str]]:
    """Return the figures that the small file of a recipe must give."""
    with (EXPECTED / f"{source}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(data: Path, *line: object) -> int:
    """Run the command in this process; return its exit status."""
    return commands.main(["--data", str(data), *map(str, line)])


def contents(data: Path) -> dict[str, bytes]:
    """Return the files that a take may change, with their content."""
    folders = ("observations", "points", "days", "catalog")
    found = (path for folder in folders for path in (data / folder).glob("*.csv"))
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in found}


def test_every_recipe_has_a_small_file():
    by_hand = {"air4thai-pm25-hourly", "mot-road-accidents", "dopa-population-age"}
    assert set(recipe.names(taking.ROOT / "data")) - by_hand == set(FILES) == set(LEFT_OUT)


@pytest.mark.parametrize("source", FILES)
def test_a_file_in_the_true_shape_gives_its_figures_and_counts_what_is_left_out(source, bare, near, tmp_path):
    wanted = expected(source)
    found, record = taking.taken(source, FILES[source](tmp_path), bare)
    lines = taking.added(found, record)
    assert [{name: line[name] for name in wanted[0]} for line in lines] == wanted
    counted = (found.report.rows_read, found.report.rows_kept, found.outcomes[0].without)
    assert counted == LEFT_OUT[source]


GATE = ("mots-tourism", "ddc-road-deaths", "traffy-fondue")
"""Three kinds of file; the others are with the slow tests."""


@pytest.mark.parametrize("source", [
    pytest.param(source, marks=() if source in GATE else pytest.mark.slow)
    for source in FILES
])  # fmt: skip
def test_nothing_is_written_without_a_yes_and_the_same_file_twice_is_taken_once(source, bare, tmp_path, monkeypatch):
    monkeypatch.setattr(take, "build", lambda data: None)
    path = FILES[source](tmp_path)
    before = contents(bare)
    assert run(bare, source, path) == 0
    assert contents(bare) == before
    assert run(bare, source, path, "--yes") == 0
    after = contents(bare)
    taken = f"observations/taken-{source}.csv"
    assert after.keys() - before.keys() - {"catalog/editions.csv"} == {taken}
    assert after[taken].count(b"\n") == len(expected(source)) + 1
    assert run(bare, source, path, "--yes") == 0
    assert contents(bare) == after
    (bare / taken).unlink()


@pytest.mark.slow
def test_a_build_takes_the_figures_of_all_recipes(tmp_path, monkeypatch):
    data = taking.copied(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(take, "build", lambda data: None)
        for source, write in FILES.items():
            assert run(data, source, write(tmp_path), "--yes") == 0
    take.build(data)


# --- Habits of single sources


def test_road_deaths_of_a_newer_edition_have_other_headings_and_days(bare, tmp_path):
    rows = [
        ["id", "dead_year_budha", "dead_year", "age", "sex", "dead_date", "acc_prov"],
        ["9", "2569", "2026", "52", "หญิง", "2026-03-17", "ขอนแก่น"],
        ["9", "2569", "2026", "", "", "2026-03-17", "ขอนแก่น"],
        ["10", "2569", "2026", "30", "ชาย", "2026-03-31", "ขอนแก่น"],
    ]  # fmt: skip
    lines = taking.made("ddc-road-deaths", forms.table(tmp_path / "_2569.csv", rows, "utf-8-sig"), bare)
    assert [(line["unit_id"], line["value"], line["partial"]) for line in lines] == [
        ("khonkaen-province", "2", "no"), ("thailand", "2", "no"),
    ]  # fmt: skip


def test_money_of_a_type_that_is_not_known_makes_no_sum(tmp_path):
    path = FILES["dla-municipal-finance"](tmp_path)
    data = taking.copied(tmp_path / "other")
    for old in (data / "observations").glob("*.csv"):
        old.unlink()
    types = data / "recipes" / "dla-municipal-finance" / "types.csv"
    types.write_text(types.read_text("utf-8").replace("revenue,เบ็ดเตล็ด,revenue-miscellaneous\n", ""), "utf-8")
    lines = taking.made("dla-municipal-finance", path, data)
    assert {line["quality"] for line in lines} == {"official"}
    assert "revenue-taxes" in {line["breakdown"] for line in lines}


def test_an_election_whose_day_is_not_known_is_left_out_and_counted(bare, tmp_path):
    path = FILES["ect-turnout"](tmp_path)
    found, _ = taking.taken("ect-turnout", path.rename(tmp_path / "ectreport70.xlsx"), bare)
    assert (found.outcomes[0].new, found.outcomes[0].without) == (0, 4)


def test_a_week_begins_on_the_sunday_of_its_epidemiological_year(bare, tmp_path):
    for year, first in ((2567, "2023-12-31"), (2568, "2024-12-29"), (2569, "2026-01-04"), (2570, "2027-01-03")):
        rows = [[f"ไข้เดงกี ปี {year}"], ["โรค", "จังหวัด", "1"], ["ไข้เดงกี (66)", "ขอนแก่น", 1]]
        path = forms.workbook(tmp_path / f"{year}.xlsx", ("1", rows, []))
        [line] = taking.made("ddc-dengue-weekly", path, bare)
        assert (line["period_start"], line["indicator_id"]) == (first, "dengue-fever-province")
