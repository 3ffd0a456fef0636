"""Two languages: a text exists in both or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Lang = Literal["th", "en"]

LANGS: Final[tuple[Lang, ...]] = ("th", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one text in Thai and in English.

    Raises
    ------
    ValueError
        When either language is empty or blank.
    """

    th: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a text that is missing in one language."""
        for lang, words in (("th", self.th), ("en", self.en)):
            if not words.strip():
                raise ValueError(f"A text needs both languages; {lang!r} is empty in {self!r}.")

    def get(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.th if lang == "th" else self.en

    def format(self, lang: Lang, **values: object) -> str:
        """Return the text in one language with its ``{names}`` filled in, other texts in the same language.

        Raises
        ------
        KeyError
            When the text names a value that is not given.
        """
        given = {name: value.get(lang) if isinstance(value, Text) else value for name, value in values.items()}
        return self.get(lang).format(**given)

    def filled(self, **values: object) -> Text:
        """Return the text with its ``{names}`` filled in, in both languages; raises as `format` does."""
        return Text(self.format("th", **values), self.format("en", **values))

    def both(self, **values: object) -> str:
        """Return the text in Thai and English on one line, as a terminal shows it.

        Raises
        ------
        KeyError
            When the text names a value that is not given.
        """
        return f"{self.th} / {self.en}".format(**values)


def parse_lang(raw: str | None) -> Lang:
    """Return the language a link asks for, Thai when it asks for none or an unknown one."""
    return "en" if raw is not None and raw.strip().lower() == "en" else "th"
