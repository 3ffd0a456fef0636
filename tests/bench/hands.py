"""Officers who hand in and approvers who approve, all at once, in one process: `python -m tests.bench.hands ADDRESS`.

Reads what each is to do from its input (`Plan`), and prints what was done and how long each step took. Everything goes
through the page of the register over a live line: the fields of a period are filled in, checked, and handed in.
"""

import argparse
import asyncio
import json
import re
import sys
from collections import Counter
from dataclasses import asdict, dataclass, field

from websockets.exceptions import WebSocketException

from tests.bench import crowd
from tests.bench.acting import Failed, Person

EVERY = 20.0
"""Seconds from one hand-in of an officer to the next, and from one look of an approver to the next."""
AT_A_LOOK = 3
NUMBER = re.compile(r"[0-9a-f]{12}")
SET = re.compile(r"register-approve-[0-9a-f]{12}")


@dataclass
class Plan:
    """Who does what: a password for all, the turns of each officer by login, and the logins of approvers.

    A turn is the period as a link names it, what each field is filled with, and the note by which it is known again.
    """

    password: str
    officers: dict[str, list[tuple[str, dict[str, str], str]]]
    approvers: list[str]


@dataclass
class Done:
    """What was done: the number of each hand-in by its note, what was approved, seconds of each step, what went wrong.

    An approval that comes too late, as the officer handed in anew meanwhile, is no error: it is refused, or what was
    to be approved is no longer on the page.
    """

    handed: dict[str, str] = field(default_factory=dict)
    approved: list[str] = field(default_factory=list)
    refused: int = 0
    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)

    def took(self, **steps: float) -> None:
        """Note how long steps took."""
        for name, seconds in steps.items():
            self.seconds.setdefault(name, []).append(seconds)


async def hand_in(officer: Person, turn: tuple[str, dict[str, str], str], done: Done) -> None:
    """Open a period, fill it in, have it checked and hand it in; note the number it got."""
    due, filled, note = turn
    opened = (await officer.open("register", due=due, lang="th")).seconds
    checked = await officer.press(
        "register-check-form", {f"register-{due}-{key}": text for key, text in filled.items()}
    )
    checking = checked.seconds
    reasons = dict.fromkeys(checked.keys("register-reason-"), "นับใหม่จากสมุดทะเบียน")
    (field_of_note,) = checked.keys("register-note-")
    sent = await officer.press("register-hand-in", {field_of_note: note, **reasons})
    number = NUMBER.search(" ".join(sent.good))
    if sent.bad or number is None:
        raise Failed(f"not handed in: {' '.join(sent.bad)[:200]}")
    done.handed[note] = number[0]
    done.took(opened=opened, checked=checking, sent=sent.seconds, whole=opened + checking + sent.seconds)


async def approve(approver: Person, turn: int, done: Done) -> None:
    """Look at what waits and approve a few, others than the other approvers look at."""
    seen = await approver.open("register", lang="th")
    done.took(looked=seen.seconds)
    for key in waiting(approver)[turn * AT_A_LOOK : (turn + 1) * AT_A_LOOK]:
        if key not in waiting(approver):
            continue
        after = await approver.press(key, {})
        done.took(approved=after.seconds)
        if after.good and not after.bad:
            done.approved.append(key.rpartition("-")[2])
        else:
            done.refused += 1


def waiting(approver: Person) -> list[str]:
    """Return the keys of what approves one set each, in the order of the page."""
    return [key for key in approver.shown.keys("register-approve-") if SET.fullmatch(key)]


async def stay(person: Person, password: str, begin: float, until: float, turns: list, act, done: Done) -> None:
    """Sign in, and do one turn after the other at its time."""
    now = asyncio.get_running_loop().time
    try:
        await person.sign_in(password)
    except (OSError, TimeoutError, Failed) as error:
        done.errors[f"sign-in: {error}"] += 1
        return
    for number, turn in enumerate(turns):
        due = begin + EVERY * number
        if due >= until:
            break
        await asyncio.sleep(max(0.0, due - now()))
        try:
            await act(person, turn, done)
        except (OSError, TimeoutError, WebSocketException, Failed) as error:
            done.errors[f"{act.__name__}: {type(error).__name__} {error}"[:300]] += 1
    await person.leave()


async def gather(address: str, plan: Plan, seconds: float) -> Done:
    """Let everybody begin over the first twenty seconds, and wait for the last one to leave."""
    done, began = Done(), asyncio.get_running_loop().time()
    people = [(login, turns, hand_in) for login, turns in plan.officers.items()]
    people += [(login, [n] * 100, approve) for n, login in enumerate(plan.approvers)]
    await asyncio.gather(*(
        stay(Person(address, login), plan.password, began + EVERY * n / len(people), began + seconds, turns, act, done)
        for n, (login, turns, act) in enumerate(people)
    ))  # fmt: skip
    return done


def main() -> None:
    """Do what the input says at a server that runs, and print what was done."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.hands", description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--seconds", type=float, default=120.0)
    try:
        given = crowd.bounded(argparse.Namespace(**vars(parser.parse_args()), visitors=1))
    except ValueError as error:
        parser.error(str(error))
    plan = Plan(**json.load(sys.stdin))
    print(json.dumps(asdict(asyncio.run(gather(given.address, plan, given.seconds)))))


if __name__ == "__main__":
    main()
