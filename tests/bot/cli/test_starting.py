"""Each command is where the table says, and starts without what another needs."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from pkgutil import resolve_name

import pytest

from bot.__main__ import main
from bot.cli.parser import COMMANDS, FORMS, SERVE, parser
from knowledge.curation.export import FORMATS

ROOMS = {"knowledge.answering", "knowledge.understanding"}
STORING = {"alembic", "sqlalchemy"}
LIBRARIES = {"aiohttp", "asyncio", "babel", "discord", "ijson", "numpy", "pydantic", "rapidfuzz"}
HEAVY = LIBRARIES | ROOMS | STORING
NEEDS: dict[tuple[str, ...], set[str]] = {
    ("--help",): set(),
    ("--version",): set(),
    ("find", "--help"): set(),
    ("check",): {"pydantic"},
    ("find", "coco"): {"numpy", "rapidfuzz"},
    ("ask", "is coco ok for 6?"): {"numpy", "rapidfuzz", *ROOMS},
    ("db", "backup"): HEAVY - {"aiohttp", "babel", "discord"},
}
"""What a command may bring in; more would make everybody wait who types it."""
RUN = """
import sys
from bot.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("words", NEEDS, ids=" ".join)
def test_a_command_brings_in_only_what_it_needs(words: tuple[str, ...], tmp_path: Path) -> None:
    run = [sys.executable, "-c", RUN, *words]
    done = subprocess.run(run, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "bot.cli.parser" in done.stderr
    assert HEAVY & set(done.stderr.split()) <= NEEDS[words]


@pytest.mark.parametrize("runs", sorted({SERVE, *(command.runs for command in COMMANDS.values())}))
def test_every_command_is_where_the_table_says(runs: str) -> None:
    assert callable(resolve_name(runs))


def test_help_names_every_command_and_what_it_is_for() -> None:
    help_text = " ".join(parser().format_help().split())
    for name, command in COMMANDS.items():
        assert f" {name} " in help_text
        assert command.purpose in help_text


def test_help_explains_all_that_a_command_takes() -> None:
    parts = ((f"{name} {word}", part) for name, one in COMMANDS.items() for word, part in one.parts.items())
    for name, command in (*COMMANDS.items(), *parts):
        assert command.purpose, name
        for argument, options in command.taken:
            assert options.get("help"), f"{name} {argument}"


def test_it_says_which_usher_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"usher {version('usher')}\n"


@pytest.mark.parametrize(
    "words", [("find",), ("find", ""), ("find", "  "), ("ask",), ("ask", ""), ("ask", "\n", " ")]
)
def test_who_asks_nothing_is_told_what_is_wanted(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert f'such as: usher {words[0]} "' in capsys.readouterr().err


def test_entries_can_be_exported_in_every_form_there_is() -> None:
    assert tuple(FORMATS) == FORMS
