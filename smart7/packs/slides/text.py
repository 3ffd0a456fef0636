"""Text in PowerPoint: each run with its language and a complex-script typeface, each shape with its alt text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

from smart7.packs.composition import grid
from smart7.packs.composition.grid import Box

SPACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
UNFIT: Final = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
THAI: Final = re.compile("[\u0e00-\u0e7f]")
INK: Final = MSO_THEME_COLOR.TEXT_1
Place = tuple[int, int, int, int]
SMALLEST: Final = grid.SIZES["small"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks: size in points, weight, one of the theme's colours or a colour of its own."""

    size: float
    bold: bool = False
    colour: Any = INK
    align: Any = PP_ALIGN.LEFT


def emu(at: Box, scale: float = 1.0) -> Place:
    """Return a place as PowerPoint counts; `scale` is how large the slide is for the grid."""
    return tuple(Inches(n * scale) for n in (at.left, at.top, at.width, at.height))  # type: ignore[return-value]


def language(text: str) -> str:
    """Return the language tag of a text."""
    return "th-TH" if THAI.search(text) else "en-GB"


def write(frame: Any, paragraphs: Iterable[tuple[str, Style]]) -> None:  # noqa: ANN401
    """Write paragraphs into a text frame, replacing what is there; one parse each, as there are thousands of them."""
    frame.word_wrap = True
    body = frame._txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for text, style in paragraphs:
        body.append(parse_xml(paragraph(text, style)))
    if body.find(qn("a:p")) is None:
        body.append(parse_xml(f'<a:p xmlns:a="{SPACE}"/>'))


def paragraph(text: str, style: Style) -> str:
    """Return a paragraph of one run as XML; what XML cannot hold is left out."""
    said = escape(UNFIT.sub(" ", text))
    own = style.colour.lstrip("#").upper() if isinstance(style.colour, str) else ""
    colour = f'<a:srgbClr val="{own}"/>' if own else f'<a:schemeClr val="{style.colour.xml_value}"/>'
    thai = THAI.search(text) is not None
    return (
        f'<a:p xmlns:a="{SPACE}"><a:pPr algn="{style.align.xml_value}"/><a:r>'
        f'<a:rPr lang="{language(text)}" altLang="{"en-GB" if thai else "th-TH"}" sz="{round(style.size * 100)}"'
        f' b="{int(style.bold)}" dirty="0"><a:solidFill>{colour}</a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:cs typeface="+mn-cs"/></a:rPr><a:t>{said}</a:t></a:r></a:p>'
    )


def dress(letters: Any, text: str) -> None:  # noqa: ANN401
    """Give the properties of a run the theme's typefaces, Thai's own among them, and the language of its text."""
    letters.set("lang", language(text))
    letters.set("altLang", "en-GB" if THAI.search(text) else "th-TH")
    for kind in ("latin", "cs"):
        for old in letters.findall(qn(f"a:{kind}")):
            letters.remove(old)
    for kind, face in (("latin", "+mn-lt"), ("cs", "+mn-cs")):
        letters.append(parse_xml(f'<a:{kind} xmlns:a="{SPACE}" typeface="{face}"/>'))


def box(shapes: Any, place: Place, paragraphs: Sequence[tuple[str, Style]], alt: str, name: str) -> Any:  # noqa: ANN401
    """Add a box of text without filling."""
    shape = shapes.add_textbox(*place)
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    write(frame, paragraphs)
    describe(shape, alt)
    return shape


def page_field(shape: Any, number: int) -> None:  # noqa: ANN401
    """Turn the only run of a box into the number of its page, which follows when slides are moved."""
    run = shape.text_frame.paragraphs[0].runs[0]._r
    kept = b"".join(_xml(child) for child in run if child.tag == qn("a:rPr")).decode()
    # The id of a field is a GUID; one made of the page is the same each time.
    guid = f"{{00000000-0000-4000-8000-{number:012d}}}"
    field = f'<a:fld xmlns:a="{SPACE}" id="{guid}" type="slidenum">{kept}<a:t>{number}</a:t></a:fld>'
    run.getparent().replace(run, parse_xml(field))


def _xml(element: Any) -> bytes:  # noqa: ANN401
    """Return an element as XML."""
    from pptx.oxml.xmlchemy import serialize_for_reading

    return str(serialize_for_reading(element)).encode()


def describe(shape: Any, alt: str) -> None:  # noqa: ANN401
    """Say what a shape is to those who do not see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", " ".join(alt.split())[:1000])
