"""The glossary: what each word on the pages means, where every such word leads."""

from smart7.components import frame, glossary

with frame.page("glossary") as view:
    glossary.show(view)
