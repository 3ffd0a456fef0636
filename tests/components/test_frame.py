"""What stands round every page is drawn as Streamlit draws it."""

import sys

import pytest
from streamlit.testing.v1 import AppTest

STYLED = "<style>p { color: red }</style><h1>a title</h1>"
BODIES = ("<p>หนึ่ง</p>", "  <p>indented\n    code</p>\n", STYLED, "x" * 50_000)


@pytest.mark.parametrize("width", ["stretch", "content", 320])
def test_our_markup_is_sent_as_streamlit_sends_markup(sent, width):
    def drawn(bodies, width):
        import streamlit as st

        from smart7.components import frame

        class Ready(str):
            def _repr_html_(self):
                return self

        for body in bodies:
            frame.html(body, width=width)
            st.html(Ready(body), width=width)

    assert not AppTest.from_function(drawn, args=(BODIES, width)).run().exception
    ours, theirs = [one.delta.new_element for one in sent[::2]], [one.delta.new_element for one in sent[1::2]]
    assert [one.html.body for one in ours] == list(BODIES)
    assert all(one.HasField("width_config") for one in ours)
    assert ours == theirs


def test_what_is_kept_of_a_page_takes_no_more_room_once_it_was_drawn():
    def drawn(body):
        from smart7.components import frame

        frame.html(body)

    body = "<p>หนึ่ง</p>" * 1000
    before = sys.getsizeof(body)
    assert not AppTest.from_function(drawn, args=(body,)).run().exception
    assert sys.getsizeof(body) == before


def test_nothing_is_drawn_of_nothing_and_a_block_goes_where_the_page_is():
    def drawn():
        import streamlit as st

        from smart7.components import frame

        frame.html("")
        with st.container():
            frame.html("<p>within</p>")

    page = AppTest.from_function(drawn).run()
    (held,) = page.main.children.values()
    assert [one.proto.body for one in held.children.values()] == ["<p>within</p>"]
