"""What docs/extending.md says of a moderators' command is so: one file in bot/entry brings all of it."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from discord.app_commands import TranslationError

from bot import entry
from bot.client import feature_classes
from bot.dispatch import HandlerMismatch
from tests.bot.conftest import NewBot
from tests.bot.pretend import pretend

FEATURE = '''
"""/entry stamp: a command with a form, as a moderators' feature is written."""

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.entry.entry_feature import EntryFeature, why_form
from bot.ui.actions import Action, ActionVerb
from bot.ui.command_words import about
from bot.ui.responses import Defer, open_form


class StampVerb(ActionVerb):
    SENT = "stamp_sent"


class Stamp(EntryFeature):
    # Its words belong into the phrase files; here it has those of another command.
    @app_commands.command(
        name=app_commands.locale_str("stamp", key="command.entry_paste"), description=about("entry_paste")
    )
    async def stamp(self, interaction: discord.Interaction) -> None:
        await open_form(interaction, why_form("A stamp", Action(StampVerb.SENT, "coco-2017"), "Why?"))

    @handles(StampVerb.SENT, defer=Defer.HERE)
    async def sent(self, interaction: discord.Interaction, action: Action) -> None:
        await self.session(interaction).tell(f"Stamped {action.movie}: {action.one('why')}")
'''
NAME = "bot.entry.stamp"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that stands in the room as if it had been written there."""
    monkeypatch.setattr(entry, "__path__", [*entry.__path__, str(tmp_path)])
    (tmp_path / "stamp.py").write_text(FEATURE, encoding="utf-8")
    yield tmp_path / "stamp.py"
    sys.modules.pop(NAME, None)
    if hasattr(entry, "stamp"):
        delattr(entry, "stamp")
    gc.collect()  # Features are known by their base class for as long as they live.


async def test_a_moderators_command_with_a_form_is_one_file(file: Path, new_bot: NewBot) -> None:
    assert NAME in {kind.__module__ for kind in feature_classes()}, file
    async with pretend(new_bot()) as world:
        moderator = world.moderator()
        seen = await moderator.sends(await moderator.slash_opens("entry stamp"), why="It is good")
        assert "Stamped coco" in seen.text
        assert "It is good" in seen.text


def test_a_verb_of_its_own_that_it_forgets_stops_the_start(file: Path, new_bot: NewBot) -> None:
    file.write_text(FEATURE.replace("SENT = ", 'FORGOTTEN = "stamp"\n    SENT = '), encoding="utf-8")
    with pytest.raises(HandlerMismatch, match=r"nobody handles StampVerb\.FORGOTTEN"):
        new_bot()


async def test_a_command_without_its_words_stops_the_start(file: Path, new_bot: NewBot) -> None:
    file.write_text(FEATURE.replace(', key="command.entry_paste"', ""), encoding="utf-8")
    with pytest.raises(TranslationError, match="stamp"):
        async with pretend(new_bot()):
            raise AssertionError("it started")
