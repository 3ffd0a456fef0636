"""Small pieces of markup: attributes, tables, lists. Every text that comes from data is escaped here."""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from typing import Final
from unicodedata import category
from urllib.parse import quote

from smart7.words.compounds import COMPOUNDS

# The longest first, since one may begin with another.
WHOLE: Final = re.compile("|".join(sorted(COMPOUNDS, key=len, reverse=True)))
SIDE_BY_SIDE: Final = 3
"""So many columns have room beside one another on a telephone; one fewer where there are sentences."""
HALF: Final = 22.5
"""So many letters of a label and its value have room in half of a telephone."""
SMALL: Final = 0.85
"""A letter of a label takes so much of one of its value."""
LABELLED: Final = 16
"""So many columns the style sheet finds the labels of; a cell of one beyond them holds its own."""
JOINER: Final = "\u2060"
"""What is neither seen nor heard, and has no line break beside it."""
HELD: Final = "data-s7-held"
FOLDED: Final = re.compile(f"<details {HELD}='([^']*)'([^>]*>.*?</summary>)", re.DOTALL)
TAGS: Final = re.compile(r"<[^>]*>")


def text(plain: str) -> str:
    """Return a plain text as markup, in which no line breaks within a Thai compound."""
    return WHOLE.sub(r"<span class='s7-word'>\g<0></span>", escape(plain))


def bound(plain: str) -> str:
    """Return a plain text with a joiner on both sides of a Thai compound: for an attribute, which holds no elements."""
    return WHOLE.sub(f"{JOINER}\\g<0>{JOINER}", plain)


def tag(name: str, plain: str, css: str = "", **attributes: str) -> str:
    """Return an element that holds a plain text."""
    return wrap(name, text(plain), css, **attributes)


def wrap(name: str, inner: str, css: str = "", **attributes: str) -> str:
    """Return an element round markup that is already safe."""
    return f"<{name}{attribute('class', css)}{written(attributes)}>{inner}</{name}>"


def attribute(name: str, value: str) -> str:
    """Return one attribute, or nothing for an empty value."""
    return f' {name}="{escape(value)}"' if value else ""


def written(attributes: dict[str, str]) -> str:
    """Return attributes; an underscore in a name stands for a hyphen."""
    return "".join(attribute(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())


def masked(drawn: str, css: str, attributes: str = "") -> str:
    """Return an SVG picture as a mask over a coloured ground: the style sheet alone says in which colour it is seen.

    Markup of its own would be taken out on the way to the browser. `attributes` are written already.
    """
    picture = quote(drawn, safe="/ =:,.-")
    return f"""<span class='{css}'{attributes} style="--s7-line:url('data:image/svg+xml,{picture}')"></span>"""


class Safe(str):
    """Markup that is already escaped, so that a table cell may hold it."""

    __slots__ = ()


def link(plain: str, href: str) -> Safe:
    """Return a link to a page of this site."""
    return Safe(tag("a", plain, href=href))


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "", numbers: Sequence[int] = (),
    sentences: Sequence[int] = (), seen: bool = False, fits: bool = False,
) -> str:  # fmt: skip
    """Return a real table: a caption, column headers, row headers in the first column.

    Cells are plain texts, or links made here; columns of sentences keep room to be read. The caption is heard alone,
    as a heading above says it already; `seen` where none does. Where there is no room for all columns, as on a
    telephone, each row is laid out as its name and, below it, its cells with what they are called. One that `fits`
    has few and short columns, which are compared: they stand side by side everywhere.
    """
    css = ["s7-num" if n in numbers else "s7-long" if n in sentences else "" for n in range(len(header))]
    stacks = not fits and len(header) > (SIDE_BY_SIDE - bool(sentences))
    said = list(header) if stacks else []
    head = "".join(tag("th", name, css[n], scope="col", **role("columnheader", said)) for n, name in enumerate(header))
    body = "".join(
        wrap("tr", "".join(cell(held, n, css[n], said) for n, held in enumerate(row)), **role("row", said))
        for row in rows
    )
    top = tag("caption", caption, "" if seen else "s7-heard") if caption else ""
    inner = top + wrap("thead", wrap("tr", head, **role("row", said)), **role("rowgroup", said))
    inner += wrap("tbody", body, **role("rowgroup", said))
    shape = "s7-table s7-stacks" if stacks else "s7-table s7-fits"
    drawn = wrap("table", inner, shape, **role("table", said), style=labels(said))
    return wrap("div", drawn, "s7-scroll", tabindex="0", role="region", aria_label=caption or header[0])


def labels(said: Sequence[str]) -> str:
    """Return what the style sheet writes before the cells of a table that stacks: said once, and not in each cell."""
    return ";".join(f"--c{n}:{quoted(name)}" for n, name in enumerate(said[1:LABELLED], 2))


def quoted(plain: str) -> str:
    """Return a text as a style sheet writes it."""
    escaped = plain.replace("\\", r"\5c ").replace('"', r"\22 ").replace("\n", " ")
    return f'"{escaped}"'


def role(name: str, stacked: Sequence[str]) -> dict[str, str]:
    """Return what an element of a table stays to whoever listens, where its rows may be laid out in another way."""
    return {"role": name} if stacked else {}


def cell(held: str, column: int, css: str, said: Sequence[str] = ()) -> str:
    """Return a table cell; the first of a row is its header. `said` is what the columns of a table that stacks say."""
    inner = held if isinstance(held, Safe) else text(held)
    if column == 0:
        return wrap("th", inner, css, scope="row", **role("rowheader", said))
    if not said:
        return wrap("td", inner, css)
    wide = SMALL * letters(said[column]) + letters(TAGS.sub("", inner)) > HALF
    own = f"--s7-label:{quoted(said[column])}" if column >= LABELLED else ""
    return wrap("td", inner, f"{css} s7-wide".strip() if wide else css, role="cell", style=own)


def letters(plain: str) -> int:
    """Return how many letters of a text stand beside one another: marks above and below take no room."""
    return len(plain) if plain.isascii() else sum(category(letter) != "Mn" for letter in plain)


def heading(text: str, level: int = 2) -> str:
    """Return a heading."""
    return tag(f"h{level}", text, "s7-heading")


def more(summary: str, inner: str, *, opened: bool = False) -> str:
    """Return something that opens on a click or a key, or stands open from the start."""
    if opened:
        return wrap("details", tag("summary", summary) + inner, "s7-more", open="open")
    return folded(text(summary), inner, "s7-more")


def folded(summary: str, inner: str, css: str = "") -> str:
    """Return something that opens, and whose inside travels as a text until then.

    A browser looks through, builds and keeps all elements there are, and most of a page is folded away. The script of
    the first page makes elements of the text when it is opened, printed, or when there is time (`first/page.js`).
    """
    # No more is escaped than has to be between single quotes: the rest would make it a fifth longer.
    held = unfolded(inner).replace("&", "&amp;").replace("'", "&#x27;")
    return f"<details {HELD}='{held}'{attribute('class', css)}><summary>{summary}</summary></details>"


def unfolded(markup: str) -> str:
    """Return markup in which what is folded away stands as elements, as whoever has no script needs it."""
    return FOLDED.sub(lambda found: f"<details{found[2]}{unescape(found[1])}", markup)
