"""What Usher says, by key, in the person's language where there is a file for it."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from bot.ui.markdown import Markdown, escape
from knowledge.curation.faults import english

WORDS = files("bot.ui") / "locales"
ENGLISH = "en"


class Phrases:
    """The phrases of one language; what it lacks is said in English."""

    def __init__(
        self, words: Mapping[str, str], topics: Mapping[str, str], language: str, most: int | None = None
    ) -> None:
        self.language = language
        self._words = words
        self._topics = topics
        self._most = most

    def __call__(self, key: str, **values: object) -> Markdown:
        """The phrase with its blanks filled; a text that is no Markdown of ours is escaped.

        Raises KeyError for a key or blank that does not exist.
        """
        filled = {name: self._harmless(value) for name, value in values.items()}
        return Markdown(self._words[key].format_map(filled))

    def label(self, key: str, **values: object) -> str:
        """The phrase for where Discord shows no mark-up: a button, a menu, a form."""
        return self._words[key].format_map(values)

    def within(self, most: int) -> "Phrases":
        """The same phrases, filled with at most so many characters of a text."""
        return Phrases(self._words, self._topics, self.language, most)

    def _harmless(self, value: object) -> object:
        return escape(value, self._most) if isinstance(value, str) else value

    def name(self, key: str, plain: str) -> str:
        """The phrase, or this plain word where there is none."""
        return self._words.get(key, plain)

    def topic(self, topic_id: str, english: str) -> str:
        """A topic's name."""
        return self._topics.get(topic_id, english)


class Languages:
    """Every language there is a file for."""

    def __init__(self, folder: Traversable = WORDS) -> None:
        tables = read_words(folder)
        faults = {f"fault.{key}": words for key, words in english().items()}
        plain = {**faults, **tables[ENGLISH]}
        self._phrases = {
            language: Phrases({**plain, **words}, _under("topics.", words), language)
            for language, words in tables.items()
        }

    def __getitem__(self, locale: str) -> Phrases:
        """The phrases for a locale such as `en-US`."""
        return self._phrases.get(locale.split("-")[0]) or self._phrases[ENGLISH]


def read_words(folder: Traversable = WORDS) -> dict[str, dict[str, str]]:
    """Each language's phrases by dotted key, such as `verdict.fits`."""
    return {file.name.removesuffix(".toml"): _flat(file) for file in folder.iterdir() if _is_toml(file)}


def _is_toml(file: Traversable) -> bool:
    return file.name.endswith(".toml")


def _flat(file: Traversable) -> dict[str, str]:
    tables: dict[str, dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return {f"{table}.{key}": text for table, rows in tables.items() for key, text in rows.items()}


def _under(prefix: str, words: Mapping[str, str]) -> dict[str, str]:
    return {key.removeprefix(prefix): text for key, text in words.items() if key.startswith(prefix)}
