"""The PowerPoint master: 16:9, the project's colours and typeface, or the template that staff bring."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

from smart7 import theme

# The typeface of Thai public offices stands on their machines; elsewhere PowerPoint takes another for it.
TYPEFACE: Final = "TH Sarabun New"
WIDE, HIGH = Inches(13.333), Inches(7.5)
KEPT: Final = ("Title Slide", "Title Only")
TITLES: Final = (1, 3)  # the kinds of placeholder that hold a title
PLACES: Final = {
    "title": (0.65, 0.76, 12.03, 1.0), "body": (0.65, 2.05, 12.03, 4.5),
    "dt": (0.6, 6.95, 3.0, 0.4), "ftr": (4.2, 6.95, 5.0, 0.4), "sldNum": (10.4, 6.95, 1.4, 0.4),
}  # fmt: skip
COVER: Final = {"ctrTitle": (0.65, 1.2, 6.3, 1.8), "subTitle": (0.65, 3.4, 6.3, 2.0)}


class BadTemplate(Exception):
    """Raise when a file cannot serve as a template."""


def opened(template: Path | None) -> Deck:
    """Return an empty deck on the project's master or on a template; raises `BadTemplate`."""
    if template is None:
        return own()
    try:
        deck = Presentation(io.BytesIO(as_deck(template.read_bytes())))
        title_layout(deck)
    except Exception as error:
        raise BadTemplate(str(template)) from error
    for entry in list(deck.slides._sldIdLst):
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)
    return deck


def as_deck(content: bytes) -> bytes:
    """Return a file whose main part is a presentation, as that of a `.potx` is not."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")
            new.writestr(name, part)
    return buffer.getvalue()


def title_layout(deck: Deck) -> SlideLayout:
    """Return the layout with a title and the least besides it; raises ValueError where none has a title."""
    found = [layout for layout in deck.slide_layouts if title_of(layout) is not None]
    if not found:
        raise ValueError("no layout has a title")
    named = [layout for layout in found if layout.name == "Title Only"]
    return (named or sorted(found, key=lambda layout: len(list(layout.placeholders))))[0]


def cover_layout(deck: Deck) -> SlideLayout:
    """Return the layout of a title page."""
    named = [layout for layout in deck.slide_layouts if layout.name == "Title Slide"]
    return (named or [title_layout(deck)])[0]


def title_of(layout: SlideLayout) -> Any:  # noqa: ANN401
    """Return the title placeholder of a layout, None where it has none."""
    return next((p for p in list_of(layout) if int(p.placeholder_format.type) in TITLES), None)


def list_of(page: Any) -> list[Any]:  # noqa: ANN401
    """Return the placeholders of a layout or a master."""
    return list(page.placeholders)


def own() -> Deck:
    """Return an empty deck on the project's own master."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    restyle(theme_part(deck.slide_master.part))
    move(deck.slide_master, PLACES)
    for layout in deck.slide_layouts:
        move(layout, COVER if layout.name == "Title Slide" else {})
    title_style(deck)
    stripe(deck)
    return deck


def theme_part(part: Any) -> Part:  # noqa: ANN401
    """Return the theme of a master."""
    found: Part = next(r.target_part for r in part.rels.values() if r.reltype.endswith("/theme"))
    return found


def restyle(part: Part) -> None:
    """Set a theme's colours and typefaces to the project's."""
    look, xml = theme.palette(), part.blob.decode()
    colours = {"dk1": look.ink, "lt1": look.surface, "dk2": look.muted, "lt2": look.panel}
    colours |= {f"accent{n}": colour for n, colour in enumerate(look.series[:6], 1)}
    colours |= {"hlink": look.accent, "folHlink": look.muted}
    for name, colour in colours.items():
        said = f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", said, xml, count=1, flags=re.S)
    xml = re.sub(r'(<a:(?:latin|cs) typeface=")[^"]*(")', rf"\g<1>{TYPEFACE}\g<2>", xml)
    xml = re.sub(r'(<a:font script="Thai" typeface=")[^"]*(")', rf"\g<1>{TYPEFACE}\g<2>", xml)
    part._blob = xml.encode()


def move(page: Any, places: dict[str, tuple[float, float, float, float]]) -> None:  # noqa: ANN401
    """Put placeholders where they belong; one without a place of its own takes its master's."""
    for shape in page.placeholders:
        kind = shape._element.xpath(".//p:nvPr/p:ph")[0].get("type", "body")
        if kind in places:
            left, top, width, height = places[kind]
            shape.left, shape.top, shape.width, shape.height = (Inches(n) for n in (left, top, width, height))
        elif (place := shape._element.spPr.find(qn("a:xfrm"))) is not None:
            shape._element.spPr.remove(place)


def title_style(deck: Deck) -> None:
    """Set titles to the left, bold, at the top of their place."""
    style = deck.slide_master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    style.set("algn", "l")
    letters = style.find(qn("a:defRPr"))
    letters.set("sz", "3200")
    letters.set("b", "1")
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.placeholders:
            if int(shape.placeholder_format.type) in TITLES:
                shape._element.txBody.bodyPr.set("anchor", "b" if "Title Slide" in page.name else "t")
    for shape in list_of(cover_layout(deck)):
        for level in shape._element.xpath(".//a:lstStyle/a:lvl1pPr"):
            level.set("algn", "l")


def stripe(deck: Deck) -> None:
    """Draw a stripe in the project's colour along the top of the master."""
    shapes = deck.slide_master.shapes
    bar = shapes._spTree.add_autoshape(90, "Stripe", "rect", Emu(0), Emu(0), WIDE, Inches(0.14))
    bar.spPr.append(fill("accent1"))
    bar.xpath(".//p:cNvPr")[0].set("descr", "")
    shapes._spTree.remove(bar)
    shapes._spTree.insert(2, bar)


def fill(colour: str) -> Any:  # noqa: ANN401
    """Return the filling with one of the theme's colours."""
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return parse_xml(f'<a:solidFill xmlns:a="{space}"><a:schemeClr val="{colour}"/></a:solidFill>')
