"""Sign in, stay and leave: the same answer whatever was wrong, waits that grow and end, sessions that end for sure."""

import sqlite3
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter, process_time

import pytest

from smart7.ledger import audit, book, people
from smart7.register import lockout, members, passwords, rights, signin
from smart7.register.rights import READER, Person, Refused
from smart7.words import people as words
from tests.accounts import PASSWORD, Clock, account
from tests.served import ON_FILE

WRONG = "nine blue herons fly"


@pytest.fixture(autouse=True)
def ledger(kept_in, tmp_path, monkeypatch):
    """Keep each test's ledger in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def clock(monkeypatch):
    """Let a test say what time it is."""
    return Clock(monkeypatch)


@pytest.fixture
def quick(monkeypatch):
    """Compare passwords without argon2, for tests of what stands around it; count how often."""
    compared = []
    monkeypatch.setattr(passwords, "kept", lambda password: f"hash of {password}")
    monkeypatch.setattr(
        passwords, "matches", lambda kept, password: compared.append(password) or kept == f"hash of {password}"
    )
    return compared


def refused(name="somchai", password=WRONG, where="10.0.0.1"):
    """Sign in where that is refused and return why."""
    with pytest.raises(Refused) as told:
        signin.sign_in(name, password, where)
    return told.value.why


def locked(name="somchai", password=PASSWORD, where="10.9.9.9"):
    """Return for how many minutes even the right password is refused."""
    why = refused(name, password, where)
    return next(m for m in range(1, 100) if why.en == words.WAIT.format("en", minutes=m))


# Who gets in


def test_the_right_password_gives_a_token_that_stands_for_the_account():
    own = account(role="officer")
    token = signin.sign_in("somchai", PASSWORD, "10.0.0.1")
    assert signin.person_of(token) == own == Person(own.account_id, "คุณ somchai", "officer", "school-1")


def test_a_login_may_be_typed_with_capitals_and_spaces():
    own = account("Somchai.K")
    assert signin.person_of(signin.sign_in("  SOMCHAI.k ", PASSWORD, "")) == own


@pytest.mark.parametrize("password", ["ปลาทู ว่ายน้ำ กลางคืน", "naïve ｆｕｌｌ width fjord"])
def test_a_password_is_the_same_however_the_system_writes_its_letters(password):
    account(password=password)
    spelt = passwords.plain(password)
    assert spelt != password and signin.sign_in("somchai", spelt, "")


def test_an_unknown_name_a_wrong_password_and_a_disabled_account_get_the_same_sentence(quick):
    account("boss")
    own = account()
    said = {refused("nobody"), refused("somchai"), refused("somchai", ""), refused("", ""), refused("x" * 5000, WRONG)}
    members.change(members.CONSOLE, own.account_id, disabled=True)
    said |= {refused("somchai", PASSWORD), refused("somchai", WRONG)}
    assert said == {words.WRONG}
    assert len(quick) == 7


@ON_FILE
def test_an_unknown_name_costs_the_work_of_a_wrong_password(monkeypatch):
    account("boss")
    hashes, statements = [], []

    class Counting(sqlite3.Connection):
        """A connection whose statements are counted by what they begin with."""

        def execute(self, sql, *given):
            statements.append(" ".join(sql.split()[:3]))
            return super().execute(sql, *given)

    real, hasher = sqlite3.connect, passwords.HASHER

    class Watched:
        """A hasher whose settings are noted, as the hash it is given says them."""

        def verify(self, kept, password):
            hashes.append(kept.split("$")[1:4])
            return hasher.verify(kept, password)

    monkeypatch.setattr(passwords, "HASHER", Watched())
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: real(*given, **named, factory=Counting))
    counts = []
    for name in ("boss", "nobody"):
        statements.clear()
        refused(name)
        counts.append(Counter(statement for statement in statements if "accounts" not in statement))
        counts[-1] = Counter({key: many for key, many in counts[-1].items() if not key.startswith("select")})
    assert hashes[0] == hashes[1] == ["argon2id", "v=19", "m=47104,t=1,p=1"]
    assert counts[0] == counts[1] and counts[0]["begin immediate"] == 2


@pytest.mark.slow
def test_the_time_of_a_refusal_does_not_tell_whether_a_name_exists(monkeypatch):
    monkeypatch.setattr(lockout, "FREE", {"login": 100, "place": 100})
    account("boss")
    times = {"boss": [], "nobody": []}
    refused("boss")
    for _ in range(7):
        for name, took in times.items():
            began = process_time()
            refused(name)
            took.append(process_time() - began)
    slower, faster = sorted((median(took) for took in times.values()), reverse=True)
    assert slower < 1.5 * faster


def test_the_hash_nobody_knows_takes_the_settings_passwords_are_kept_with():
    made, nobodys = (text.split("$") for text in (passwords.kept(PASSWORD), passwords.NOBODYS))
    assert made[:4] == nobodys[:4] and [len(part) for part in made] == [len(part) for part in nobodys]
    assert not passwords.HASHER.check_needs_rehash(passwords.NOBODYS)
    assert not passwords.matches("", PASSWORD)


def test_two_who_have_the_same_password_are_kept_differently():
    assert passwords.kept(PASSWORD) != passwords.kept(PASSWORD)


def test_a_kept_password_that_is_none_matches_nothing():
    assert not passwords.matches("not a hash", PASSWORD) and not passwords.matches("$argon2id$v=19$m=8", "")


def test_a_password_of_a_megabyte_costs_no_more_than_another():
    began = perf_counter()
    assert not passwords.matches(passwords.NOBODYS, "x" * 1_000_000)
    usual = perf_counter()
    assert not passwords.matches(passwords.NOBODYS, "x" * 12)
    assert usual - began < 3 * (perf_counter() - usual) + 0.2


def test_only_a_few_passwords_are_compared_at_once_and_who_waits_too_long_is_told(monkeypatch):
    monkeypatch.setattr(passwords, "PATIENCE_SECONDS", 0.05)
    inside = threading.Barrier(passwords.AT_ONCE + 1)
    leave = threading.Event()

    def stay():
        with passwords.turn():
            inside.wait(5)
            leave.wait(5)

    with ThreadPoolExecutor(passwords.AT_ONCE) as pool:
        for _ in range(passwords.AT_ONCE):
            pool.submit(stay)
        inside.wait(5)
        with pytest.raises(Refused) as told:
            passwords.matches("", WRONG)
        leave.set()
    assert told.value.why == words.BUSY


# Lock-out


def test_the_wait_grows_with_every_failure_up_to_its_longest_and_ends(quick, clock):
    account()
    for _ in range(5):
        refused()
    waits = []
    while not waits or waits[-1] < 15:
        waits.append(locked())
        clock.moves(minutes=waits[-1])
        refused()
    assert waits == [1, 1, 2, 4, 8, 15]
    clock.moves(minutes=15)
    assert signin.sign_in("somchai", PASSWORD, "10.0.0.1")


def test_who_is_locked_out_costs_no_work_and_does_not_wait_longer_for_trying(quick, clock):
    account()
    for _ in range(5):
        refused()
    quick.clear()
    for _ in range(50):
        assert locked() == 1
    assert quick == []
    clock.moves(seconds=30)
    assert signin.sign_in("somchai", PASSWORD, "10.0.0.1")


def test_a_name_that_does_not_exist_is_locked_out_just_the_same(quick, clock):
    account()
    for name in ("somchai", "nobody"):
        for _ in range(5):
            assert refused(name) == words.WRONG
    assert locked("somchai") == locked("nobody") == 1


def test_brute_force_from_many_places_is_held_up_by_the_name(quick, clock):
    account()
    for n in range(5):
        refused(where=f"10.0.0.{n}")
    assert [locked(where=f"192.168.{n}.1") for n in range(20)] == [1] * 20
    guesses = 0
    for _ in range(6 * 12):
        clock.moves(minutes=5)
        try:
            signin.sign_in("somchai", WRONG, f"172.16.{guesses % 256}.1")
        except Refused as error:
            guesses += error.why == words.WRONG
    assert guesses <= 5 + 6 * 4


def test_many_names_from_one_place_are_held_up_by_the_place_and_others_come_in(quick, clock):
    account()
    for n in range(lockout.FREE["place"]):
        assert refused(f"name{n}") == words.WRONG
    assert locked("another", WRONG, "10.0.0.1") == 1
    assert signin.sign_in("somchai", PASSWORD, "10.0.0.2")


def test_nobody_elsewhere_keeps_somebody_out_of_a_place_they_have_signed_in_from(quick, clock):
    account()
    signin.sign_in("somchai", PASSWORD, "10.0.0.1")
    for n in range(5):
        refused(where=f"192.168.0.{n}")
    assert locked(where="192.168.0.9") == 1
    assert signin.sign_in("somchai", PASSWORD, "10.0.0.1")


def test_a_neighbour_behind_the_same_address_keeps_nobody_out(quick, clock):
    account(), account("malee", "editor")
    signin.sign_in("somchai", PASSWORD, "10.0.0.1")
    for n in range(lockout.FREE["place"]):
        refused(f"name{n}")
    assert locked("malee", PASSWORD, "10.0.0.1") == 1
    assert signin.sign_in("somchai", PASSWORD, "10.0.0.1")


def test_a_place_somebody_has_signed_in_from_is_no_way_round_the_wait(quick, clock):
    own = account()
    signin.sign_in("somchai", PASSWORD, "10.0.0.1")
    for _ in range(5):
        assert refused() == words.WRONG
    assert locked(where="10.0.0.1") == 1
    members.change(members.CONSOLE, own.account_id, password=WRONG)
    assert signin.sign_in("somchai", WRONG, "10.0.0.1")


def test_guesses_made_at_the_same_moment_count_as_many(monkeypatch):
    account()
    inside = threading.Barrier(5)

    def slow(kept, password):
        inside.wait(10)
        return False

    monkeypatch.setattr(passwords, "matches", slow)
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda n: refused(where=f"10.0.0.{n}"), range(12)))
    assert sum(why == words.WRONG for why in answers) == 5


def test_one_success_forgets_what_failed_before(quick):
    account()
    for _ in range(4):
        for _ in range(4):
            refused()
        signin.sign_in("somchai", PASSWORD, "10.0.0.1")
    refused()


def test_a_new_password_of_an_administrator_ends_the_wait(quick):
    own = account()
    for _ in range(6):
        refused(where="")
    members.change(members.CONSOLE, own.account_id, password=WRONG)
    assert signin.sign_in("somchai", WRONG, "")


@pytest.mark.parametrize("odd", ["\ud800", "a\0b", "\n", "ก" * 300, "' or 1=1 --"])
def test_whatever_is_typed_is_answered_with_the_sentence(odd):
    account("boss")
    assert refused(odd, odd, odd) == refused("boss", odd, odd) == words.WRONG
    assert audit.verify() == ""


def test_failures_are_noted_and_a_flood_of_them_is_only_counted(quick, monkeypatch):
    own = account()
    refused(), refused("typed-secret")
    told = [(one.who, one.what, one.after, one.where) for one in audit.read(act="sign_in.refused")]
    assert told == [("", "", "unknown login", "10.0.0.1"), (own.account_id, "somchai", "wrong password", "10.0.0.1")]
    monkeypatch.setattr(signin, "NOTED", 5)
    for n in range(20):
        refused(f"name{n}", where="")
    assert len(audit.read(act="sign_in.refused")) == 5


def test_attempts_are_kept_for_a_day(quick, clock):
    refused()
    clock.moves(hours=25)
    refused()
    with book.opened() as held:
        assert people.attempts(held) == 1


def test_a_clock_that_is_put_back_locks_nobody_out_until_the_old_time_comes_again(quick, clock):
    account()
    for _ in range(6):
        refused(where="")
        clock.moves(minutes=1)
    clock.moves(days=-400)
    assert refused(where="") == words.WRONG
    assert locked(where="") == 2
    clock.moves(minutes=2)
    assert signin.sign_in("somchai", PASSWORD, "")


# Sessions


def test_every_sign_in_gives_a_new_token_that_nobody_could_have_chosen(quick):
    account()
    tokens = {signin.sign_in("somchai", PASSWORD, "") for _ in range(20)}
    assert len(tokens) == 20 and all(len(token) >= 43 for token in tokens)
    assert all(signin.person_of(token) != READER for token in tokens)


@pytest.mark.parametrize(
    "token", ["", "x", "chosen-by-an-attacker-before-the-sign-in", "\ud800", "é" * 43, "x" * 10**6]
)
def test_a_token_that_was_not_given_out_stands_for_nobody(token, quick):
    account()
    signin.sign_in("somchai", PASSWORD, "")
    assert signin.person_of(token) == READER
    signin.sign_out(token)


def test_the_digest_that_the_ledger_holds_is_no_token(quick):
    account()
    assert signin.person_of(signin.digest(signin.sign_in("somchai", PASSWORD, ""))) == READER


def test_a_session_ends_after_an_idle_hour(quick, clock):
    own = account()
    token = signin.sign_in("somchai", PASSWORD, "")
    for _ in range(5):
        clock.moves(minutes=60)
        assert signin.person_of(token) == own
    clock.moves(minutes=60, seconds=1)
    assert signin.person_of(token) == READER
    clock.moves(minutes=-30)
    assert signin.person_of(token) == READER, "no clock brings it back"


def test_a_session_ends_after_twelve_hours_however_busy(quick, clock):
    own = account()
    token = signin.sign_in("somchai", PASSWORD, "")
    for _ in range(12 * 4):
        clock.moves(minutes=15)
        assert signin.person_of(token) == own
    clock.moves(seconds=1)
    assert signin.person_of(token) == READER


def test_a_session_is_written_at_most_once_a_minute(quick, clock, monkeypatch):
    account()
    token = signin.sign_in("somchai", PASSWORD, "")
    writes = []
    real = people.seen
    monkeypatch.setattr(people, "seen", lambda *given: writes.append(given) or real(*given))
    for _ in range(120):
        clock.moves(seconds=1)
        signin.person_of(token)
    assert len(writes) == 2


def test_a_clock_put_back_by_a_little_leaves_a_session_and_by_much_ends_it(quick, clock):
    own = account()
    token = signin.sign_in("somchai", PASSWORD, "")
    clock.moves(minutes=-2)
    assert signin.person_of(token) == own
    clock.moves(minutes=-1)
    assert signin.person_of(token) == READER
    clock.moves(minutes=10)
    assert signin.person_of(token) == READER, "it has ended, and not only until that time comes again"


def test_a_clock_put_back_within_a_session_cannot_keep_it_alive_for_ever(quick, clock):
    account()
    token = signin.sign_in("somchai", PASSWORD, "")
    began = clock.now
    clock.moves(minutes=50)
    assert signin.person_of(token) != READER
    clock.moves(minutes=-40)
    assert signin.person_of(token) != READER
    clock.moves(minutes=61)
    assert signin.person_of(token) == READER, "idle from what the clock said after it was put back"
    assert (clock.now - began).total_seconds() < 12 * 3600


def test_a_sign_out_ends_one_session_and_the_one_everywhere_all(quick):
    own = account()
    tokens = [signin.sign_in("somchai", PASSWORD, "") for _ in range(4)]
    signin.sign_out(tokens[0])
    assert [signin.person_of(token) == own for token in tokens] == [False, True, True, True]
    signin.sign_out(tokens[0])
    signin.sign_out_everywhere(own.account_id)
    assert all(signin.person_of(token) == READER for token in tokens)
    signin.sign_out_everywhere(own.account_id)
    assert [one.act for one in audit.read()][:2] == ["sign_out.everywhere", "sign_out"]
    everywhere = audit.read(act="sign_out.everywhere")[0]
    assert (everywhere.who, everywhere.what, everywhere.after) == (own.account_id, "somchai", "3")
    assert len(audit.read(act="sign_out")) == 1


def test_only_an_administrator_signs_somebody_else_out_and_is_noted_for_it(quick):
    boss, own = boss_and("editor")
    token, bosses = signin.sign_in("malee", PASSWORD, ""), signin.sign_in("boss", PASSWORD, "")
    with pytest.raises(Refused):
        signin.sign_out_everywhere(boss.account_id, own)
    assert signin.person_of(bosses) == boss
    signin.sign_out_everywhere(own.account_id, boss)
    assert signin.person_of(token) == READER
    assert audit.read(act="sign_out.everywhere")[0].who == boss.account_id


def test_what_is_taken_from_an_account_is_gone_at_the_next_look(quick):
    account("boss")
    own = account(role="officer")
    for changed in ({"role": "editor"}, {"unit_id": "school-2"}, {"password": WRONG}, {"disabled": True}):
        members.change(members.CONSOLE, own.account_id, disabled=False)
        members.change(members.CONSOLE, own.account_id, password=PASSWORD)
        token = signin.sign_in("somchai", PASSWORD, "")
        members.change(members.CONSOLE, own.account_id, **changed)
        assert signin.person_of(token) == READER, changed


def test_an_account_that_is_disabled_while_somebody_signs_in_stays_out(monkeypatch):
    account("boss")
    own = account()

    def meanwhile(kept, password):
        members.change(members.CONSOLE, own.account_id, disabled=True)
        return True

    monkeypatch.setattr(passwords, "matches", meanwhile)
    assert refused(password=PASSWORD) == words.WRONG


def test_a_ledger_that_cannot_be_read_makes_everybody_a_reader(quick, monkeypatch, caplog):
    account()
    token = signin.sign_in("somchai", PASSWORD, "")

    def broken(key):
        raise sqlite3.DatabaseError("file is not a database")

    monkeypatch.setattr(people, "session", broken)
    assert signin.person_of(token) == READER and "could not be asked" in caplog.text
    assert token not in caplog.text


def test_a_disk_that_is_full_signs_nobody_out(quick, clock, monkeypatch, caplog):
    own = account()
    token = signin.sign_in("somchai", PASSWORD, "")

    def full(*given):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(people, "seen", full)
    clock.moves(minutes=10)
    assert signin.person_of(token) == own and "could not be told" in caplog.text
    clock.moves(minutes=51)
    assert signin.person_of(token) == READER


# Accounts


def boss_and(role, **given):
    """Return an administrator and another account."""
    return account("boss"), account("malee", role, **given)


@pytest.mark.parametrize("role", ["councillor", "officer", "approver", "editor"])
def test_only_an_administrator_makes_and_changes_accounts(quick, role):
    boss, own = boss_and(role)
    for act in (
        lambda: signin.create(own, "new", "n", "admin", "", PASSWORD),
        lambda: signin.change(own, own.account_id, role="admin"),
        lambda: signin.change(own, boss.account_id, password=WRONG),
        lambda: signin.create(READER, "new", "n", "admin", "", PASSWORD),
    ):
        before = people.every()
        with pytest.raises(Refused, match="account"):
            act()
        assert people.every() == before
    assert signin.create(boss, "new", "n", "editor", "", PASSWORD).role == "editor"


@pytest.mark.parametrize("forged", [{"role": "admin"}, {"account_id": "a-unknown", "role": "admin"}])
def test_a_person_that_the_ledger_does_not_confirm_changes_nothing(quick, forged):
    _, own = boss_and("officer")
    who = Person(**{"account_id": own.account_id, "name": "x", "role": own.role, "unit_id": "", **forged})
    with pytest.raises(Refused):
        signin.change(who, own.account_id, role="admin")
    with pytest.raises(Refused):
        signin.create(Person("console", "console", "admin", ""), "new", "n", "admin", "", PASSWORD)


def test_an_administrator_who_was_disabled_meanwhile_changes_nothing(quick):
    boss, other = boss_and("admin")
    signin.change(boss, other.account_id, disabled=True)
    with pytest.raises(Refused):
        signin.change(other, boss.account_id, disabled=True)


def test_the_last_administrator_stays(quick):
    boss, other = boss_and("admin")
    signin.change(boss, boss.account_id, disabled=True)
    for given in ({"disabled": True}, {"role": "editor"}):
        with pytest.raises(Refused) as told:
            signin.change(members.CONSOLE, other.account_id, **given)
        assert told.value.why == words.LAST_ADMIN
    assert [one.disabled for one in signin.accounts()] == [True, False]


def test_every_change_is_noted_with_before_and_after_and_never_a_password(quick):
    boss, own = boss_and("officer")
    signin.change(boss, own.account_id, role="approver", unit_id="division-1", password=WRONG)
    made, changed = audit.read(act="account.create")[0], audit.read(act="account.change")[0]
    assert (made.who, made.where, made.what) == ("console", "console", "malee")
    assert (changed.who, changed.what) == (boss.account_id, "malee")
    assert '"role": "officer"' in changed.before and '"role": "approver"' in changed.after
    assert '"password": "changed"' in changed.after
    assert not any(secret in str(audit.read()) for secret in (PASSWORD, WRONG))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"login": "x"}, words.LOGIN_BAD),
        ({"login": "สมชาย"}, words.LOGIN_BAD),
        ({"login": "a\nb"}, words.LOGIN_BAD),
        ({"login": "somchai\n"}, None),
        ({"login": "../../etc"}, words.LOGIN_BAD),
        ({"name": " \n\u200b"}, "A name to be shown"),
        ({"name": "x" * 81}, "A name to be shown"),
        ({"role": "owner"}, "There is no role owner"),
        ({"role": "reader"}, "There is no role reader"),
        ({"role": "officer"}, words.UNIT_NEEDED),
        ({"password": "short pw 11"}, "at least 12"),
        ({"password": "x" * 201}, "at most 200"),
        ({"password": "dig Somchai odd herons"}, words.PASSWORD_LOGIN),
        ({"password": "khonkaen2569"}, words.PASSWORD_COMMON),
    ],
    ids=str,
)
def test_an_account_that_cannot_be_is_refused_with_what_to_do(quick, given, why):
    usual = {"login": "somchai", "name": "สมชาย", "role": "editor", "unit_id": "", "password": PASSWORD}
    if why is None:
        assert signin.create(members.CONSOLE, **{**usual, **given})
        return
    with pytest.raises(Refused) as told:
        signin.create(members.CONSOLE, **{**usual, **given})
    assert told.value.why == why or (isinstance(why, str) and why in told.value.why.en)
    assert people.every() == [] and audit.read() == []


def test_a_login_is_taken_for_good(quick):
    boss, own = boss_and("editor")
    signin.change(boss, own.account_id, disabled=True)
    with pytest.raises(Refused, match="malee is taken"):
        signin.create(boss, "MALEE", "x", "editor", "", PASSWORD)


def test_a_unit_that_the_snapshot_does_not_have_is_refused(quick, monkeypatch):
    monkeypatch.setattr(rights, "units", lambda: {"school-1": rights.Unit("town", words.NO_ROLE)})
    assert account("one", "officer", "school-1").unit_id == "school-1"
    with pytest.raises(Refused, match="no unit school-9"):
        account("two", "officer", "school-9")


def test_an_account_whose_unit_is_gone_can_be_disabled(quick, monkeypatch):
    boss, own = boss_and("officer")
    monkeypatch.setattr(rights, "units", lambda: {"school-9": rights.Unit("town", words.NO_ROLE)})
    signin.change(boss, own.account_id, disabled=True, where="10.0.0.1")
    assert [one.disabled for one in signin.accounts()] == [False, True]
    assert audit.read(most=1)[0].where == "10.0.0.1"
    with pytest.raises(Refused, match="no unit school-1"):
        signin.change(boss, own.account_id, role="officer")


def test_a_name_is_one_line_that_turns_and_controls_nothing(quick):
    account("boss")
    made = signin.create(members.CONSOLE, "malee", "a\r\nSet-Cookie: x\x1b[2J\u202eb\u200b", "editor", "", PASSWORD)
    assert made.name == "a Set-Cookie: x [2J b"


def test_one_changes_the_own_password_with_the_old_one_and_signs_in_again(quick):
    own = account()
    token = signin.sign_in("somchai", PASSWORD, "")
    with pytest.raises(Refused) as told:
        signin.renew(own, WRONG, "another odd heron digs", "")
    assert told.value.why == words.WRONG
    assert audit.read(most=1)[0].act == "password.refused"
    with pytest.raises(Refused, match="at least"):
        signin.renew(own, PASSWORD, "short", "")
    assert signin.person_of(token) == own
    signin.renew(own, PASSWORD, "another odd heron digs", "10.0.0.1")
    assert signin.person_of(token) == READER
    assert refused(password=PASSWORD) == words.WRONG
    assert signin.person_of(signin.sign_in("somchai", "another odd heron digs", "")) == own
    assert audit.read(act="password.change")[0].who == own.account_id


def test_guessing_an_old_password_is_held_up_like_a_sign_in(quick):
    own = account()
    for _ in range(5):
        with pytest.raises(Refused):
            signin.renew(own, WRONG, "another odd heron digs", "")
    with pytest.raises(Refused, match="Wait 1 min"):
        signin.renew(own, PASSWORD, "another odd heron digs", "")
