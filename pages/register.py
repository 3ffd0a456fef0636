"""The register: units hand in their figures, somebody else approves them, a snapshot with them is published."""

from smart7.components import frame
from smart7.components.register import page

with frame.page("register") as view:
    page.show(view)
