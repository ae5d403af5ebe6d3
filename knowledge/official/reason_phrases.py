"""A reason into its phrases: in each, words for what is named and words for how much."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.official.lexicon import Lexicon, Word

_OPENING = re.compile(r"\W*rated\s+[\w-]+\W*(?:for\b)?", re.IGNORECASE)
"""How the MPA begins; the code is known from elsewhere."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[,;/().:&+!?|–—]|(?<=\s)-|-(?=\s)|\d")
"""A word, a sign that ends a phrase, or a digit, which does too. A hyphen inside a word is as a blank."""
_STOPS = frozenset(".;():!?")
_NOTHING = Word(roles=frozenset({"plain"}))


@dataclass(frozen=True, slots=True)
class Item:
    """A word of the reason, None where nobody knows it, and where it stands."""

    word: Word | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together."""

    items: tuple[Item, ...]

    @property
    def known(self) -> list[Word]:
        """What is known of its words."""
        return [item.word for item in self.items if item.word]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that it names, each once."""
        named = _each_once(topic for word in self.known for topic in word.topics)
        if named or self.is_theme:
            return named
        return _each_once(topic for word in self.known for topic in word.alone)

    @property
    def is_theme(self) -> bool:
        """It names something that is no topic of the guide."""
        return any("themes" in word.roles for word in self.known)

    @property
    def is_unread(self) -> bool:
        """Nobody knows what it names."""
        known = self.known
        return len(known) < len(self.items) and all(word == _NOTHING for word in known)

    def of(self, reason: str) -> str:
        """Its words as they stand in the reason."""
        return reason[self.items[0].start : self.items[-1].end]


def phrases_of(reason: str, lexicon: Lexicon) -> list[Phrase]:
    """The phrases in their order."""
    phrases: list[Phrase] = []
    for piece in reversed(list(_pieces(_items(reason, lexicon)))):
        if phrases and _leans_on(piece, phrases[-1]):
            phrases[-1] = Phrase(piece.items + phrases[-1].items)
        else:
            phrases.append(piece)
    return phrases[::-1]


def _items(reason: str, lexicon: Lexicon) -> Iterator[Item | None]:
    """Each word; None where a phrase ends. What is denied names nothing, up to the end of the sentence."""
    opening = _OPENING.match(reason)
    tokens = list(_TOKEN.finditer(reason, opening.end() if opening else 0))
    texts = [token[0].casefold().replace("’", "'") for token in tokens]
    place, denied = 0, False
    while place < len(tokens):
        start, text = tokens[place].start(), texts[place]
        word, size = lexicon.longest_at(texts, place) if text[0].isalpha() else (None, 1)
        place += size
        denied = text not in _STOPS and (denied or bool(word and "denies" in word.roles))
        if not text[0].isalpha() or (word and "parts" in word.roles):
            yield None
        else:
            yield Item(_NOTHING if denied else word, start, tokens[place - 1].end())


def _pieces(items: Iterable[Item | None]) -> Iterator[Phrase]:
    piece: list[Item] = []
    for item in (*items, None):
        if item:
            piece.append(item)
        elif piece:
            yield Phrase(tuple(piece))
            piece = []


def _leans_on(piece: Phrase, following: Phrase) -> bool:
    """Its noun comes later: *brief* | language, *brutal* | and bloody combat, *drug* | and alcohol use."""
    last = piece.items[-1].word
    if last is None:
        return False
    if last.is_degree:
        return not any(word.topics or "holds" in word.roles for word in piece.known)
    if "before" not in last.roles or "holds" in last.roles:
        return False
    return "noun" not in last.roles or _ends_in_holder(following)


def _ends_in_holder(phrase: Phrase) -> bool:
    """Its noun says nothing alone, so it may belong to what stood before as well."""
    nouns = (word for word in reversed(phrase.known) if "plain" not in word.roles)
    last = next(nouns, None)
    return last is not None and "holds" in last.roles


def _each_once(topics: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topics))
