"""The page that signs in: a plain form, or who is signed in already."""

from smart7 import view as views
from smart7.components import frame, link, person
from smart7.markup import signin
from smart7.view import View
from smart7.words import people
from smart7.words import signin_page as words


def show(view: View) -> None:
    """Draw the form, which leads back to the page somebody came from; who is signed in sees the way on and out."""
    asked = link.whole("next")
    if asked and not views.within(asked):
        link.refuse("next", asked)
        asked = ""
    said = link.pick("said", words.SAID, "", keep=False)
    link.show_notices(view.lang)
    back, who = signin.in_language(asked, view), person.here()
    if who.account_id:
        frame.html(signin.signed_in(who.name, people.ROLES[who.role], back, view))
    else:
        frame.html(signin.form(back, said, view))
