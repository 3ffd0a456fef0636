"""Sign in: a form that works without a script; reading needs no account."""

from smart7.components import frame
from smart7.components.signin import page

with frame.page("signin") as view:
    page.show(view)
