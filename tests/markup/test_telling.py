"""Which figures of a domain are told large, and in which order: the rule of docs/method.md."""

from datetime import date

import pytest

from smart7 import calendar, catalog, reading, telling, view
from smart7.figures import Provenance, Source
from smart7.i18n import Text
from smart7.metrics import Status

UNTIL = date(2026, 9, 30)
NONE = Status("none", "no_target")


@pytest.fixture
def named(figure):
    """Return a maker of figures with a source of their own, told by one name."""

    def make(name, source="", **changes):
        text = Text(name, name)
        origin = Provenance((Source(source or name, text, None),), None, text, text, None)
        return figure(indicator_id=name, provenance=origin, **changes)

    return make


def order(figures):
    return [one.indicator_id for one in telling.leading(figures, UNTIL)]


def test_a_verdict_counts_more_than_a_line_and_today_more_than_then(named):
    then = named("then", status=Status("on", then=True))
    now = named("now", status=Status("off"))
    line = named("line", status=NONE, spark=tuple(map(float, range(20))))
    assert order([line, then, now]) == ["now", "then", "line"]


def test_among_equals_the_citys_own_then_a_direction_then_the_longer_line(named):
    short, long = (1.0, 2.0, 3.0), (1.0, 2.0, 3.0, 4.0)
    every = [
        named("context", status=NONE, direction="context", spark=long),
        named("province", status=NONE, level="province", spark=long),
        named("short", status=NONE, spark=short),
        named("long", status=NONE, spark=long),
    ]
    assert order(every) == ["long", "short", "context"]
    assert order(every[:2]) == ["context", "province"]


def test_a_source_speaks_again_only_after_all_others(named):
    first, again = named("first", source="s"), named("again", source="s")
    other = named("other", status=NONE)
    assert order([first, again, other]) == ["first", "other", "again"]


@pytest.mark.parametrize(
    "changes",
    [
        {"is_sample": True, "quality": "sample"},
        {"value": None, "status": Status("none", "missing")},
        {"complete": False},
        {"level": "country"},
        {"held": (3, 12)},
        {"period": calendar.period("fiscal_year", date(2014, 10, 1))},
        {"status": NONE, "spark": (1.0, 2.0)},
    ],
)
def test_what_is_made_up_missing_not_whole_not_ours_old_or_says_nothing_never_leads(named, changes):
    assert order([named("never", **changes)]) == []


def test_at_most_three_lead(named):
    assert len(order([named(f"n{n}") for n in range(9)])) == telling.MOST


def test_in_a_list_published_figures_come_first_and_those_judged_before_the_others(named):
    every = [
        named("waiting", value=None, status=Status("none", "missing")),
        named("sample", is_sample=True),
        named("context", direction="context", status=Status("none", "context")),
        named("then", status=Status("on", then=True)),
        named("now"),
    ]
    real, made_up, waiting = telling.listed(every)
    assert [f.indicator_id for f in real] == ["now", "then", "context"]
    assert [f.indicator_id for f in made_up] == ["sample"] and [f.indicator_id for f in waiting] == ["waiting"]


@pytest.mark.parametrize("domain", [domain.id for domain in catalog.DOMAINS])
def test_every_domain_of_the_real_data_has_two_or_three_real_figures_to_lead_it(snapshot, domain):
    until = view.newest(reading.about(snapshot))
    told = telling.leading(reading.headline_figures(snapshot, domain, until, True), until)
    assert 2 <= len(told) <= 3
    assert not any(one.is_sample for one in told)
