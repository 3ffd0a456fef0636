"""What is wrong with a cell, and the forms of a number."""

import re
from typing import Final

Problem = tuple[str, dict[str, object]]
"""The name of a fault in `words/faults.py` and the values of its sentence."""

THAI_DIGITS: Final = {0x0E50 + digit: str(digit) for digit in range(10)}  # from U+0E50, Thai zero
NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
GROUPED: Final = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)


class CellError(ValueError):
    """Raise when a cell cannot be read; carries the fault's name and values."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(name)
        self.problem: Problem = (name, values)
