"""Office files whose bytes depend on their content alone: no clock, no order of chance."""

import io
import re
import zipfile
from datetime import datetime
from typing import Final

BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
STAMPED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
OFFICE: Final = (".xlsx", ".pptx", ".docx")


def seal(content: bytes, moment: datetime) -> bytes:
    """Return an Office file with every time in it set to a moment, those of files within it too."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, stamped(name, old.read(name), moment), compresslevel=6)
    return buffer.getvalue()


def stamped(name: str, part: bytes, moment: datetime) -> bytes:
    """Return one part of an Office file as it is at a moment."""
    if name.endswith(OFFICE):
        return seal(part, moment)
    if name == "docProps/core.xml":
        return STAMPED.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<2>", part)
    return part
