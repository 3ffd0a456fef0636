"""A page whose glyphs tell its text: what is said beside them goes where they say it themselves.

Sara am is the one letter of Thai that is drawn as two glyphs, a ring above the consonant and a letter after it. Where
no tone stands on the ring, the two become one glyph that tells the one letter. A ring with a tone tells the tone, and
the letter after it sara am.
"""

from collections.abc import Iterable, Iterator

from smart7.packs.glyphs.page import Page, Said, Show, seen_from
from smart7.packs.glyphs.subset import Part, Subset
from smart7.packs.glyphs.typeface import spelled
from smart7.words.letters import AM, BESIDE, RING


def mended(instructions: bytes, fonts: dict[str, Subset]) -> bytes:
    """Return the instructions of a page with its text told once; raises `page.Unread`."""
    page = Page(instructions, fonts)
    one_vowel(page.shows)
    one_cluster(page.shows)
    swaps = [(show.start, show.end, show.written()) for show in page.shows if show.changed]
    for said in page.said:
        if AM in said.text or not said.text.isprintable() or any(show.changed for show in said.shows):
            swaps += again(said)
    written, at = [], 0
    for start, end, new in sorted(swaps):
        written += [instructions[at:start], new]
        at = end
    return b"".join([*written, instructions[at:]])


def one_vowel(shows: Iterable[Show]) -> None:
    """Let the two glyphs of each sara am tell it once."""
    ring: tuple[Show, int] | None = None
    for show, at in vowels(shows):
        own = show.font.says.get(int(show.items[at]), "")
        if RING in own:
            ring = show, at
        elif own == BESIDE and ring is not None:
            join(*ring, show, at)
            ring = None


def vowels(shows: Iterable[Show]) -> Iterator[tuple[Show, int]]:
    """Yield each glyph of a cluster with sara am."""
    for show in shows:
        if show.is_alone if show.said is None else AM in show.said:
            for at, item in enumerate(show.items):
                if isinstance(item, int) and AM in show.told(at):
                    yield show, at


def join(above: Show, ring: int, beside: Show, at: int) -> None:
    """Let a ring and the letter after it tell sara am, as one glyph where the ring has no tone."""
    font, code, letter = above.font, int(above.items[ring]), int(beside.items[at])
    tone = font.says[code].replace(RING, "")
    if tone:
        above.items[ring] = font.code(tone, Part(code))
        beside.items[at] = font.code(AM, Part(letter))
    else:
        x, y = seen_from(beside.at, above.place(ring))
        unit = font.unit / beside.size
        moved = Part(code, round(x * unit - beside.pen(at) * font.unit / 1000), round(y * unit))
        beside.items[at] = font.code(AM, Part(letter), moved)
        above.items[ring] = -font.widths.get(code, 0.0)
    above.changed = beside.changed = True


def one_cluster(shows: Iterable[Show]) -> None:
    """Set the marks that stand apart for being higher or lower with the letter they belong to, where they are seen."""
    before: Show | None = None
    for show in shows:
        if before is not None and is_apart(show, before):
            take(before, show)
        else:
            before = show


def is_apart(show: Show, before: Show) -> bool:
    """Return whether only marks are shown, and of the cluster that what was shown before ends with."""
    if show.font is not before.font or show.size != before.size or (show.said is None and not show.is_alone):
        return False
    codes = [at for at, item in enumerate(show.items) if isinstance(item, int)]
    if not codes or any(show.font.widths.get(int(show.items[at])) for at in codes):
        return False
    ends = [at for at, item in enumerate(before.items) if isinstance(item, int)]
    return bool(ends) and {show.told(at) for at in codes} == {before.told(ends[-1])} and show.at[:4] == before.at[:4]


def take(before: Show, show: Show) -> None:
    """Show marks with what was shown before them."""
    unit, end = before.font.unit / before.size, before.pen(len(before.items))
    for at, item in enumerate(show.items):
        if isinstance(item, int):
            x, y = seen_from(before.at, show.place(at))
            along = round(x * 1000 / before.size - end, 3)
            code = before.font.code(before.font.says[item], Part(item, 0, round(y * unit)))
            before.items += [-along, code, along]
    show.items.clear()
    before.changed = show.changed = True


def again(said: Said) -> Iterator[tuple[int, int, bytes]]:
    """Yield what stands instead of a text beside glyphs that are only a part of what it tells."""
    own = said.own()
    if own != said.text and is_part(own, said.text):
        begins = b"/Span<</ActualText<FEFF%s>>>BDC" % own.encode("utf-16-be").hex().upper().encode() if own else b" "
        yield *said.start, begins
        if not own:
            yield *said.end, b" "


def is_part(own: str, text: str) -> bool:
    """Return whether letters are some of a text's, in its order, and not all of them."""
    rest = iter(spelled(text))
    return len(spelled(own)) < len(spelled(text)) and all(letter in rest for letter in spelled(own))
