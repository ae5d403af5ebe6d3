"""What is asked: the phrases of each sentence, the longest first, weighed into at most three questions."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.questions import Intent
from knowledge.understanding.patterns import Hit, find_all
from knowledge.understanding.phrases import Tongue
from knowledge.understanding.spans import sentences
from knowledge.understanding.tokens import BOUND, STOP, Token, Tokens

MOST_QUESTIONS = 3
SHORT = 2
"""Words before `right` or `huh` that are no statement to agree with."""
FACTS = "facts:"
TOPIC = "topic:"
STATED = "stated"
"""Told and not asked: it only hides what it holds."""
CODED = "coded"
"""A rating by itself."""
HIDES: dict[Intent, frozenset[Intent]] = {
    Intent.COMPARE: frozenset(Intent) - {Intent.COMPARE},
    Intent.ALTERNATIVES: frozenset(Intent) - {Intent.ALTERNATIVES, Intent.COMPARE},
    Intent.TALK_ABOUT: frozenset(Intent) - {Intent.TALK_ABOUT, Intent.COMPARE, Intent.ALTERNATIVES},
    Intent.WARNINGS_OVERVIEW: frozenset({Intent.STORY}),
}
"""What an intent leaves no room for in the same sentence."""
KEPT = frozenset({Intent.COMPARE, Intent.TALK_ABOUT})
"""Not hidden by what they are about, even where that is said in more words."""
ROOM_FOR_TOPICS = (Intent.SUITABILITY, Intent.COMPARE, Intent.ALTERNATIVES)
"""May hold a topic in the same words; an overview holds those of several words."""
OF_THIS = (Intent.CONTENT_TOPIC, Intent.REVIEW_SUMMARY, Intent.STORY, Intent.FACTS)
"""Of this film though it says `like that`, `recommend` or `what else`."""
FIRST = (Intent.SUITABILITY, Intent.CONTENT_TOPIC)
"""Answered before the others."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The intents in the order of their answers, the topics, and which facts."""

    intents: tuple[Intent, ...] = ()
    topics: frozenset[str] = frozenset()
    facts: tuple[str, ...] = ()
    guess: Intent | None = None
    """Where no phrase says what is asked: what a question of such a shape mostly asks."""


def read_intents(tokens: Tokens, tongue: Tongue, comparable: bool) -> Asked:
    """What is asked in the questions of a text, or in all of it where it holds no question."""
    every = sentences(tokens, STOP)
    aged = any(token.has("<age>") for token in tokens)
    questions = [each for each in every if _is_question(each)]
    asked = _all_of(questions or every, tongue, comparable, aged)
    if not asked.intents:
        asked = _all_of(every, tongue, comparable, aged)
        return asked if asked.intents else replace(asked, guess=_guessed(every, tongue))
    points_back = Intent.CONTENT_TOPIC in asked.intents and not asked.topics
    return replace(asked, topics=_all_of(every, tongue, comparable, aged).topics) if points_back else asked


def _guessed(parts: Sequence[Sequence[Token]], tongue: Tongue) -> Intent | None:
    """What the last question of a known shape asks, by the longest of its shapes."""
    for question in reversed(parts):
        hits = find_all(tongue.guesses, question) if _is_question(question) or _asks_late(question) else ()
        if hits:
            return Intent(max(hits, key=lambda hit: (hit.length, hit.label)).label)
    return None


def _is_question(sentence: Sequence[Token]) -> bool:
    words = [
        token
        for token in sentence
        if token.word[:1].isalnum() and not token.has("<hello>") and not token.has("<and>")
    ]
    asks = bool(words) and (words[0].has("<ask>") or (len(words) > SHORT and words[-1].has("<tag>")))
    return sentence[-1].word == "?" or asks


def _asks_late(sentence: Sequence[Token]) -> bool:
    """Whether a question begins behind a film or a comma: `in Jaws, who is the man`."""
    return any(
        token.has("<ask>") and (before.has(BOUND) or before.has("<film>"))
        for before, token in pairwise(sentence)
    )


def _all_of(parts: Iterable[Sequence[Token]], tongue: Tongue, comparable: bool, aged: bool) -> Asked:
    intents: list[Intent] = []
    topics: set[str] = set()
    facts: list[str] = []
    apart: set[Intent] = set()
    for part in parts:
        usable = [hit for hit in find_all(tongue.intents, part) if comparable or hit.label != Intent.COMPARE]
        longest = _longest([*_topics(part, tongue), *usable], not _speaks_of_one(part))
        hits = _told_apart(longest, aged)
        topics |= {hit.label.removeprefix(TOPIC) for hit in hits if hit.label.startswith(TOPIC)}
        facts += [hit.label.removeprefix(FACTS) for hit in hits if hit.label.startswith(FACTS)]
        found = _of_sentence(hits, part)
        intents += found
        apart |= _apart(found, part)
    return Asked(_ordered(intents, apart), frozenset(topics), tuple(dict.fromkeys(facts)))


def _speaks_of_one(part: Sequence[Token]) -> bool:
    """Whether a film is named, or pointed at: `it`, `is that`."""
    named = any(token.has("<film>") or token.has("<this>") for token in part)
    return named or any(token.has("<be>") and after.has("<it>") for token, after in pairwise(part))


def _told_apart(hits: Sequence[Hit], aged: bool) -> list[Hit]:
    """Hits without what is only stated; a rating by itself is asked for where nothing else and no age is."""
    asked = [hit for hit in hits if hit.label not in (STATED, CODED)]
    if asked or aged:
        return asked
    return [replace(hit, label=Intent.AGE_RATING) for hit in hits if hit.label == CODED]


def _topics(part: Sequence[Token], tongue: Tongue) -> list[Hit]:
    return [Hit(f"{TOPIC}{hit.label}", hit.start, hit.end) for hit in find_all(tongue.topics, part)]


def _longest(hits: Iterable[Hit], unnamed: bool) -> list[Hit]:
    """Hits without those that meet a longer one of another label; of equal length all stay."""
    chosen: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: -hit.length):
        kept = _is_kept(hit, chosen) or (unnamed and _asks_for_others(hit, chosen))
        if kept or not any(hit.meets(other.start, other.end) and _beats(other, hit) for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _is_kept(hit: Hit, longer: Iterable[Hit]) -> bool:
    """Whether it stays beside longer hits: a fact of one film with two answers is no comparison."""
    facts = (other for other in longer if other.label.startswith(FACTS.rstrip(":")))
    return hit.label in KEPT and not any(other.meets(hit.start, hit.end) for other in facts)


def _asks_for_others(hit: Hit, longer: Iterable[Hit]) -> bool:
    """Whether it asks for other films, and not for more of this in the film: `anything like that in it`."""
    inside = (other.label in OF_THIS and other.meets(hit.start, hit.end) for other in longer)
    return hit.label == Intent.ALTERNATIVES and not any(inside)


def _beats(longer: Hit, hit: Hit) -> bool:
    """A topic is not hidden by the question around it, unless that names it as something else."""
    suits = longer.label in ROOM_FOR_TOPICS
    suits = suits or (longer.label == Intent.WARNINGS_OVERVIEW and hit.length > 1)
    return longer.length > hit.length and not (suits and hit.label.startswith(TOPIC))


def _of_sentence(hits: Sequence[Hit], part: Sequence[Token]) -> list[Intent]:
    found = list(dict.fromkeys(_intent(hit) for hit in hits))
    child = any(map(_is_asked_for, part, part[1:]))
    if found == [Intent.CONTENT_TOPIC] and child:
        found = [Intent.SUITABILITY]
    hidden: set[Intent] = set()
    for intent in found:
        hidden |= HIDES.get(intent, frozenset())
    return [intent for intent in found if intent not in hidden]


def _is_asked_for(before: Token, token: Token) -> bool:
    """Whether it is the child that the question is asked for, not one in the film."""
    return token.has("<age>") or (token.has("<kid>") and any(before.has(it) for it in ("<my>", "<for>")))


def _intent(hit: Hit) -> Intent:
    if hit.label.startswith(FACTS):
        return Intent.FACTS
    return Intent.CONTENT_TOPIC if hit.label.startswith(TOPIC) else Intent(hit.label)


def _apart(found: Iterable[Intent], part: Sequence[Token]) -> set[Intent]:
    """What a question of its own asks of one film: answered beside other films that are asked for."""
    if not _is_question(part) or not _speaks_of_one(part):
        return set()
    return {intent for intent in found if intent is not Intent.CONTENT_TOPIC}


def _ordered(intents: Iterable[Intent], apart: Collection[Intent]) -> tuple[Intent, ...]:
    """Each once, the verdict first; topics are part of a verdict."""
    found = list(dict.fromkeys(intents))
    for other, beside in ((Intent.COMPARE, ()), (Intent.ALTERNATIVES, apart)):
        if other in found:
            found = [intent for intent in found if intent in (other, Intent.FACTS, *beside)]
    if Intent.SUITABILITY in found and Intent.CONTENT_TOPIC in found:
        found.remove(Intent.CONTENT_TOPIC)
    found.sort(key=lambda intent: FIRST.index(intent) if intent in FIRST else len(FIRST))
    return tuple(found[:MOST_QUESTIONS])
