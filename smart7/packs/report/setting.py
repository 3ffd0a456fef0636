"""Pages set by typst from a folder of their own that holds nothing else, in one typeface, without a clock."""

import json
from collections.abc import Callable
from datetime import UTC
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

import typst

from smart7 import whole
from smart7.packs.content import Pack
from smart7.packs.glyphs import told
from smart7.words import packs as words

STANDARD: Final[Any] = ["ua-1"]
Fill = Callable[[Path], dict[str, Any]]
"""Writes what a template reads into a folder, and returns what it shows."""


class NoFont(Exception):
    """Raise when the typeface is not installed: nothing may be set in another one by chance."""


@cache
def fonts() -> str:
    """Return the folder of the typeface; raises `NoFont`."""
    spec = find_spec("fontpkg_sarabun")
    if spec is None or spec.origin is None:
        raise NoFont(words.NO_FONT.en)
    return str(Path(spec.origin).parent / "files")


def pdf(template: Path, pack: Pack, fill: Fill) -> bytes:
    """Return PDF/UA-1 whose text is told once, the same bytes each time; raises `NoFont`."""
    return told.once(bytes(compiled(template, pack, fill, "pdf", pdf_standards=STANDARD)), fonts())


def compiled(template: Path, pack: Pack, fill: Fill, form: Literal["pdf", "png"], **options: Any) -> Any:  # noqa: ANN401
    """Return what typst makes of a template; what it shows lies beside it as `shown.json`."""
    where = [fonts()]
    with whole.room_aside() as folder, whole.told(folder):
        (folder / "main.typ").write_bytes(template.read_bytes())
        (folder / "shown.json").write_text(json.dumps(fill(folder), ensure_ascii=False), encoding="utf-8")
        compiler = typst.Compiler(str(folder / "main.typ"), str(folder), where, ignore_system_fonts=True)
        return compiler.compile(format=form, timestamp=pack.moment.replace(tzinfo=UTC), **options)
