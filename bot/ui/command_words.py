"""What Discord shows of our commands, in the person's language: names, descriptions, options, choices."""

from functools import cache

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation as Place
from discord.app_commands import locale_str

from bot.ui.phrases import ENGLISH, Languages, Phrases

NAMES = {
    Place.command_name: "command",
    Place.group_name: "command",
    Place.parameter_name: "option",
}
"""The table of phrases that holds each kind of name."""


@cache
def _english() -> Phrases:
    return Languages()[ENGLISH]


def about(command: str) -> locale_str:
    """What a command does. Raises KeyError."""
    return _words(f"about.{command}")


def about_option(option: str) -> locale_str:
    """What an option of a command is for. Raises KeyError."""
    return _words(f"about_option.{option}")


def choice(value: str) -> app_commands.Choice[str]:
    """One of an option's values. Raises KeyError."""
    return app_commands.Choice(name=_words(f"choice.{value}"), value=value)


def _words(key: str) -> locale_str:
    return locale_str(_english().label(key), key=key)


class CommandWords(app_commands.Translator):
    """Gives Discord the words of every language; one that nobody translated sees the English ones."""

    def __init__(self, languages: Languages) -> None:
        super().__init__()
        self._languages = languages

    async def translate(
        self, string: locale_str, locale: Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The words, or None where they are the English ones."""
        say = self._languages[locale.value]
        return None if say.language == ENGLISH else say.label(key_of(string, context))


def key_of(string: locale_str, context: app_commands.TranslationContextTypes) -> str:
    """The phrase's key: what the text carries, or for a name the name itself."""
    if key := string.extras.get("key"):
        return key
    name: str = getattr(context.data, "qualified_name", string.message)
    return f"{NAMES[context.location]}.{name.lower().replace(' ', '_')}"
