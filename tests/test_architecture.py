"""The rules the code is held to: who may import whom, how long things get, where words and colours live.

Each rule is a function from a folder to its findings, ``file:line: what is wrong``. The project must have
none, and a small bad example must have one, so that no rule can pass by looking nowhere.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# From the bottom up; those in one row are peers and do not import each other. A dotted name is one module
# of a package that sits lower than the rest of it.
ORDER = (
    ("i18n",),
    ("calendar",),
    ("words.scale",),
    ("formats",),
    ("theme",),
    ("words",),
    ("office",),
    ("whole", "saying", "edits"),
    ("alone",),
    ("ledger.faults",),
    ("ledger.served",),
    ("seal", "engine", "fleet"),
    ("catalog",),
    ("view", "kept", "turn", "symbols", "memory", "serving"),
    ("schema",),
    ("vehicles.feed", "vehicles.steps"),
    ("vehicles.lines", "vehicles.aggregate"),
    ("vehicles.plan",),
    ("vehicles.simulated",),
    ("vehicles.sample",),
    ("ingest",),
    ("vehicles",),
    ("docs",),
    ("store", "compress"),
    ("publish", "icons", "heard"),
    ("queries", "ledger", "sandbox"),
    ("questions", "backup"),
    ("metrics", "revisions", "beside"),
    ("figures", "transit"),
    ("tally", "verdicts", "telling", "crashes", "buses", "sight", "signs", "asks", "news"),
    ("board", "lines"),
    ("charts", "maps"),
    ("reading",),
    ("past",),
    ("meetings",),
    ("markup",),
    ("drawn",),
    ("parts",),
    ("daily", "framing", "minutes", "overview", "programme", "changed", "service"),
    ("register.books",),
    ("register",),
    ("said",),
    ("packs",),
    ("api",),
    ("first",),
    ("ahead",),
    ("components",),
    ("oidc", "sending"),
    ("web", "site", "pages", "prepare"),
    ("app",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}

# The build side reads files and writes a snapshot; what serves a snapshot never imports it.
DRIVEN = {f"vehicles.{name}" for name in ("feed", "steps", "lines", "plan", "simulated", "aggregate", "sample")}
BUILD_SIDE = {"schema", "ingest", "vehicles", "docs", "engine"} | DRIVEN
# Those that may import only some of what is below them.
ONLY = {
    "pages": {"components", "catalog", "api", "words", "i18n"},
    "site": {"components", "catalog", "api", "words", "i18n", "turn"},
    # The server opens the snapshot and the compressed files before the first visitor comes, and keeps the ledger open.
    "web": {
        "components",
        "catalog",
        "api",
        "words",
        "i18n",
        "store",
        "compress",
        "first",
        "kept",
        "ahead",
        "ledger",
        "memory",
        "oidc",
        "sending",
    },  # fmt: skip
    "app": {"oidc", "web", "components", "catalog", "api", "words", "i18n"},
}
OFFICE = {"openpyxl", "pptx", "xlsxwriter"}
# What each may import from outside; who is not listed keeps to the standard library.
LIBRARIES = {
    "engine": {"duckdb", "pyspark"},
    "ingest": {"duckdb", "gtfs_guru", "numpy", "pandas", "python_calamine", "shapely"},
    "docs": {"pandas"},
    "vehicles": {"duckdb", "google", "numpy", "pandas", "pyarrow", "scipy"},
    **dict.fromkeys(sorted(DRIVEN), {"duckdb", "numpy", "pandas", "pyarrow"}),
    "store": {"duckdb", "pandas"},
    "compress": {"brotli", "starlette"},
    "memory": {"pyarrow"},
    "serving": {"cachetools", "uvicorn", "websockets"},
    "icons": {"fontTools"},
    "kept": {"cachetools"},
    "ledger.served": {"psycopg"},
    "queries": {"duckdb", "pandas"},
    "sandbox": {"duckdb"},
    "questions": {"numpy", "pandas"},
    "metrics": {"numpy", "pandas"},
    "revisions": {"pandas"},
    "beside": {"pandas"},
    "figures": {"pandas"},
    "transit": {"numpy", "pandas", "scipy"},
    "charts": {"altair", "pandas", "pyarrow"},
    "maps": {"numpy", "pandas", "pydeck"},
    "crashes": {"pydeck"},
    "buses": {"pydeck"},
    "sight": {"pydeck"},
    "lines": {"pydeck"},
    "reading": {"pandas"},
    "markup": {"pandas"},
    "drawn": {"pandas"},
    "register": {"argon2"},
    "register.books": {"openpyxl"},
    "meetings": {"pandas"},
    "packs": {"PIL", "altair", "fontTools", "fontpkg_sarabun", "pandas", "pikepdf", "segno", "typst", "vl_convert"}
    | OFFICE,
    "api": {"pandas", "starlette"},
    "components": {"altair", "pandas", "pyarrow", "pydeck", "streamlit"},
    "first": {"brotli"},
    "oidc": {"starlette", "streamlit"},
    "sending": {"starlette", "streamlit"},
    "web": {"fontpkg_sarabun", "starlette", "streamlit"},
    "site": {"streamlit"},
    "pages": {"streamlit"},
    "app": {"streamlit"},
}

PAGE_LINES, MODULE_LINES, FUNCTION_LINES, QUERY_LINES = 80, 300, 50, 120
ROOMS, ROOM_MODULES = ("smart7/components", "smart7/packs"), 14
THAI = re.compile("[\u0e01-\u0e3a\u0e3f-\u0e5b]")
HEX = re.compile(r"(?<![&\w])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![\w-])")
THAI_HOMES = ("smart7/words/", "smart7/catalog.py", "smart7/calendar.py")
# What `manage.py` says, the one thing of the package it imports.
BARE = "smart7.words.task"
HEX_HOMES = ("smart7/theme.py",)
STREAMLIT_HOMES = (
    "smart7/components/", "smart7/oidc.py", "smart7/sending.py", "smart7/site.py", "smart7/web.py", "pages/", "app.py"
)  # fmt: skip
SQL_HOMES = (
    "smart7/store.py", "smart7/ingest/", "smart7/sandbox/", "smart7/ledger/", "smart7/ledger.py", "smart7/engine/",
    "smart7/vehicles/",
)  # fmt: skip
ACT_HOMES = ("smart7/register/", "smart7/ledger/")
ACTS = {"views.save", "views.delete", "meetings.save", "meetings.delete", "pictures.keep", "pictures.free",
        "publish.import_feed", "publish.look_at_feed", "notes.say", "notes.withdraw"}  # fmt: skip
OPENERS = ("smart7/store.py", "smart7/ingest/", "smart7/sandbox/", "smart7/engine/", "smart7/vehicles/")

Findings = Iterator[str]
Rule = Callable[[Path], Findings]


def modules(root: Path, *, besides: tuple[str, ...] = ()) -> Iterator[tuple[str, ast.Module]]:
    """Yield path and syntax tree of each module of the project, leaving out some homes."""
    files = [*root.glob("smart7/**/*.py"), *root.glob("pages/**/*.py"), root / "app.py", root / "manage.py"]
    for file in sorted(file for file in files if file.exists()):
        name = file.relative_to(root).as_posix()
        if not name.startswith(besides or ("\0",)):
            yield name, parsed(file.read_text("utf-8"), name)


@lru_cache(maxsize=2000)
def parsed(text: str, name: str) -> ast.Module:
    """Return the syntax tree of a module, for looking at only."""
    return ast.parse(text, name)


@lru_cache(maxsize=2000)
def nodes(tree: ast.Module) -> list[ast.AST]:
    """Return all of a syntax tree, outer parts first, walked through once for all rules."""
    return list(ast.walk(tree))


def ranked(dotted: str) -> str:
    """Return what a dotted name of the project is in ``ORDER``, its first part when it is not there."""
    parts = dotted.removeprefix("smart7.").split(".")
    names = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next((name for name in names if name in RANK), parts[0])


def dotted_name(path: str) -> str:
    """Return the dotted name of a module from its path."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of everything a module imports, relative imports resolved."""
    package = list(Path(path).parent.parts)
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def wrong_step(who: str, what: str) -> str | None:
    """Return why one part of the project may not import another, None when it may."""
    if what not in RANK:
        return f"{what} is not in ORDER; give it a rank"
    if what in BUILD_SIDE and who not in BUILD_SIDE:
        return f"{who} may not import the build side ({what})"
    if who in ONLY and what not in ONLY[who]:
        return f"{who} may import only {', '.join(sorted(ONLY[who]))}, not {what}"
    if who in BUILD_SIDE and what not in BUILD_SIDE and RANK[what] > RANK["catalog"]:
        return f"{who} may import nothing above catalog, and {what} is"
    return f"{who} may not import {what}: imports go down" if RANK[what] >= RANK[who] else None


def imports_go_one_way(root: Path) -> Findings:
    """Find imports upwards, sideways, of libraries a part may not use, and modules without a rank."""
    for path, tree in modules(root):
        me = dotted_name(path)
        who = ranked(me)
        if me not in ("smart7", "manage") and who not in RANK:
            yield f"{path}:1: {who} is not in ORDER; give it a rank"
            continue
        for line, name in imports(path, tree):
            top = name.split(".")[0]
            if me == BARE:
                reason = f"{path} is read before anything is installed, and may import nothing"
            elif me == "manage" and name.rpartition(".")[0] == BARE:
                reason = None
            elif top not in ("smart7", "pages", "app", "manage"):
                allowed = top in sys.stdlib_module_names or top in LIBRARIES.get(who, ())
                reason = None if allowed else f"{who} may not import {top}"
            elif me in ("smart7", "manage"):
                reason = f"{path} may import only the standard library, not {name}"
            elif who != "pages" and ranked(name) == who:
                reason = None
            else:
                reason = wrong_step(who, ranked(name))
            if reason:
                yield f"{path}:{line}: {reason}"


def steps(root: Path) -> dict[str, dict[str, int]]:
    """Return what each module of the project imports of the others, anywhere in it, with the line of the import."""
    trees = {dotted_name(path): (path, tree) for path, tree in modules(root)}
    found: dict[str, dict[str, int]] = {me: {} for me in trees}
    for me, (path, tree) in trees.items():
        for line, name in imports(path, tree):
            # What a name leads to is a module itself, or stands in one.
            holder = name if name in trees else name.rpartition(".")[0]
            if holder in trees:
                found[me].setdefault(holder, line)
    return found


def reached(start: str, found: dict[str, dict[str, int]]) -> set[str]:
    """Return every module that imports lead to from one; itself only where a way leads back."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        new = found[ahead.pop()].keys() - seen
        seen |= new
        ahead += new
    return seen


def imports_make_no_circle(root: Path) -> Findings:
    """Find modules that import each other, straight or by way of others, inside of functions too."""
    paths, found = {dotted_name(path): path for path, _ in modules(root)}, steps(root)
    ways = {me: reached(me, found) for me in found}
    told: set[str] = set()
    for me in sorted(found):
        if me in ways[me] and me not in told:
            circle = sorted(other for other in ways[me] if me in ways[other])
            told.update(circle)
            line = min(line for other, line in found[me].items() if other in circle)
            yield f"{paths[me]}:{line}: these import each other: {', '.join(circle)}"


def rooms_stay_small(root: Path) -> Findings:
    """Find folders of the components and the packs over their number of modules."""
    for room in sorted({file.parent for home in ROOMS for file in root.glob(f"{home}/**/*.py")}):
        held = sorted(file for file in room.glob("*.py") if file.name != "__init__.py")
        if len(held) > ROOM_MODULES:
            last = held[-1].relative_to(root).as_posix()
            yield f"{last}:1: {len(held)} modules in its folder, the limit is {ROOM_MODULES}"


def files_stay_short(root: Path) -> Findings:
    """Find pages, modules and queries over their number of lines."""
    limits = {"pages/**/*.py": PAGE_LINES, "queries/**/*.sql": QUERY_LINES}
    limits |= dict.fromkeys(("smart7/**/*.py", "smart7/**/*.sql", "app.py", "manage.py"), MODULE_LINES)
    for pattern, limit in limits.items():
        for file in sorted(root.glob(pattern)):
            lines = len(file.read_text("utf-8").splitlines())
            if lines > limit:
                yield f"{file.relative_to(root).as_posix()}:{lines}: {lines} lines, the limit is {limit}"


def functions_stay_short(root: Path) -> Findings:
    """Find functions over their number of lines, docstring included."""
    for path, tree in modules(root):
        for node in nodes(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    yield f"{path}:{node.lineno}: {node.name}: {lines} lines, the limit is {FUNCTION_LINES}"


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and content of each string of a module, docstrings and parts of f-strings included."""
    for node in nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def statements(root: Path) -> Iterator[tuple[str, int, str]]:
    """Yield path, number and content of each line of SQL that is no comment."""
    for file in sorted([*root.glob("smart7/**/*.sql"), *root.glob("queries/**/*.sql")]):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if not line.lstrip().startswith("--"):
                yield file.relative_to(root).as_posix(), number, line


def thai_stays_in_the_words(root: Path) -> Findings:
    """Find Thai outside the words, the catalogue and the calendar; SQL may hold it in comments only."""
    python = ((path, *text) for path, tree in modules(root, besides=THAI_HOMES) for text in texts(tree))
    for path, line, text in (*python, *statements(root)):
        if THAI.search(text):
            yield f"{path}:{line}: Thai text {text.strip()[:40]!r} belongs in smart7/words/"


def colours_stay_in_the_theme(root: Path) -> Findings:
    """Find hex colours outside the theme, in strings, SQL, style sheets and document templates."""
    python = ((path, *text) for path, tree in modules(root, besides=HEX_HOMES) for text in texts(tree))
    styles = (
        (file.relative_to(root).as_posix(), number, line)
        for kind in ("css", "js", "html", "svg", "typ")
        for file in sorted(root.glob(f"smart7/**/*.{kind}"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
    )
    for path, line, text in (*python, *statements(root), *styles):
        if found := HEX.search(text):
            yield f"{path}:{line}: the colour {found[0]} belongs in smart7/theme.py"


def cards_come_from_components(root: Path) -> Findings:
    """Find ``st.metric`` outside the components, on streamlit itself or on a container."""
    for path, tree in modules(root, besides=("smart7/components/",)):
        if any(name.split(".")[0] == "streamlit" for _, name in imports(path, tree)):
            for node in nodes(tree):
                if isinstance(node, ast.alias | ast.Attribute) and "metric" in vars(node).values():
                    yield f"{path}:{node.lineno}: metric belongs in smart7/components/"


def streamlit_stays_on_top(root: Path) -> Findings:
    """Find streamlit imported anywhere but in the components and what opens the site."""
    for path, tree in modules(root, besides=STREAMLIT_HOMES):
        for line, name in imports(path, tree):
            if name.split(".")[0] == "streamlit":
                yield f"{path}:{line}: streamlit belongs in smart7/components/"


def queries_go_through_the_store(root: Path) -> Findings:
    """Find statements run on a connection anywhere but in the store, the build and the ledger."""
    names = {"execute", "executemany", "executescript", "sql"}
    for path, tree in modules(root, besides=SQL_HOMES):
        for call in (node for node in nodes(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", None)
            if name in names:
                yield f"{path}:{call.lineno}: .{name}() belongs in smart7/store.py"


def snapshots_are_opened_in_two_places(root: Path) -> Findings:
    """Find a DuckDB file opened anywhere but in the store, the sandbox and the build that writes it."""
    for path, tree in modules(root, besides=OPENERS):
        for call in (node for node in nodes(tree) if isinstance(node, ast.Call)):
            if ast.unparse(call.func) in ("duckdb.connect", "connect") and "duckdb" in ast.unparse(tree):
                yield f"{path}:{call.lineno}: a snapshot is opened in smart7/store.py and smart7/sandbox/"


def words_read(home: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield module and name of each word that a module reads; `home` is its own name where it is one of words."""
    called: set[tuple[str, str]] = set()
    for node in nodes(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "smart7.words":
            called |= {(alias.asname or alias.name, alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("smart7.words."):
            yield from (((node.module or "").rpartition(".")[2], alias.name) for alias in node.names)
    for node in nodes(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield from ((module, node.attr) for name, module in called if name == node.value.id)
        elif home and isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield home, node.id


def words_are_said(root: Path) -> Findings:
    """Find words that neither their own module reads nor any other."""
    homes = {path: Path(path).stem if path.startswith("smart7/words/") else "" for path, _ in modules(root)}
    read = {one for path, tree in modules(root) for one in words_read(homes[path], tree)}
    for path, tree in modules(root):
        for node in tree.body if homes[path] else ():
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            for name in (name.id for name in targets if isinstance(name, ast.Name)):
                if (homes[path], name) not in read:
                    yield f"{path}:{node.lineno}: nobody says {name}"


def classes_are_worn(root: Path) -> Findings:
    """Find classes of style sheets that no element wears; one may be put together of a stem and a quoted word."""
    sources = [file for kind in ("py", "js", "typ") for file in (root / "smart7").rglob(f"*.{kind}")]
    sources += [*root.glob("pages/*.py"), *root.glob("app.py")]
    said = "\n".join(file.read_text("utf-8") for file in sources)
    whole, stems = set(re.findall(r"s7(?:-\w+)+", said)), set(re.findall(r"s7-(?:\w+-)*(?=[{$'\"`])", said))
    quoted = set(re.findall(r"[\"']([\w-]+)[\"']", said))
    for file in sorted(root.glob("smart7/**/*.css")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            for name in re.findall(r"\.(s7(?:-\w+)+)", line):
                parted = any(name.startswith(stem) and name.removeprefix(stem) in quoted for stem in stems)
                if name not in whole and not parted:
                    yield f"{file.relative_to(root).as_posix()}:{number}: nothing wears {name}"


def nobody_looks_through_the_page(root: Path) -> Findings:
    """Find styles by what is anywhere in the page: a browser then styles all of it anew with everything that comes."""
    for file in sorted(root.glob("smart7/**/*.css")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if re.search(r"(?<![\w-])(?:html|body|:root)[^\s,{]*:has\(", line):
                yield f"{file.relative_to(root).as_posix()}:{number}: the whole page depends on what is within it"


def acts_go_through_the_register(root: Path) -> Findings:
    """Find what people keep written past the table of rights: by anything above the register but the register."""
    for path, tree in modules(root, besides=ACT_HOMES):
        for call in (node for node in nodes(tree) if isinstance(node, ast.Call)):
            if (name := ast.unparse(call.func)) in ACTS:
                yield f"{path}:{call.lineno}: {name}() belongs in smart7/register/keeping.py, which asks for the right"


def names_are_given_once(root: Path) -> Findings:
    """Find words and other names of a module that are given a second time: who says the first gets the second."""
    for path, tree in modules(root):
        given: set[str] = set()
        for step in tree.body:
            if not isinstance(step, (ast.Assign, ast.AnnAssign)):  # what is added to a name gives none
                continue
            targets = step.targets if isinstance(step, ast.Assign) else [step.target]
            for name in (target.id for target in targets if isinstance(target, ast.Name)):
                if name in given:
                    yield f"{path}:{step.lineno}: {name} has been given already"
                given.add(name)


LONG_FUNCTION = "def f():\n" + "    x = 1\n" * FUNCTION_LINES
BAD = [
    (names_are_given_once, "smart7/words/page.py", "NONE: Final = 1\nNONE: Final = 2"),
    (names_are_given_once, "smart7/words/page.py", "NONE = 1\nOTHER = 2\nNONE = 3"),
    (imports_go_one_way, "smart7/store.py", "from smart7 import components"),
    (imports_go_one_way, "smart7/store.py", "def f():\n    from ..smart7.components.frame import bar"),
    (imports_go_one_way, "smart7/store.py", "from . import api"),
    (imports_go_one_way, "smart7/charts.py", "import smart7.maps"),
    (imports_go_one_way, "smart7/charts.py", "import streamlit as st"),
    (imports_go_one_way, "smart7/figures.py", "from smart7.ingest import build"),
    (imports_go_one_way, "smart7/formats.py", "from smart7.words import common"),
    (imports_go_one_way, "smart7/words/scale.py", "from smart7.words import common"),
    (imports_go_one_way, "smart7/ingest/build.py", "from smart7 import store"),
    (imports_go_one_way, "smart7/components/cards.py", "import duckdb"),
    (imports_go_one_way, "smart7/theme.py", "import pandas"),
    (imports_go_one_way, "smart7/newcomer.py", "x = 1"),
    (imports_go_one_way, "smart7/api.py", "from smart7 import newcomer"),
    (imports_go_one_way, "smart7/__init__.py", "from smart7 import store"),
    (imports_go_one_way, "pages/map.py", "import pandas"),
    (imports_go_one_way, "pages/map.py", "from pages import people"),
    (imports_go_one_way, "pages/map.py", "from smart7 import queries"),
    (imports_go_one_way, "manage.py", "import duckdb"),
    (imports_go_one_way, "manage.py", "from smart7.words import common"),
    (imports_go_one_way, "smart7/words/task.py", "import json"),
    (imports_make_no_circle, "smart7/charts/__init__.py", "from smart7.charts import bars"),
    (imports_make_no_circle, "smart7/charts/bars.py", "def f():\n    from smart7.charts import lines"),
    (imports_make_no_circle, "smart7/charts/bars.py", "from . import look"),
    (imports_make_no_circle, "smart7/theme.py", "import smart7.theme"),
    (rooms_stay_small, "smart7/packs/slides/kind_too_many.py", ""),
    (files_stay_short, "pages/map.py", "x = 1\n" * (PAGE_LINES + 1)),
    (files_stay_short, "smart7/api.py", "x = 1\n" * (MODULE_LINES + 1)),
    (files_stay_short, "queries/people/a.sql", "select 1\n" * (QUERY_LINES + 1)),
    (functions_stay_short, "smart7/api.py", LONG_FUNCTION),
    (functions_stay_short, "manage.py", f"if 1:\n  async {LONG_FUNCTION}"),
    (thai_stays_in_the_words, "smart7/formats.py", "WORD = 'ล้าน'"),
    (thai_stays_in_the_words, "pages/map.py", '"""หน้าแผนที่"""'),
    (thai_stays_in_the_words, "smart7/api.py", "x = f'{1} แถว'"),
    (thai_stays_in_the_words, "queries/people/a.sql", "select 'คน'"),
    (colours_stay_in_the_theme, "smart7/charts.py", "RED = '#c00'"),
    (colours_stay_in_the_theme, "smart7/components/page.css", "a { color: #1f5fa8; }"),
    (cards_come_from_components, "pages/map.py", "import streamlit as st\nst.metric('a', 1)"),
    (cards_come_from_components, "pages/map.py", "import streamlit as st\nst.columns(2)[0].metric('a', 1)"),
    (cards_come_from_components, "pages/map.py", "from streamlit import metric"),
    (streamlit_stays_on_top, "smart7/api.py", "def f():\n    from streamlit import session_state"),
    (queries_go_through_the_store, "smart7/api.py", "def f(c): return c.execute('select 1')"),
    (queries_go_through_the_store, "smart7/components/cards.py", "def f(c): return c.sql('select 1')"),
    (acts_go_through_the_register, "smart7/components/cards.py", "from smart7.ledger import views\nviews.save('a')"),
    (acts_go_through_the_register, "pages/map.py", "def f():\n    publish.import_feed(b'', 'a', 'b', '')"),
    (snapshots_are_opened_in_two_places, "smart7/queries.py", "import duckdb\nc = duckdb.connect('a')"),
    (words_are_said, "smart7/words/common.py", "from smart7.i18n import Text\nGONE = Text('a', 'b')"),
    (words_are_said, "smart7/words/common.py", "A: Final = 'a'"),
    (classes_are_worn, "smart7/markup/style.css", ".s7-card, .s7-gone > p { margin: 0; }"),
    (classes_are_worn, "smart7/markup/style.css", ".s7-d-huge { margin: 0; }"),
    (snapshots_are_opened_in_two_places, "smart7/queries.py", "from duckdb import connect\nc = connect('a')"),
    (nobody_looks_through_the_page, "smart7/first/first.css", "body:has(> #first) > :not(#first) { display: none; }"),
    (nobody_looks_through_the_page, "smart7/markup/style.css", "a, html.s7-a:has(b) c { margin: 0; }"),
]
# What stands beside a bad example, for the rules about more than one file.
BESIDE: dict[Rule, dict[str, str]] = {
    imports_make_no_circle: {
        "smart7/charts/bars.py": "def f():\n    from smart7.charts import KINDS",
        "smart7/charts/lines.py": "from smart7.charts.look import Look",
        "smart7/charts/look.py": "from smart7.charts.bars import f",
    },
    words_are_said: {
        "smart7/words/other.py": "A = 'a'\nGONE = 'b'\nC = (A, GONE)",
        "smart7/api.py": "from smart7.words import other as words\nB = words.A, words.GONE, words.C",
    },
    classes_are_worn: {"smart7/markup/cards.py": "A = f's7-card s7-d-{size}'\nB = 'large'"},
    rooms_stay_small: {f"smart7/packs/slides/kind_{number}.py": "" for number in range(ROOM_MODULES)},
}
GOOD = {
    "smart7/__init__.py": '"""A package."""',
    "smart7/words/common.py": "from smart7.words.scale import MILLION\nA = 'คำ'",
    "smart7/register/keeping.py": "def f(): views.save('a')",
    "smart7/formats.py": "from smart7.words.scale import MILLION",
    "smart7/words/scale.py": "MILLION = 'ล้าน'",
    "smart7/markup/style.css": ".s7-card.s7-d-large:has(b) { margin: 0; }",
    "smart7/markup/cards.py": "from smart7.words import common as words\nB = f's7-card s7-d-{words.A}', 'large'",
    "smart7/store.py": "import duckdb\n# ไทย #fff\ndef f(c): return c.execute('select 1')",
    "smart7/components/cards.py": "import streamlit as st\nfrom . import frame\nst.metric('a', 1)",
    "smart7/components/frame.py": "X = '&#8203; [\u0e00-\u0e7f] issue-#12 #section'",
    "smart7/charts/__init__.py": "from smart7.charts import bars",
    "smart7/charts/bars.py": "from smart7.charts.look import Look\ndef f():\n    from smart7 import theme",
    "smart7/charts/look.py": "from smart7 import theme",
    **{f"smart7/packs/slides/kind_{number}.py": "" for number in range(ROOM_MODULES)},
    "smart7/packs/slides/__init__.py": "",
    "smart7/theme.py": "A = '#ffffff'",
    "pages/map.py": "import streamlit as st\nfrom smart7.components import frame",
    "queries/people/a.sql": "-- title.th: คน\nselect 1",
}
RULES: list[Rule] = list(dict.fromkeys(rule for rule, _, _ in BAD))


def write(root: Path, path: str, content: str) -> None:
    """Write one file of an example project."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(content, "utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(rule: Rule) -> None:
    findings = list(rule(ROOT))
    assert not findings, "\n" + "\n".join(findings)


@pytest.mark.parametrize(("rule", "path", "content"), BAD, ids=lambda part: getattr(part, "__name__", None))
def test_the_rule_finds_a_bad_example(rule: Rule, path: str, content: str, tmp_path: Path) -> None:
    for beside, good in BESIDE.get(rule, {}).items():
        write(tmp_path, beside, good)
    write(tmp_path, path, content)
    findings = list(rule(tmp_path))
    assert findings
    assert all(re.match(rf"{re.escape(path)}:\d+: ", finding) for finding in findings), findings


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_leaves_a_good_example_alone(rule: Rule, tmp_path: Path) -> None:
    for path, content in GOOD.items():
        write(tmp_path, path, content)
    assert list(rule(tmp_path)) == []


def test_the_rules_look_at_the_project() -> None:
    assert {"smart7/i18n.py", "smart7/words/common.py", "app.py"} <= {path for path, _ in modules(ROOT)}


def test_every_limit_on_a_part_names_a_part_that_has_a_rank() -> None:
    assert {*ONLY, *LIBRARIES, *BUILD_SIDE}.union(*ONLY.values()) <= set(RANK)
