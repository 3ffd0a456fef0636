"""The headline of a panel: a sentence made from its rows, never from a sample figure."""

import pytest

from smart7 import catalog, parts, queries
from smart7.i18n import LANGS
from smart7.markup import findings
from smart7.words import findings as words


def row(label, value, **cells):
    shown = f"{value:,.0f} cases"
    return {"label": label, "value": value, "shown": shown, "measure": "cases", "decimals": 0, "period": "2026",
            "is_sample": False, **cells}  # fmt: skip


@pytest.mark.parametrize(("rule", "rows", "said"), [
    ("since", [row("2020", 200.0), row("2021", 300.0)], "Up 50%, from 200 cases in 2020 to 300 cases in 2021"),
    ("since", [row("2020", 200.0), row("2021", 400.0), row("2022", 100.0)],
     "Down 50%, from 200 cases in 2020 to 100 cases in 2022; the most was 400 cases in 2021"),
    ("since", [row("2020", 20.0, measure="%"), row("2021", 25.0, measure="%")],
     "Up 5 points, from 20 cases in 2020 to 25 cases in 2021"),
    ("since", [row("2020", 0.0), row("2021", 5.0)], "Up 5 cases, from 0 cases in 2020 to 5 cases in 2021"),
    ("since", [row("2020", 5.0), row("2021", 5.0)], "5 cases in 2021, the same as in 2020"),
    ("since", [row("2020", 5.0)], "2020: 5 cases"),
    ("extremes", [row("A", 9.0, period="2025"), row("A", 1.0), row("B", 2.0)], 
     "Most in B, 2 cases; least in A, 1 cases (2026)"),
    ("extremes", [row("A", 1.0), row("B", 1.0)], "All 2 stand at 1 cases"),
    ("peak", [row("", 1.0, period="May"), row("", 9.0, period="June"), row("", 2.0, period="July")],
     "The most was 9 cases, in June; the middle month has 2 cases"),
    ("steps", [row("collected", 100.0), row("plant", 80.0, step="plant"), row("rest", 20.0, step="rest"),
               row("power", 7.0, step="electricity", measure="MWh")],
     "Of 100 cases (collected), 80 cases came to plant: 80%"),
    ("wider", [row("2020", 10.0, series="Men"), row("2020", 14.0, series="Women"), row("2021", 9.0, series="Men"),
               row("2021", 15.0, series="Women")], "Women: 6 cases more than Men in 2021, 4 more in 2020"),
    ("through", [row("Taxes", 60.0, side="in", step="t"), row("Fees", 40.0, side="in", step="f"),
                 row("Staff", 80.0, side="out", step="s"), row("Not spent", 20.0, side="out", step="unspent")],
     "2026: 100 cases came in, most from Taxes (60%); 80 cases was spent, most on Staff (100%)"),
    ("promises", [row("2018", 0.0, promised=2022.0), row("2024", 0.0, promised=2028.0)],
     "The opening was put off by 6 years, from 2022 to 2028, in 2 announcements"),
    ("promises", [row("2018", 0.0, promised=2022.0)], "Promised to open in 2022 (2018)"),
    ("events", [{"title": "One"}, {"title": "Two"}], "2 events, the last: Two"),
])  # fmt: skip
def test_a_panel_says_what_its_rows_say(view, rule, rows, said):
    assert findings.said(rule, rows, view()) == said


@pytest.mark.parametrize("rule", findings.KINDS)
def test_no_sentence_is_made_of_a_sample_figure(view, rule):
    assert findings.said(rule, [row("2020", 12.0, is_sample=True)], view()) == words.SAMPLE.en


def test_rows_without_a_value_are_left_aside(view):
    nothing = row("2022", 5.0) | {"value": None}
    assert findings.said("since", [row("2020", 5.0), row("2021", 6.0), nothing], view()).endswith("6 cases in 2021")
    assert findings.said("since", [nothing], view()) == ""


def test_every_panel_of_a_page_names_a_rule_there_is(snapshot):
    panels = [
        q for q in queries.load_all().values() if q.chart and q.name.split("/")[0] not in ("days", "map", "service")
    ]
    assert panels
    assert {q.name: q.says for q in panels if q.says not in findings.KINDS} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_every_panel_of_the_real_data_has_its_headline(snapshot, view, lang):
    for domain in catalog.DOMAINS:
        for panel in parts.page_panels(snapshot, domain.id, view(lang)):
            assert "s7-says" in panel.above and "{" not in panel.above, panel.name
