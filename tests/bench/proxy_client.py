"""Visitors in a process of their own: `python -m tests.bench.proxy_client URL CERTIFICATE NUMBERS SECONDS`.

NUMBERS names the processes the visitors go to, one letter a visitor (`1212`). Prints how many runs of pages a second
were answered.
"""

import sys
import time
from pathlib import Path
from threading import Barrier, Thread

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.server.visitor import Visitor

PAGES = ("overview", "mobility", "living", "units", "sources", "education")
WARM = 2


class Walker(Thread):
    """One visitor who opens page after page, the next as soon as one is there."""

    def __init__(self, visitor: Visitor, number: int, seconds: float, together: Barrier) -> None:
        """Remember who walks, where they begin and for how long."""
        super().__init__()
        self.visitor, self.number, self.seconds, self.together = visitor, number, seconds, together
        self.runs = 0

    def run(self) -> None:
        """Open every page until it is warm, wait for the others, then count."""
        self.visitor.arrive()
        for page in PAGES * WARM:
            self.visitor.page(page)
        self.together.wait(timeout=120)
        until = time.monotonic() + self.seconds
        while time.monotonic() < until:
            found = self.visitor.page(PAGES[(self.runs + self.number) % len(PAGES)])
            assert found[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            self.runs += 1
        self.visitor.leave()


def main() -> None:
    """Let the visitors walk and print runs a second."""
    url, certificate, numbers, seconds = sys.argv[1:]
    together = Barrier(len(numbers))
    walkers = []
    for n, process in enumerate(numbers):
        visitor = Visitor(url, Path(certificate), {"smart7_process": process})
        walkers.append(Walker(visitor, n, float(seconds), together))
    for walker in walkers:
        walker.start()
    for walker in walkers:
        walker.join()
    print(sum(walker.runs for walker in walkers) / float(seconds))


if __name__ == "__main__":
    main()
