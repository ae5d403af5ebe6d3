"""Every command that README, CONTRIBUTING and --help name is one, and works as it is written."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.cli.parser import COMMANDS, parser
from bot.settings import names
from tests.bot.pretend import World

ROOT = Path(__file__).parents[3]
PAGES = [
    ROOT / ".env.example",
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "tests" / "README.md",
]
USHER = re.compile(r"`(?:uv run (?:--\w+ \w+ )*)?usher ([^`]+)`|^(?:uv run )usher (.+)$", re.MULTILINE)
SLASH = re.compile(r"`/([a-z][\w -]*)`")
WORKS_AS_IT_IS = {"find", "ask", "check"}
"""What needs no file of the reader's and is over soon."""


def usher_lines() -> Iterator[str]:
    for page in PAGES:
        for quoted, line in USHER.findall(page.read_text(encoding="utf-8")):
            yield quoted or line
    for command in (one for whole in COMMANDS.values() for one in (whole, *whole.parts.values())):
        said = " ".join([command.purpose, *(options["help"] for _, options in command.taken)])
        yield from (quoted or line for quoted, line in USHER.findall(said))


LINES = sorted({line for line in usher_lines() if not line.startswith("-")})


@pytest.mark.parametrize("line", LINES)
def test_every_line_that_is_written_down_is_understood(line: str) -> None:
    given = parser().parse_args(shlex.split(line))
    assert given.command == line.split()[0]


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.split()[0] in WORKS_AS_IT_IS and "FILE" not in line]
)
def test_what_can_be_tried_at_once_works_as_written(
    line: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(shlex.split(line))
    assert left.value.code == 0
    assert capsys.readouterr().out


def test_enough_lines_are_found() -> None:
    assert {line.split()[0] for line in LINES} >= {"find", "ask", "check", "db", "catalogue", "eval"}


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


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_told_about_on_a_page(command: str) -> None:
    assert command in {line.split()[0] for line in LINES}


@pytest.mark.parametrize("name", list(names()))
def test_each_setting_is_told_about_where_operators_read_and_in_the_file_they_copy(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert re.search(rf"^{name}=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)


def test_no_page_names_a_setting_that_is_none() -> None:
    there = set(names())
    named = {name for page in PAGES for name in re.findall(r"\bUSHER_[A-Z_]+\b", page.read_text("utf-8"))}
    assert {name for name in named - there if not name.startswith("USHER_PROVE_")} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_page_links_to_or_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    named = re.findall(r"`((?:bot|knowledge|tests|scripts|docs)/[\w./-]+)`", text)
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing + [name for name in named if not (ROOT / name).exists()] == []


def test_readme_says_how_many_films_have_a_guide_and_how_many_can_be_named() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    guides = len(list((ROOT / "knowledge" / "data" / "movies").glob("*.toml")))
    films = len((ROOT / "knowledge" / "data" / "films.tsv").read_text(encoding="utf-8").splitlines()) - 1
    found = re.search(r"(\d+) films with a whole guide.*?some ([\d,]+) that", readme)
    assert found
    assert 0 <= guides - int(found[1]) < 100
    assert 0 <= films - int(found[2].replace(",", "")) < 500


def test_the_newest_version_is_among_the_changes() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[:2] == ["Unreleased", version]
