"""Feeds of public transport on the sources page: which there are, and how another is checked and taken in."""

import re
from datetime import date
from typing import Any, Final

import streamlit as st

from smart7 import calendar, publish, reading
from smart7.components import data, frame
from smart7.components.acts import person
from smart7.formats import MISSING, number
from smart7.i18n import Text
from smart7.kept import kept
from smart7.markup.pieces import heading, more, table, tag
from smart7.register import keeping, rights
from smart7.view import View
from smart7.words import common
from smart7.words import feeds as words
from smart7.words import gtfs as rules

MEGABYTES: Final = 20
ROWS: Final = 100
REPORT: Final = "feed-report"
DONE: Final = "feed-done"
ROUND: Final = "feed-round"


def show(view: View) -> None:
    """Draw the feeds there are, then the way in for another."""
    frame.html(known(data.snapshot(), view))
    if not person.allowed("feed.import", view):
        return
    done = st.session_state.pop(DONE, None)
    if done:
        st.success(view.say(words.ACCEPTED, name=done))
    with st.expander(view.say(words.IMPORT), expanded=REPORT in st.session_state):
        way_in(view)


@kept(40)
def known(snapshot: str, view: View) -> str:
    """Return the feeds of a snapshot as a table."""
    return listed(reading.records(snapshot, "sources/feeds", reading.asked(lang=view.lang)), view)


def listed(rows: list[dict[str, Any]], view: View) -> str:
    """Return the feeds of the snapshot as a table."""
    if not rows:
        return ""
    header = [words.FEED, words.STATE, common.AS_OF, words.COVERS, words.MEASURES["routes"], words.MEASURES["stops"]]
    body = [
        [
            f"{row['title']} ({row['feed_id']})",
            view.say(words.STATUS[row["status"]]),
            day(row["as_of"], view),
            f"{day(row['first_day'], view)} – {day(row['last_day'], view)}",
            number(row["routes"], 0, view.lang),
            number(row["stops"], 0, view.lang),
        ]
        for row in rows
    ]
    title = view.say(words.FEEDS)
    unplaced = sum(row["unplaced"] for row in rows)
    count = tag("p", f"{view.say(words.UNPLACED)}: {number(unplaced, 0, view.lang)}", "s7-note")
    return heading(title) + table([view.say(h) for h in header], body, caption=title, numbers=(4, 5)) + count


def day(written: date | None, view: View) -> str:
    """Return a day as people read it, a dash for none."""
    return calendar.format_date(written, view.lang, short=True) if written else MISSING


def way_in(view: View) -> None:
    """Draw the choice of a file and a name, then what was found, then the two ways out."""
    frame.html(tag("p", view.say(words.IMPORT_ABOUT), "s7-note"))
    st.html(uploader_style(view))
    turn = st.session_state.setdefault(ROUND, 0)  # another turn empties the choice of a file
    sent = st.file_uploader(view.say(words.FILE), type="zip", key=f"feed-file-{turn}", max_upload_size=MEGABYTES)
    name = st.text_input(view.say(words.UNDER_NAME), key="feed-name", max_chars=40).strip()
    if name and not may_be_a_name(name):
        st.warning(view.say(words.BAD_NAME, name=name))
    ready = sent is not None and may_be_a_name(name)
    pressed = st.button(view.say(words.CHECK), key="feed-check", disabled=not ready)
    if sent is None or not ready:
        st.session_state.pop(REPORT, None)
        return
    asked = (name, sent.file_id)
    if pressed:
        check(sent.getvalue(), sent.name, name, asked, view)
    held = st.session_state.get(REPORT)
    if held and held["asked"] == asked:
        tell(held["report"], view)
        decide(sent.getvalue(), sent.name, name, held["report"], view)


def uploader_style(view: View, text: Text = words.CHOOSE) -> str:
    """Return the style that puts the visitor's language on Streamlit's own button, which speaks English only."""
    box = '[data-testid="stFileUploaderDropzone"]'
    button = f'{box} [data-testid="stBaseButton-secondary"] p'
    hidden = f'{box} [data-testid="stFileUploaderDropzoneInstructions"], {box} [aria-label="Add files"]'
    return (
        f"<style>{hidden} {{ display: none; }} {button} {{ visibility: hidden; font-size: 0; }}"
        f' {button}::after {{ content: "{view.say(text)}"; visibility: visible; font-size: 1rem; }}</style>'
    )


def may_be_a_name(name: str) -> bool:
    """Return whether a feed can be kept under a name."""
    return bool(re.fullmatch(words.NAME, name)) and not re.fullmatch(words.RESERVED, name)


def check(content: bytes, file: str, name: str, asked: tuple[str, str], view: View) -> None:
    """Check a zip in a child process and keep its report for this visit."""
    st.session_state.pop(REPORT, None)
    with st.status(view.say(words.CHECKING_NOW)) as status:
        try:
            report = keeping.look_at_feed(person.here(), content, file, name)
        except publish.BuildFailed as error:
            status.update(label=view.say(words.NOT_CHECKED), state="error", expanded=True)
            st.code(str(error), language=None)
            return
        except rights.Refused as refused:
            status.update(label=view.say(refused.why), state="error")
            return
        status.update(label=view.say(words.CHECKED), state="complete")
    st.session_state[REPORT] = {"asked": asked, "report": report}


def decide(content: bytes, file: str, name: str, report: dict[str, Any], view: View) -> None:
    """Draw the two ways out; a refused feed can only be left."""
    if report["refused"]:
        st.error(view.say(words.REFUSED))
    with st.container(horizontal=True):
        accepted = not report["refused"] and st.button(view.say(words.ACCEPT), key="feed-accept", type="primary")
        left = st.button(view.say(words.LEAVE), key="feed-leave")
    if accepted and not take(content, file, name, report["replaces"], view):
        return
    if accepted or left:
        del st.session_state[REPORT]
        st.session_state[ROUND] += 1
        st.session_state[DONE] = name if accepted else None
        st.rerun()


def take(content: bytes, file: str, name: str, replacing: str, view: View) -> bool:
    """Put a checked feed in service with its progress on the page; return whether that worked."""
    with st.status(view.say(words.IMPORTING), expanded=True) as status:
        try:
            for line in keeping.import_feed(person.here(), content, file, name, replacing):
                st.text(line)
        except publish.BuildFailed as error:
            status.update(label=view.say(words.FAILED), state="error")
            st.code(str(error), language=None)
            return False
        except rights.Refused as refused:
            status.update(label=view.say(refused.why), state="error")
            return False
        status.update(state="complete", expanded=False)
    return True


def tell(report: dict[str, Any], view: View) -> None:
    """Draw what was found and what would change, as tables."""
    frame.html(findings(report["findings"], view))
    if not report["refused"]:
        frame.html(changes(report["changes"], view))


def findings(rows: list[dict[str, Any]], view: View) -> str:
    """Return what was found: kind, place, what it is about and what to do."""
    title = view.say(words.FINDINGS)
    counts = {severity: sum(row["severity"] == severity for row in rows) for severity in rules.SEVERITY}
    top = heading(title, 3) + tag("p", view.say(words.COUNTS, **counts), "s7-value")
    header = [words.WHAT, words.WHAT_TO_DO, words.WHERE]
    body = [[about(row, view), said(row["do"], view), place(row, view)] for row in rows[:ROWS]]
    return top + (table([view.say(h) for h in header], body, caption=title) if rows else "")


def about(row: dict[str, Any], view: View) -> str:
    """Return how much a finding matters and what it is."""
    return f"{view.say(rules.SEVERITY[row['severity']])}: {said(row['what'], view)}"


def place(row: dict[str, Any], view: View) -> str:
    """Return the rule, the file and the lines of a finding."""
    parts = [row["rule"], " ".join(filter(None, (row["file"], row["column"])))]
    if row["lines"]:
        parts.append(view.say(words.LINES, lines=", ".join(str(line) for line in row["lines"])))
    rest = row["count"] - max(1, len(row["lines"]))
    parts += [view.say(words.MORE_PLACES, count=number(rest, 0, view.lang))] if rest > 0 else []
    return " · ".join(part for part in parts if part)


def changes(rows: list[dict[str, Any]], view: View) -> str:
    """Return what would change, a table to a kind of change; only the network's totals stand open."""
    title = heading(view.say(words.WHAT_CHANGES), 3)
    if not rows:
        return title + tag("p", view.say(words.NO_CHANGE), "s7-value")
    header = [view.say(h) for h in (words.SUBJECT, words.MEASURE, words.BEFORE, words.AFTER)]
    parts = [title]
    for kind, name in words.CHANGES.items():
        own = [row for row in rows if row["kind"] == kind]
        if own:
            summary = f"{view.say(name)} ({number(len(own), 0, view.lang)})"
            body = [[subject(row, view), said(row["what"], view), row["before"], row["after"]] for row in own[:ROWS]]
            rest = view.say(words.AND_MORE, count=len(own) - ROWS) if len(own) > ROWS else ""
            inner = table(header, body, caption=summary, numbers=(2, 3)) + (tag("p", rest, "s7-note") if rest else "")
            parts.append(more(summary, inner, opened=kind == "network"))
    return "".join(parts)


def subject(row: dict[str, Any], view: View) -> str:
    """Return what a change is about, by name and id."""
    return " ".join(filter(None, (said(row["name"], view), f"({row['id']})" if row["id"] else "")))


def said(text: dict[str, str], view: View) -> str:
    """Return a text of a report in the visitor's language."""
    return view.say(Text(text["th"], text["en"]))
