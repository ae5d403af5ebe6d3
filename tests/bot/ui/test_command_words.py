"""Every command, option and choice has words in every language, such as Discord takes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from discord import Locale, app_commands
from discord.app_commands import locale_str

from bot.ui.command_words import CommandWords, key_of
from bot.ui.phrases import ENGLISH, Languages, read_words
from tests.bot.conftest import NewBot
from tests.bot.pretend import pretend

LANGUAGES = Languages()
WORDS = read_words()
TRANSLATED = {one.value for one in Locale if LANGUAGES[one.value].language != ENGLISH}
NAME = re.compile(r"[-'\w]{1,32}")
CHOICE, MENU = 100, 3


class Noting(CommandWords):
    """Notes what the English words of a key are in the code."""

    def __init__(self) -> None:
        super().__init__(LANGUAGES)
        self.asked: dict[str, str] = {}

    async def translate(
        self, string: locale_str, locale: Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        self.asked[key_of(string, context)] = string.message
        return await super().translate(string, locale, context)


@pytest.fixture
async def sent(new_bot: NewBot) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """What Discord is told of all commands, and each key with its English words."""
    bot, noting = new_bot(), Noting()
    async with pretend(bot):
        payloads = [await one.get_translated_payload(bot.tree, noting) for one in bot.tree.get_commands()]
    return payloads, noting.asked


def parts(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield payload
    for inner in (*payload.get("options", ()), *payload.get("choices", ())):
        yield from parts(inner)


async def test_every_command_has_words_in_every_language_and_within_discords_limits(
    sent: tuple[list[dict[str, Any]], dict[str, str]],
) -> None:
    payloads, _ = sent
    for payload in payloads:
        for part in parts(payload):
            is_choice, is_menu = "value" in part, payload.get("type") == MENU
            names = {"en": part["name"], **part["name_localizations"]}
            assert names.keys() == {"en", *TRANSLATED}
            for name in names.values():
                assert 1 <= len(name) <= (CHOICE if is_choice else 32)
                assert is_choice or is_menu or (NAME.fullmatch(name) and name == name.lower()), name
            if not (is_choice or is_menu):
                texts = {"en": part["description"], **part["description_localizations"]}
                assert texts.keys() == {"en", *TRANSLATED}
                assert all(1 <= len(text) <= 100 for text in texts.values()), texts


async def test_options_and_subcommands_of_a_command_have_names_of_their_own(
    sent: tuple[list[dict[str, Any]], dict[str, str]],
) -> None:
    for payload in sent[0]:
        for part in parts(payload):
            for locale in TRANSLATED:
                names = [one["name_localizations"][locale] for one in part.get("options", ())]
                assert len(set(names)) == len(names)


async def test_english_words_of_commands_are_those_of_the_code_and_none_is_left_over(
    sent: tuple[list[dict[str, Any]], dict[str, str]],
) -> None:
    tables = ("command.", "about.", "option.", "about_option.", "choice.")
    assert sent[1] == {key: text for key, text in WORDS[ENGLISH].items() if key.startswith(tables)}


@pytest.mark.parametrize("language", WORDS)
def test_phrases_name_commands_as_the_language_calls_them(language: str) -> None:
    words = WORDS[language]
    commands = {
        key.removeprefix("command."): name for key, name in words.items() if key.startswith("command.")
    }
    inner = {name for key, name in commands.items() if key.startswith("entry_")}
    for key, text in words.items():
        for name, second in re.findall(r"(?<![\w/:.|])/([^\W\d][-\w]+)(?: ([-\w]+)`)?", text):
            assert name in commands.values(), (key, text)
            assert not second or name != commands["entry"] or second in inner, (key, text)


@pytest.mark.parametrize("language", WORDS)
def test_the_help_names_the_menu_as_discord_shows_it(language: str) -> None:
    assert WORDS[language]["command.ask_usher"] in WORDS[language]["help.menu"]
