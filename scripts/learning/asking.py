"""What the logits learn from: the masked words of rows, with what is asked and in which language."""

from collections.abc import Callable, Collection, Iterator, Sequence

from knowledge.titles.spans import SpanIndex
from knowledge.titles.titles import Titles
from knowledge.topic_phrases import TopicPhrases
from knowledge.understanding.learned import Learned
from knowledge.understanding.masked_words import asked_features, told
from knowledge.understanding.token_text import TokenText
from knowledge.weights import Logit, hashed
from scripts.learning.fitting import fit_logit
from scripts.learning.lessons import masked, message_of
from scripts.learning.rows import LANGUAGES, Row

INTENTS = (
    "suitability",
    "age_rating",
    "content_topic",
    "warnings_overview",
    "review_summary",
    "story",
    "facts",
    "talk_about",
    "alternatives",
    "compare",
    "unknown",
)
OFTEN = {"in_the_specification": 2, "beside_a_question": 3, "in_a_word_or_two": 3}
"""How often rows are learned from that hold what must not be lost."""
RARER = 5
_BESIDE = {"why": "suitability", "corrects": "suitability"}
"""What asks the last question again: its reasons, or of the film that was meant."""
Example = tuple[Sequence[str], Sequence[str]]


def fit_logits(rows: Sequence[Row], words: Learned, only: Collection[str] = ()) -> dict[str, Logit]:
    """The logits by name; of these names only, if any are given. No film needs to be known for them."""
    none = SpanIndex(Titles.of(()))
    often = [row for row in rows for _ in range(OFTEN.get(row.group, 1))]
    seen = [(message, row) for row in often if (message := message_of(row, none, words.word_kinds)).tokens]
    said = [(masked(message, row, words.ages), row) for message, row in seen]
    asked = [(asked_features(one, spoken_of=row.spoken_of), row) for one, row in said]
    ways: dict[str, Callable[[], Logit]] = {
        "intents": lambda: fit_logit(_intents(asked), INTENTS),
        "asides": lambda: fit_logit(_asides(asked), _labels(_asides(asked))),
        "facts": lambda: fit_logit(_facts(asked), _labels(_facts(asked))),
        "languages": lambda: fit_logit(_languages(asked), LANGUAGES),
        "topics": lambda: _topics(said, words.topics),
        "nothing": lambda: fit_logit(_nothing(seen), ("asked", "nothing")),
    }
    return {name: way() for name, way in ways.items() if not only or name in only}


def right_share(intents: Logit, rows: Sequence[Row], words: Learned) -> float:
    """The part of the rows of which the likeliest intent is asked."""
    none, right = SpanIndex(Titles.of(())), 0
    for row in rows:
        said = masked(message_of(row, none, words.word_kinds), row, words.ages)
        odds = intents.odds(hashed(asked_features(said, spoken_of=row.spoken_of)))
        right += max(odds, key=odds.__getitem__) in row.intents
    return right / len(rows)


def _languages(asked: Sequence[tuple[list[str], Row]]) -> Iterator[Example]:
    """Rows that are not English count more often, of which there are fewer."""
    return ((one, [row.language] * (1 if row.language == "en" else RARER)) for one, row in asked)


def _intents(asked: Sequence[tuple[list[str], Row]]) -> Iterator[Example]:
    for one, row in asked:
        intents = [_BESIDE.get(intent, intent) for intent in row.intents]
        yield one, intents


def _asides(asked: Sequence[tuple[list[str], Row]]) -> Iterator[Example]:
    """What a text is beside a question: `none` where it asks one. Nobody marked what others' chatter is."""
    for one, row in asked:
        kinds = [*_details(row, "unknown"), *(each for each in row.asked if each in _BESIDE)]
        if kinds or row.topics is None or row.asked != ("unknown",):
            yield one, kinds or ["none"]


def _facts(asked: Sequence[tuple[list[str], Row]]) -> Iterator[Example]:
    for one, row in asked:
        if "facts" in row.intents:
            yield one, _details(row, "facts") or ["all"]


def _details(row: Row, of: str) -> list[str]:
    """The `cast` of `facts:cast`."""
    parts = (each.partition(":") for each in row.asked)
    return [detail for kind, _, detail in parts if kind == of and detail]


def _labels(examples: Iterator[Example]) -> list[str]:
    return sorted({label for _, labels in examples for label in labels})


def _topics(said: Sequence[tuple[list[str], Row]], phrases: TopicPhrases) -> Logit:
    examples: list[Example] = []
    for words, row in said:
        if row.topics is not None and row.asked != ("unknown",):
            seen = [
                *asked_features(words, spoken_of=row.spoken_of),
                *phrases.features(words, phrases.said(words)),
            ]
            examples.append((seen, row.topics or ("none",)))
    return fit_logit(examples, [*phrases.topics, "none"])


def _nothing(seen: Sequence[tuple[TokenText, Row]]) -> Iterator[Example]:
    """Whether a text asks a film guide anything, told from its bare words."""
    for message, row in seen:
        bare = asked_features(told(message, ()), spoken_of=row.spoken_of)
        yield bare, ["nothing" if "unknown" in row.intents else "asked"]
