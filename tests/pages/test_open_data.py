"""The sources page: who is late, what can be taken away, what a column means, what changed since another snapshot."""

import pytest

from smart7.words import sources as words


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_owner_has_its_freshness_and_the_counts_add_up(visitor, ask, lang) -> None:
    there = visitor.open("sources", lang=lang)
    title = words.FRESHNESS.get(lang)
    (table,) = (t for t in there.markup.all("table") if t.all("caption") and t.rows() and title in t.text)
    rows = [row for row in table.rows()[1:] if len(row) == 6]
    numbers = [[int(cell.replace(",", "")) for cell in row[1:]] for row in rows]
    assert sum(row[0] for row in numbers) == ask("select count(*) from indicators")[0][0]
    for owned, sent, in_time, late, never in numbers:
        assert owned == sent + never and sent == in_time + late


def test_the_links_take_away_what_the_snapshot_offers(visitor, snapshot) -> None:
    from smart7.packs import bundle

    links = [a.attributes["href"] for a in visitor.open("sources", lang="en").markup.all("a")]
    files = [link.removeprefix(f"/download/{snapshot}/") for link in links if link.startswith("/download/")]
    assert bundle.EVERYTHING in files and "observations.parquet" in files and "stations.geojson" in files
    assert all(bundle.offers(snapshot, name) for name in files)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_table_chosen_shows_its_columns_with_their_meaning(visitor, lang) -> None:
    there = visitor.open("sources", lang=lang, table="observations")
    assert "known_from" in there.markup.text and "From which day on this was held true" in there.markup.text
    assert there.warnings == []


@pytest.mark.parametrize(("name", "value"), [("table", "nothing"), ("before", "20200101-0123456789")])
def test_an_unknown_choice_of_the_link_is_said(visitor, name, value) -> None:
    assert value in visitor.open("sources", lang="en", **{name: value}).warnings[0]


def test_what_changed_since_another_snapshot_is_shown_row_by_row(tiny, visit_to) -> None:
    tiny.figure(tiny.indicator("counted"), "town", "2026-08-01", 5)
    tiny.figure(tiny.indicator("other"), "town", "2026-08-01", 7)
    before = tiny.build().snapshot_id
    tiny.rows["published.csv"][0]["value"] = 6
    there = visit_to(tiny.build().folder).open("sources", lang="en", before=before)
    assert there.at.selectbox(key="open-changed").options == ["counted"]
    there.choose("open-changed", "counted")
    (found,) = there.at.dataframe
    assert found.value["Change"].tolist() == ["another value"]
    assert (found.value["After"] - found.value["Before"]).tolist() == [1.0]
    assert there.at.query_params["changed"] == "counted"
