// Runs in the first page of every visit, beside Streamlit's own application.

// A link in our own markup goes the way of the menu, without loading the application anew; files and the API are
// no pages of it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('[data-testid="stHtml"] a[href^="/"]:not(.s7-language):not(.s7-file)');
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

// After a break the live line may lead to another process, or to one that has let go of this page. Streamlit leaves the
// page as it is, and its buttons ask for files nobody knows of: so it is drawn again, with everything that was chosen.
let opened = false;
addEventListener("message", ({ source, data }) => {
  if (source !== window || data?.stCommVersion !== 1 || data.type !== "WEBSOCKET_CONNECTED") return;
  if (opened) postMessage({ stCommVersion: 1, type: "RERUN_SCRIPT" }, location.origin);
  opened = true;
});

// What a page draws with, loaded while the server works on its answer instead of after it.
addEventListener("DOMContentLoaded", () => {
  const [, chunks] = CHUNKS.find(([where]) => new RegExp(where).test(location.pathname + location.search));
  const load = () => chunks.forEach((chunk) => import(chunk));
  "requestIdleCallback" in window ? requestIdleCallback(load, { timeout: 300 }) : setTimeout(load);
});
