"""Name the statements that make a day's aggregates, in the order in which they run after its passes.

Each is a file of `queries/vehicles/` and the name of the table it makes; what it reads stands in its header.
"""

from typing import Final

AGGREGATES: Final[tuple[str, ...]] = (
    "silences", "gaps", "driven_stop_hours", "driven_trips", "driven_stretches", "driven_gaps", "driven_runs",
    "driven_planned", "driven_days",
)  # fmt: skip
