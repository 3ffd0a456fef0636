"""The contract of a query file, held to by every file there is, and what is said of one that breaks it."""

import itertools
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from smart7 import calendar, figures, queries, store
from smart7.queries import QueryError

EVERY = {path.relative_to(queries.FOLDER).as_posix(): path for path in sorted(queries.FOLDER.rglob("*.sql"))}
# Those over positions of vehicles have a contract of their own, in tests/engine/.
FILES = {name: path for name, path in EVERY.items() if not name.startswith("vehicles/")}
LONGEST = 120

# What a page may ask with; a new parameter gets its values here.
STANDARD: dict[str, list[object]] = {
    "lang": ["th", "en"],
    "domain": ["", "people"],
    "unit": ["sample-city"],
    "indicator": ["enrolment", "registered-population"],
    "until": [date(2026, 9, 30), date(1999, 9, 30)],
    "sample": [True, False],
    "authority": ["", "plan"],
    "feed": ["songthaew_2018", "lrt_plan"],
    "route": ["st2", "red"],
    "stop": ["", "s01"],
    "direction": [0],
    "day": [date(2018, 12, 8)],
    "month": [date(2018, 12, 1)],
    "type": ["", "sunday"],
    "nth": [2],
    "hour": [-1, 8],
    "place": ["school-suan-sanuk"],
    "count": ["kasikorn-jomphon"],
    "indicators": ["enrolment~registered-population"],
    "units": ["school-wat-klang~khonkaen-city"],
    "keys": ["registered-population/khonkaen-city/calendar_year:2020-01-01~view:3"],
    "year": [0, 2021],
    "since": [date(2020, 12, 31)],
    "owner": ["open.figures", "yearly"],
    "z": [7, 16],
    "x": [100],
    "y": [58],
    "hours": ["", "6-8"],
    "cause": ["", "speeding"],
    "kind": ["month", "academic_year"],
    "start": [date(2026, 9, 1)],
    "end": [date(2026, 9, 30)],
}
# Columns that panels write themselves, from a column `value`.
WRITTEN = {"shown", "number", "quality_name"}


def read(file: str) -> queries.Query:
    """Return a query from its file."""
    return queries.parse(Path(file), FILES[file].read_text("utf-8"))


def given(query: queries.Query) -> list[dict[str, object]]:
    """Return every way the standard values fill in a query's parameters."""
    values = [STANDARD[name] for name in query.params]
    return [dict(zip(query.params, chosen, strict=True)) for chosen in itertools.product(*values)]


def statement(sql: str) -> str:
    """Return the SQL without its comments."""
    return "\n".join(line for line in sql.splitlines() if not line.lstrip().startswith("--")).strip()


@pytest.fixture
def source_ids(ask) -> set[str]:
    """Return the ids of all declared sources."""
    return {source_id for (source_id,) in ask("select source_id from sources")}


@pytest.mark.parametrize("file", FILES)
def test_a_query_file_keeps_its_contract_and_returns_as_many_rows_in_either_language(snapshot, source_ids, file):
    sql = FILES[file].read_text("utf-8")
    query = read(file)
    assert statement(sql).lower().startswith(("with", "select"))
    assert len(sql.splitlines()) <= LONGEST
    assert set(query.sources) <= source_ids
    assert set(query.params) <= set(STANDARD), "give the new parameter its standard values"
    counts: dict[str, set[int]] = {}
    for parameters in given(query):
        with store.cursor(snapshot) as own:
            own.execute(query.sql, parameters)
            returned = [(name, str(kind)) for name, kind, *_ in own.description]
            rows = own.fetchall()
        assert returned == list(query.returns.items()), parameters
        if parameters.get("sample") is False and "is_sample" in query.returns:
            column = list(query.returns).index("is_sample")
            assert not any(row[column] for row in rows), "made-up figures are switched off"
        counts.setdefault(str({**parameters, "lang": ""}), set()).add(len(rows))
    assert all(len(found) == 1 for found in counts.values()), counts


@pytest.mark.parametrize("file", [file for file in FILES if "\n-- chart:" in FILES[file].read_text("utf-8")])
def test_a_panel_has_a_title_in_both_languages_and_returns_what_its_chart_draws(file):
    query = read(file)
    assert query.title is not None
    drawn = {part.split("=", 1)[1] for part in query.chart.split() if "=" in part}
    assert drawn <= set(query.returns) | (WRITTEN if "value" in query.returns else set())


@pytest.mark.parametrize("file", FILES)
def test_a_query_runs_from_the_command_line_where_every_value_is_text(snapshot, file, capsys):
    query = read(file)
    written = [f"{name}={value}" for name, value in given(query)[0].items()]
    assert queries.main([query.name, *written]) == 0
    assert capsys.readouterr().out.splitlines()[0].split(",") == list(query.returns)


def test_there_are_queries_and_each_is_known_by_its_path():
    assert FILES
    assert set(queries.load_all()) == {file.removesuffix(".sql") for file in FILES}
    assert all(queries.get(name).name == name for name in queries.load_all())


def test_panels_are_the_queries_of_one_folder_that_have_a_chart():
    for folder in {Path(file).parent.as_posix() for file in FILES}:
        names = [query.name for query in queries.panels(folder)]
        assert names == sorted(n for n in queries.load_all() if n.startswith(f"{folder}/") and queries.get(n).chart)


# --- files that break the contract

GOOD = """-- doc: One row per unit of a kind.
-- params: $kind VARCHAR, $most DECIMAL(9, 2)
-- returns: unit_id VARCHAR, size DECIMAL(9, 2), names VARCHAR[]
-- sources: register, second-register
-- title.th: T
-- title.en: E
-- chart: bars x=unit_id y=size
select unit_id, size, names from units where kind = $kind and size < $most
"""


def test_a_good_file_is_read_whole():
    query = queries.parse(Path("units/some.sql"), GOOD)
    assert (query.name, query.doc) == ("units/some", "One row per unit of a kind.")
    assert query.params == {"kind": "VARCHAR", "most": "DECIMAL(9, 2)"}
    assert query.returns == {"unit_id": "VARCHAR", "size": "DECIMAL(9, 2)", "names": "VARCHAR[]"}
    assert query.sources == ("register", "second-register")
    assert query.title is not None and (query.title.th, query.title.en) == ("T", "E")
    assert query.chart == "bars x=unit_id y=size"


def test_title_chart_params_and_sources_may_be_left_out():
    query = queries.parse(Path("a.sql"), "-- doc: One row.\n-- returns: a INTEGER\nselect 1 as a")
    assert (query.params, query.sources, query.title, query.chart) == ({}, (), None, "")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("-- doc: One row per unit of a kind.\n", "", "has no '-- doc:'"),
        ("-- doc: One row per unit of a kind.", "-- doc:", "has no '-- doc:'"),
        ("-- returns: unit_id VARCHAR, size DECIMAL(9, 2), names VARCHAR[]\n", "", "has no '-- returns:'"),
        ("-- params: $kind VARCHAR, $most DECIMAL(9, 2)\n", "", "declares []"),
        ("$kind VARCHAR, ", "", "takes ['kind', 'most'] and declares ['most']"),
        ("$kind VARCHAR", "$kind VARCHAR, $more DATE", "declares ['kind', 'more', 'most']"),
        ("$kind VARCHAR", "$kind", "as NAME TYPE"),
        ("unit_id VARCHAR", "unit_id", "as NAME TYPE"),
        ("-- title.th: T\n", "", "has no '-- title.th:'"),
        ("-- title.en: E\n", "", "has no '-- title.en:'"),
        ("-- title.en: E\n", "-- title.en:  \n", "has no '-- title.en:'"),
        ("-- title.th: T\n-- title.en: E\n", "", "has no '-- title.th:'"),
        ("select unit_id", "delete from units; select unit_id", "holds one SELECT"),
        ("select unit_id, size, names from units where", "delete from units where", "holds one SELECT"),
        ("select unit_id", "selecting unit_id", "is not SQL"),
        ("select unit_id", "select (unit_id", "is not SQL"),
    ],
)
def test_a_broken_file_is_refused_by_name(old, new, said):
    assert old in GOOD
    with pytest.raises(QueryError) as refused:
        queries.parse(Path("units/some.sql"), GOOD.replace(old, new))
    assert str(refused.value).startswith("units/some: ")
    assert said in str(refused.value)


def test_a_file_of_comments_alone_is_refused_by_name():
    with pytest.raises(QueryError, match="^units/some: a query file holds one SELECT"):
        queries.parse(Path("units/some.sql"), "-- doc: Nothing.\n-- returns: a INTEGER\n")


def test_one_broken_file_in_a_folder_is_named(tmp_path):
    (tmp_path / "living").mkdir()
    (tmp_path / "living" / "good.sql").write_text("-- doc: D.\n-- returns: a INTEGER\nselect 1 as a")
    (tmp_path / "living" / "worse.sql").write_text("select 1 as a")
    with pytest.raises(QueryError, match="^living/worse: "):
        queries.load_all(tmp_path)


# --- running


@pytest.mark.parametrize("parameters", [{}, {"unit": "town", "more": 1}, {"other": 1}])
def test_a_query_takes_its_own_parameters_and_no_others(snapshot, parameters):
    name = next(name for name, query in queries.load_all().items() if query.params)
    with pytest.raises(QueryError, match=f"^{name}: takes "):
        queries.run(snapshot, name, **parameters)


def test_an_unknown_query_is_named(snapshot):
    with pytest.raises(QueryError, match="no query 'living/none'"):
        queries.run(snapshot, "living/none")


def test_the_command_line_prints_csv_and_says_what_is_wrong(snapshot, capsys):
    assert queries.main(["frame/snapshot"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.startswith("snapshot_id,as_of,") and row.startswith(f"{snapshot},2026-11-22")
    assert queries.main(["frame/none"]) == 1
    assert "no query 'frame/none'" in capsys.readouterr().err
    assert queries.main(["frame/snapshot", "lang=th"]) == 1
    assert "takes []" in capsys.readouterr().err


def test_the_command_line_says_when_there_is_no_snapshot(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    assert queries.main(["frame/snapshot"]) == 1
    assert "no snapshot yet" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["indicators/cards", "units/cards", "map/search", "present/since", "units/list"])
def test_the_records_of_a_query_are_the_rows_of_its_frame_with_none_for_what_is_missing(snapshot, name):
    for parameters in given(queries.get(name)):
        framed = figures.records(queries.run(snapshot, name, **parameters))
        plain = queries.records(snapshot, name, **parameters)
        assert [{key: as_list(cell) for key, cell in row.items()} for row in framed] == plain


def test_a_source_is_of_the_day_of_its_newest_edition(tiny, monkeypatch):
    tiny.figure(tiny.indicator("trees"), "town", "2024-01-01", 5)
    taken, plain, unsaid = tiny.rows["sources.csv"]
    taken["as_of"] = plain["as_of"] = "2024-01-31"
    about = {"digest": "0", "size": 1, "rows_read": 1, "rows_kept": 1}
    for source, day in ((taken, "2025-01-31"), (taken, "2024-12-31"), (unsaid, "2023-06-30")):
        recipe = source["source_id"]
        tiny.add("editions.csv", edition_id=f"{recipe}-{day}", recipe=recipe, file_name=f"{day}.csv",
                 taken_on="2025-02-01", as_of=day, **about)  # fmt: skip
    monkeypatch.setenv("SMART7_DATA", str(tiny.build().folder))
    found = queries.records(tiny.snapshot_id, "sources/sources", lang="en")
    assert {row["source_id"]: row["as_of"] for row in found} == {
        taken["source_id"]: "2025-01-31", plain["source_id"]: "2024-01-31", unsaid["source_id"]: "2023-06-30",
    }  # fmt: skip


def as_list(cell: object) -> object:
    """Return a cell with the arrays of a frame as lists, their days as plain days."""
    if not isinstance(cell, np.ndarray):
        return cell
    return [calendar.as_day(one) if isinstance(one, date) else one for one in cell.tolist()]
