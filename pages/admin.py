"""Administration: accounts, what is held, and the audit."""

from smart7.components import frame
from smart7.components.admin import page

with frame.page("admin") as view:
    page.show(view)
