"""Tests are dealt out by file, and those of the browser together."""

import pytest

from tests.dealing import Dealt


@pytest.mark.parametrize(
    ("test", "together"),
    [
        ("tests/browser/test_map.py::test_a[390-844]", "tests/browser"),
        ("tests/browser/test_axe.py::test_b", "tests/browser"),
        ("tests/pages/test_map.py::test_a", "tests/pages/test_map.py"),
        ("tests/test_web.py::test_c[::1]", "tests/test_web.py"),
    ],
)
def test_files_of_the_browser_go_to_one_worker_and_others_one_by_one(test, together):
    assert object.__new__(Dealt)._split_scope(test) == together
