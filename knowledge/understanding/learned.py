"""All that is learned and all words of the languages, read once a process."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.kept_file import kept
from knowledge.phrases import PHRASES, AgeWords, Table, VersionWords, age_words, read_phrases, version_words
from knowledge.topic_phrases import TopicPhrases, spelled_out
from knowledge.understanding.word_kinds import WordKinds
from knowledge.vocabulary import Vocabulary
from knowledge.weights import ReaderWeights, read_weights


@dataclass(frozen=True, slots=True)
class Learned:
    """What understanding needs beside the films."""

    weights: ReaderWeights
    ages: AgeWords
    versions: VersionWords
    topics: TopicPhrases
    word_kinds: WordKinds


def read_learned(vocabulary: Vocabulary) -> Learned:
    """What comes with the project. OSError where the weights are missing."""
    return learned_from(read_weights(), vocabulary)


def learned_from(weights: ReaderWeights, vocabulary: Vocabulary, folder: Path | None = None) -> Learned:
    """The same with these weights. The shipped vocabulary's words are kept in the folder, if one is given."""
    words = json.loads(kept(folder, "words", _sources(), lambda: json.dumps(_words(vocabulary)).encode()))
    said = ((tuple(phrase), topic) for phrase, topic in words["topics"])
    topics = TopicPhrases.over(vocabulary.topics, said)
    ages, versions = age_words(words["ages"]), version_words(words["versions"])
    word_kinds = WordKinds(weights.common, ages, topics, versions)
    return Learned(weights, ages, versions, topics, word_kinds)


def _words(vocabulary: Vocabulary) -> Table:
    """What all languages say, and each phrase that says a topic."""
    phrases = read_phrases()
    asks = ((name, topic.asks) for name, topic in vocabulary.topics.items())
    return {**phrases, "topics": spelled_out((*asks, *phrases["topics"].items()))}


def _sources() -> Iterator[Path]:
    knowledge = Path(__file__).parents[1]
    yield from (knowledge / "data" / "topics.toml", *sorted(PHRASES.glob("*.toml")))
    yield from (Path(__file__), knowledge / "phrases.py", knowledge / "topic_phrases.py")
    yield knowledge / "titles" / "folding.py"
