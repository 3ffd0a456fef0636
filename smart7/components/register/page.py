"""The page of the register: each sees what is his to do, a public reader what the page is for."""

from smart7 import publish
from smart7.components import frame, person
from smart7.markup import register as markup
from smart7.markup.pieces import tag
from smart7.register.rights import READER
from smart7.view import View
from smart7.words import register_page as words


def show(view: View) -> None:
    """Draw what whoever is here may do: hand in for the own unit, approve, close periods, publish."""
    who = person.here()
    if who == READER:
        frame.html(markup.explained(view, view.address("signin", next=person.back(view))))
        return
    if publish.read_only():
        frame.html(tag("p", view.say(words.READ_ONLY), "s7-note"))
