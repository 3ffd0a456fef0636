"""How rows look that hold no figures of their own."""

import re
from typing import Final

from smart7.words import official as words

TOTAL: Final = re.compile(words.TOTALS, re.IGNORECASE)
FOOTNOTE: Final = re.compile(words.FOOTNOTES, re.IGNORECASE | re.DOTALL)
