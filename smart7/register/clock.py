"""What time it is for whoever signs in: one place, so that it can be told otherwise."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
