"""What moderators and families write stays out of the logs too, also where a file or the database fails."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, pretend
from tests.bot.test_logs import NAME, SECRET, leaked, logged

__all__ = ["logged"]
DATABASE = "sqlalchemy.engine."
FORM = {"who": "parent", "ages": ["9"], "suits": ["10"], "stars": "4"}
FILES = {
    "csv": f"title,year\n{SECRET},soon\n",
    "json": f'[{{"title": "{SECRET}", "year": 2001, "{SECRET}": 1}}',
    "toml": f'title = "{SECRET}"\nyear = "{SECRET}"\n',
    "txt": f"{SECRET}\nDirector: {NAME}\n",
    "xlsx": SECRET,
}


async def writes_everywhere(moderator: Person, parent: Person) -> None:
    """Every form and option in which somebody writes."""
    draft = await moderator.slash("entry add", title=f"{SECRET} film", year=1999)
    await moderator.sends(await moderator.chooses_to_fill(draft, "glance"), pitch=f"{SECRET} sails.")
    await moderator.sends(await moderator.chooses_to_fill(draft, "talk"), questions=f"Why {SECRET}?")
    names = await moderator.slash_opens("entry alias", title="coco-2017", name=f"{SECRET} name")
    await moderator.sends(names, why=SECRET)
    await moderator.slash("entry lock", title="coco-2017", why=SECRET)
    for ending, text in FILES.items():
        await moderator.uploads("entry upload", f"{SECRET}.{ending}", text.encode())
    await parent.slash("suggest", like="coco", theme=SECRET)
    await parent.slash("suggest", avoid=SECRET, ages=SECRET)
    await parent.slash("compare", film="coco", other=SECRET, ages=SECRET)
    rules = await parent.slash("review write", title="coco")
    seen = await parent.sends(await parent.opens(rules, "Go on"), **FORM)
    await parent.sends(await parent.opens(seen, "Say more"), text=f"My son {SECRET} hid.")
    await moderator.slash("moderate reviews")
    await moderator.slash("entry history", title="coco-2017")
    await parent.slash("privacy")


def written_down(logged: pytest.LogCaptureFixture, people: tuple[Person, ...]) -> list[str]:
    """What is logged of it, but by the database library at a level to which nobody can set it."""
    return [said for said in leaked(logged, list(people)) if not said.startswith(DATABASE)]


def test_no_setting_makes_the_database_library_tell_its_rows(tmp_path: Path) -> None:
    says = (
        "import logging, bot.logs, knowledge.storage.database as database\n"
        "bot.logs.log_from('DEBUG', 'json')\n"
        f"engine = database.engine_for('sqlite:///{tmp_path / 'a.db'}')\n"
        "print(logging.getLogger('sqlalchemy.engine.Engine').isEnabledFor(logging.INFO), bool(engine.echo))\n"
    )
    run = [sys.executable, "-c", says]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.split() == ["False", "False"]


async def test_what_is_written_leaves_no_word_in_the_log(
    new_bot: NewBot, logged: pytest.LogCaptureFixture
) -> None:
    async with pretend(new_bot(), errors=False) as world:
        people = world.moderator(NAME), world.person(f"{NAME}2")
        await writes_everywhere(*people)
    assert written_down(logged, people) == []


async def test_a_database_that_refuses_what_is_written_does_not_tell_it_to_the_log(
    new_bot: NewBot, logged: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    async with pretend(new_bot(), errors=False) as world:
        people = world.moderator(NAME), world.person(f"{NAME}2")
        with closing(sqlite3.connect(tmp_path / "usher.db")) as database, database:
            tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                refuse = f"BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, '{table} takes nothing'); END"
                database.execute(f"CREATE TRIGGER no_{table} {refuse}")
        database.close()
        await moderator_tries(*people)
    assert written_down(logged, people) == []
    assert any("unexpected" in record.getMessage() for record in logged.records)


async def moderator_tries(moderator: Person, parent: Person) -> None:
    """What comes to the database with a text of somebody in it."""
    await moderator.slash("entry add", title=f"{SECRET} film", year=1999)
    await moderator.slash("entry lock", title="coco-2017", why=SECRET)
    await parent.slash("movie", title=f"{SECRET} plover")
    card = await parent.slash("movie", title="coco")
    await parent.sends(await parent.opens(card, "This is wrong"), says=SECRET)
    rules = await parent.slash("review write", title="coco")
    await parent.sends(await parent.opens(rules, "Go on"), **FORM)
