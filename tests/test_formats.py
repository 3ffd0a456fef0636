"""Numbers, units and signs as people read them."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7 import formats
from smart7.formats import MINUS, MISSING, NBSP
from smart7.i18n import LANGS, Lang, Text

PEOPLE = Text("คน", "persons")
YEAR = Text("ปี", "years")
NO_NUMBERS = [None, float("nan"), float("inf"), float("-inf")]
VALUES = st.floats(-1e15, 1e15, allow_nan=False)
DECIMALS = st.integers(0, 4)


def read(written: str) -> Decimal:
    """Return the number a text shows."""
    return Decimal(written.replace(",", "").replace(MINUS, "-"))


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234567.891, 1, "1,234,567.9"),
        (1234, 0, "1,234"),
        (0, 0, "0"),
        (0, 2, "0.00"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (1.005, 2, "1.01"),
        (-0.5, 0, f"{MINUS}1"),
        (-1234.5, 1, f"{MINUS}1,234.5"),
        (-0.04, 1, "0.0"),
        (85.25, 1, "85.3"),
    ],
)
def test_a_number_is_rounded_half_up_and_separated(value: float, decimals: int, written: str) -> None:
    assert [formats.number(value, decimals, lang) for lang in LANGS] == [written, written]


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_what_is_no_number_is_a_dash(value: float | None) -> None:
    assert formats.number(value, 1, "th") == MISSING
    assert formats.signed(value, 1, "th") == MISSING
    for kind in ("number", "percent", "year"):
        assert formats.figure(value, PEOPLE, kind, 0, "th") == MISSING
        assert formats.change(value, PEOPLE, kind, 0, "th") == MISSING


@given(VALUES, DECIMALS)
def test_a_written_number_is_the_value_to_its_last_figure(value: float, decimals: int) -> None:
    written = formats.number(value, decimals, "th")
    assert read(written) == Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert re.fullmatch(rf"{MINUS}?\d{{1,3}}(,\d{{3}})*" + (rf"\.\d{{{decimals}}}" if decimals else ""), written)


@given(VALUES, DECIMALS)
def test_what_shows_as_zero_has_no_sign(value: float, decimals: int) -> None:
    for write in (formats.number, formats.signed):
        written = write(value, decimals, "en")
        assert read(written) != 0 or written[0] == "0"


@given(VALUES, DECIMALS)
def test_a_number_and_its_opposite_differ_by_the_sign_alone(value: float, decimals: int) -> None:
    written, opposite = formats.signed(value, decimals, "th"), formats.signed(-value, decimals, "th")
    assert written.lstrip("+" + MINUS) == opposite.lstrip("+" + MINUS)
    assert written == opposite or {written[0], opposite[0]} == {"+", MINUS}


@pytest.mark.parametrize(("value", "written"), [(1.25, "+1.3"), (-1.25, f"{MINUS}1.3"), (0.04, "0.0"), (0, "0.0")])
def test_a_difference_shows_its_sign(value: float, written: str) -> None:
    assert formats.signed(value, 1, "th") == written


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_any_float_can_be_written_without_a_plain_hyphen(value: float) -> None:
    for lang in LANGS:
        for written in (
            formats.number(value, 2, lang),
            formats.signed(value, 2, lang),
        ):
            assert written
            assert not set(written) & set("-eE") - set(MISSING)


@pytest.mark.parametrize(
    ("value", "kind", "decimals", "lang", "written"),
    [
        (1234, "number", 0, "th", f"1,234{NBSP}คน"),
        (1234, "number", 0, "en", f"1,234{NBSP}persons"),
        (85.24, "percent", 1, "th", "85.2%"),
        (-3, "percent", 0, "en", f"{MINUS}3%"),
        (2028, "year", 0, "th", "2571"),
        (2028, "year", 0, "en", "2028"),
        (2028.0, "year", 1, "th", "2571"),
    ],
)
def test_a_figure_carries_its_unit(
    value: float, kind: formats.ValueKind, decimals: int, lang: Lang, written: str
) -> None:
    assert formats.figure(value, PEOPLE, kind, decimals, lang) == written


def test_a_change_of_a_percentage_is_in_points() -> None:
    percent = Text("%", "%")
    assert formats.change(1.25, percent, "percent", 1, "th") == f"+1.3{NBSP}จุด"
    assert formats.change(-1.25, percent, "percent", 1, "en") == f"{MINUS}1.3{NBSP}points"


def test_a_change_of_anything_else_is_in_its_unit() -> None:
    assert formats.change(-1234, PEOPLE, "number", 0, "th") == f"{MINUS}1,234{NBSP}คน"
    assert formats.change(2, YEAR, "year", 1, "en") == f"+2{NBSP}years"
    assert formats.change(0, PEOPLE, "number", 0, "en") == f"0{NBSP}persons"


@pytest.mark.parametrize(
    ("text", "raised"), [("legal standard", "Legal standard"), ("WHO", "WHO"), ("เป้าหมาย", "เป้าหมาย"), ("", "")]
)
def test_only_the_first_letter_of_a_text_is_raised(text: str, raised: str) -> None:
    assert formats.raised(text) == raised
