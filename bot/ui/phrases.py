"""What Usher says, by key, in the person's language where there is a file for it."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bot.ui.cldr import Join, country_name, listed, long_date, plural_form
from bot.ui.markdown import Markdown, escape
from knowledge.curation.faults import WORDS as FAULTS
from knowledge.curation.faults import english
from knowledge.kept_file import kept

WORDS = Path(__file__).with_name("locales")
TOPICS = FAULTS.with_name("topics.toml")
ENGLISH = "en"


class Phrases:
    """The phrases of one language, and how it counts and lists.

    A phrase that counts has a form for each of CLDR's categories (`more.one`, `more.other`), and one for a
    number by itself where that is said in its own way (`age.8`); the blank `count` chooses.
    """

    def __init__(
        self, words: Mapping[str, str], language: str, most: int | None = None, whole: "Phrases | None" = None
    ) -> None:
        self.language = language
        self._words = words
        self._most = most
        self.whole = whole or self
        """The same phrases, filled with texts of any length."""
        self.within = cache(self._within)
        """The same phrases, filled with at most so many characters of a text."""

    def __call__(self, key: str, **values: object) -> Markdown:
        """The phrase with its blanks filled; a text that is no Markdown of ours is escaped.

        Raises KeyError for a key or blank that does not exist.
        """
        filled = {name: self._harmless(value) for name, value in values.items()}
        return Markdown(self._text(key, values).format_map(filled))

    def label(self, key: str, **values: object) -> str:
        """The phrase for where Discord shows no mark-up: a button, a menu, a form."""
        return self._text(key, values).format_map(values)

    def _within(self, most: int) -> "Phrases":
        return Phrases(self._words, self.language, most, self.whole)

    def join(self, names: Iterable[str], how: Join = "standard") -> Markdown:
        """a, b and c; with "or" a, b or c."""
        return Markdown(listed([escape(name, self._most) for name in names], self._locale, how))

    def day(self, day: date) -> Markdown:
        """A date, its month as a word."""
        return Markdown(long_date(day, self._locale))

    def country(self, code: str) -> str:
        """A country by its two letters, with its article where the language's phrases give one."""
        return self._words.get(f"country.{code}") or country_name(code, self._locale)

    @property
    def _locale(self) -> str:
        return self._words["language.cldr"]

    def _text(self, key: str, values: Mapping[str, Any]) -> str:
        if key in self._words:
            return self._words[key]
        count = values["count"]
        by_itself, other = self._words.get(f"{key}.{count}"), self._words[f"{key}.other"]
        if by_itself or f"{key}.one" not in self._words:
            return by_itself or other
        return self._words.get(f"{key}.{plural_form(count, self._locale)}", other)

    def _harmless(self, value: object) -> object:
        return escape(value, self._most) if isinstance(value, str) else value

    def name(self, key: str, plain: str) -> str:
        """The phrase, or this plain word where there is none."""
        return self._words.get(key, plain)

    def topic(self, topic_id: str, english: str) -> str:
        """A topic's name."""
        return self._words.get(f"topics.{topic_id}", english)


class Languages:
    """Every language there is a file for; its words are read when first somebody speaks it.

    In the folder `beside`, if one is given, they are kept as they were read.
    """

    def __init__(self, folder: Path = WORDS, beside: Path | None = None) -> None:
        self._files = _files(folder)
        self._beside = beside
        self._phrases: dict[str, Phrases] = {}

    def __getitem__(self, locale: str) -> Phrases:
        """The phrases for a locale such as `en-US`."""
        language = locale.split("-")[0]
        language = language if language in self._files else ENGLISH
        known = self._phrases.get(language)
        return known or self._phrases.setdefault(language, Phrases(self._words(language), language))

    def _words(self, language: str) -> Mapping[str, str]:
        file, english = self._files[language], language == ENGLISH
        if self._beside is None:
            return _whole(file, english=english)

        def read() -> bytes:
            return json.dumps(_whole(file, english=english)).encode()

        sources = (file, *((FAULTS, TOPICS) if english else ()))
        return json.loads(kept(self._beside, f"phrases-{language}", sources, read))

    def __iter__(self) -> Iterator[Phrases]:
        return map(self.__getitem__, self._files)

    def read_ahead(self) -> None:
        """Has each language count and list once, so that no answer waits for what is read for it."""
        for say in map(self.__getitem__, self._files):
            say.join(("1", "2", "3"))
            say.country("US")


@cache
def _whole(file: Path, *, english: bool) -> Mapping[str, str]:
    """A language's phrases; what the guide's own files say in English need not be said again among them."""
    own = {**_faults(), **_topics()} if english else {}
    return {**own, **_flat(file)}


def _faults() -> dict[str, str]:
    return {f"fault.{key}": words for key, words in english().items()}


def _topics() -> dict[str, str]:
    """What each topic is called in English, as the guide has it."""
    topics = tomllib.loads(TOPICS.read_text(encoding="utf-8"))
    return {f"topics.{name}": topic["name"] for name, topic in topics.items()}


def read_words(folder: Path = WORDS) -> dict[str, Mapping[str, str]]:
    """Each language's phrases by dotted key, such as `verdict.fits`."""
    return {language: _flat(file) for language, file in _files(folder).items()}


def _files(folder: Path) -> dict[str, Path]:
    return {file.name.removesuffix(".toml"): file for file in folder.iterdir() if file.name.endswith(".toml")}


def phrase_of(key: str) -> str:
    """The key by which a phrase is asked for, without the form for a number."""
    return ".".join(key.split(".")[:2])


@cache
def _flat(file: Path) -> Mapping[str, str]:
    """Read once a process: a bot, its commands' words and each way to ask look at the same files."""
    return dict(_rows(tomllib.loads(file.read_text(encoding="utf-8"))))


def _rows(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, inner in table.items():
        if isinstance(inner, str):
            yield f"{above}{key}", inner
        else:
            yield from _rows(inner, f"{above}{key}.")
