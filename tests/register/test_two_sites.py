"""Two servers over one data folder: an act at one shows at the other, a publish reaches the open pages of both."""

import asyncio
import re
import shutil
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from smart7 import store
from smart7.ledger import audit
from smart7.words import register_page as words
from tests.bench import register_times, server
from tests.bench.acting import Person
from tests.bench.register_times import PASSWORD, account
from tests.bench.server import OPENER

pytestmark = pytest.mark.slow
SNAPSHOT = re.compile(r"\d{8}-[0-9a-f]{10}")


@pytest.fixture
def sites(kept_in, snapshot, tmp_path, monkeypatch):
    """Serve a copy of the built data twice; return both addresses."""
    folder = shutil.copytree(store.data_folder(), tmp_path / "data")
    monkeypatch.setenv("SMART7_DATA", str(folder))
    with ExitStack() as both:
        yield [both.enter_context(server.over(folder)) for _ in range(2)]
    store.close_all()


def newest(site):
    """Return what an open page is told of the snapshot in service when it asks."""
    with OPENER.open(urllib.request.Request(f"{site}/newest.txt"), timeout=30) as answer:
        return answer.read().decode()


def named(person):
    """Return the snapshot that the foot of a page names."""
    (foot,) = [said for said in person.shown.said if "s7-foot" in said]
    return SNAPSHOT.search(foot)[0]


async def way(first, second):
    """Take a figure from one server to the other and back; return what was seen at each step."""
    unit_id, due, asked = register_times.owing()[0]
    officer, approver = (Person(first, account("officer", 1, unit_id)), Person(second, account("approver", 1, "")))
    reader = Person(first, "")
    await reader.open("living", lang="en")
    old = named(reader)
    await officer.sign_in(PASSWORD)
    await approver.sign_in(PASSWORD)
    await officer.open("register", due=due, lang="th")
    filled = {f"register-{due}-{key}": text for key, text in register_times.filled(asked, 1, 1).items()}
    await officer.press("register-check-form", filled)
    (number,) = re.findall(r"[0-9a-f]{12}", " ".join((await officer.press("register-hand-in", {})).good))
    # Whoever is signed in at one is at the other: a proxy may lead the same browser to either.
    officer.address = second
    await officer.open("register", lang="en")
    assert words.STATES["handed_in"].en in " ".join(officer.shown.said)
    await approver.open("register", lang="th")
    approved = (await approver.press(f"register-approve-{number}", {})).bad
    published = (await approver.press("register-publish", {})).bad
    told = newest(first), newest(second)
    before = named(reader)
    await reader.run()
    after = named(reader)
    for one in (officer, approver, reader):
        await one.leave()
    return old, before, after, told, approved + published


def test_what_is_done_at_one_shows_at_the_other_and_a_publish_reaches_the_open_pages_of_both(sites):
    there = len(audit.read(oldest=True))  # of who wrote before in what was copied
    with ThreadPoolExecutor(1) as aside:
        old, before, after, told, refused = aside.submit(asyncio.run, way(*sites)).result()
    assert refused == [] and before == old != after and told == (after, after)
    assert store.named() == after and audit.verify() == ""
    acts = [one.act for one in audit.read(oldest=True)[there:] if not one.act.startswith(("account.", "sign_in"))]
    assert acts == ["figure.hand_in", "figure.approve", "publish", "publish"]
