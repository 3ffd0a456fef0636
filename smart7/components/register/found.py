"""What a check finds in what was given: counts, faults with what to do, what was read for whom, reasons for jumps."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from smart7.components import data, frame
from smart7.components.register import sheet
from smart7.components.register.ways import Given
from smart7.markup import register as markup
from smart7.markup.pieces import tag
from smart7.markup.register import Spot, Understood
from smart7.register import books
from smart7.register.books.check import Checked, Fault
from smart7.register.books.form import Form
from smart7.view import View
from smart7.words import books as columns
from smart7.words import register_page as words

JUMP: Final = "jump"


@dataclass(frozen=True, slots=True)
class Held:
    """What was checked last in this visit: for which period, how it was given, and what came of it."""

    due: str
    given: Given
    checked: Checked

    @property
    def grave(self) -> int:
        """Return how many faults keep it from being handed in."""
        return sum(fault.grave for fault in self.checked.faults)
