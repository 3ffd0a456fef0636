"""A picture somebody sent: really read and drawn anew, so that nothing else of the file is kept."""

import io
import warnings
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from smart7.i18n import Text
from smart7.words import pictures as words

MEGABYTES: Final = 8
MILLIONS: Final = 40
LEAST: Final = 32
WIDEST: Final = 1920
"""Pixels of a screen in a council chamber; what is more would only travel."""
FORMATS: Final = ("PNG", "JPEG")
HEAVY: Final = 1_500_000


class Refused(Exception):
    """Raise when a file is no picture that can be kept; says why in two languages."""

    def __init__(self, why: Text, **values: object) -> None:
        self.why = why.filled(**values)
        super().__init__(self.why.en)


def cleaned(content: bytes) -> tuple[bytes, str]:
    """Return a picture drawn anew, with `png` or `jpg`; raises `Refused` for what is none."""
    if len(content) > MEGABYTES * 1_000_000:
        raise Refused(words.TOO_LARGE, most=MEGABYTES)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return redrawn(content)
    except Image.DecompressionBombError:
        raise Refused(words.TOO_MANY_PIXELS, most=MILLIONS) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refused(words.UNREADABLE) from error


def redrawn(content: bytes) -> tuple[bytes, str]:
    """Return the pixels of a picture in a new file, upright and no larger than a screen."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as sent:
        # The size stands at the head of the file, before anything is unpacked.
        if sent.width * sent.height > MILLIONS * 1_000_000:
            raise Refused(words.TOO_MANY_PIXELS, most=MILLIONS)
        if min(sent.size) < LEAST:
            raise Refused(words.TOO_SMALL, least=LEAST)
        photo, clear = sent.format == "JPEG", sent.has_transparency_data
        upright = ImageOps.exif_transpose(sent).convert("RGBA" if clear else "RGB")
    upright.thumbnail((WIDEST, WIDEST))
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    drawn = saved(bare, "JPEG" if photo else "PNG")
    if not photo and not clear and len(drawn) > HEAVY:
        photo, drawn = True, saved(bare, "JPEG")
    return drawn, "jpg" if photo else "png"


def saved(picture: Image.Image, kind: str) -> bytes:
    """Return a picture as a file."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **({"quality": 88, "optimize": True} if kind == "JPEG" else {"optimize": True}))
    return buffer.getvalue()


def size(content: bytes) -> tuple[int, int]:
    """Return how many pixels wide and high a picture is."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as held:
        return held.size
