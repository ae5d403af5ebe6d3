"""Every command that README, CONTRIBUTING and --help name is one, and works as it is written."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.cli.parser import COMMANDS, parser
from tests.bot.pretend import World

ROOT = Path(__file__).parents[3]
PAGES = ("README.md", "CONTRIBUTING.md", "PRIVACY.md", ".env.example", "CHANGELOG.md")
USHER = re.compile(r"`(?:uv run (?:--\w+ \w+ )*)?usher ([^`]+)`|^(?:uv run )usher (.+)$", re.MULTILINE)
SLASH = re.compile(r"`/([a-z][\w -]*)`")
WORKS_AS_IT_IS = {"find", "ask", "check"}
"""What needs no file of the reader's and is over soon."""


def usher_lines() -> Iterator[str]:
    for page in PAGES:
        for quoted, line in USHER.findall((ROOT / page).read_text(encoding="utf-8")):
            yield quoted or line
    for command in COMMANDS.values():
        said = " ".join([command.purpose, *(options["help"] for _, options in command.taken)])
        yield from (quoted or line for quoted, line in USHER.findall(said))


LINES = sorted({line for line in usher_lines() if not line.startswith("-")})


@pytest.mark.parametrize("line", LINES)
def test_every_line_that_is_written_down_is_understood(line: str) -> None:
    given = parser().parse_args(shlex.split(line))
    assert given.command == line.split()[0]


@pytest.mark.parametrize("line", [line for line in LINES if line.split()[0] in WORKS_AS_IT_IS])
def test_what_can_be_tried_at_once_works_as_written(
    line: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(shlex.split(line))
    assert left.value.code == 0
    assert capsys.readouterr().out


def test_enough_lines_are_found() -> None:
    assert {line.split()[0] for line in LINES} >= {"find", "ask", "check", "db", "catalogue", "eval", "bench"}


async def test_the_commands_of_discord_that_readme_names_exist_and_none_is_left_out(world: World) -> None:
    bot: Any = world.env.bot
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    there = {command.qualified_name for command in bot.tree.walk_commands()}
    named = SLASH.findall(readme)
    for words in named:
        starts = {" ".join(words.split()[:count]) for count in (1, 2)}
        assert starts & there, words
    whole = {command.name for command in bot.tree.get_commands()}
    assert whole - {"Ask Usher"} <= {words.split()[0] for words in named}
