"""The crowd of the bench reads the live line by its outermost fields: it must read what Streamlit writes."""

import asyncio
import random
from argparse import Namespace
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench import crowd, messages
from tests.bench.visitors import Found, Run, Visitor

OLD, NEW = "20261122-aaaaaaaaaa", "20261123-bbbbbbbbbb"


def apart(work):
    """Run a coroutine in a thread of its own: a browser's tests in the same process keep a loop of theirs running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def piece(body: str, *, cacheable: bool = False) -> ForwardMsg:
    message = ForwardMsg(hash="abc")
    message.metadata.cacheable = cacheable
    message.metadata.delta_path.extend([0, 300])
    message.delta.new_element.html.body = body
    return message


def shown(*said: ForwardMsg) -> Found:
    """Return what a visitor notes of a page made of messages."""

    async def page() -> Found:
        found = Found((OLD.encode(), NEW.encode()))
        visitor = Visitor("http://127.0.0.1:1", [], found, random.Random(1))
        visitor.run = run = Run(asyncio.get_running_loop().create_future(), 0.0)
        for message in (*said, ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)):
            visitor.heard(message.SerializeToString())
        assert run.done.done()
        visitor.note(run, 0.0)
        return found

    return apart(page())


def foot(snapshot_id: str) -> ForwardMsg:
    return piece(f'<p class="s7-foot">Khon Kaen 7 Smart · {snapshot_id}</p>')


def test_a_message_is_read_as_streamlit_writes_it():
    assert messages.read(piece("x" * 300, cacheable=True).SerializeToString()).keep_as == "abc"
    assert messages.read(piece("x").SerializeToString()) == messages.Message()
    assert messages.read(ForwardMsg(ref_hash="abc").SerializeToString()).refers_to == "abc"
    for status in ForwardMsg.ScriptFinishedStatus.values():
        assert messages.read(ForwardMsg(script_finished=status).SerializeToString()).finished == status


def test_a_failure_on_the_page_is_an_error_and_a_warning_is_none():
    message = ForwardMsg()
    message.delta.new_element.exception.message = "broken"
    assert messages.read(message.SerializeToString()).error == "exception on the page"
    alert = message.delta.new_element.alert
    alert.format = alert.ERROR
    assert messages.read(message.SerializeToString()).error == "error on the page"
    alert.format = alert.WARNING
    assert messages.read(message.SerializeToString()).error == ""


def choice(*options: str) -> ForwardMsg:
    message = ForwardMsg(hash="def")
    message.delta.new_element.selectbox.options.extend(options)
    return message


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ([piece("text"), foot(OLD)], {}),
        ([piece(f"from {OLD}"), foot(OLD)], {}),
        ([choice(OLD), foot(NEW)], {}),
        ([piece(f"from {NEW}"), foot(OLD)], {"two snapshots in one page": 1}),
        ([foot(OLD), foot(NEW)], {"two snapshots in one page": 1}),
        ([piece("text")], {"a page without its foot": 1}),
        ([piece(NEW, cacheable=True), ForwardMsg(ref_hash="abc"), foot(NEW)], {}),
        ([ForwardMsg(ref_hash="abc"), foot(NEW)], {"a message nobody kept": 1}),
    ],
)
def test_a_page_belongs_to_one_snapshot(said, wrong):
    assert dict(shown(*said).errors) == wrong


def test_what_a_kept_message_names_counts_for_the_page_that_refers_to_it():
    found = shown(piece(OLD, cacheable=True), ForwardMsg(ref_hash="abc"), foot(NEW))
    assert dict(found.errors) == {"two snapshots in one page": 1}


def test_a_foot_that_a_kept_message_holds_counts_for_the_page_that_refers_to_it():
    body = f'<p class="s7-foot">Khon Kaen 7 Smart · {OLD}</p>'
    found = shown(piece(body, cacheable=True), ForwardMsg(ref_hash="abc"))
    assert not found.errors and list(found.snapshots) == [OLD]


@pytest.mark.parametrize(
    ("address", "visitors", "seconds"),
    [
        ("http://192.0.2.1:8501", 10, 10),
        ("http://example.org", 10, 10),
        ("http://127.0.0.1:8501", 501, 10),
        ("http://127.0.0.1:8501", 10, 301),
    ],
)
def test_a_crowd_stays_on_this_machine_and_small(address, visitors, seconds):
    with pytest.raises(ValueError):
        crowd.bounded(Namespace(address=address, visitors=visitors, seconds=seconds))


def test_a_crowd_of_usual_size_is_let_in():
    for address in ("http://127.0.0.1:8501", "http://localhost:8501", "http://[::1]:8501"):
        assert crowd.bounded(Namespace(address=address, visitors=500, seconds=300))
