"""A change of a row of the catalogue: each field with what stands there now and what would."""

from collections.abc import Sequence
from dataclasses import dataclass

from smart7.markup.pieces import tag, wrap
from smart7.view import View
from smart7.words import catalogue as words


@dataclass(frozen=True, slots=True)
class Turned:
    """One field in words, what it says now and what it would say; what it says now is None for a row that is new."""

    name: str
    old: str | None
    new: str

    @property
    def same(self) -> bool:
        """Return whether it says the same."""
        return self.old == self.new


def difference(every: Sequence[Turned], title: str, view: View) -> str:
    """Return a change as a table that a telephone shows field by field; what stays the same stands back."""
    only_new = all(one.old is None for one in every)
    header = [words.COLUMN, words.NEW] if only_new else [words.COLUMN, words.NOW, words.NEW]
    heads = "".join(tag("th", view.say(text), scope="col") for text in header)
    caption = tag("caption", title, "s7-heard")
    body = "".join(row(one) for one in every)
    return wrap("table", f"{caption}{wrap('thead', wrap('tr', heads))}{wrap('tbody', body)}", "s7-table s7-edited")


def row(one: Turned) -> str:
    """Return one field."""
    old = tag("td", one.old, "s7-was") if one.old is not None else ""
    return wrap("tr", tag("th", one.name, scope="row") + old + tag("td", one.new), "s7-stays" if one.same else "")
