"""All that is learned and all words of the languages, read once a process."""

from dataclasses import dataclass

from knowledge.understanding.ages import AgeWords, age_words
from knowledge.understanding.phrases import read_phrases
from knowledge.understanding.topics import TopicPhrases
from knowledge.understanding.version_hints import VersionWords, version_words
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


def learned_from(weights: ReaderWeights, vocabulary: Vocabulary) -> Learned:
    """The same with these weights."""
    phrases = read_phrases()
    asks = {name: topic.asks for name, topic in vocabulary.topics.items()}
    topics = TopicPhrases.of(asks, phrases["topics"])
    ages, versions = age_words(phrases["ages"]), version_words(phrases["versions"])
    word_kinds = WordKinds(weights.common, ages, topics, versions)
    return Learned(weights, ages, versions, topics, word_kinds)
