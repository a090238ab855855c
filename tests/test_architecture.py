"""The import rule: which package may import which, and where each third party may be used.

The rule is the two tables below; everything else only reads the imports of every module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("api", "graph", "loaders", "queries", "visual")

# What every package may import of `loaders`.
VOCABULARY = (
    "loaders.records",
    "loaders.record_json",
    "loaders.errors",
    "loaders.congress_names",
    "loaders.districts",
    "loaders.folding",
    "loaders.series",
    "loaders.tables",
    "loaders.terms",
)

# A package may import itself and these; a dotted name is that module, a plain one the package.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "loaders": (),
    "graph": VOCABULARY,
    "queries": ("graph", *VOCABULARY),
    "visual": ("queries", "graph.model", "graph.stated", "graph.network", *VOCABULARY),
    "api": ("graph", "loaders", "queries", "visual"),
}

# The packages inside a package, each of which may import those before it. What stands beside them
# is the vocabulary, which all may import, and what calls them (`CALLING`), which none may.
ROOMS: dict[str, tuple[str, ...]] = {
    "loaders": (
        "grammar",
        "text",
        "names",
        "mending",
        "layout",
        "header",
        "citations",
        "relations",
        "indicators",
        "duties",
    ),
    "graph": ("identity", "agencies", "indicators", "sqlite_store", "neo4j_store", "neo4j_csv"),
}
CALLING = (
    "loaders.doubts",
    "loaders.explaining",
    "loaders.read",
    "graph.build",
    "graph.judging",
)

# A library may be imported by modules whose name starts so, and by no others.
FENCES: dict[str, tuple[str, ...]] = {
    "apsw": ("graph.sqlite_store",),
    "pyroaring": ("graph.sqlite_store",),
    "neo4j": ("graph.neo4j_store",),
    "networkx": ("graph.network", "queries", "visual"),
    "pyvis": ("visual",),
    "jinja2": ("visual", "api"),
    "fastapi": ("api",),
    "starlette": ("api",),
    "uvicorn": ("api",),
    "typer": ("api",),
    "rich": ("api",),
    "pydantic": ("api",),
    "xlsxwriter": ("visual.xlsx_file",),
}

# Absent from Windows: to be imported, if at all, inside the function that needs it.
POSIX_ONLY = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
BANNED_NAMES = {"helpers", "manager", "managers", "util", "utils", "misc", "common"}

MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def dotted(path: Path) -> str:
    """Return the module's name: "graph.model"."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports_of(tree: ast.Module, module: str, *, is_package: bool = False) -> Iterator[str]:
    """Yield the dotted names that the module imports, with `from x import y` as x.y."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = module.split(".")
                parents = parents[: len(parents) - node.level + is_package]
                base = ".".join([*parents, base]).rstrip(".")
            yield from (f"{base}.{alias.name}" for alias in node.names)


def within(name: str, place: str) -> bool:
    """Whether `name` is the module or package `place`, or stands in it."""
    return name == place or name.startswith(f"{place}.")


def offences(module: str, names: list[str]) -> list[str]:
    """Return the imports of `module` that break one of the two tables."""
    package = module.split(".")[0]
    found = []
    for name in names:
        top = name.split(".")[0]
        allowed = (package, *MAY_IMPORT[package])
        if top in PACKAGES and not any(within(name, place) for place in allowed):
            found.append(name)
        if top in FENCES and not module.startswith(FENCES[top]):
            found.append(name)
        if top in ("tests", "benchmarks"):
            found.append(name)
    return found


def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_module_imports_only_what_its_package_may(path):
    module = dotted(path)
    names = list(imports_of(read(path), module, is_package=path.stem == "__init__"))
    assert offences(module, names) == []


@pytest.mark.parametrize(
    ("package", "room"), [(package, room) for package in ROOMS for room in ROOMS[package]]
)
def test_room_imports_only_those_before_it(package, room):
    rooms = ROOMS[package]
    later = [f"{package}.{name}" for name in rooms[rooms.index(room) + 1 :]]
    found = [
        f"{dotted(path)}: {name}"
        for path in (ROOT / package / room).glob("*.py")
        for name in imports_of(read(path), dotted(path), is_package=path.stem == "__init__")
        if any(within(name, place) for place in (*later, *CALLING))
    ]
    assert found == []


@pytest.mark.parametrize("package", ROOMS)
def test_rooms_are_all_in_order(package):
    folders = {path.parent.name for path in (ROOT / package).glob("*/__init__.py")}
    assert folders == set(ROOMS[package])


def circle(imports: Mapping[str, Iterable[str]]) -> list[str]:
    """Return modules of ours that import each other in a circle, none where there is no circle.

    Imports for types alone and those inside functions count: what needs them reads both files.
    """
    edges = {
        module: {name if name in imports else name.rpartition(".")[0] for name in names} - {module}
        for module, names in imports.items()
    }
    ours = {module: names & imports.keys() for module, names in edges.items()}
    try:
        TopologicalSorter(ours).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_modules_import_each_other_in_a_circle():
    imports = {
        dotted(path): list(imports_of(read(path), dotted(path), is_package=path.stem == "__init__"))
        for path in MODULES
    }
    assert circle(imports) == []


def test_circle_is_seen_behind_names_and_types():
    imports = {"a.x": ["b.y.Name"], "b.y": ["c.z"], "c.z": ["a.x.other"], "d": ["a.x"]}
    assert sorted(set(circle(imports))) == ["a.x", "b.y", "c.z"]
    assert circle({"a.x": ["a.x.Name", "os"], "b.y": ["a.x"]}) == []


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_module_can_be_imported_on_windows(path):
    top_level = ast.Module([n for n in read(path).body if not isinstance(n, ast.If)], [])
    outside = [n for n in top_level.body if isinstance(n, ast.Import | ast.ImportFrom)]
    names = imports_of(ast.Module(list(outside), []), dotted(path))
    assert {name.split(".")[0] for name in names} & POSIX_ONLY == set()


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_module_is_named_for_what_it_does(path):
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("loaders.header.find", "import graph.model"),
        ("graph.build", "from loaders.header.find import read_header"),
        ("graph.build", "from loaders import header"),
        ("graph.build", "import apsw"),
        ("queries.lineage", "def f():\n    import visual.theme"),
        ("queries.lineage", "from graph import *\nfrom api import cli"),
        ("visual.network", "from graph.sqlite_store.store import SqliteStore"),
        ("visual.network", "import fastapi.responses"),
        ("graph.identity.keys", "from ...queries import lineage"),
    ],
)
def test_rule_sees_what_it_forbids(module, source):
    assert offences(module, list(imports_of(ast.parse(source), module))) != []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("graph.build", "from loaders.records import Header\nfrom graph import model"),
        ("graph.build", "from loaders import records"),
        ("graph.sqlite_store.search", "import apsw"),
        ("visual.network", "from queries.lineage import Lineage\nimport pyvis.network"),
        ("api.cli", "from loaders.read import read_file\nimport typer"),
    ],
)
def test_rule_lets_pass_what_it_allows(module, source):
    assert offences(module, list(imports_of(ast.parse(source), module))) == []


def test_every_package_has_modules():
    assert {dotted(path).split(".")[0] for path in MODULES} == set(PACKAGES)


def test_every_test_folder_is_a_package():
    # Without tests/__init__.py pytest would import tests/graph as the package `graph`.
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [str(f.relative_to(ROOT)) for f in folders if not (f / "__init__.py").exists()] == []
