"""The text of a page as its instructions show it: which glyphs, where, and what is said beside them."""

import re
from dataclasses import dataclass, field
from functools import cached_property, reduce
from typing import Final

from smart7.packs.glyphs.subset import Subset

Matrix = tuple[float, float, float, float, float, float]
STILL: Final[Matrix] = (1, 0, 0, 1, 0, 0)
FLAT: Final = rb"\((?:\\.|[^\\()])*+\)"
NESTED: Final = FLAT.replace(b"|", b"|" + FLAT + b"|", 1)
STRING: Final = FLAT.replace(b"|", b"|" + NESTED + b"|", 1)  # brackets that close again stand in it as they are
TOKEN: Final = re.compile(
    rb"""(?P<show>\[(?:[-.\d\s]|STRING|<[0-9A-Fa-f]*>)*+\]\s*TJ|STRING\s*Tj)
    |/Span<</ActualText<FEFF(?P<said>[0-9A-Fa-f]*)>>>BDC
    |(?P<begins>/\w+\s*<<(?:[^()]|STRING)*?>>\s*BDC|/\w+\s+BMC\b)
    |/(?P<font>[^\s/<>\[\]()]+)\s+(?P<size>[-.\d]+)\s+Tf\b
    |/[^\s/<>\[\]()]+
    |(?P<six>(?:[-.\d]++\s++){6})(?P<to>cm|Tm)\b
    |\b(?P<word>q|Q|EMC)\b
    |(?P<unread>\()""".replace(b"STRING", STRING),
    re.VERBOSE | re.DOTALL,
)
ALONE: Final = 32  # bytes: two numbers and one code, its two bytes written as four each
PIECE: Final = re.compile(
    rb"(?P<string>STRING)|<(?P<hex>[^>]*)>|(?P<move>-?[.\d]+)".replace(b"STRING", STRING), re.DOTALL
)
ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


class Unread(ValueError):
    """Raise for instructions that are not written as typst writes them."""


@dataclass(eq=False)
class Show:
    """One instruction that shows glyphs; most are never looked into."""

    start: int
    end: int
    raw: bytes
    font: Subset
    size: float
    moves: tuple[bytes, ...]
    said: str | None
    changed: bool = False

    @cached_property
    def items(self) -> list[int | float]:
        """Return its codes (whole numbers) and the moves between them (in thousandths of the size)."""
        return items(self.raw)

    @cached_property
    def at(self) -> Matrix:
        """Return where its first glyph is set."""
        return reduce(joined, map(matrix, self.moves), STILL)

    @property
    def is_alone(self) -> bool:
        """Return whether it may show a single glyph."""
        return len(self.raw) <= ALONE

    def told(self, at: int) -> str:
        """Return what is told of one glyph: by the text beside it, else by its code."""
        return self.said if self.said is not None else self.font.told.get(int(self.items[at]), "")

    def place(self, at: int) -> tuple[float, float]:
        """Return where on the page one glyph is set."""
        x = self.pen(at) * self.size / 1000
        a, b, _, _, e, f = self.at
        return a * x + e, b * x + f

    def pen(self, at: int) -> float:
        """Return how far along its line one glyph is set, in thousandths of the size."""
        return sum(self.font.widths.get(i, 0.0) if isinstance(i, int) else -i for i in self.items[:at])

    def says(self) -> str:
        """Return what its glyphs tell by themselves."""
        return "".join(self.font.says.get(item, "") for item in self.items if isinstance(item, int))

    def written(self) -> bytes:
        """Return the instruction."""
        shown = "".join(f"<{i:04X}>" if isinstance(i, int) else f"{i:g} " for i in self.items)
        return f"[{shown}]TJ".encode("ascii")


@dataclass(slots=True, eq=False)
class Said:
    """A text beside glyphs: where it begins and ends, and the glyphs."""

    text: str
    start: tuple[int, int]
    end: tuple[int, int] = (0, 0)
    shows: list[Show] = field(default_factory=list)

    def own(self) -> str:
        """Return what the glyphs tell by themselves."""
        return "".join(show.says() for show in self.shows)


class Page:
    """What a page shows and says, in the order of its instructions."""

    def __init__(self, instructions: bytes, fonts: dict[str, Subset]) -> None:
        """Read a page; raises `Unread`."""
        self.fonts, self.shows, self.said = fonts, list[Show](), list[Said]()
        self.open: list[Said | None] = []
        self.ground, self.kept, self.text = tuple[bytes, ...](), list[tuple[bytes, ...]](), b""
        self.font, self.size = "", 0.0
        on = {name: getattr(self, f"on_{name}") for name in ("show", "said", "begins", "size", "to", "word", "unread")}
        for token in TOKEN.finditer(instructions):
            if token.lastgroup:
                on[token.lastgroup](token)

    def on_show(self, token: re.Match[bytes]) -> None:
        """Keep what is shown."""
        if not self.text:
            raise Unread(token[0])
        beside = next((said for said in reversed(self.open) if said is not None), None)
        said, moves = None if beside is None else beside.text, (self.text, *self.ground)
        show = Show(*token.span(), token[0], self.fonts[self.font], self.size, moves, said)
        self.shows.append(show)
        self.text = b""
        if beside is not None:
            beside.shows.append(show)

    def on_said(self, token: re.Match[bytes]) -> None:
        """Begin a text beside glyphs."""
        self.said.append(Said(bytes.fromhex(token["said"].decode()).decode("utf-16-be"), token.span()))
        self.open.append(self.said[-1])

    def on_begins(self, token: re.Match[bytes]) -> None:
        """Begin a part of the page."""
        self.open.append(None)

    def on_size(self, token: re.Match[bytes]) -> None:
        """Take a font."""
        self.font, self.size = token["font"].decode(), float(token["size"])

    def on_to(self, token: re.Match[bytes]) -> None:
        """Move the ground, or the place of the next glyphs on it."""
        if token["to"] == b"Tm":
            self.text = token["six"]
        else:
            self.ground = (token["six"], *self.ground)

    def on_word(self, token: re.Match[bytes]) -> None:
        """Keep or give back the ground; end a part."""
        match token["word"]:
            case b"q":
                self.kept.append(self.ground)
            case b"Q":
                self.ground = self.kept.pop()
            case b"EMC":
                ended = self.open.pop()
                if ended is not None:
                    ended.end = token.span()

    def on_unread(self, token: re.Match[bytes]) -> None:
        """Refuse letters that no instruction was found for."""
        raise Unread(token.string[token.start() : token.start() + 80])


def items(instruction: bytes) -> list[int | float]:
    """Return the codes an instruction shows and the moves between them."""
    found: list[int | float] = []
    for piece in PIECE.finditer(instruction):
        if piece["move"] is not None:
            found.append(float(piece["move"]))
        else:
            raw = plain(piece["string"][1:-1]) if piece["string"] is not None else bytes.fromhex(piece["hex"].decode())
            found.extend(raw[at] << 8 | raw[at + 1] for at in range(0, len(raw), 2))
    return found


def plain(string: bytes) -> bytes:
    """Return a string without its escapes."""
    return ESCAPE.sub(unescaped, string) if b"\\" in string else string


def unescaped(found: re.Match[bytes]) -> bytes:
    """Return what an escape stands for."""
    return bytes([int(found[1], 8) & 255]) if found[1][:1].isdigit() else ESCAPED.get(found[1], found[1])


def matrix(six: bytes) -> Matrix:
    """Return a move as it is written."""
    a, b, c, d, e, f = map(float, six.split())
    return a, b, c, d, e, f


def joined(inner: Matrix, outer: Matrix) -> Matrix:
    """Return two moves as one, the inner done first."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def seen_from(at: Matrix, point: tuple[float, float]) -> tuple[float, float]:
    """Return a point of the page as it is seen from a place on it."""
    a, b, c, d, e, f = at
    x, y, size = point[0] - e, point[1] - f, a * d - b * c
    return (d * x - c * y) / size, (a * y - b * x) / size
