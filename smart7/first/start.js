// What happens first: what there is to read is shown, then Streamlit's application is loaded.

// Text that changes its typeface moves what somebody is reading, so the first answer waits for it, but not for long; longer
// where the device has no Thai letters of its own, as there would be boxes in their place.
const FACES = 400;
const legible = () => {
  if (document.documentElement.lang !== "th") return true;
  const pen = document.createElement("canvas").getContext("2d");
  const widths = ["ก", "ง", "ฒ", "\u{10fffd}"].map((letter) => pen.measureText(letter).width);
  return new Set(widths).size > 1;
};

// What other sites added to the address is no part of it, whoever it is shared with.
const given = new URLSearchParams(location.search);
const foreign = [...given.keys()].filter((name) => new RegExp(FOREIGN).test(name));
foreign.forEach((name) => given.delete(name));
const own = location.pathname + (String(given) && `?${given}`) + location.hash;
if (foreign.length) history.replaceState(history.state, "", own);

addEventListener("DOMContentLoaded", () => {
  const answer = first();
  const faces = ["400", "600", "700"].map((weight) => document.fonts.load(`${weight} 1rem s7-first`));
  const late = new Promise((resolve) => {
    setTimeout(() => { if (root.contains("s7-early") && legible()) resolve("late"); }, FACES);
    setTimeout(resolve, PATIENCE, "late");
  });
  Promise.race([Promise.all(faces), late]).catch(() => "late").then((how) => {
    root.remove("s7-early");
    if (came) scroller()?.scrollTo(0, came);
    if (how === "late") root.add("s7-plain");
    painted(begin);
  });
  [MENU, PAGES] = [answer.querySelector(".s7f-menu summary").textContent, answer.querySelector("nav").ariaLabel];
  const minute = answer.querySelector(".s7-minute");
  if (minute) minute.open = !known();
  watch();
  document.addEventListener("visibilitychange", wait);
  wait();
  // A key chooses with each step it takes through a list: what is chosen by keys is sent by a button.
  let byKey = false;
  ["keydown", "pointerdown"].forEach((name) => answer.addEventListener(name, () => { byKey = name === "keydown"; }));
  answer.addEventListener("change", ({ target }) => {
    const form = target.closest(".s7f-bar");
    if (byKey) form?.querySelector("button").classList.remove("s7f-unscripted");
    else form?.requestSubmit();
  });
});

// A page that a browser kept as it was left, and comes back to, still has what was chosen as it was left.
addEventListener("pageshow", ({ persisted }) => { if (persisted) first()?.querySelector(".s7f-bar")?.reset(); });

// Says what is waited for once somebody has looked at it for long: in the background no page takes the place of another.
let waiting = 0;
const wait = () => {
  clearTimeout(waiting);
  const say = () => { if (first()) first().querySelector(".s7f-waits").hidden = false; };
  if (!document.hidden) waiting = setTimeout(say, PATIENCE);
};

// Once what there is to read is on the screen. A page in the background is never painted.
const UNSEEN = 3000;
const painted = (go) => {
  const seen = new Promise((done) => new PerformanceObserver(
    (list) => list.getEntriesByName("first-contentful-paint").forEach(done),
  ).observe({ type: "paint", buffered: true }));
  const never = new Promise((done) => setTimeout(done, !document.hidden ? UNSEEN : 0));
  Promise.race([seen, never]).then(go);
};

// Streamlit's application, and what the page draws with: loaded while the server works on its answer, not after it, and
// not while a browser is still at what there is to read.
const make = (name, about) => Object.assign(document.createElement(name), { crossOrigin: "", ...about });
const begin = () => {
  document.head.append(...PARTS.map((href) => make("link", { rel: "modulepreload", href })));
  bring();
  const [, chunks] = CHUNKS.find(([where]) => new RegExp(where).test(location.pathname + location.search));
  const load = () => Promise.all(chunks.map((chunk) => import(chunk))).catch(anew);
  whenIdle(load, 300);
};

// What does not come is asked for again. Some browsers remember a module that failed, and a newer version of the site may
// have it under another name: once the server answers again, the page is loaded anew; only once, as what fails all the
// same is not to be loaded for ever.
const PAUSE = 2000, TRIES = 3, ANEW = `s7-anew ${ENTRY}`;
const answers = () => fetch("/newest.txt", { cache: "no-store" }).then((answer) => answer.ok, () => false);
const once = () => { try { return !sessionStorage[ANEW] && (sessionStorage[ANEW] = "anew"); } catch { return false; } };
const forget = () => { try { delete sessionStorage[ANEW]; } catch { return; } };
const pause = () => new Promise((done) => setTimeout(done, PAUSE));
const bring = (tries = 1) => {
  const script = make("script", { type: "module", src: ENTRY });
  script.onerror = async () => {
    script.remove();
    await pause();
    if (tries >= TRIES && await answers() && once()) return location.reload();
    bring(tries + 1);
  };
  document.head.append(script);
};
// What failed once Streamlit never draws, so that a page whose run has ended is not complete.
const anew = async () => {
  do await pause(); while (first() && app()?.dataset.testScriptState !== "notRunning");
  await pause();
  if (first() && await answers() && once()) location.reload();
};
