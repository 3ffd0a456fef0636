"""What is found on the pages of a PDF by three readers of different make: Chrome's, MuPDF and pypdf."""

import io
import re
from functools import cache

import pymupdf
import pypdf
import pypdfium2

WORD = "เพิ่มขึ้น"


def plain(text: str) -> str:
    """Return a text without spaces and ends of lines; a hyphen that ends one is what PDFium tells as U+FFFE."""
    return re.sub(r"\s", "", text.replace("\ufffe", "-"))


def pdfium(made: bytes) -> list[str]:
    """Return the text of each page as Chrome finds it."""
    with pypdfium2.PdfDocument(made) as file:
        return [page.get_textpage().get_text_range() for page in file]


def mupdf(made: bytes) -> list[str]:
    """Return the text of each page as the viewers find it that are built on MuPDF."""
    with pymupdf.open(stream=made, filetype="pdf") as file:
        return [page.get_text() for page in file]


def by_codes(made: bytes) -> list[str]:
    """Return the text of each page by what the codes of its fonts stand for alone."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]


READERS = {"PDFium": cache(pdfium), "MuPDF": cache(mupdf), "pypdf": cache(by_codes)}


def whole(made: bytes, reader=READERS["pypdf"]) -> str:
    """Return everything in a file, without spaces."""
    return plain("".join(reader(made)))


def found_by_pdfium(made: bytes, word: str) -> int:
    """Return how often Chrome's search finds a word."""
    with pypdfium2.PdfDocument(made) as file:
        return sum(hits(page.get_textpage().search(word, match_case=True)) for page in file)


def hits(search) -> int:
    """Return how often a search finds what it looks for."""
    return sum(1 for _ in iter(search.get_next, None))


def found_by_mupdf(made: bytes, word: str) -> int:
    """Return how often MuPDF's search finds a word."""
    with pymupdf.open(stream=made, filetype="pdf") as file:
        return sum(len(page.search_for(word)) for page in file)
