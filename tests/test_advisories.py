"""No pinned package has a fault that became known, asked of a service outside where that can be done."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

LIST = Path(__file__).parents[1] / "requirements.txt"
# Asked without strictness, and judged here: a service that knows no package must not read as one without faults.
ASK = ("--no-deps", "--disable-pip", "--progress-spinner=off", "--timeout=10", "--format=json")


def judged(told: str) -> tuple[list[str], list[str]]:
    """Return which packages have a known fault, with its name, and which could not be asked about."""
    packages = json.loads(told)["dependencies"]
    known = [f"{one['name']} {one['version']}: {v['id']}" for one in packages for v in one.get("vulns", [])]
    return known, [one["name"] for one in packages if "skip_reason" in one]


@pytest.mark.slow
def test_no_pinned_package_has_a_known_fault(tmp_path):
    def cannot(why):
        (pytest.fail if os.environ.get("SMART7_AUDIT") == "required" else pytest.skip)(why)

    program = shutil.which("pip-audit")
    if program is None:
        cannot("pip-audit is not on the path; docs/operating.md says how it is installed")
    first = tmp_path / "first.txt"  # one is asked for first: a service that is not there keeps each waiting
    first.write_text(LIST.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    for file in (first, LIST):
        line = [program, *ASK, "--requirement", str(file)]
        told = subprocess.run(line, capture_output=True, encoding="utf-8", check=False)
        if not told.stdout.startswith("{"):
            cannot(f"the service did not answer: {told.stderr[-300:]}")
        known, unasked = judged(told.stdout)
        assert known == []
        if unasked:
            cannot(f"the service knows nothing of {', '.join(unasked)}")


def test_an_answer_that_leaves_packages_out_is_not_taken_for_one_without_faults():
    answer = {
        "dependencies": [
            {"name": "sound", "version": "1.0", "vulns": []},
            {"name": "faulty", "version": "2.0", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["2.1"]}]},
            {"name": "unknown", "skip_reason": "Dependency not found on PyPI and could not be audited"},
        ],
        "fixes": [],
    }
    assert judged(json.dumps(answer)) == (["faulty 2.0: PYSEC-2026-1"], ["unknown"])
