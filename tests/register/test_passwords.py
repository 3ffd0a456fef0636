"""Passwords that come first to mind are refused, whatever they are dressed in; others are taken."""

import random
import string

import pytest

from smart7.register import passwords
from smart7.register.rights import Refused

COMMON = [
    "password1234", "Password123!", "P@ssw0rd2024!!", "p a s s w o r d", "passwordpassword", "mypassword2024",
    "admin@khonkaen", "Khonkaen@2566!", "khonkaen2566smart", "smartcity2569", "SmartCity#2026", "iloveyou1234",
    "qwertyuiop12", "asdfghjkl123", "1q2w3e4r5t6y", "zaqwsxcderfv", "poiuytrewq99", "123456789012", "0812345678-9",
    "1409900123456", "25/11/2569 09:00", "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijkl", "xkqzpvxkqzpv", "............",
    "!!!!Welcome!!!!", "letmeinletmein1", "administrator", "thailand-thailand", "Sunday-monday-12", "qwertypassword",
    "รหัสผ่านของฉัน", "รหัสผ่าน123456", "เทศบาลนครขอนแก่น", "ขอนแก่น2569 สวย", "ฟหกดเ้่าสวงฟหก", "ๆไำพะัีรนยบล", "กขฃคฅฆงจฉชซฌ",
    "สวัสดีครับ 2569", "isylzjko1234", "ยฟหหไนพก๑๒๓๔",
]  # fmt: skip
TAKEN = [
    "seven odd herons dig", "correct horse battery", "ปลาทูว่ายน้ำกลางคืน", "แมวสามตัวกินทุเรียน", "7#9x!2Kp$4@8",
    "Tr0ub4dor&3xyz", "kaen tuba violet 9", "jG7-wm2-Qx9-r", "พ่อครัวชอบรถไฟ", "rivers turn to salt",
]  # fmt: skip


@pytest.mark.parametrize("password", COMMON)
def test_what_comes_first_to_mind_is_refused(password):
    with pytest.raises(Refused, match="easily guessed"):
        passwords.check(password, "somchai")


@pytest.mark.parametrize("password", TAKEN)
def test_what_does_not_is_taken(password):
    passwords.check(password, "somchai")


def test_what_a_machine_draws_is_taken():
    drawn = random.Random(7)
    letters = string.ascii_letters + string.digits + "-_!#"
    made = ["".join(drawn.choices(letters, k=14)) for _ in range(500)]
    assert [password for password in made if passwords.common(password)] == []


@pytest.mark.parametrize(
    ("password", "taken"), [("odd heron 1", False), ("odd herons 1", True), ("é" * 5 + "odd her", True)]
)
def test_twelve_characters_are_the_least(password, taken):
    if taken:
        passwords.check(password, "somchai")
    else:
        with pytest.raises(Refused, match="at least 12"):
            passwords.check(password, "somchai")


@pytest.mark.parametrize("password", ["xx-somchai-herons", "SOMCHAI odd herons", "ｓｏｍｃｈａｉ odd herons"])
def test_the_login_is_no_part_of_it(password):
    with pytest.raises(Refused, match="contain the login"):
        passwords.check(password, "somchai")
