"""The board on the live page: what its link asks for is shown, and what it cannot is said."""

import re
from datetime import date

import pytest

from smart7 import catalog
from smart7.i18n import LANGS
from smart7.markup.pieces import JOINER
from smart7.words import board as words


def name(tile):
    """Return the name on a tile."""
    return tile.one("a").attributes["aria-label"].split("\n")[0].replace(JOINER, "")


def tiles(visit):
    """Return the marks of every tile."""
    (board,) = visit.markup.all("div", "s7-board")
    return [set(tile.css) for tile in board.all("li")]


@pytest.mark.parametrize("lang", LANGS)
def test_every_indicator_is_one_tile_with_its_name(seen, figures_of, lang):
    there = seen("overview", lang=lang)
    (board,) = there.markup.all("div", "s7-board")
    names = [name(tile) for tile in board.all("li")]
    assert sorted(names) == sorted(f.name.get(lang) for f in figures_of())
    assert len(list(board.all("section"))) == len(catalog.DOMAINS)


def test_by_name_the_tiles_of_a_domain_stand_as_a_dictionary_has_them(seen, ask):
    there = seen("overview", order="name")
    (board,) = there.markup.all("div", "s7-board")
    for domain, row in zip(catalog.DOMAINS, board.all("section"), strict=True):
        wanted = ask("select name_th from indicators where domain_id = ? order by name_th collate th", domain.id)
        assert [name(tile) for tile in row.all("li")] == [wanted_name for (wanted_name,) in wanted]


def test_a_narrower_look_changes_the_legend_and_leaves_the_board_as_it_is(seen):
    links = ({}, {"verdict": "off"}, {"owner": "division-health", "only": "late", "aim": "safe"})
    blocks = [
        {
            block.value
            for block in seen("overview", **link).at.main
            if 's7-board" role' in str(getattr(block, "value", ""))
        }
        for link in links
    ]
    assert blocks[0] == blocks[1] == blocks[2] and len(blocks[0]) == 1
    assert ".s7-board li:not(.safe.division-health.late)" in "".join(
        b.value for b in seen("overview", owner="division-health", only="late", aim="safe").at.main if b.type == "html"
    )


def test_a_choice_that_does_not_exist_is_said_and_everything_is_shown(visitor):
    there = visitor.open("overview", lang="en", verdict="red", owner="division-9")
    assert len(there.warnings) == 2 and "red" in there.warnings[0] and "division-9" in there.warnings[1]
    assert "s7-looked-at" not in there.html and dict(there.at.query_params) == {"lang": "en"}


def test_a_choice_of_the_board_does_not_go_along_to_other_pages(visitor):
    there = visitor.open("overview", lang="en", verdict="off")
    assert there.at.query_params["verdict"] == "off"
    visitor.at.query_params = {}
    assert "verdict" not in visitor.go("living").at.query_params
    visitor.at.query_params = {}
    assert "verdict" not in visitor.go("overview").at.query_params


def test_with_samples_hidden_their_tiles_are_empty(seen):
    shown, hidden = tiles(seen("overview")), tiles(seen("overview", sample="hide"))
    made_up = sum("sample" in tile for tile in shown)
    assert made_up and not any("sample" in tile for tile in hidden)
    assert sum("missing" in tile for tile in hidden) == made_up + sum("missing" in tile for tile in shown)


def test_with_nothing_but_samples_nothing_looks_like_a_verdict(tiny, visit_to):
    for n, domain in enumerate(catalog.DOMAINS):
        tiny.profile(tiny.indicator(f"made-up-{n}", domain=domain.id), target_start=40, target_end=100)
    tiny.unit("far-away", "peer_city", parent=None)
    tiny.figure(tiny.indicator("elsewhere"), "far-away", date(2026, 9, 1), 5)
    there = visit_to(tiny.build(with_sample=True).folder).open("overview", lang="en", sample="show")
    bears = set.union(*tiles(there))
    assert "sample" in bears and not bears & {"on", "near", "off", "then"}
    assert words.NONE_KNOWN.format("en", total=8) in there.words or "none of them can be held" in there.words
    assert words.MOVED_MOST.en.split("{")[0] not in there.words


def test_the_sentence_names_no_sample_figure_and_leads_to_what_it_names(seen, figures_of):
    there = seen("overview", lang="en")
    assert re.match(r"\d+ of 206 indicators are known", there.markup.one("p", "s7-lead").text)
    (line,) = (n for n in there.markup.all("p", "s7-line") if "Moved most" in n.text)
    moved = line.one("a")
    real = {f.indicator_id: f for f in figures_of() if not f.is_sample}
    assert real[re.search("id=([a-z0-9-]+)", moved.attributes["href"])[1]].name.en == moved.text
