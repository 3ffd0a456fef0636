"""Which tests go to one worker together: those of a file, and all that need the browser."""

from pathlib import PurePosixPath

from xdist.scheduler import LoadFileScheduling

BROWSER = PurePosixPath("tests/browser")


class Dealt(LoadFileScheduling):
    """Deals out file after file, and the files of the browser's tests at once.

    They share one browser and one server, whose pages are drawn for the first time once: on two workers there would be
    two of each. They take less than half of what all tests take, so that no worker waits for them at the end.
    """

    def _split_scope(self, nodeid: str) -> str:
        """Return what is dealt out together with a test."""
        file = super()._split_scope(nodeid)
        return str(BROWSER) if BROWSER in PurePosixPath(file).parents else file
