"""A link as a QR code that a phone reads off paper or a wall."""

import io

import segno


def svg(link: str) -> bytes:
    """Return a link as a square picture in SVG, without a clock or an address of its own."""
    buffer = io.BytesIO()
    segno.make(link, error="m", micro=False).save(buffer, kind="svg", border=2, xmldecl=False, nl=False, svgclass=None)
    return buffer.getvalue()


def png(link: str, scale: int = 8) -> bytes:
    """Return a link as a square picture in PNG."""
    buffer = io.BytesIO()
    segno.make(link, error="m", micro=False).save(buffer, kind="png", border=2, scale=scale)
    return buffer.getvalue()
