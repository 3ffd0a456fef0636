"""What the gate leaves out is there to be run: each pattern of tests/slow.txt names a test."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests import conftest
from tests.conftest import left_to_slow

ROOT = Path(__file__).parents[1]
PATTERNS = [pattern for pattern, _ in left_to_slow()]


@dataclass
class Item:
    """A test as it is collected."""

    nodeid: str
    slow: bool = False

    def get_closest_marker(self, _name):
        return self.slow or None

    def add_marker(self, _mark):
        self.slow = True


def test_a_pattern_names_a_test_that_there_is():
    missing = [pattern for pattern in PATTERNS if not (ROOT / pattern.partition("::")[0]).is_file()]
    assert missing == []


def test_a_pattern_fits_a_test_with_its_variant(request):
    if any("::" in one for one in request.config.args):
        pytest.skip("only some tests of a file were asked for")
    assert conftest.MEANT_NOTHING == []


def test_a_pattern_that_fits_nothing_of_its_file_is_found(monkeypatch):
    monkeypatch.setattr(conftest, "MEANT_NOTHING", [])
    monkeypatch.setattr(conftest, "left_to_slow", lambda: [("tests/a.py::test_a", 0), ("tests/b.py::test_b", 0)])
    conftest.pytest_collection_modifyitems([Item("tests/a.py::test_a[th]")])
    assert conftest.MEANT_NOTHING == ["tests/a.py::test_a"]


def test_the_patterns_are_in_order_and_none_stands_twice():
    assert sorted(set(PATTERNS)) == PATTERNS


def test_a_pattern_with_a_variant_matches_that_variant_alone():
    assert fnmatchcase("tests/a.py::test_b[th]", "tests/a.py::test_b[[]th]")
    assert not fnmatchcase("tests/a.py::test_b[en]", "tests/a.py::test_b[[]th]")


def test_of_many_alike_the_gate_keeps_one_in_so_many_of_those_that_no_other_line_leaves_out(monkeypatch):
    lines = [("tests/a.py::test_b*", 3), ("tests/a.py::test_b[[]1]", 0), ("tests/a.py::test_c", 0)]
    monkeypatch.setattr(conftest, "MEANT_NOTHING", [])
    monkeypatch.setattr(conftest, "left_to_slow", lambda: lines)
    items = [Item(f"tests/a.py::test_{name}") for name in ("a", "b[1]", "b[2]", "b[3]", "b[4]", "b[5]", "c")]
    conftest.pytest_collection_modifyitems(items)
    assert [item.nodeid[-5:] for item in items if not item.slow] == ["est_a", "_b[2]", "_b[5]"]
