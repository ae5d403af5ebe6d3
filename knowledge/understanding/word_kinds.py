"""What is known of a word by itself: how common it is, and whether it counts, names a topic or a version."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.phrases import AgeWords, VersionWords
from knowledge.titles.folding import fold
from knowledge.topic_phrases import TopicPhrases

COUNTS, TOPIC, VERSION, OTHER = "n", "t", "v", "o"


@dataclass(frozen=True, slots=True)
class WordKinds:
    """Looks words up, as they are in a token."""

    commonness: Mapping[str, int]
    """From 1 to 5."""
    ages: AgeWords
    topics: TopicPhrases
    versions: VersionWords
    _kept: dict[str, str] = field(default_factory=dict[str, str])

    def common(self, word: str) -> int:
        """How common a word is, 0 for one that people hardly say."""
        return self.commonness.get(word, 0)

    def kind(self, word: str) -> str:
        """What a word is for, whatever stands around it. Kept of words that many say, never of a name."""
        kind = self._kept.get(word)
        if kind is None:
            kind = self._kind(word)
            if word in self.commonness:
                self._kept[word] = kind
        return kind

    def _kind(self, word: str) -> str:
        if word.isdecimal() or self.ages.number(word) is not None or word in self.ages.ordinals:
            return COUNTS
        if word in self.versions.words:
            return VERSION
        return TOPIC if self.topics.is_word_of_one(fold(word)) else OTHER
