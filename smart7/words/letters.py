"""Thai letters a renderer needs help with."""

import re
from typing import Final

SARA_AM: Final = re.compile("([่-๋]?)ำ")
"""A vowel that is drawn as a ring above and a letter beside; a tone mark stands before it and between the two."""
AM, RING, BESIDE = "ำ", "ํ", "า"
"""Sara am and the two signs it is drawn as."""
AS_TWO: Final = r"ํ\1า"


def drawable(text: str) -> str:
    """Return a text with each sara am as the two signs it is drawn as, for a renderer that takes it for one."""
    return SARA_AM.sub(AS_TWO, text)
