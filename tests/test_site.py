"""The script every visit runs: the menu, the page asked for, and the snapshot it reads."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from smart7 import catalog, kept, store, web
from smart7.components import data
from smart7.i18n import LANGS
from smart7.words import common, site

ROOT = Path(__file__).parents[1]
SITE = ROOT / "smart7" / "site.py"


@pytest.fixture
def menu(snapshot, monkeypatch):
    """Return a function that visits the site and gives the menu it draws."""
    drawn = {}
    navigation = st.navigation

    def kept(groups, **options):
        drawn.update(groups=groups, **options)
        return navigation(groups, **options)

    monkeypatch.setattr(st, "navigation", kept)

    def open_site(lang="th"):
        visit = AppTest.from_file(SITE, default_timeout=60)
        visit.query_params = {"lang": lang}
        visit.run()
        assert not visit.exception
        return drawn

    return open_site


def test_every_page_has_its_script_and_every_script_its_page():
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == {page.id for page in catalog.PAGES}


@pytest.mark.parametrize("lang", LANGS)
def test_the_menu_has_the_overview_then_the_seven_domains_then_what_goes_in_depth(menu, lang):
    groups = menu(lang)["groups"]
    assert list(groups) == [common.APP.get(lang), site.DOMAINS.get(lang), site.OTHER.get(lang)]
    first, domains, depth = groups.values()
    assert [page.title for page in first] == [catalog.page("overview").title.get(lang)]
    assert [page.title for page in domains] == [domain.name.get(lang) for domain in catalog.DOMAINS]
    assert {page.url_path for page in depth} >= {"units", "sources", "indicator"}


def test_the_menu_names_neither_the_page_of_one_indicator_nor_those_that_take_an_account(menu):
    hidden = [page.url_path for group in menu()["groups"].values() for page in group if page.visibility == "hidden"]
    assert hidden == ["indicator", "catalogue", "signin", "admin"]


def test_the_address_of_each_page_is_its_id_and_the_overview_is_at_the_root(menu):
    paths = [page.url_path for group in menu()["groups"].values() for page in group]
    assert paths[0] == "" and set(paths[1:]) == {page.id for page in catalog.PAGES[1:]}
    assert all(path.isascii() and "/" not in path for path in paths)


def test_a_visit_opens_with_the_overview_in_thai(snapshot):
    visit = AppTest.from_file(SITE, default_timeout=60).run()
    assert f">{catalog.page('overview').title.th}</h1>" in "".join(block.value for block in visit.main.get("html"))


def test_a_page_reads_one_snapshot_from_start_to_end(snapshot, monkeypatch):
    asked = []
    answered = store.answered
    monkeypatch.setattr(store, "answered", lambda i, *rest: asked.append(i) or answered(i, *rest))
    kept.forget()
    st.cache_data.clear()
    st.cache_resource.clear()
    visit = AppTest.from_file(SITE, default_timeout=60).run()
    assert visit.session_state[data.RUN_KEY] == snapshot and set(asked) == {snapshot}


def test_a_new_snapshot_is_read_by_the_next_run_of_an_open_visit(tiny, monkeypatch):
    tiny.figure(tiny.indicator("counted"), "town", "2026-09-01", 5)
    monkeypatch.setenv("SMART7_DATA", str(tiny.build().folder))
    visit = AppTest.from_file(SITE, default_timeout=60)
    visit.query_params = {"lang": "en"}
    visit.run()
    tiny.figure("counted", "town", "2026-08-01", 7)
    newer = tiny.build().snapshot_id
    visit.run()
    assert any(newer in block.value for block in visit.main.get("html")) and not visit.exception


@pytest.fixture
def corrupt(tmp_path, monkeypatch):
    """Put a file in service that is no snapshot."""
    folder = tmp_path / "snapshots"
    folder.mkdir()
    (folder / "20991231-broken.duckdb").write_bytes(b"not a database" * 1000)
    (folder / "current").write_text("20991231-broken", "utf-8")
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))


def test_a_corrupt_snapshot_is_an_error_of_the_run_and_not_an_empty_page(corrupt):
    visit = AppTest.from_file(SITE, default_timeout=60).run()
    assert len(visit.exception) == 1 and not visit.main.get("html")


def test_a_corrupt_snapshot_does_not_keep_the_server_from_starting(corrupt, caplog):
    web.warm()
    assert "snapshot" in caplog.text
