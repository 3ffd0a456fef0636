"""A text exists in both languages, and a link always has a language."""

from dataclasses import FrozenInstanceError

import pytest

from smart7.i18n import LANGS, Text, parse_lang


def test_a_text_has_its_words_in_both_languages() -> None:
    text = Text("คน", "persons")
    assert [text.get(lang) for lang in LANGS] == ["คน", "persons"]


@pytest.mark.parametrize(("th", "en"), [("", "a"), ("ก", ""), (" ", "a"), ("ก", "\n\t"), ("ก", "\u00a0")])
def test_a_text_missing_in_one_language_cannot_be_built(th: str, en: str) -> None:
    with pytest.raises(ValueError, match="both languages"):
        Text(th, en)


def test_a_text_cannot_be_changed() -> None:
    text = Text("คน", "persons")
    with pytest.raises(FrozenInstanceError):
        text.th = "อื่น"  # type: ignore[misc]


def test_a_text_fills_in_its_values_in_either_language() -> None:
    text = Text("{count} แถว", "Rows: {count}")
    assert text.format("th", count=3) == "3 แถว"
    assert text.format("en", count=3) == "Rows: 3"


def test_a_text_within_a_text_is_said_in_the_same_language() -> None:
    text = Text("{name} {count} คน", "{count} at {name}")
    assert text.filled(name=Text("วัด", "the temple"), count=3) == Text("วัด 3 คน", "3 at the temple")


def test_a_terminal_shows_a_text_in_both_languages() -> None:
    assert Text("{count} แถว", "{count} rows").both(count=3) == "3 แถว / 3 rows"


def test_a_text_with_a_value_left_out_is_an_error() -> None:
    with pytest.raises(KeyError):
        Text("{count} แถว", "{count} rows").format("en", rows=3)


@pytest.mark.parametrize("raw", ["en", "EN", " en "])
def test_a_link_that_asks_for_english_gets_it(raw: str) -> None:
    assert parse_lang(raw) == "en"


@pytest.mark.parametrize("raw", [None, "", "th", "fr", "english", "ไทย", "<script>"])
def test_a_link_that_asks_for_anything_else_gets_thai(raw: str | None) -> None:
    assert parse_lang(raw) == "th"
