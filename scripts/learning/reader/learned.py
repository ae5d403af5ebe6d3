"""All that is learned and all words of the languages, read once a process."""

from dataclasses import dataclass

from knowledge.vocabulary import Vocabulary
from scripts.learning.reader.ages import AgeWords, read_age_words
from scripts.learning.reader.hints import VersionWords, read_version_words
from scripts.learning.reader.topics import TopicPhrases
from scripts.learning.reader.weights import Weights, read_weights


@dataclass(frozen=True, slots=True)
class Learned:
    """What understanding needs beside the films."""

    weights: Weights
    ages: AgeWords
    versions: VersionWords
    topics: TopicPhrases


def read_learned(vocabulary: Vocabulary) -> Learned:
    """What comes with the project. OSError where the weights are missing."""
    topics = TopicPhrases.of({name: topic.asks for name, topic in vocabulary.topics.items()})
    return Learned(read_weights(), read_age_words(), read_version_words(), topics)
