// 'Back' leads to where a page was left, and a link to the place it names.

// Tries again until it is done, for some seconds at most; whatever a reader does meanwhile ends it.
let search = 0;
const seek = (done, tries = 100) => {
  clearTimeout(search);
  search = done() || !tries ? 0 : setTimeout(seek, 50, done, tries - 1);
};
["wheel", "touchmove", "pointerdown", "keydown"].forEach((name) => addEventListener(name, () => {
  clearTimeout(search);
  search = 0;
}, { capture: true, passive: true }));

// What scrolls is a box of the page, whose place no browser keeps. Each step of the history has a mark of its own, under
// which the place is kept as long as the tab is open.
const STOOD = "s7-stood";
const remembered = () => { try { return JSON.parse(sessionStorage[STOOD] ?? "[]"); } catch { return []; } };
const remember = () => { try { sessionStorage[STOOD] = JSON.stringify([...stood].slice(-50)); } catch { return; } };
const stood = new Map(remembered());
const mark = () => history.state?.s7;
const fresh = () => `${Date.now()}.${Math.random()}`;
const [push, put] = [history.pushState, history.replaceState].map((each) => each.bind(history));
history.replaceState = (state, ...to) => put({ ...state, s7: mark() ?? fresh() }, ...to);
// What Streamlit puts right in the address while the first answer is read is no step of a visitor's, who would go 'back' to
// the same page.
history.pushState = (state, ...to) => first() ? history.replaceState(state, ...to) : push({ ...state, s7: fresh() }, ...to);
history.replaceState(history.state, "");
const came = stood.get(mark());
addEventListener("scroll", ({ target }) => {
  if (!search && target.matches?.(`${named("stMain")}, #s7-first, .s7f-main`)) stood.set(mark(), target.scrollTop);
}, true);
addEventListener("pagehide", remember);
// Once the page that is asked for stands: with its foot, which leads back to its address and so is another for each, and as
// long as it was.
addEventListener("popstate", ({ isTrusted }) => {
  const foot = () => document.querySelector(`${named("stMain")} .s7-foot`);
  const top = stood.get(mark()) ?? 0, before = foot();
  if (isTrusted) seek(() => {
    const main = foot() !== before && foot()?.closest(named("stMain"));
    if (!main) return false;
    main.scrollTop = top;
    return Math.abs(main.scrollTop - top) < 2;
  });
});
