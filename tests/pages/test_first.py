"""The first answer of the server beside the live page: one markup, shown twice."""

from urllib.parse import urlencode

import pytest

from smart7.first import answer
from tests.pages.conftest import of_both


def content(page, **link):
    return answer.document(answer.link(page, urlencode(link))).body("identity").decode()


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("overview", {}),
        ("overview", {"lang": "en", "verdict": "off", "aim": "safe", "order": "name"}),
        ("overview", {"since": "2025-11-01", "lang": "en"}),
        ("living", {"lang": "en", "year": "2022"}),
        ("education", {"sample": "hide"}),
        ("people", {"form": "cards"}),
        ("mobility", {"lang": "en"}),
        ("indicator", {"id": "road-deaths-province", "lang": "en"}),
        ("indicator", {"id": "attendance", "year": "2024"}),
        ("units", {"lang": "en", "unit": "division-health"}),
        ("sources", {"lang": "en"}),
        ("programme", {}),
        ("service", {"lang": "en", "line": "songthaew_2018.st3", "day": "2018-12-07", "stop": "2"}),
        ("glossary", {"lang": "en"}),
        ("revisions", {"lang": "en"}),
        ("revisions", {"since": "2009-12-31", "until": "2026-10-01"}),
        ("present", {}),
        ("signin", {}),
        ("signin", {"lang": "en", "said": "refused", "next": "/map?lang=th&layers=lrt"}),
    ],
)
def test_the_first_answer_shows_the_very_markup_of_the_live_page(snapshot, seen, page, link):
    own = of_both(seen(page, **link).at)
    first = content(page, **link)
    alike = [part for part in own if part in first]
    assert alike and (len(alike) == len(own) or page == "sources")
