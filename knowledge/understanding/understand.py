"""A parent's text into what was understood of it. Joins the parts; each part decides for itself."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.questions import Intent, Question
from knowledge.things import Things
from knowledge.titles.films import Film
from knowledge.titles.folding import fold, visible
from knowledge.titles.rivals import worth_offering
from knowledge.titles.titles import Titles
from knowledge.titles.words import bare
from knowledge.understanding.asides import (
    IN_GENERAL,
    NOT_A_FILM,
    POLITE,
    asks_why,
    read_aside,
    without_grave,
)
from knowledge.understanding.intents import Asked, read_intents
from knowledge.understanding.learned import Chances
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.meaning import (
    UNKNOWN,
    by_chance,
    could_be_a_title,
    is_bare,
    likeliest,
    meant,
    things_told,
    words_of,
)
from knowledge.understanding.named import Named, in_order, with_other_side
from knowledge.understanding.other_films import against
from knowledge.understanding.parts import Parts, aside_of, tokens_of
from knowledge.understanding.patterns import Span, find_all
from knowledge.understanding.phrases import Phrases, Tongue
from knowledge.understanding.placing import Placing
from knowledge.understanding.reading import Reading
from knowledge.understanding.scene import Scene
from knowledge.understanding.spans import CODE, FILM, collapsed, with_quotes
from knowledge.understanding.tokens import Tokens, quote, tokenise
from knowledge.understanding.unpointed import at_last
from knowledge.understanding.versions import other_version, sequels, versions, years
from knowledge.vocabulary import Vocabulary

SHORT = 10
"""Tokens of a text that may be small talk though a film is called so."""

UNLIKELY = 0.3
"""How likely at most nothing is asked, or other films are, for a film to be surely named."""
LIKELY = 0.7
"""How likely two films must be compared for another that stands in the text to be the other side."""
ABOUT_TOPICS = (Intent.CONTENT_TOPIC, Intent.SUITABILITY)
EVERYDAY = 1
"""Words of a title that may be said by chance."""


class Understanding:
    """Reads texts against the films that can be named and the phrases of the languages."""

    def __init__(self, titles: Titles, vocabulary: Vocabulary, phrases: Phrases) -> None:
        self._titles = titles
        self._topics = tuple(vocabulary.topics)
        self._things = vocabulary.things
        self._phrases = phrases

    def read(self, text: str, context: Film | None = None, own: Iterable[str] = ()) -> Reading:
        """What was understood; `context` is the film of the conversation, `own` its entry's folded words."""
        titles = LookUps(self._titles)
        parts, scene = self._parts(visible(text), context, titles, frozenset(own))
        return replace(self._reading(parts, scene, titles), text=text)

    def told(self, text: str, context: Film | None = None) -> Tokens:
        """The text as its questions are read: each title, age and certificate is one token."""
        return self._parts(visible(text), context, LookUps(self._titles), frozenset())[0].tokens

    def _parts(
        self, text: str, context: Film | None, titles: LookUps, own: frozenset[str]
    ) -> tuple[Parts, Scene]:
        plain = tokenise(text)
        tongue = self._phrases.tongue_of(plain)
        tokens = tongue.named(plain)
        tokens = collapsed(tokens, _codes(tokens, tongue), CODE)
        ages, scene, named = Placing(titles, text, tongue, context).read(tokens)
        tokens = scene.tokens
        instead = None
        if context is not None and not named.others and not asks_why(tokens, tongue):
            named, instead = against(context, own, named, scene, titles, self._phrases)
        told = collapsed(tokens, [with_quotes(text, tokens, span) for span in named.spans], FILM)
        aside = read_aside(told, tongue)
        asking = without_grave(told, aside)
        if aside is None and named.spans and (named.match != "accept" or len(tokens) <= SHORT):
            aside = read_aside(tokens, tongue, POLITE if named.match == "accept" else None)
        chances = self._phrases.learned.chances(told, spoken_of=context is not None)
        if (again := _looked_again(named, chances, scene, titles)) is not named:
            named = again
            told = collapsed(tokens, [with_quotes(text, tokens, span) for span in named.spans], FILM)
            chances = self._phrases.learned.chances(told, spoken_of=context is not None)
            asking = without_grave(told, aside)
        likely = chances[Intent.COMPARE] >= LIKELY and named.movie is not None
        comparable = _comparable(named, scene) or likely
        asked = read_intents(asking, tongue, comparable)
        of_it = _of_conversation(named, asked, tokens, tongue) if context and not instead else None
        if context and of_it:
            named, asked, told = Named("context", context), of_it, tokens
        return Parts(text, tongue, ages, named, asked, told, tokens, aside, comparable, chances), scene

    def _reading(self, parts: Parts, scene: Scene, titles: LookUps) -> Reading:
        kind = aside_of(parts)
        named = _without_film(parts.named) if kind in (NOT_A_FILM, IN_GENERAL) else parts.named
        aloud = _aloud(named, scene)
        said = meant(parts.asked, named, parts.tokens, kind, aged=bool(parts.ages.years), aloud=aloud)
        intents = said
        if kind is None and not (parts.asked == Asked() and is_bare(named, parts.tokens)):
            intents = likeliest(
                intents, parts.chances, parts.asked, named, comparable=parts.comparable, aloud=aloud
            )
        unmeant = by_chance(said, named, aloud=aloud) and intents == (Intent.ALTERNATIVES,)
        kept = kind is not None and named.match == "accept" and aloud
        unknown = kind is not None or not could_be_a_title(named, parts.tokens, parts.text)
        if unmeant or (intents == UNKNOWN and unknown and not kept):
            named = _without_film(named)
        if Intent.COMPARE in intents:
            named = in_order(named)
        others = _others(named, scene, titles) if Intent.COMPARE in intents else ()
        topics = tuple(topic for topic in self._topics if topic in parts.asked.topics and intents != UNKNOWN)
        return Reading(
            text=parts.text,
            questions=tuple(
                _question(intent, parts, named.movie, topics, others, self._things) for intent in intents
            ),
            match=named.match,
            movie=named.movie,
            candidates=worth_offering(named.candidates, named.movie),
            sought=_sought(parts, named, kind),
            ages=parts.ages.years,
            topics=topics,
            aside=kind if kind or not parts.ages.impossible else "age",
            language=self._phrases.language_of(tokenise(parts.text)),
            plain=named.match != "context" and named.exact and parts.ages.plain,
            asks_why=named.match == "context" and asks_why(parts.tokens, parts.tongue),
            corrects=named.match == "accept" and not parts.asked.intents and parts.named.spans == (),
        )


def _looked_again(named: Named, chances: Chances, scene: Scene, titles: LookUps) -> Named:
    """What is named, now that it is known what is likely asked: two films, or one in any case."""
    if chances[Intent.COMPARE] >= LIKELY:
        return with_other_side(named)
    without = chances[Intent.UNKNOWN] + chances[Intent.ALTERNATIVES]
    found = at_last(scene, titles) if named.match == "none" and without <= UNLIKELY else None
    inside = found is not None and (named.sought is None or (found.sought or "") in named.sought)
    return found if found is not None and inside else named


def _aloud(named: Named, scene: Scene) -> bool:
    """Whether a film's name is more than an everyday word in small letters, and begins what may be meant."""
    words = [token for span in named.spans for token in scene.words(span) if not token.has("<small>")]
    told = any(word.word.isalpha() and (scene.strange(word) or scene.capital(word)) for word in words)
    several = len(words) > EVERYDAY
    if named.match != "confirm":
        return told or several
    sought = bare(fold(named.sought or "").split())
    known = [bare(fold(film.title).split()) for film in named.candidates]
    if any(title == sought for title in known):
        return told or several
    more = told or len(words) > EVERYDAY + 1
    return more and any(set(title) >= set(sought) or sought[: len(title)] == title for title in known)


def _codes(tokens: Tokens, tongue: Tongue) -> list[Span]:
    """Where certificates stand; the empty tokens at both ends of a text are no part of one."""
    hits = find_all(tongue.codes, tokens)
    return [(max(hit.start, 1), min(hit.end, len(tokens) - 1)) for hit in hits]


def _of_conversation(named: Named, asked: Asked, tokens: Tokens, tongue: Tongue) -> Asked | None:
    """What is asked of the conversation's film where a name that is no known title is somebody's in it.

    So it is where the rest of the text asks nothing of a film, but all of it what happens or who made it.
    """
    pointed = any(token.has("<this>") for token in tokens)
    if named.match == "confirm" and _is_of_a_title(named):
        return None
    if named.match not in ("none", "confirm") or (
        asked.intents and (named.match == "confirm" or not pointed)
    ):
        return None
    of_it = read_intents(tokens, tongue, comparable=False)
    first = of_it.intents[0] if of_it.intents else of_it.guess
    return of_it if first in (Intent.STORY, Intent.FACTS) else None


def _is_of_a_title(named: Named) -> bool:
    """Whether several words are all in a title to ask with: `sonic 3`."""
    sought = set(bare(fold(named.sought or "").split()))
    return len(sought) > 1 and any(sought.issubset(fold(film.title).split()) for film in named.candidates)


def _question(
    intent: Intent,
    parts: Parts,
    movie: Film | None,
    topics: tuple[str, ...],
    others: tuple[Film, ...],
    things: Things,
) -> Question:
    looked_for = intent is Intent.CONTENT_TOPIC and not topics
    told = things_told(parts.tokens, parts.text, things) if topics and intent in ABOUT_TOPICS else ""
    return Question(
        intent=intent,
        movie=movie.id if movie else None,
        ages=parts.ages.years,
        topics=topics,
        facts=parts.asked.facts if intent is Intent.FACTS else (),
        others=tuple(film.id for film in others) if intent is Intent.COMPARE else (),
        words=words_of(parts.tokens, parts.text) if looked_for else told,
    )


def _sought(parts: Parts, named: Named, kind: str | None) -> str | None:
    if kind == NOT_A_FILM and parts.aside and parts.aside.film:
        return quote(parts.text, tokens_of(parts), *parts.aside.film)
    return named.sought


def _without_film(named: Named) -> Named:
    return Named("none", sought=None) if named.match != "none" or named.sought else named


def _comparable(named: Named, scene: Scene) -> bool:
    """Whether there are two sides: two films, or two versions of one."""
    one = named.movie is not None or bool(named.candidates)
    joined = any(token.has("<versus>") for token in scene.tokens)
    dated = len(years(scene)) > (0 if joined else 1)
    return bool(named.others) or (one and (bool(versions(scene)) or dated or sequels(scene)))


def _others(named: Named, scene: Scene, titles: LookUps) -> tuple[Film, ...]:
    if named.others or named.movie is None:
        return named.others[:1]
    other = other_version(scene, named.movie, titles)
    return (other,) if other else ()
