"""What people say, language by language, read from the data files. What is done with it lives beside this."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from knowledge.understanding.learned import Learned, read_learned
from knowledge.understanding.patterns import Node, find_all, tree, words_in
from knowledge.understanding.slips import meant_word, slips_of
from knowledge.understanding.speech import Spoken, read_spoken
from knowledge.understanding.stems import stem
from knowledge.understanding.tokens import BOUND, Token, Tokens, fold_word, with_symbols
from knowledge.vocabulary import Vocabulary

SOON = ("almost", "turning", "turned")
BEFORE = ("aged", "under", "over", *SOON, "for", "is", "beside", "my", "rating", "own", "self")
AGES = ("old", "years", "months", "and_under", "and_over", "group", "half", "fit")
AFTER = (*AGES, "measure", "bare", "own_after")
PHRASES = Path(str(files("knowledge"))) / "data" / "phrases"
LEARNED = "learned.tsv"
SPOKEN = "spoken.tsv"
Table = Mapping[str, Any]
_ASKED = re.compile(r"(?<![<\w])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w>])")
_WORD = re.compile(r"(?<![<\w*])[^\W\d_]+(?![>\w*])")


@dataclass(frozen=True, slots=True)
class AgePhrases:
    """How ages are said: a tree of what may stand before a number, one of what may follow, and stages."""

    before: Node
    after: Node
    joins: Node
    stages: Node
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: classes of words, and a tree of patterns for each thing that is looked for."""

    language: str
    capitals: bool
    """Whether a capital letter tells a title from other words."""
    classes: Mapping[str, frozenset[str]]
    """The classes of a folded word."""
    shorthand: Mapping[str, str]
    """What a word stands for that people in a hurry type."""
    spellings: Mapping[str, str]
    """Short words that are often typed otherwise, such as `wat`, with the word."""
    slips: Mapping[str, str]
    """What is left of words that are typed wrongly, with the word."""
    tells: frozenset[str]
    ages: AgePhrases
    frames: Node
    intents: Node
    guesses: Node
    """What a question asks for that no phrase of the intents fits."""
    topics: Node
    topic_words: tuple[frozenset[str], tuple[str, ...]]
    """What topics are said with: words, and starts of words."""
    asides: Node
    versions: Node
    codes: Node
    whys: Node

    def named(self, tokens: Tokens) -> list[Token]:
        """The tokens with the names of their classes; words of a topic are everyday words."""
        found = [with_symbols(token, *self._names(token.word)) for token in tokens]
        hits = find_all(self.topics, found)
        told = {place for hit in hits for place in range(hit.start, hit.end)}
        return [
            _of_topic(token) if place in told and self._says_a_topic(token) else token
            for place, token in enumerate(found)
        ]

    def _says_a_topic(self, token: Token) -> bool:
        """Whether it is a word of the topic, and not one between them: `does zootopia teach kids`."""
        symbols, starts = self.topic_words
        return not token.symbols.isdisjoint(symbols) or token.word.startswith(starts)

    def _names(self, word: str) -> Iterator[str]:
        if known := self.spellings.get(word):
            yield from (known, f"={stem(known)}", *self.classes.get(known, ()))
        elif word not in self.classes and word[:1].isalpha():
            yield from self._strange(word)
        yield from self.classes.get(word, ())
        yield f"={stem(word)}"
        if "<polite>" in self.classes.get(word, ()):
            yield BOUND

    def _strange(self, word: str) -> Iterator[str]:
        """A strange word may be part of a title, and may be a known word with a slip in it as well."""
        yield "<strange>"
        if known := meant_word(word, self.slips):
            yield from ("<slip>", known, f"={stem(known)}")
            yield from self.classes[known] - {"<everyday>"}


def _of_topic(token: Token) -> Token:
    if token.has("<slip>"):
        return with_symbols(token, "<topic>")
    symbols = (token.symbols - {"<strange>"}) | {"<everyday>", "<topic>"}
    return Token(token.start, token.end, token.word, symbols)


@dataclass(frozen=True, slots=True)
class Phrases:
    """All languages; the first is the one that is taken where nothing tells."""

    tongues: tuple[Tongue, ...]
    learned: Learned
    """What is asked in words that no phrase knows."""
    spoken: Spoken
    """How people speak when they ask, and what titles are made of."""

    def tongue_of(self, tokens: Tokens) -> Tongue:
        """The language whose words are most of the text's; words that tell it apart count more."""
        words = self._telling(tokens)
        return max(self.tongues, key=lambda tongue: _spoken(tongue, words))

    def language_of(self, tokens: Tokens) -> str | None:
        """The language of the text; None where its words are as much of another, or of none."""
        words = self._telling(tokens)
        first, second = sorted(self.tongues, key=lambda tongue: -_spoken(tongue, words))[:2]
        return first.language if _spoken(first, words) > _spoken(second, words) else None

    def _telling(self, tokens: Tokens) -> list[str]:
        beside = zip(tokens, tokens[1:], tokens[2:], strict=False)
        words = [token.word for before, token, after in beside if not _abbreviates(before, token, after)]
        return words[any(map(self._joins_on, words[:1])) :]

    def _joins_on(self, word: str) -> bool:
        """Whether it is an "and", which at the start of a text may as well be a name: `et`."""
        return any("<and>" in tongue.classes.get(word, ()) for tongue in self.tongues)


def _abbreviates(before: Token, token: Token, after: Token) -> bool:
    """Whether it is a letter with a full stop or a stroke, or touches a digit: they tell no language."""
    if before.end == token.start and (before.has("<n>") or before.word == "/"):
        return True
    return token.end == after.start and (after.has("<n>") or (len(token.word) == 1 and after.word in "./"))


def _spoken(tongue: Tongue, words: Iterable[str]) -> int:
    return sum(2 * (word in tongue.tells) + (word in tongue.classes) for word in words)


def read_phrases(vocabulary: Vocabulary, directory: Path = PHRASES) -> Phrases:
    """All languages of a directory, English first. Raises ValueError for a pattern that cannot be read."""
    paths = sorted(directory.glob("*.toml"), key=lambda path: (path.stem != "en", path.stem))
    asks = [(topic.id, ask) for topic in vocabulary.topics.values() for ask in topic.asks]
    tongues = (_tongue(tomllib.loads(path.read_text(encoding="utf-8")), asks) for path in paths)
    return Phrases(tuple(tongues), read_learned(directory / LEARNED), read_spoken(directory / SPOKEN))


def _tongue(table: Table, asks: list[tuple[str, str]]) -> Tongue:
    own = list(_labelled(table.get("topics", {})))
    stemmed = [(topic, _stemmed(ask)) for topic, ask in asks]
    intents = [*_labelled(table["intents"]), *_labelled(table["facts"], "facts:")]
    classes = _classes(table, own or asks)
    topics = tree(own or stemmed)
    return Tongue(
        table["language"],
        table.get("capitals", True),
        classes,
        cast("Mapping[str, str]", table.get("shorthand", {})),
        cast("Mapping[str, str]", table.get("spellings", {})),
        slips_of(classes),
        frozenset(map(fold_word, table["tells"].split())) if "tells" in table else frozenset(),
        _ages(table["ages"]),
        tree(_labelled(table["frames"])),
        tree(intents),
        tree(_labelled(table.get("guesses", {}))),
        topics,
        words_in(topics),
        tree(_labelled(table["asides"])),
        tree(_labelled(table["versions"])),
        tree(("code", pattern) for pattern in table["codes"]),
        tree(_only(table, ("why",))),
    )


def _ages(table: Table) -> AgePhrases:
    stages = [*_labelled(table["stages"]), *_labelled(table["grades"], "+")]
    return AgePhrases(
        tree(_only(table, BEFORE)),
        tree(_only(table, AFTER)),
        tree(_only(table, ("and", "to"))),
        tree(stages),
        _values(table["numbers"]),
        _values(table["ordinals"]),
    )


def _values(table: Mapping[str, int]) -> dict[str, int]:
    return {fold_word(word): value for word, value in table.items()}


def _only(table: Table, labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((label, pattern) for label in labels for pattern in table.get(label, ()))


def _labelled(table: Table, prefix: str = "") -> Iterator[tuple[str, str]]:
    return ((f"{prefix}{label}", pattern) for label, patterns in table.items() for pattern in patterns)


def _classes(table: Table, topics: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The classes of each word; whatever is a word of any class is an everyday word."""
    found: dict[str, set[str]] = {}
    for name, words in cast("Mapping[str, str]", table["words"]).items():
        for word in words.split():
            found.setdefault(fold_word(word), {"<everyday>"}).add(f"<{name}>")
    for word in _said(table, topics):
        found.setdefault(word, set()).add("<everyday>")
    return {word: frozenset(names) for word, names in found.items()}


def _said(table: Table, topics: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The words of questions, which are therefore no strange words."""
    tables = [_labelled(_lists(table.get(name, {}))) for name in ("intents", "facts", "ages")]
    for _, pattern in (*topics, *(row for rows in tables for row in rows)):
        yield from map(fold_word, _WORD.findall(pattern))


def _lists(table: Table) -> Table:
    return {label: value for label, value in table.items() if isinstance(value, list)}


def _stemmed(ask: str) -> str:
    """A plain English phrase as a pattern that any form of its words meets, with or without hyphens."""
    return _ASKED.sub(_stemmed_word, ask.replace("-", " [-] "))


def _stemmed_word(found: re.Match[str]) -> str:
    return f"={stem(fold_word(found.group()))}"
