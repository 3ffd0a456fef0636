// The deck: every slide is sent once, so that changing one asks nothing of the server.

const SWIPE = 50, AWAKE_MS = 2500;

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".s7-deck");
  if (root.deck?.version !== data.version) {
    root.deck?.stop();
    root.deck = new Deck(root, data);
  }
  root.deck.start();
  return () => root.deck?.stop();
}

class Deck {
  constructor(root, data) {
    Object.assign(this, { root, data, version: data.version, made: new Map(), stops: [] });
    root.replaceChildren();
    root.classList.toggle("s7-kiosk", data.kiosk > 0);
    root.style.cssText = data.palette;
    this.stage = element("div", { class: "s7-stage", role: "region", "aria-label": data.words.deck, "aria-live": "polite" });
    this.speaker = element("div", { class: "s7-speaker", hidden: "" });
    this.grid = element("div", { class: "s7-grid-deck", hidden: "" });
    this.bar = this.toolbar();
    root.append(this.stage, this.bar, this.speaker, this.grid);
    this.show(this.asked());
  }

  // Listen: to keys anywhere on the page, since a clicker has no focus to give.
  start() {
    if (this.stops.length) return;
    const on = (target, name, act, options) => {
      target.addEventListener(name, act, options);
      this.stops.push(() => target.removeEventListener(name, act, options));
    };
    on(document, "keydown", (event) => this.key(event), true);
    on(this.stage, "click", (event) => this.point(event));
    on(this.root, "touchstart", (event) => (this.from = event.changedTouches[0].clientX), { passive: true });
    on(this.root, "touchend", (event) => this.swipe(event.changedTouches[0].clientX), { passive: true });
    on(this.root, "mousemove", () => this.wake());
    const clock = setInterval(() => this.tick(), 1000);
    this.stops.push(() => clearInterval(clock));
    if (this.data.kiosk) {
      const turn = setInterval(() => this.show((this.at + 1) % this.data.slides.length), this.data.kiosk * 1000);
      this.stops.push(() => clearInterval(turn));
    }
    this.tick();
  }

  stop() {
    this.stops.splice(0).forEach((stop) => stop());
  }

  asked() {
    const slide = parseInt(new URLSearchParams(location.search).get("slide") ?? "1", 10) - 1;
    return Math.min(Math.max(slide || 0, 0), this.data.slides.length - 1);
  }

  slide(at) {
    if (!this.made.has(at)) {
      const holder = document.createElement("template");
      holder.innerHTML = this.data.slides[at].html;
      this.made.set(at, holder.content.firstElementChild);
    }
    return this.made.get(at);
  }

  show(at) {
    this.at = Math.min(Math.max(at, 0), this.data.slides.length - 1);
    const black = this.stage.querySelector(".s7-black");
    this.stage.replaceChildren(this.slide(this.at), ...(black ? [black] : []));
    fit(this.slide(this.at));
    const held = this.data.slides[this.at];
    const link = new URL(location.href);
    if (link.searchParams.get("slide") !== String(this.at + 1)) {
      link.searchParams.set("slide", this.at + 1);
      history.replaceState(history.state, "", link);
    }
    this.drill.href = held.drill;
    this.speaker.replaceChildren(...this.told(held));
    this.count.textContent = `${this.data.words.slide} ${this.at + 1} / ${this.data.slides.length}`;
    this.grid.querySelectorAll("button").forEach((one, n) => one.setAttribute("aria-current", String(n === this.at)));
    const ahead = this.at + 1;
    if (ahead < this.data.slides.length) setTimeout(() => this.slide(ahead));
  }

  told({ notes }) {
    const words = this.data.words;
    const parts = [element("div", {}, notes.narrative)];
    if (notes.method) parts.push(element("h3", {}, words.method), element("div", {}, notes.method));
    if (notes.questions.length) parts.push(element("h3", {}, words.questions), element("div", {}, notes.questions.join("\n")));
    return parts;
  }

  toolbar() {
    const bar = element("div", { class: "s7-bar-deck", role: "toolbar", "aria-label": this.data.words.deck });
    const button = (name, act) => {
      const one = element("button", { type: "button", "data-act": name }, this.data.words[name]);
      one.onclick = act;
      return one;
    };
    this.drill = element("a", { "data-act": "drill" }, this.data.words.drill);
    const other = element("a", { "data-act": "language", href: "#" }, this.data.words.language);
    other.onclick = (event) => { event.preventDefault(); this.language(); };
    this.count = element("span", { class: "s7-count" });
    this.clock = element("span", { class: "s7-clock", role: "timer" });
    bar.append(
      button("back", () => this.show(this.at - 1)), button("next", () => this.show(this.at + 1)), this.count,
      button("full", () => this.full()), button("notes", () => this.toggle(this.speaker)),
      button("grid", () => this.every()), button("black", () => this.black()), this.drill, other, this.clock,
    );
    return bar;
  }

  key(event) {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable="true"], [role="combobox"]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const full = document.fullscreenElement === this.root || this.data.kiosk > 0;
    const inDeck = full || this.root.contains(event.target);
    const moves = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
    if (inDeck) Object.assign(moves, { ArrowDown: 1, ArrowUp: -1 });
    const acts = {
      f: () => this.full(), n: () => this.toggle(this.speaker), g: () => this.every(), b: () => this.black(),
      ".": () => this.black(), d: () => this.drill.click(), l: () => this.language(),
      Home: () => this.show(0), End: () => this.show(this.data.slides.length - 1),
      Escape: () => { this.grid.hidden = true; this.stage.classList.remove("s7-pointing"); },
    };
    const inGrid = !this.grid.hidden && this.grid.contains(event.target);
    if (inGrid && event.key.startsWith("Arrow")) this.walk(moves[event.key] ?? 0);
    else if (event.key in moves) this.show(this.at + moves[event.key]);
    else if (event.key === " " && full && !inGrid && !event.target.closest?.("button, a")) this.show(this.at + (event.shiftKey ? -1 : 1));
    else if (acts[event.key.length === 1 ? event.key.toLowerCase() : event.key] && !event.repeat)
      acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  walk(step) {
    const all = [...this.grid.children];
    all[all.indexOf(document.activeElement) + step]?.focus();
  }

  swipe(to) {
    if (Math.abs(to - this.from) > SWIPE) this.show(this.at + (to < this.from ? 1 : -1));
  }

  // What is clicked stays bright while the rest fades: a pointer without a laser.
  point(event) {
    const mark = event.target.closest('[role="graphics-symbol"], .s7-point');
    const again = mark?.classList.contains("s7-pointed");
    this.stage.querySelectorAll(".s7-pointed").forEach((one) => one.classList.remove("s7-pointed"));
    if (mark && !again) mark.classList.add("s7-pointed");
    this.stage.classList.toggle("s7-pointing", Boolean(mark && !again));
  }

  full() {
    document.fullscreenElement ? document.exitFullscreen() : this.root.requestFullscreen?.();
  }

  toggle(panel) {
    panel.hidden = !panel.hidden;
  }

  black() {
    const shade = this.stage.querySelector(".s7-black");
    shade ? shade.remove() : this.stage.append(element("div", { class: "s7-black", role: "img", "aria-label": this.data.words.dark }));
  }

  every() {
    if (!this.grid.childElementCount) this.grid.append(...this.data.slides.map((_, at) => this.thumb(at)));
    this.grid.hidden = !this.grid.hidden;
    if (!this.grid.hidden) {
      this.grid.querySelectorAll(".s7-slide").forEach(fit);
      this.grid.children[this.at].focus();
    }
    this.show(this.at);
  }

  thumb(at) {
    const one = element("button", { type: "button", "aria-label": `${at + 1}. ${this.data.slides[at].headline}` });
    const stage = element("div", { class: "s7-stage", "aria-hidden": "true" });
    stage.append(this.slide(at).cloneNode(true));
    one.append(stage);
    one.onclick = () => { this.grid.hidden = true; this.show(at); };
    return one;
  }

  language() {
    const link = new URL(location.href);
    link.searchParams.set("lang", this.data.lang === "th" ? "en" : "th");
    location.assign(link);
  }

  wake() {
    this.root.classList.add("s7-awake");
    clearTimeout(this.sleep);
    this.sleep = setTimeout(() => this.root.classList.remove("s7-awake"), AWAKE_MS);
  }

  // Time runs from the first look at this agenda in this tab, through reloads.
  tick() {
    const held = `s7-since-${this.data.agenda}`;
    const since = Number(sessionStorage.getItem(held)) || Date.now();
    sessionStorage.setItem(held, since);
    const passed = Math.floor((Date.now() - since) / 1000);
    const left = this.data.minutes * 60 - passed;
    const { elapsed, remaining, over } = this.data.words;
    this.clock.textContent = `${elapsed} ${written(passed)} · ${left < 0 ? over : remaining} ${written(Math.abs(left))}`;
  }
}

// Rows there is no room for are hidden, and how many are shown is said: only the browser knows how wide letters are.
function fit(slide) {
  const cut = slide.querySelector(".s7-s-cut"), body = slide.querySelector(".s7-s-body");
  if (!cut || cut.dataset.done || !body.clientHeight) return;
  const rows = [...slide.querySelectorAll("tbody tr")];
  const said = (shown) => (cut.textContent = shown < cut.dataset.total ? cut.dataset.said.replace("#", shown) : "");
  let shown = rows.length;
  said(shown);
  while (shown > 1 && body.scrollHeight > body.clientHeight + 1) {
    rows[--shown].hidden = true;
    said(shown);
  }
  cut.dataset.done = "1";
}

function written(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}
