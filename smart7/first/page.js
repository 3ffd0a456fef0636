// Runs in the first page of every visit, beside Streamlit's own application.

const named = (id) => `[data-testid="${id}"]`;
const first = () => document.getElementById("s7-first");
const app = () => document.querySelector(named("stApp"));
// In a moment in which the browser has nothing to do, in `most` milliseconds at the latest; not every browser tells.
const whenIdle = (go, most) => "requestIdleCallback" in window
  ? requestIdleCallback(go, { timeout: most })
  : setTimeout(go, 0, { timeRemaining: () => 0 });
const reached = () => app()?.dataset.testConnectionState === "CONNECTED";

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
