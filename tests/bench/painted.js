// Runs in every page before its own scripts: says when what was asked for has been painted.
(() => {
  const bench = { changed: 0, drawn: 0, began: 0 };
  window.bench = bench;

  // Charts on a canvas change no element, so their drawing is noted here.
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    bench.drawn = performance.now();
    return clear.apply(this, box);
  };

  addEventListener("pointerup", (event) => { bench.began = event.timeStamp; }, true);

  // Everything a reader sees in the page: its text, and the marks of each chart.
  bench.seen = () => {
    if (document.getElementById("s7-first")) return "";  // the live page is there, but not shown yet
    const main = document.querySelector("[data-testid=stMain]");
    if (!main) return "";
    const marks = [...main.querySelectorAll("[data-testid=stVegaLiteChart]")].map((chart) => {
      const paths = [...chart.querySelectorAll("svg path")].map((path) => (path.getAttribute("d") || "").length);
      return [chart.querySelectorAll("svg, canvas").length > 0, paths.length, paths.reduce((a, b) => a + b, 0)];
    });
    const grids = [...main.querySelectorAll("[data-testid=stDataFrame]")].map((grid) => grid.querySelector("canvas") !== null);
    return JSON.stringify([main.textContent, marks, grids]);
  };

  // When the first figure could be read, and how far what was on the page has moved since.
  bench.read = 0;
  const reading = () => {
    const figure = document.querySelector(".s7-value b, .s7-tally span");
    if (!figure?.checkVisibility({ visibilityProperty: true })) requestAnimationFrame(reading);
    else requestAnimationFrame(() => setTimeout(() => { bench.read = performance.now(); }));
  };
  requestAnimationFrame(reading);
  bench.moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => {
    if (!each.hadRecentInput) bench.moved += each.value;
  })).observe({ type: "layout-shift", buffered: true });

  // Resolves with the time at which the page showed exactly this, its next frame included.
  bench.until = (wanted) => new Promise((resolve) => {
    const look = () => {
      if (bench.seen() !== wanted) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["d"] });
    look();
  });

  // Whether the script has ended and every chart has its picture.
  const complete = () => {
    const app = document.querySelector("[data-testid=stApp]");
    const charts = [...document.querySelectorAll("[data-testid=stVegaLiteChart]")];
    const waits = document.querySelector("[data-testid=stMain] [data-testid=stSkeleton]") !== null;
    return app?.dataset.testScriptState === "notRunning" && !waits
      && charts.every((chart) => chart.querySelector("svg, canvas") !== null);
  };

  // Resolves with the last change before a stretch of quiet on a complete page; fails where that never comes.
  const PATIENCE = 120_000;
  bench.quiet = (stretch) => new Promise((resolve, reject) => {
    const asked = performance.now();
    const wait = () => {
      const last = Math.max(bench.changed, bench.drawn);
      const over = performance.now() - last;
      if (last && over >= stretch && complete()) resolve(last);
      else if (performance.now() - asked > PATIENCE) reject(new Error(last ? "the page was never at rest" : "nothing changed"));
      else setTimeout(wait, 20);
    };
    wait();
  });

  new MutationObserver((changes) => {
    const main = document.querySelector("[data-testid=stMain]");
    if (main && changes.some((change) => main.contains(change.target))) bench.changed = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();
