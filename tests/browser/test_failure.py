"""When something breaks, a visitor reads one sentence with a code, and whoever runs the site finds it in the log."""

import re

import pytest
from playwright.sync_api import expect

from smart7.words import errors

CODE = re.compile(r"\b[0-9a-f]{8}\b")


@pytest.fixture
def broken(server):
    """Put a file in service that is no snapshot, with none to fall back on, and the true ones back at the end."""
    folder = server.data / "snapshots"
    true = (folder / "current").read_text("utf-8")
    sound = list(folder.glob("*.duckdb"))
    for path in sound:
        path.rename(path.with_suffix(".away"))
    (folder / "20991231-broken.duckdb").write_bytes(b"this is not a database" * 500)
    (folder / "current").write_text("20991231-broken", "utf-8")
    yield
    (folder / "current").write_text(true, "utf-8")
    (folder / "20991231-broken.duckdb").unlink()
    for path in sound:
        path.with_suffix(".away").rename(path)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_broken_snapshot_is_one_sentence_with_a_code_and_no_traceback(broken, tab, server, lang):
    tab.page.goto(f"{server.url}/living?lang={lang}")
    before, after = errors.SCRIPT_FAILED.get(lang).split("{code}")
    alert = tab.main.get_by_role("alert")
    expect(alert).to_contain_text(before.strip())
    said = alert.inner_text()
    code = CODE.search(said)[0]
    assert f"code {code}" in server.said
    shown = tab.page.locator("body").inner_text()
    for secret in ("Traceback", "duckdb", "site.py", "/snapshots", "Error"):
        assert secret not in shown
    assert after.strip() in said and tab.outside == []


def test_after_the_fault_is_mended_the_same_page_is_shown_again(tab):
    expect(tab.open("/living?lang=en").main.get_by_role("heading", level=1)).to_have_text("Smart Living")
