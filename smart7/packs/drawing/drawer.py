"""Charts to SVG, here or in a process beside this one: the renderer lets no other thread of its process work meanwhile.

Run as a module it is that process: a line of JSON in for each chart, a line of JSON out.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from smart7 import theme
from smart7.i18n import Lang

ROOT: Final = Path(__file__).resolve().parents[3]
TINY: Final = {"mark": "point", "data": {"values": [{}]}}


@cache
def register_fonts() -> None:
    """Tell the renderer where Sarabun lies."""
    import vl_convert  # here, as only who takes a picture away needs the renderer

    spec = find_spec("fontpkg_sarabun")
    assert spec is not None and spec.origin is not None
    vl_convert.register_font_directory(str(Path(spec.origin).parent / "files"))


def convert(spec: dict[str, Any], lang: Lang) -> str:
    """Return a specification as SVG, drawn in this process."""
    import vl_convert

    register_fonts()
    return vl_convert.vegalite_to_svg(
        spec, format_locale=theme.number_locale(lang), time_format_locale=theme.time_locale(lang)
    )


class Beside:
    """The process that draws, and a thread that hands it one chart after the other."""

    def __init__(self) -> None:
        """Start the process; it gets ready by itself."""
        self.child = subprocess.Popen(
            [sys.executable, "-m", __spec__.name], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            encoding="utf-8",
        )  # fmt: skip
        self.hand = ThreadPoolExecutor(1)

    def ask(self, spec: dict[str, Any], lang: Lang) -> str:
        """Return a specification as SVG; raises `ValueError` with what the renderer says of it."""
        assert self.child.stdin is not None and self.child.stdout is not None
        self.child.stdin.write(json.dumps([spec, lang]) + "\n")
        self.child.stdin.flush()
        svg, fault = json.loads(self.child.stdout.readline() or '["", "the process that draws has ended"]')
        if fault:
            raise ValueError(fault)
        return str(svg)

    def close(self) -> None:
        """End the process."""
        self.hand.shutdown(cancel_futures=True)
        self.child.kill()
        self.child.communicate()


_beside: list[Beside] = []


@contextmanager
def beside() -> Iterator[None]:
    """Draw charts in a process of their own from here on, while slides and pages are put together in this one."""
    _beside.append(Beside())
    try:
        yield
    finally:
        _beside.pop().close()


def svg(spec: dict[str, Any], lang: Lang) -> Future[str]:
    """Return a specification as SVG, when it is drawn."""
    if _beside:
        return _beside[-1].hand.submit(_beside[-1].ask, spec, lang)
    drawn: Future[str] = Future()
    drawn.set_result(convert(spec, lang))
    return drawn


def main() -> None:
    """Draw what is asked for until nobody asks any more."""
    convert(TINY, "th")
    for line in sys.stdin:
        spec, lang = json.loads(line)
        try:
            answer = (convert(spec, lang), "")
        except ValueError as error:
            answer = ("", str(error) or "the renderer refused a chart")
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
