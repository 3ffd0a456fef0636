// How the live page takes the place of the first answer.

// The first answer is what is read until the live page is complete, which then takes its place.
const PATIENCE = 8000, DRAWING = 4000;
const scroller = () => [first(), first()?.querySelector(".s7f-main")].find((e) => e && e.scrollHeight > e.clientHeight);
let ended = 0;

// The live page, once its last run has ended and its charts are drawn; a chart that never comes is not waited for. Where
// there is nothing to read yet, as soon as there is: a title, or what is told of something that takes long.
const complete = () => {
  const main = document.querySelector(named("stMain"));
  const bare = !first().querySelector(".s7-foot");
  const told = `${named("stAlert")}, ${named("stException")}`;
  const over = main?.querySelector(`${told}, ${bare ? `h1, ${named("stExpander")}` : ".s7-foot"}`);
  if (!over) return null;
  if (bare) return main;
  if (app().dataset.testScriptState !== "notRunning") return null;
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
  const fields = main.querySelectorAll(".s7-field input");
  page.querySelectorAll(".s7-field input").forEach((each, n) => { if (fields[n]) fields[n].value = each.value; });
  const places = old.contains(document.activeElement) ? goesOn(document.activeElement, page, main) : [];
  // By where the title is, as the two need not stand at the same place to the pixel.
  const [moved, seen] = [scroller()?.scrollTop, title(old)];
  old.remove();
  forget();
  if (moved) main.scrollTop += title(main) - seen;
  places.find((each) => {
    each.focus({ preventScroll: true });
    return document.activeElement === each;
  });
  // What a page without charts did without, for the next one that has some.
  whenIdle(() => LATER.forEach((chunk) => import(chunk)));
};

// Where on the live page somebody goes on who has the focus on something of the first answer, the best place first: what
// stands there in its stead, what is called the same, and, where there is no such thing, the title.
const FOCUSED = "a, summary, button, input, [tabindex]";
const goesOn = (one, page, main) => {
  const nth = (each, css, there) => main.querySelectorAll(there)[[...page.querySelectorAll(css)].indexOf(each)];
  const lists = [...(one.closest(".s7f-bar")?.querySelectorAll("select") ?? [])];
  const key = (each) => [each.tagName, each.name, each.ariaLabel ?? each.textContent, each.getAttribute("href")].join(" ");
  const alike = (root) => [...root.querySelectorAll(FOCUSED)].filter((each) => key(each) === key(one));
  const [before, after] = [page, main].map(alike);
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  return [
    one.closest(".s7f-side, .s7f-menu") && inMenu(one.href),
    one.closest(".s7f-sample") && main.querySelector(".st-key-bar-sample input"),
    // The button that sends a list has no place of its own.
    nth(lists.includes(one) ? one : lists.at(-1), ".s7f-choice select", `${named("stSelectbox")} input`),
    one.id && main.querySelector(`#${CSS.escape(one.id)}`),
    after[before.indexOf(one)] ?? after[0],
    heading,
  ].filter(Boolean);
};

// Where a page stands in the live menu, or what unfolds the menu.
const inMenu = (href) => document.querySelector(named("stExpandSidebarButton"))
  ?? [...document.querySelectorAll(named("stSidebarNavLink"))].find((each) => each.pathname === new URL(href).pathname);

// Nobody is interrupted: while something is pressed, text is chosen, a list is open or what was chosen from one is not sent
// yet, the first answer stays; for some seconds after the last press, when what waits is sent. A click comes after its press
// has ended.
const HOLDING = 10_000, CLICK = 100;
let [pressed, ending, standing] = [false, 0, 0];
["pointerdown", "keydown"].forEach((name) => addEventListener(name, () => { standing = 0; }, true));
addEventListener("pointerdown", () => {
  clearTimeout(ending);
  pressed = true;
}, true);
["pointerup", "pointercancel"].forEach((name) => addEventListener(name, () => {
  ending = setTimeout(() => { pressed = false; }, CLICK);
}, true));
const OPEN = CSS.supports("selector(:open)") ? "select:open" : "select:active";
const unsent = () => [...first().querySelectorAll(".s7f-bar select")].find((list) => !list.selectedOptions[0]?.defaultSelected);
const busy = () => {
  const text = getSelection();
  return pressed || first().querySelector(OPEN) || unsent() || (!text.isCollapsed && first().contains(text.anchorNode));
};
const watch = () => {
  const main = first() && complete();
  if (main) {
    standing ||= performance.now();
    const late = performance.now() - standing > HOLDING;
    if (late && unsent()) return unsent().form.requestSubmit();
    if (late || !busy()) take(main);
  }
  if (first()) requestAnimationFrame(() => setTimeout(watch, 16));
};
