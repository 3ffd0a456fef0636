"""What is got ready before anybody asks: pages one click away, only while nobody waits."""

import threading
from types import SimpleNamespace

from smart7 import ahead, memory, parts, reading, store
from smart7.first import answer
from smart7.past import days
from smart7.turn import Turns
from smart7.view import of_link


def view(snapshot, **link):
    return of_link(link, reading.about(snapshot))


def test_another_year_and_the_other_language_are_ready_before_the_click(fresh, monkeypatch):
    pieces = list(zip(range(140), ahead.work(fresh), strict=False))
    for _, piece in pieces:
        piece()
    monkeypatch.setattr(store, "answered", None)
    for link in ({}, {"lang": "en"}, {"year": str(view(fresh).years[1])}):
        seen = view(fresh, **link)
        assert parts.domain_body(fresh, "living", seen)
        for dark in (False, True):
            assert [
                one.packed(fresh, seen.lang, dark) for one in parts.page_panels(fresh, "mobility", seen) if one.drawn
            ]
        asked = answer.Link("living", seen.lang, fresh, (), seen, days.reach(fresh))
        assert "s7-title" in answer.content_of(asked, seen)
        assert (answer.at_hand(asked) is None) == ("year" in link)  # where visits begin, it is put together


def test_it_stops_for_a_visitor_and_goes_on_when_nobody_is_there(fresh, monkeypatch):
    turns, done, there = Turns(), [], threading.Event()
    monkeypatch.setattr(ahead, "work", lambda _: (lambda n=n: done.append(n) for n in range(3)))
    monkeypatch.setattr(ahead, "BREATH", 0.01)
    getting_ready = ahead.Ahead(turns)
    with turns.taken():
        thread = threading.Thread(target=lambda: (there.set(), getting_ready.get_ready(fresh)))
        thread.start()
        there.wait()
        assert done == []
    thread.join(20)
    assert done == [0, 1, 2]


def test_memory_is_given_back_between_two_pieces_once_visitors_have_left(fresh, monkeypatch):
    turns, done = Turns(), []
    monkeypatch.setattr(ahead, "work", lambda _: (lambda n=n: done.append(n) for n in range(3)))
    monkeypatch.setattr(ahead, "BREATH", 0)
    monkeypatch.setattr(ahead, "SETTLED", 0)
    monkeypatch.setattr(memory, "give_back", lambda: done.append("given back"))
    with turns.taken():
        pass
    getting_ready = ahead.Ahead(turns)
    getting_ready.get_ready(fresh)
    getting_ready.tidy()
    assert done == [0, "given back", 1, 2, "given back"]


def test_memory_is_given_back_after_a_long_time_of_visitors_and_not_at_the_first_after_a_quiet_night(monkeypatch):
    turns, done, now = Turns(), [], [0.0]
    monkeypatch.setattr(ahead, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(memory, "give_back", lambda: done.append(now[0]))
    getting_ready = ahead.Ahead(turns)

    def come_and_tidy(second: float) -> None:
        now[0] = second
        with turns.taken():
            getting_ready.tidy()

    come_and_tidy(ahead.LONGEST - 1)
    assert done == []
    come_and_tidy(ahead.LONGEST)
    assert done == [ahead.LONGEST]
    # Not with each look from then on, while they go on coming.
    come_and_tidy(ahead.LONGEST + ahead.LOOK)
    come_and_tidy(2 * ahead.LONGEST - 1)
    assert done == [ahead.LONGEST]
    come_and_tidy(2 * ahead.LONGEST)
    assert done.pop() == 2 * ahead.LONGEST
    now[0] = 100 * ahead.LONGEST
    getting_ready.tidy()
    come_and_tidy(now[0] + ahead.LOOK)
    assert done == [ahead.LONGEST]


def test_it_stops_when_another_snapshot_is_in_service(fresh, monkeypatch):
    monkeypatch.setattr(ahead, "BREATH", 0)
    monkeypatch.setattr(store, "current_id", lambda: "20991231-another")
    assert ahead.Ahead(Turns()).get_ready(fresh) == 0


def test_it_is_bounded_by_what_is_kept(fresh):
    documents = sum(1 for _ in ahead.work(fresh)) / 3
    assert documents <= answer.made.cache.maxsize


def test_a_page_that_fails_keeps_none_of_the_others_from_being_got_ready(fresh, monkeypatch, caplog):
    done = []
    monkeypatch.setattr(ahead, "work", lambda _: [lambda: done.append(1), lambda: 1 / 0, lambda: done.append(2)])
    monkeypatch.setattr(ahead, "BREATH", 0)
    assert ahead.Ahead(Turns()).get_ready(fresh) == 3
    assert done == [1, 2] and "ZeroDivisionError" in caplog.text
