"""What the gate leaves out is there to be run: each pattern of tests/slow.txt names a test."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.conftest import left_to_slow

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("pattern", left_to_slow())
def test_a_pattern_names_a_test_that_there_is(pattern):
    file, _, name = pattern.partition("::")
    function = name.partition("[")[0]
    text = (ROOT / file).read_text("utf-8")
    assert function == "*" or f"def {function}(" in text


def test_the_patterns_are_in_order_and_none_stands_twice():
    assert left_to_slow() == sorted(set(left_to_slow()))


def test_a_pattern_with_a_variant_matches_that_variant_alone():
    assert fnmatchcase("tests/a.py::test_b[th]", "tests/a.py::test_b[[]th]")
    assert not fnmatchcase("tests/a.py::test_b[en]", "tests/a.py::test_b[[]th]")
