"""The house plan as tests: imports point one way, and rooms stay small."""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from bot.client import feature_classes

ROOT = Path(__file__).parents[1]
FILES = sorted(path for room in ("bot", "knowledge") for path in (ROOT / room).rglob("*.py"))
LONGEST_FILE = 250
LONGEST_CLASS = 150

HOMES = {
    "discord": ("bot",),
    "discord.ui": ("bot.ui",),
    "simcord": ("bot.playground",),
    "rapidfuzz": ("knowledge.titles",),
    "numpy": (
        *("knowledge.titles", "knowledge.understanding"),
        *("knowledge.weights", "knowledge.label_chain", "knowledge.mapped_array"),
    ),
    "Stemmer": ("knowledge.topic_phrases",),
    "sqlalchemy": ("knowledge.storage",),
    "alembic": ("knowledge.storage",),
    "psycopg": ("knowledge.storage",),
    "asyncpg": ("knowledge.storage",),
    "aiohttp": (
        "knowledge.catalogue.fetch.web",
        *("bot.delivery", "bot.endpoints", "bot.metrics", "bot.cli.doctor_discord"),
    ),
    "babel": ("bot.ui.cldr",),
    "matplotlib": ("bot.ui.age_chart",),
    "PIL": ("bot.cli.card_picture",),
    "ijson": ("knowledge.catalogue.formats.json_rows",),
    "dotenv": ("bot.settings",),
    "python_calamine": ("knowledge.curation.workbook",),
    "xlsxwriter": ("knowledge.curation.workbook",),
    "filelock": ("bot.cli.sqlite_lock",),
    "prometheus_client": ("bot.metrics",),
    "structlog": ("bot.logs",),
    "uvloop": ("bot.cli.serve",),
}
"""Where each third-party library lives."""

STRANGERS = (
    ("knowledge", "bot"),
    ("knowledge", "discord"),
    ("knowledge.understanding", "knowledge.answering"),
    ("knowledge.answering", "knowledge.understanding"),
    ("knowledge.answering", "knowledge.storage"),
    ("knowledge.understanding", "knowledge.storage"),
    *((room, "bot.client") for room in ("bot.ui", "bot.film", "bot.entry", "bot.server")),
    *((room, "bot.cli") for room in ("bot.ui", "bot.film", "bot.entry", "bot.server", "bot.client")),
    *(("bot.ui", room) for room in ("bot.film", "bot.entry", "bot.server")),
    *(("bot.server", room) for room in ("bot.film", "bot.entry")),
    ("bot.entry", "bot.server"),
    *(("bot.ui", f"knowledge.{room}") for room in ("understanding", "answering", "library")),
    *(("bot.film", room) for room in ("bot.entry", "bot.server", "knowledge.storage")),
)
"""Rooms that do not know each other: the first never imports the second."""


DEFERRED = ("# noqa: PLC0415 - optional extra", "# noqa: PLC0415 - slow start")
"""Why an import may stand inside a function."""


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[tuple[str, ast.AST], ...]:
    """Every module that a file imports, deferred imports included."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield (whole if whole in MODULES or whole == "discord.ui" else node.module), node
        elif isinstance(node, ast.Attribute) and ast.unparse(node) == "discord.ui":
            yield "discord.ui", node


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@pytest.mark.parametrize(("room", "stranger"), STRANGERS)
def test_rooms_that_must_not_know_each_other_do_not(room: str, stranger: str) -> None:
    known = [
        (module, name)
        for module, path in MODULES.items()
        if within(module, room)
        for name, _ in imports(path)
        if within(name, stranger)
    ]
    assert known == []


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library: str) -> None:
    strays = [
        module
        for module, path in MODULES.items()
        for name, _ in imports(path)
        if within(name, library) and not any(within(module, home) for home in HOMES[library])
    ]
    assert strays == []


def test_no_feature_knows_another() -> None:
    """They reach each other through actions; what two need stands in a file without a feature."""
    features = {kind.__module__ for kind in feature_classes()}
    assert len(features) > 15
    pairs = [
        (module, name) for module in features for name, _ in imports(MODULES[module]) if name in features
    ]
    assert pairs == []


def test_no_import_goes_in_a_circle() -> None:
    graph = {
        module: {name for name, _ in imports(path) if name in MODULES} for module, path in MODULES.items()
    }
    assert _circle(graph) == []


def _circle(graph: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def walk(module: str, trail: list[str]) -> list[str]:
        if module in trail:
            return [*trail[trail.index(module) :], module]
        if module in done:
            return []
        for name in graph[module]:
            if found := walk(name, [*trail, module]):
                return found
        done.add(module)
        return []

    found = (walk(module, []) for module in graph)
    return next((circle for circle in found if circle), list[str]())


def test_a_circle_would_be_found() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]


@pytest.mark.parametrize("module", MODULES)
def test_no_import_stands_inside_a_function_but_for_an_optional_extra_or_a_quick_start(module: str) -> None:
    text = MODULES[module].read_text(encoding="utf-8")
    lines, tree = text.splitlines(), tree_of(MODULES[module])
    inside = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and not lines[node.lineno - 1].endswith(DEFERRED)
    ]
    assert inside == []


@pytest.mark.parametrize("module", MODULES)
def test_every_file_is_small_and_says_what_lives_in_it(module: str) -> None:
    text = MODULES[module].read_text(encoding="utf-8")
    tree = tree_of(MODULES[module])
    assert ast.get_docstring(tree), "say in a docstring what lives here"
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < LONGEST_CLASS


@pytest.mark.parametrize("module", MODULES)
def test_no_time_is_measured_by_a_clock_that_jumps(module: str) -> None:
    """Who waits, and for how long, does not change with the hour that somebody sets."""
    nodes = list(ast.walk(tree_of(MODULES[module])))
    taken = [node for node in nodes if isinstance(node, ast.Attribute) and ast.unparse(node) == "time.time"]
    brought = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "time"]
    assert not taken or module in BY_THE_HOUR
    assert [alias.name for node in brought for alias in node.names if alias.name == "time"] == []


def test_no_room_is_called_after_nothing() -> None:
    nothing = {
        "utils",
        "util",
        "helpers",
        "helper",
        "core",
        "common",
        "manager",
        "service",
        "coordinator",
        "misc",
    }
    assert [module for module in MODULES if nothing & set(module.casefold().split("."))] == []


BY_THE_HOUR = {"knowledge.catalogue.fetch.web"}
"""Services name an hour at which to come back."""
NAMED_TWICE = {"__init__", "commands", "cards"}
"""File names that every feature may have."""
MOST_ING = 10


def test_no_file_name_stands_twice_in_a_house() -> None:
    stems = [(path.relative_to(ROOT).parts[0], path.stem) for path in FILES]
    assert [stem for stem in set(stems) if stems.count(stem) > 1 and stem[1] not in NAMED_TWICE] == []


def test_no_public_class_name_means_two_things() -> None:
    names = [
        node.name
        for path in FILES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert len(names) > 200
    assert {name for name in names if names.count(name) > 1} == set()


def test_a_thing_is_not_named_after_doing() -> None:
    doing = [module for module in MODULES if module.rpartition(".")[2].endswith("ing")]
    assert len(doing) <= MOST_ING, doing


def test_the_files_are_found_at_all() -> None:
    assert len(MODULES) > 20
    assert all(one < two for one, two in pairwise(FILES))
