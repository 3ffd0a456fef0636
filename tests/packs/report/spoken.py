"""What a reader finds on the pages of a PDF: the text, and where letters were moved, the text they stand for.

Copying out of a Thai PDF doubles some marks with the letter under them; `plain` makes two such texts alike.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ContentStream

TWICE = re.compile("([\u0e01-\u0e5b])\\1+")
SHOWS = ("Tj", "TJ", "'", '"')


def plain(text: str) -> str:
    """Return a text without spaces and Thai marks, its doubled Thai letters once; digits and Latin stay as they are."""
    letters = "".join(c for c in re.sub(r"[\s\u00a0]", "", text) if unicodedata.category(c) != "Mn")
    return TWICE.sub(r"\1", letters)


def text(page: pypdf.PageObject) -> str:
    """Return everything on a page."""
    fonts = {name: codes(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    content = ContentStream(page.get_contents(), page.pdf)
    return "".join(pieces(content.operations, fonts))


def whole(reader: pypdf.PdfReader) -> str:
    """Return everything in a file."""
    return "".join(text(page) for page in reader.pages)


def pieces(operations: list[Any], fonts: dict[str, dict[int, str]]) -> Iterator[str]:
    """Yield the text of a page piece by piece."""
    held: list[bool] = []
    letters: dict[int, str] = {}
    for operands, operator in operations:
        name = operator.decode()
        if name in ("BDC", "BMC"):
            said = operands[1].get("/ActualText") if name == "BDC" and isinstance(operands[1], dict) else None
            held.append(said is not None)
            if said is not None:
                yield str(said)
        elif name == "EMC":
            held.pop()
        elif name == "Tf":
            letters = fonts[operands[0]]
        elif name in SHOWS and not any(held):
            yield "".join(shown(operands[-1], letters))


def shown(operand: Any, letters: dict[int, str]) -> Iterator[str]:
    """Yield the letters one operand shows."""
    for part in operand if isinstance(operand, list) else [operand]:
        raw = getattr(part, "original_bytes", part)
        if isinstance(raw, bytes):
            yield from (letters.get(int.from_bytes(raw[n : n + 2]), "") for n in range(0, len(raw), 2))


def codes(font: Any) -> dict[int, str]:
    """Return which letters the codes of a font stand for."""
    table = font["/ToUnicode"].get_data().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, said in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            found[int(code, 16)] = bytes.fromhex(said).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for low, high, said in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for n in range(int(low, 16), int(high, 16) + 1):
                found[n] = chr(int(said, 16) + n - int(low, 16))
    return found
