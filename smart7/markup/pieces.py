"""Small pieces of markup: attributes, tables, lists. Every text that comes from data is escaped here."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from smart7.words.compounds import COMPOUNDS

# The longest first, since one may begin with another.
WHOLE: Final = re.compile("|".join(sorted(COMPOUNDS, key=len, reverse=True)))


def text(plain: str) -> str:
    """Return a plain text as markup, in which no line breaks within a Thai compound."""
    return WHOLE.sub(r"<span class='s7-word'>\g<0></span>", escape(plain))


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
    as a heading above says it already; `seen` where none does. One that `fits` has few and short columns, which are
    compared: on a telephone they stand side by side as narrow as their words.
    """
    css = ["s7-num" if n in numbers else "s7-long" if n in sentences else "" for n in range(len(header))]
    head = "".join(tag("th", name, css[n], scope="col") for n, name in enumerate(header))
    body = "".join(wrap("tr", "".join(cell(held, n, css[n]) for n, held in enumerate(row))) for row in rows)
    top = tag("caption", caption, "" if seen else "s7-heard") if caption else ""
    inner = f"{top}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    shape = "s7-table s7-fits" if fits else "s7-table"
    return wrap("div", wrap("table", inner, shape), "s7-scroll", tabindex="0", role="region",
                aria_label=caption or header[0])  # fmt: skip


def cell(held: str, column: int, css: str) -> str:
    """Return a table cell; the first of a row is its header."""
    inner = held if isinstance(held, Safe) else text(held)
    return wrap("th", inner, css, scope="row") if column == 0 else wrap("td", inner, css)


def heading(text: str, level: int = 2) -> str:
    """Return a heading."""
    return tag(f"h{level}", text, "s7-heading")


def more(summary: str, inner: str, *, opened: bool = False) -> str:
    """Return something that opens on a click or a key, or stands open from the start."""
    state = {"open": "open"} if opened else {}
    return wrap("details", tag("summary", summary) + inner, "s7-more", **state)
