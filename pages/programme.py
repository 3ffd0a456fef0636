"""The programme of 2017: what was promised, who took part, and what is there today."""

from smart7.components import frame, programme

with frame.page("programme") as view:
    programme.show(view)
