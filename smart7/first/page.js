// Runs in the first page of every visit, beside Streamlit's own application.

const named = (id) => `[data-testid="${id}"]`;
const app = () => document.querySelector(named("stApp"));
// In a moment in which the browser has nothing to do, in `most` milliseconds at the latest; not every browser tells.
const whenIdle = (go, most) => "requestIdleCallback" in window
  ? requestIdleCallback(go, { timeout: most })
  : setTimeout(go, 0, { timeRemaining: () => 0 });
const reached = () => app()?.dataset.testConnectionState === "CONNECTED";

// A link in our own markup goes the way of the menu, without loading the application anew; files and the API are
// no pages of it, nor is the way to an identity provider. While the live line is down it is followed as any link: the
// server's first answer can be read.
document.addEventListener("click", (event) => {
  const elsewhere = ".s7-language, .s7-anew, .s7-file, .s7-press";
  const link = event.target.closest?.(`[data-testid="stHtml"] a[href^="/"]:not(${elsewhere})`);
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  if (!link || !plain || link.origin !== location.origin || !reached()) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  // What only narrows what is seen leaves a reader where he is.
  if (link.closest(".s7-narrow")) return focusAgain(link, 30);
  document.querySelector(named("stMain"))?.scrollTo(0, 0);
  const seek = (tries) => {
    const place = document.getElementById(link.hash.slice(1));
    if (!place) return tries && setTimeout(seek, 250, tries - 1);
    place.scrollIntoView();
    // The one that was meant among many alike.
    place.animate([{ background: "color-mix(in srgb, var(--s7-accent) 30%, transparent)" }, {}], 3000);
  };
  if (link.hash) seek(20);
});

// A link that was drawn anew has the focus again; folded away, what folds it has.
const focusAgain = (link, tries) => {
  const twin = !link.isConnected
    && [...document.querySelectorAll("#root .s7-narrow a")].find((each) => each.textContent === link.textContent);
  if (twin) (twin.checkVisibility() ? twin : twin.closest("details").firstElementChild).focus({ preventScroll: true });
  else if (tries) setTimeout(focusAgain, 100, link, tries - 1);
};
// A button copies the text beside it. Without a secure line there is no clipboard to write to, but what is chosen can be
// copied, as by hand.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.(".s7-copy");
  const held = button?.closest("details")?.querySelector("pre");
  if (!held) return;
  const copied = navigator.clipboard ? navigator.clipboard.writeText(held.textContent) : Promise.reject();
  const done = await copied.then(() => true, () => {
    getSelection().selectAllChildren(held);
    return document.execCommand("copy");
  });
  if (done) button.textContent = button.dataset.done;
});

// After a break the live line may lead to another process, or to one that has let go of this page. Streamlit leaves the
// page as it is, and its buttons ask for files nobody knows of: so it is drawn again, with everything that was chosen.
const again = () => postMessage({ stCommVersion: 1, type: "RERUN_SCRIPT" }, location.origin);
let opened = false;
addEventListener("message", ({ source, data }) => {
  if (source !== window || data?.stCommVersion !== 1 || data.type !== "WEBSOCKET_CONNECTED") return;
  if (opened) again();
  opened = true;
});
// The colours of a page come with it: where the device goes dark meanwhile, it is drawn again once Streamlit has heard.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(again, 100));

// Newer figures are told of and never put under a reader's eyes: a page that is looked at asks now and then which snapshot
// is in service, and moves on when its button is pressed, or with anything else that draws it again.
const ASKING = 45_000;
const news = () => document.querySelector(`${named("stMain")} .s7-newer`);
const askNewest = async () => {
  const told = news();
  if (!told?.hidden || document.hidden || !reached()) return;
  const answer = await fetch("/newest.txt", { cache: "no-store" }).catch(() => null);
  const newest = answer?.ok ? (await answer.text()).trim() : "";
  if (newest && newest !== told.dataset.snapshot && news() === told) told.hidden = false;
};
setInterval(askNewest, ASKING);
document.addEventListener("visibilitychange", askNewest);
document.addEventListener("click", ({ target }) => {
  const told = target.closest?.(".s7-newer button")?.parentElement;
  if (!told) return;
  told.hidden = true;
  again();
});

// What is folded away comes as a text of its element (see `folded` in pieces.py) and is made when it is opened or printed,
// and all of it once nothing has changed for a while, so that a browser's own search finds it. No link leads into it.
const REST = 2000;
const HELD = "details[data-s7-held]";
const unfold = (each) => {
  const held = each?.dataset.s7Held;
  if (held === undefined) return;
  delete each.dataset.s7Held;
  each.insertAdjacentHTML("beforeend", held);
};
// As much as there is time for while the browser has nothing to do; where it never has, as on a page in the background, one
// at a time.
const unfoldMore = (idle) => {
  do unfold(document.querySelector(HELD)); while (document.querySelector(HELD) && idle.timeRemaining() > 0);
  if (document.querySelector(HELD)) whenIdle(unfoldMore, 500);
};
let resting = 0;
new MutationObserver(() => {
  clearTimeout(resting);
  resting = setTimeout(whenIdle, REST, unfoldMore, 500);
}).observe(document, { childList: true, subtree: true });
document.addEventListener("click", ({ target }) => unfold(target.closest?.("summary")?.parentElement), true);
document.addEventListener("toggle", ({ target }) => { if (target.open) unfold(target); }, true);
addEventListener("beforeprint", () => document.querySelectorAll(HELD).forEach(unfold));

// A visitor's first minute opens by itself until it was put away once; a browser that keeps nothing is not asked again.
const MINUTE = "s7-minute";
const known = () => { try { return localStorage.getItem(MINUTE); } catch { return "away"; } };
const putAway = () => { try { localStorage.setItem(MINUTE, "away"); } catch { return; } };
document.addEventListener("toggle", ({ target }) => { if (target.matches(".s7-minute:not([open])")) putAway(); }, true);
addEventListener("keydown", ({ key, target }) => {
  const minute = key === "Escape" && target.closest?.(".s7-minute[open]");
  if (!minute) return;
  minute.open = false;
  minute.firstElementChild.focus();
});

// Streamlit's menu puts the names and the links of its groups into one list, which no reader of a screen takes for one, and
// is named in English. Here each group is a list with its name, and what surrounds it is called as in the first answer.
// A group was folded by mouse only, so it is not any more (see base.css); what a browser kept folded is opened.
let [MENU, PAGES] = ["", ""];
const call = (what, name) => {
  const one = name && document.querySelector(what);
  if (one && one.ariaLabel !== name) one.ariaLabel = name;
};
const mend = () => {
  document.querySelectorAll(`${named("stSidebarNavItems")} > div:not([role])`).forEach((group) => {
    const heading = group.querySelector("header");
    group.parentElement.role = "presentation";
    group.role = "list";
    group.ariaLabel = heading.querySelector("p").textContent;
    heading.ariaHidden = "true";
  });
  document.querySelector(`${named("stSidebar")}[aria-label]`)?.removeAttribute("aria-label");
  call(named("stSidebarNav"), PAGES);
  call(`${named("stSidebarCollapseButton")} button`, MENU);
  call(named("stExpandSidebarButton"), MENU);
};
new MutationObserver(mend).observe(document, { childList: true, subtree: true });
try { Object.keys(localStorage).filter((key) => key.startsWith("stSidebarSections")).forEach((key) => localStorage.removeItem(key)); } catch { }

// The first answer is what is read until the live page is complete, which then takes its place.
const PATIENCE = 8000, DRAWING = 4000;
const first = () => document.getElementById("s7-first");
const scroller = () => [first(), first()?.querySelector(".s7f-main")].find((e) => e && e.scrollHeight > e.clientHeight);
let ended = 0;

// The live page, once its last run has ended and its charts are drawn; a chart that never comes is not waited for.
const complete = () => {
  const main = document.querySelector(named("stMain"));
  const over = main?.querySelector(`.s7-foot, ${named("stAlert")}, ${named("stException")}`);
  if (!over || app().dataset.testScriptState !== "notRunning") return null;
  ended ||= performance.now();
  const charts = [...main.querySelectorAll(named("stVegaLiteChart"))];
  const drawn = charts.every((chart) => chart.querySelector("svg, canvas")) && !main.querySelector(named("stSkeleton"));
  return drawn || performance.now() - ended > DRAWING ? main : null;
};

// What folds by what its heading says, and which of those alike it is.
const called = (folds) => new Map(folds.map((each, n) => {
  const name = (one) => one.querySelector("summary")?.textContent;
  return [`${name(each)} ${folds.slice(0, n).filter((other) => name(other) === name(each)).length}`, each];
}));

const title = (root) => root.querySelector("h1")?.getBoundingClientRect().top ?? 0;

// What was opened and typed, where the page was scrolled to and what has the focus stay as they were.
const take = (main) => {
  const old = first(), page = old.querySelector(".s7f-page");
  // Streamlit's own, which the first answer does not have, are left out of the count, and what a closed one holds.
  const left = `.s7f-menu, ${named("stExpander")}, details:not([open])`;
  const folds = (root) => called([...root.querySelectorAll("details")].filter((each) => !each.parentElement.closest(left)));
  // By what they are called, as the live page of somebody who is signed in has others than the first answer.
  let there = folds(main);
  folds(page).forEach((each, name) => {
    const twin = there.get(name);
    if (!twin) return;
    twin.open = each.open;
    if (!each.open) return;
    // What was within it counts from here on.
    unfold(twin);
    there = folds(main);
  });
  const [before, after] = [page, main].map((root) => ({
    links: [...root.querySelectorAll("a, summary")],
    fields: [...root.querySelectorAll(".s7-field input")],
    lists: [...root.querySelectorAll(`.s7f-choice select, ${named("stSelectbox")} input`)],
  }));
  const active = document.activeElement;
  const focused = before.links.indexOf(active);
  const name = (link) => link.ariaLabel ?? link.textContent;
  const twin = focused < 0 ? null : after.links.find((each) => name(each) === name(before.links[focused])
    && each.getAttribute("href") === before.links[focused].getAttribute("href"));
  const field = after.fields[before.fields.indexOf(active)] ?? after.lists[before.lists.indexOf(active)];
  before.fields.forEach((each, n) => { if (after.fields[n]) after.fields[n].value = each.value; });
  // By where the title is, as the two need not stand at the same place to the pixel.
  const [moved, seen] = [scroller()?.scrollTop, title(old)];
  const menu = active.closest?.(".s7f-side, .s7f-menu") && inMenu(active.href);
  old.remove();
  if (moved) main.scrollTop += title(main) - seen;
  (field ?? menu ?? twin)?.focus({ preventScroll: true });
  // What a page without charts did without, for the next one that has some.
  whenIdle(() => LATER.forEach((chunk) => import(chunk)));
};

// Where a page stands in the live menu, or what unfolds the menu.
const inMenu = (href) => document.querySelector(named("stExpandSidebarButton"))
  ?? [...document.querySelectorAll(named("stSidebarNavLink"))].find((each) => each.pathname === new URL(href).pathname);

const watch = () => {
  const main = first() && complete();
  if (main) take(main);
  if (first()) requestAnimationFrame(() => setTimeout(watch, 16));
};

// Text that changes its typeface moves what somebody is reading, so the first answer waits for it, but not for long; longer
// where the device has no Thai letters of its own, as there would be boxes in their place.
const FACES = 400;
const legible = () => {
  if (document.documentElement.lang !== "th") return true;
  const pen = document.createElement("canvas").getContext("2d");
  const widths = ["ก", "ง", "ฒ", "\u{10fffd}"].map((letter) => pen.measureText(letter).width);
  return new Set(widths).size > 1;
};
const root = document.documentElement.classList;
root.add("s7-early", "s7-scripted");

// A tile of the board holds its card as its label, a line for each of these parts, some of them empty. The card is made when
// the tile is first pointed at or has the focus: two hundred would be most of what a browser builds of the front page.
const CARD = ["b", "strong", "span", "em", "em", "span", "span"];
const part = (line, n) => {
  const made = document.createElement(CARD[n]);
  // A compound stands between two joiners, and in one line.
  made.append(...line.split("\u2060").map((text, k) => {
    const word = Object.assign(document.createElement("span"), { className: "s7-word", textContent: text });
    return k % 2 ? word : text;
  }));
  return made;
};
["pointerover", "focusin"].forEach((name) => addEventListener(name, ({ target }) => {
  const link = target.closest?.(".s7-board li")?.firstElementChild;
  if (!link || link.firstElementChild) return;
  const card = document.createElement("div");
  card.append(...link.ariaLabel.split("\n").map(part).filter((each) => each.textContent));
  link.append(card);
}));

// The card of a tile and a list that lies over the page can be put away by a key; a card comes back with the next tile.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  root.add("s7-quiet");
  document.querySelectorAll(".s7-fold[open]").forEach((each) => {
    if (each.contains(event.target)) each.firstElementChild.focus({ preventScroll: true });
    each.open = false;
  });
});
["pointerover", "focusin"].forEach((name) => addEventListener(name, () => root.remove("s7-quiet")));

// What a map says of the place under the pointer stands on that side of it where there is more room.
["pointermove", "pointerdown"].forEach((name) => addEventListener(name, ({ target, clientX }) => {
  const map = target.closest?.(named("stDeckGlJsonChart"))?.getBoundingClientRect();
  if (map) root.toggle("s7-tip-before", clientX > map.left + map.width / 2);
}, true));

addEventListener("DOMContentLoaded", () => {
  const answer = first();
  const faces = answer ? ["400", "600", "700"].map((weight) => document.fonts.load(`${weight} 1rem s7-first`)) : [];
  const late = new Promise((resolve) => {
    setTimeout(() => { if (root.contains("s7-early") && legible()) resolve("late"); }, FACES);
    setTimeout(resolve, PATIENCE, "late");
  });
  Promise.race([Promise.all(faces), late]).catch(() => "late").then((how) => {
    root.remove("s7-early");
    if (how === "late") root.add("s7-plain");
    painted(begin);
  });
  if (!answer) return;
  [MENU, PAGES] = [answer.querySelector(".s7f-menu summary").textContent, answer.querySelector("nav").ariaLabel];
  answer.querySelector(".s7-minute").open = !known();
  watch();
  setTimeout(() => { if (first()) first().querySelector(".s7f-waits").hidden = false; }, PATIENCE);
  // A key chooses with each step it takes through a list: what is chosen by keys is sent by a button.
  let byKey = false;
  ["keydown", "pointerdown"].forEach((name) => answer.addEventListener(name, () => { byKey = name === "keydown"; }));
  answer.addEventListener("change", ({ target }) => {
    const form = target.closest(".s7f-bar");
    if (byKey) form?.querySelector("button").classList.remove("s7f-unscripted");
    else form?.requestSubmit();
  });
});

// Once what there is to read is on the screen. A page in the background is never painted, nor one that holds nothing.
const UNSEEN = 3000;
const painted = (go) => {
  const seen = new Promise((done) => new PerformanceObserver(
    (list) => list.getEntriesByName("first-contentful-paint").forEach(done),
  ).observe({ type: "paint", buffered: true }));
  const never = new Promise((done) => setTimeout(done, first() && !document.hidden ? UNSEEN : 0));
  Promise.race([seen, never]).then(go);
};

// Streamlit's application, and what the page draws with: loaded while the server works on its answer, not after it, and
// not while a browser is still at what there is to read.
const begin = () => {
  const ahead = (href) => Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href });
  document.head.append(...PARTS.map(ahead));
  const entry = Object.assign(document.createElement("script"), { type: "module", crossOrigin: "", src: ENTRY });
  document.head.append(entry);
  const [, chunks] = CHUNKS.find(([where]) => new RegExp(where).test(location.pathname + location.search));
  const load = () => chunks.forEach((chunk) => import(chunk));
  whenIdle(load, 300);
};
