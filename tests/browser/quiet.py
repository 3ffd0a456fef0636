"""The site as `manage.py run` serves it, but for what it gets ready while nobody asks.

That takes a processor for a minute after each start, which the browser needs here; `tests/test_ahead.py` holds it.
"""

import app as entry
from smart7 import ahead

ahead.Ahead.start = ahead.Ahead.stop = lambda _: None
app = entry.app
