"""What a text says of which film of a name is meant: years, decades, old or new, the number of a part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.phrases import AgeWords, VersionWords
from knowledge.tokens import Token

_YEAR = re.compile(r"(?<!\d)((?:19[1-9]|20[0-3])\d)(?!\d|s|'s|’s)")
_DECADE = re.compile(r"(?<!\d)(?:(19)?([2-9])0|20([012])0)['’]?s\b")
LONGEST = 3
MOST_PARTS = 13
TELLING = frozenset({"newest", "oldest", "sequel", "first"})
FAR = 4
"""Tokens between a number and the word for `old` that belongs to it."""


@dataclass(frozen=True)
class Hints:
    """What the tokens of a text say of versions; without slots, since it is read from them when wanted."""

    text: str
    tokens: Sequence[Token]
    words: VersionWords
    ages: AgeWords

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that are named."""
        return frozenset(int(found.group(1)) for found in _YEAR.finditer(self.text))

    def years_at(self, places: Sequence[int]) -> frozenset[int]:
        """Those of them that are named at some tokens; all, where none is."""
        here = {self.tokens[at].word for at in places}
        return frozenset(year for year in self.years if str(year) in here) or self.years

    @cached_property
    def decade(self) -> int | None:
        """The first year of the decade that is named."""
        if found := _DECADE.search(self.text):
            return 2000 + 10 * int(found.group(3)) if found.group(3) else 1900 + 10 * int(found.group(2))
        return next(
            (self.words.decades[each.word] for each in self.tokens if each.word in self.words.decades), None
        )

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Of newest, oldest, sequel, first, part, cut and series those that are said."""
        return self.kinds_of(range(len(self.tokens)))

    def kinds_of(self, places: Sequence[int]) -> frozenset[str]:
        """The same of some tokens."""
        said = [self.tokens[at].word for at in places if at >= 0 and not self._is_of_an_age(at)]
        begun = [at for at, word in enumerate(said) if word in self.words.begins]
        phrases = (tuple(said[at : at + size]) for at in begun for size in range(1, LONGEST + 1))
        return frozenset(kind for phrase in phrases for kind in self.words.phrases.get(phrase, ()))

    def versions_in(self, places: Sequence[int]) -> frozenset[str]:
        """Those of them that tell one film of a name or series from another."""
        return self.kinds_of(places) & TELLING

    def _is_of_an_age(self, at: int) -> bool:
        """Whether a word tells how old a child is, and not which film is the old one."""
        before = self.tokens[max(at - FAR, 0) : at]
        return self.tokens[at].word in self.ages.old and any(self.ages.number(each.word) for each in before)

    def numbers(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The numbers of parts among some tokens, ordinals too: start, end and value."""
        for at in range(start, end):
            ordinal = self.ages.ordinal(self.tokens, at)
            value, taken = ordinal or (self.ages.number(self.tokens[at].word) or 0, 1)
            if 1 <= value <= MOST_PARTS and (ordinal or not self._is_pronoun(at, value)):
                yield at, at + taken, value

    def _is_pronoun(self, at: int, value: int) -> bool:
        """Whether it is the `one` of `the new one`, and not of `part one`."""
        worded = value == 1 and self.tokens[at].word.isalpha()
        return worded and "part" not in self.kinds_of(range(at - 1, at))

    def sequels(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The same of words for the second part among some tokens: `the Shrek sequel`."""
        for at in range(start, end):
            if "sequel" in self.kinds_of(range(at, at + 1)):
                yield at, at + 1, 2
