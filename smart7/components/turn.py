"""Turn pages without loading the application anew: a link in our own markup goes the way of the menu."""

import streamlit as st

SCRIPT = """
export default function () {
  if (window.s7Turning) return;
  window.s7Turning = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest('[data-testid="stHtml"] a[href^="/"]:not(.s7-language)');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (!link || !plain || link.origin !== location.origin) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    const seek = (tries) => {
      const place = document.getElementById(link.hash.slice(1));
      place ? place.scrollIntoView() : tries && setTimeout(seek, 250, tries - 1);
    };
    if (link.hash) seek(20);
  });
}
"""

_piece = st.components.v2.component("smart7_turn", js=SCRIPT)


def listen() -> None:
    """Put the listener on the page; without it the same links still work, by loading the page."""
    _piece(key="turn")
