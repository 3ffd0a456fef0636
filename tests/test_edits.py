"""Edits laid over a file: what counts, what a file that was edited by hand says against it, how it is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7 import edits
from smart7.edits import Edit
from smart7.ingest import specs

HEADER = ["unit_id", "name_th", "name_en"]
ROWS = [["a", "ก", "A"], ["b", "ข", "B"]]


def change(key: str, before: dict[str, str], after: dict[str, str], change_id: str = "c1") -> Edit:
    return Edit(change_id, "units.csv", (key,), False, before, after)


def new(key: str, **cells: str) -> Edit:
    return Edit(f"new-{key}", "units.csv", (key,), True, {}, {"unit_id": key, **cells})


def test_cells_change_where_they_say_what_they_said_and_rows_are_added_last():
    found = edits.laid_over(HEADER, ROWS, [new("c", name_en="C"), change("a", {"name_en": "A"}, {"name_en": "Z"})])
    assert found.rows == [["a", "ก", "Z"], ["b", "ข", "B"], ["c", "", "C"]]
    assert found.touched == {2: "new-c", 0: "c1"} and found.overruled == []


def test_changes_of_one_cell_follow_each_other_and_so_does_one_of_a_row_that_was_added():
    one, two = change("a", {"name_en": "A"}, {"name_en": "B"}), change("a", {"name_en": "B"}, {"name_en": "C"}, "c2")
    three = change("n", {"name_en": "N"}, {"name_en": "M"}, "c3")
    found = edits.laid_over(HEADER, ROWS, [new("n", name_en="N"), one, two, three])
    assert [row[2] for row in found.rows] == ["C", "B", "M"] and found.overruled == []


def test_laid_over_a_file_that_was_brought_up_to_date_it_says_the_same():
    every = [new("n", name_en="N"), change("a", {"name_en": "A"}, {"name_en": "Z"})]
    once = edits.laid_over(HEADER, ROWS, every)
    again = edits.laid_over(HEADER, once.rows, every)
    assert (again.rows, again.touched, again.overruled) == (once.rows, {}, [])


def test_a_file_that_was_edited_by_hand_since_leads_and_is_named():
    rows = [["a", "ก", "By hand"], ["b", "ข", "B"]]
    found = edits.laid_over(HEADER, rows, [change("a", {"name_en": "A"}, {"name_en": "Z"})])
    assert found.rows == rows and found.overruled == [("c1", "name_en")]


@pytest.mark.parametrize("edit", [change("gone", {"name_en": "A"}, {"name_en": "Z"}),
                                  change("a", {"lost": "A"}, {"lost": "Z"})], ids=["row", "column"])  # fmt: skip
def test_what_is_no_longer_there_is_left_alone_and_named(edit):
    found = edits.laid_over(HEADER, ROWS, [edit])
    assert found.rows == ROWS and [change_id for change_id, _ in found.overruled] == ["c1"]


def test_a_file_without_its_key_has_nothing_laid_over_it():
    assert edits.laid_over(["name_en"], [["A"]], [new("c")]).rows == [["A"]]


CELL = st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=6))
def test_what_is_written_is_read_as_it_was(rows):
    assert edits.parsed(edits.written(["a", "b"], rows)) == (["a", "b"], rows)


@pytest.mark.parametrize("file", edits.KEYS)
def test_the_files_of_the_project_are_written_byte_for_byte_as_they_are(file):
    content = (Path(__file__).parents[1] / "data" / "catalog" / file).read_bytes()
    assert edits.written(*edits.parsed(content.decode("utf-8"))).encode() == content


def test_each_key_is_the_one_that_its_file_is_read_with():
    assert {table.name: table.key for table in specs.CATALOGUE if table.name in edits.KEYS} == dict(edits.KEYS)
