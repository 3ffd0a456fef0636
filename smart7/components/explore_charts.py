"""Which charts an answer can be drawn as, and how each is asked for."""

from typing import Final

KINDS: Final = {
    "lines": "lines x=period y=value color=series",
    "groups": "groups x=period y=value color=series",
    "ranked": "ranked y=label x=value text=shown",
    "heat": "heat x=period y=series value=value text=number",
    "multiples": "multiples x=period y=value color=series",
    "scatter": "scatter x=value y=value_y text=label",
    "boxes": "boxes y=series x=value",
}
