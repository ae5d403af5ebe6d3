"""A board's reason, read: which topics it names, how much of each, in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.entry import Level
from knowledge.official.board_words import Base, BoardWords, read_base, read_board
from knowledge.official.lexicon import Lexicon, lexicon_of
from knowledge.official.named_topics import NamedTopics, Said
from knowledge.official.reason_phrases import Phrase, phrases_of

TOPS = {Level.MILD: 14, Level.MODERATE: 24, Level.SEVERE: 30}
"""By level: the most tenths that are still this level."""
UNKNOWN_STAGE = 2
"""A code that nobody placed is taken as one for teenagers."""


def read_reason(board: str, code: str, reason: str) -> NamedTopics:
    """What a board named, in any text; a board or code that is not known is read by the words of all."""
    return reader_of(board).read(code, reason)


@dataclass(frozen=True)
class BoardReader:
    """Reads the reasons of one board."""

    lexicon: Lexicon
    base: Base
    stages: Mapping[str, int]
    tops: Mapping[str, Mapping[str, int]]
    """By code and topic: the most tenths of a level that the board's definitions allow."""

    def read(self, code: str, reason: str) -> NamedTopics:
        """What the reason names; of several phrases on a topic, the one that names most of it."""
        found: dict[str, tuple[int, str]] = {}
        phrases = phrases_of(reason, self.lexicon)
        for phrase in phrases:
            for topic in phrase.topics:
                tenths = self._tenths(topic, code, phrase)
                if topic not in found or tenths > found[topic][0]:
                    found[topic] = tenths, phrase.of(reason)
        return NamedTopics(
            {topic: Said(self._level(topic, tenths), words) for topic, (tenths, words) in found.items()},
            themes=tuple(one.of(reason) for one in phrases if one.is_theme and not one.topics),
            unread=tuple(one.of(reason) for one in phrases if one.is_unread),
        )

    def _tenths(self, topic: str, code: str, phrase: Phrase) -> int:
        """How much of a topic a phrase names, in tenths of a level."""
        known = phrase.known
        grade = max((word.grade for word in known), default=0)
        most = self.tops.get(code, {}).get(topic, TOPS[Level.SEVERE])
        return min(most, (grade or self._start(topic, code)) + sum(word.adds for word in known))

    def _start(self, topic: str, code: str) -> int:
        row = self.base.base.get(topic)
        return row[self.stages.get(code, UNKNOWN_STAGE)] if row else 0

    def _level(self, topic: str, tenths: int) -> Level:
        if topic not in self.base.base:
            return Level.PRESENT
        return next(level for level, top in TOPS.items() if tenths <= top)


@lru_cache(32)
def reader_of(board: str) -> BoardReader:
    """The reader of a board; the files of words are read when it is first asked for."""
    files = read_board(board)
    return BoardReader(lexicon_of(files), read_base(), files[-1].stages, _tops(files[-1]))


def _tops(own: BoardWords) -> dict[str, dict[str, int]]:
    return {
        code: {topic: TOPS[level] for level, topics in most.items() for topic in topics}
        for code, most in own.most.items()
    }
