"""The form that signs in, and the one that signs out, as plain markup: both work without a script."""

from urllib.parse import parse_qsl, urlencode

from smart7 import catalog
from smart7 import view as views
from smart7.i18n import Text
from smart7.markup.pieces import link, tag, wrap, written
from smart7.view import View
from smart7.words import outside as words_outside
from smart7.words import signin_page as words


def form(back: str, said: str, view: View, *, outside: bool) -> str:
    """Return the form that signs in and leads `back` afterwards; `said` is a key of what came of it before, or ''.

    `outside` says that there is another way, by the city's identity provider.
    """
    alert = tag("p", view.say(words.SAID[said]), "s7-refused", role="alert", id="s7-said") if said else ""
    about = {"aria_describedby": "s7-said", "aria_invalid": "true"} if said == "refused" else {}
    login = {"type": "text", "autocomplete": "username", "maxlength": "100", "autocapitalize": "none"}
    password = {"type": "password", "autocomplete": "current-password", "maxlength": "1000"}
    inner = "".join([
        alert, elsewhere(back, view) if outside else "", hidden(back),
        field(words.LOGIN, view, name_="login", spellcheck="false", **login, **about),
        field(words.PASSWORD, view, name_="password", **password, **about),
        tag("button", view.say(words.SIGN_IN), "s7-press", type="submit"),
    ])  # fmt: skip
    intro = tag("p", view.say(words.INTRO), "s7-definition")
    notes = tag("p", view.say(words.HELP), "s7-note") + tag("p", view.say(words.COOKIE), "s7-note")
    return intro + wrap("form", inner, "s7-signin", method="post", action="/signin") + notes


def elsewhere(back: str, view: View) -> str:
    """Return the way by the identity provider, which leads `back` too."""
    way = wrap(
        "a",
        tag("span", view.say(words_outside.BUTTON)),
        "s7-press",
        href=f"/signin/outside?{urlencode({'next': back})}",
    )
    return way + tag("p", view.say(words_outside.OR), "s7-note")


def field(label: Text, view: View, **attributes: str) -> str:
    """Return a field with its label, which has to be filled in."""
    return wrap("label", tag("span", view.say(label)) + f"<input{written(attributes)} required />", "s7-field")


def hidden(back: str) -> str:
    """Return the field that says where to go on."""
    return f"<input{written({'type': 'hidden', 'name': 'next', 'value': back})} />"


def signed_in(name: str, role: Text, back: str, view: View, *, admin: bool, editor: bool) -> str:
    """Return who is signed in already, the way on, to whose it is the way to their page, and the way out."""
    line = tag("p", view.say(words.SIGNED_IN, name=name, role=view.say(role)), "s7-definition")
    ways = [link(view.say(words.GO_ON), back)]
    ways += [link(view.say(words.TO_ADMIN), view.address("admin"))] if admin else []
    ways += [link(view.say(words.TO_CATALOGUE), view.address("catalogue"))] if editor else []
    return line + wrap("div", "".join(ways) + sign_out("", view), "s7-ways")


def sign_out(back: str, view: View) -> str:
    """Return the button that signs out and leads back, to the overview where that is ''."""
    button = tag("button", view.say(words.SIGN_OUT), "s7-quietly", type="submit")
    return wrap("form", hidden(back or view.address("overview")) + button, "s7-out", method="post", action="/signout")


def foot(back: str, name: str, view: View) -> str:
    """Return who is signed in with the way out, or the way in; either leads back to the page it stands on."""
    if not name:
        return link(view.say(words.SIGN_IN), view.address("signin", next=back))
    return link(name, view.address("signin")) + tag("span", " · ") + sign_out(back, view)


def in_language(back: str, view: View) -> str:
    """Return an address of this site as it is in the language that is read now; the overview for none."""
    path, _, query = (views.within(back) or "/").partition("?")
    held = {name: value for name, value in parse_qsl(query) if name != "lang"}
    chosen = views.spoken(view.lang)
    return views.address(path.strip("/") or catalog.PAGES[0].id, {**held, **chosen})
