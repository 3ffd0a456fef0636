"""How fields and cells of the catalogue are called on the page, and a change as a table of old and new."""

from collections.abc import Mapping
from datetime import date

from smart7 import calendar, catalog
from smart7.edits import Edit
from smart7.i18n import Text
from smart7.markup import catalogue as markup
from smart7.markup.catalogue import Turned
from smart7.register.catalogue import fields, files
from smart7.register.catalogue.fields import Field
from smart7.register.catalogue.files import Sheet
from smart7.view import View
from smart7.words import catalogue as words

LANGUAGES = {"_th": words.TH, "_en": words.EN}
Sheets = Mapping[str, Sheet]


def sheets() -> dict[str, Sheet]:
    """Return every file with all that is approved laid over it; raises `rights.Refused`."""
    changed = files.approved()
    return {file: files.sheet(file, changed) for file in fields.FIELDS}


def label(field: Field, view: View) -> str:
    """Return what a field is called, its language after it where it is a text in two."""
    if field.kind == "id":
        return view.say(words.OWN_ID)
    stem, ending = field.name[:-3], field.name[-3:]
    if ending in LANGUAGES:
        return view.say(words.LABELS[stem]) + view.say(LANGUAGES[ending])
    return view.say(words.LABELS[field.name])


def about(field: Field, view: View) -> str | None:
    """Return what is to be filled into a field, None where its name says it."""
    if field.kind == "id":
        return view.say(words.ID)
    if field.kind == "day":
        more = words.ABOUT.get(field.name)
        return view.say(words.DAY) + (f" · {view.say(more)}" if more else "")
    text = words.ABOUT.get(field.name.removesuffix("_th").removesuffix("_en"))
    return view.say(text) if text else None


def choice(field: Field, value: str, every: Sheets, view: View) -> str:
    """Return what a value that is chosen is called; its id where it has no name."""
    if not value:
        return view.say(words.NOTHING)
    if field.refers:
        # Ids of another file have one column.
        named = every[field.refers].named((value,), view.lang)
        return named if named == value else f"{named} ({value})"
    if field.kind == "flag":
        return view.say(words.YES[value]) if value in words.YES else value
    known = chosen(field)
    return view.say(known[value]) if value in known else value


def chosen(field: Field) -> Mapping[str, Text]:
    """Return what the choices of a field are called."""
    if field.name == "domain":
        return {domain.id: domain.name for domain in catalog.DOMAINS}
    if field.name == "authority":
        return catalog.AUTHORITIES
    name = field.name
    if name == "kind":
        name = "level" if "school" in field.choices else "event_kind"
    return words.CHOICES.get(name, {})


def cell(file: str, name: str, value: str, every: Sheets, view: View) -> str:
    """Return a cell in words."""
    field = fields.of(file, name)
    if not value:
        return view.say(words.EMPTY)
    if field.kind in ("choices", "several"):
        return ", ".join(choice(field, one.strip(), every, view) for one in value.split(";"))
    if field.kind == "day":
        return day(value, view)
    return choice(field, value, every, view) if field.kind in ("choice", "flag", "of") else value


def day(value: str, view: View) -> str:
    """Return a day of a file as people write it, which is read back as the same day; as it stands where it is none."""
    try:
        return calendar.format_date(date.fromisoformat(value), view.lang)
    except ValueError:
        return value


def title(edit: Edit, every: Sheets, view: View) -> str:
    """Return what a change is about."""
    file = view.say(words.FILES[edit.file])
    if edit.file == "targets.csv":
        names = [
            every["indicators.csv"].named(edit.key[:1], view.lang),
            every["units.csv"].named(edit.key[1:2], view.lang),
        ]
        name = " · ".join([*names, day(edit.key[3], view)])
    elif edit.added:
        name = edit.after.get(f"name_{view.lang}") or edit.after.get(f"title_{view.lang}") or edit.key[0]
    else:
        name = every[edit.file].named(edit.key, view.lang)
    return view.say(words.ADDED if edit.added else words.EDITED, file=file, name=name)


def difference(edit: Edit, every: Sheets, view: View) -> str:
    """Return a change as a table: field, what stands there now, what would; of a new row what it says.

    A target stands beside the one that it follows.
    """
    before = followed(edit, every) if edit.added else edit.before
    turned = []
    for field in fields.FIELDS[edit.file]:
        new, old = edit.after.get(field.name, ""), (before or {}).get(field.name, "")
        if field.name in edit.after or old:
            said = [cell(edit.file, field.name, one, every, view) for one in (old, new)]
            turned.append(Turned(label(field, view), None if before is None else said[0], said[1]))
    return markup.difference(turned, title(edit, every, view), view)


def followed(edit: Edit, every: Sheets) -> Mapping[str, str] | None:
    """Return the target that a new one follows: the last before it of the same indicator, unit and authority."""
    if edit.file != "targets.csv":
        return None
    earlier = [key for key in every[edit.file].rows if key[:3] == edit.key[:3] and key[3] < edit.key[3]]
    return every[edit.file].rows[max(earlier, key=lambda key: key[3])] if earlier else None
