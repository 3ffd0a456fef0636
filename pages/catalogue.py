"""The catalogue: editors propose changes, somebody else approves them, a snapshot with them is published."""

from smart7.components import frame
from smart7.components.catalogue import page

with frame.page("catalogue") as view:
    page.show(view)
