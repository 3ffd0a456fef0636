"""Two processes of the site behind nginx, over a data folder of their own; shared by the tests of this folder."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from smart7 import store
from tests import people
from tests.server import proxied
from tests.server.proxied import Site
from tests.server.visitor import Visitor


@pytest.fixture(scope="session")
def behind(snapshot, tmp_path_factory) -> Iterator[Site]:
    """Run the site as it is shipped; without nginx the tests are skipped, or fail where they are required."""
    if proxied.NGINX is None:
        (pytest.fail if os.environ.get("SMART7_NGINX") == "required" else pytest.skip)(proxied.MISSING)
    place = tmp_path_factory.mktemp("behind")
    data = shutil.copytree(store.data_folder(), place / "data")
    with proxied.site(place, data) as site:
        yield site


@pytest.fixture
def whole(behind) -> Iterator[Site]:
    """Return the site with both processes up, and leave it so."""
    yield behind
    for process in behind.processes.values():
        if process.child is None:
            process.start()


@pytest.fixture
def officer(behind, monkeypatch) -> dict[str, str]:
    """Return the cookies of somebody who may send files."""
    monkeypatch.setenv("SMART7_DATA", str(behind.data))
    return people.session("officer")


@pytest.fixture
def newcomer(behind) -> Iterator[Callable[[], Visitor]]:
    """Return a function that makes visitors nobody has seen before."""
    made = []

    def make() -> Visitor:
        made.append(Visitor(behind.url, behind.certificate))
        return made[-1]

    yield make
    for each in made:
        if each.line:
            each.leave()
