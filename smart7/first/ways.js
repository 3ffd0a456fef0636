// Ways within the site: links of ours, and Streamlit's menu.

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
  if (link.hash) seek(() => {
    const place = document.getElementById(link.hash.slice(1));
    place?.scrollIntoView();
    // The one that was meant among many alike.
    place?.animate([{ background: "color-mix(in srgb, var(--s7-accent) 30%, transparent)" }, {}], 3000);
    return place;
  });
});

// A link that was drawn anew has the focus again; folded away, what folds it has.
const focusAgain = (link, tries) => {
  const twin = !link.isConnected
    && [...document.querySelectorAll("#root .s7-narrow a")].find((each) => each.textContent === link.textContent);
  if (twin) (twin.checkVisibility() ? twin : twin.closest("details").firstElementChild).focus({ preventScroll: true });
  else if (tries) setTimeout(focusAgain, 100, link, tries - 1);
};

// While the live line is down nobody hears of a press in Streamlit's menu: its link is followed as any other.
document.addEventListener("click", (event) => {
  if (!reached() && event.target.closest?.(named("stSidebarNavLink"))) event.stopPropagation();
}, true);

// Streamlit's menu puts the names and the links of its groups into one list, which no reader of a screen takes for one, and
// is named in English. Here each group is a list with its name, and what surrounds it is called as in the first answer.
// A group was folded by mouse only, so it is not any more (see base.css); what a browser kept folded is opened. A link that
// is opened beside, or copied, holds what was chosen, as one of ours does.
const GO_ALONG = ["lang", "year", "sample", "known"];
let [MENU, PAGES] = ["", ""];
const call = (what, name) => {
  const one = name && document.querySelector(what);
  if (one && one.ariaLabel !== name) one.ariaLabel = name;
};
const mend = () => {
  const given = new URLSearchParams(location.search);
  const along = new URLSearchParams(GO_ALONG.filter((name) => given.get(name)).map((name) => [name, given.get(name)]));
  const search = String(along) && `?${along}`;
  document.querySelectorAll(named("stSidebarNavLink")).forEach((link) => {
    if (link.search !== search) link.search = search;
  });
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
