"""A parent's text into what was understood of it. Joins the parts; each part decides for itself."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np

from knowledge.questions import Intent, Question
from knowledge.reading import Reading
from knowledge.titles.film_links import with_titles
from knowledge.titles.films import Film
from knowledge.titles.folding import visible
from knowledge.titles.rivals import worth_offering
from knowledge.titles.spans import SpanIndex
from knowledge.titles.titles import Titles
from knowledge.understanding.ages import OLDEST, Age, possible_ages, spread
from knowledge.understanding.asked import CORRECTS, WHY, Heard, Odds, likeliest
from knowledge.understanding.film_ranker import FilmRanker
from knowledge.understanding.learned import Learned
from knowledge.understanding.masked_words import asked_features, told
from knowledge.understanding.named_films import Naming
from knowledge.understanding.scene import Named, Scene
from knowledge.understanding.sought_words import looked_for, taken_by, things_told
from knowledge.understanding.span_ranker import SpanRanker
from knowledge.understanding.tagger import AGE, Tagger, Tags
from knowledge.understanding.thresholds import SHIPPED, Thresholds
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints
from knowledge.vocabulary import Vocabulary
from knowledge.weights import U32, hashed, hashed_in_order

IMPOSSIBLE = "age"
CUT = "other_cut"
ABOUT_TOPICS = (Intent.CONTENT_TOPIC, Intent.SUITABILITY)
SIGNS = frozenset({"FILM", "OTHER", "AGE"})


class Understanding:
    """Reads texts against the films that can be named."""

    def __init__(
        self, titles: Titles, vocabulary: Vocabulary, learned: Learned, limits: Thresholds = SHIPPED
    ) -> None:
        self._index, self._named_by = SpanIndex(titles), titles.named
        self._topics = tuple(vocabulary.topics)
        self._things, self._countries = vocabulary.things, vocabulary.countries
        self._learned = learned
        self._limits = limits
        weights = learned.weights
        films = FilmRanker(self._index, weights)
        self._tagger = Tagger(weights)
        self._spans = SpanRanker(films, weights)
        self._naming = Naming(films, limits)

    def read(self, text: str, context: Film | None = None, own: Iterable[str] = ()) -> Reading:
        """What was understood; `context` is the film of the conversation, `own` its entry's folded words."""
        plain = with_titles(visible(text), self._named_by).encode("utf-8", "replace").decode()
        message = TokenText.of(plain, self._index, self._learned.word_kinds, spoken_of=context is not None)
        if not message.tokens:
            return Reading(text, (Question(Intent.UNKNOWN),), "none")
        tags = self._tagger.tag(message)
        hints = Hints(plain, message.tokens, self._learned.versions, self._learned.ages)
        scene = Scene(message, tags, hints, context, frozenset(own))
        named = self._named(scene)
        ages = self._ages(message, tags, named)
        words = told(message, named.spans, ages)
        heard = self._heard(words, named, context)
        if heard.intents[Intent.COMPARE] >= self._limits.second:
            named = self._naming.other_side(scene, named, _taken(named, ages))
        reading = self._reading(message, named, ages, _is_worded(words), heard)
        asks = reading.aside is None and reading.questions[0].intent is not Intent.UNKNOWN
        self._index.forget()
        return replace(reading, text=text, aside=CUT if asks and "cut" in hints.kinds else reading.aside)

    def _named(self, scene: Scene) -> Named:
        bare = hashed_in_order(asked_features(told(scene.message, ()), spoken_of=scene.spoken_of is not None))
        nothing, asides = self._odds("nothing", bare)["nothing"], self._odds("asides", bare)
        scene = replace(scene, is_chatter=likeliest(asides)[1] >= self._limits.aside)
        weighed = self._spans.weighed(scene.message, scene.tags, scene.hints, nothing, scene.spoken_of)
        return self._naming.named(scene, weighed)

    def _odds(self, name: str, features: U32) -> Odds:
        return self._learned.weights.logits[name].odds(features)

    def _ages(self, message: TokenText, tags: Tags, named: Named) -> list[Age]:
        """The ages outside of films that the tagger takes for a child's, and those of a list with one."""
        taken = taken_by(named.spans)
        words = self._learned.ages
        every = possible_ages(message.tokens, words)
        possible = [age for age in every if taken.isdisjoint(range(age.start, age.end))]
        chosen = {at for at, age in enumerate(possible) if self._is_age(tags, age)}
        found = [possible[at] for at in sorted(spread(possible, chosen, message.tokens, words))]
        return [age for age in found if age.number or not _told_exactly(age, found)]

    def _is_age(self, tags: Tags, age: Age) -> bool:
        return max(tags.chance(at, AGE) for at in range(age.start, age.end)) >= self._limits.age

    def _heard(self, words: Sequence[str], named: Named, context: Film | None) -> Heard:
        seen = hashed_in_order(asked_features(words, spoken_of=context is not None))
        intents = self._odds("intents", seen)
        if context is None and named.span is None:
            follows = self._odds("intents", hashed_in_order(asked_features(words, spoken_of=True)))
            share = self._limits.without
            intents = {each: share * odds + (1 - share) * follows[each] for each, odds in intents.items()}
        asides, facts, languages = (self._odds(name, seen) for name in ("asides", "facts", "languages"))
        said = self._learned.topics.said(words)
        topics = np.concatenate((seen, hashed(self._learned.topics.features(words, said))))
        about = self._odds("topics", topics)
        return Heard(intents, asides, facts, languages, about, said, self._limits)

    def _reading(
        self, message: TokenText, named: Named, ages: Sequence[Age], worded: bool, heard: Heard
    ) -> Reading:
        intents = (Intent.SUITABILITY,) if named.span and not worded else heard.asked()
        named = heard.without_chatter(named, intents)
        said = [year for age in ages for year in age.years]
        years = tuple(sorted({year for year in said if 0 <= year <= OLDEST}))
        topics = () if intents[0] is Intent.UNKNOWN else heard.about(self._topics)
        aside = heard.aside(intents) or (None if all(0 <= year <= OLDEST for year in said) else IMPOSSIBLE)
        taken = _taken(named, ages)
        country = next((one.thing for one in self._countries.named(message.free(taken))), "")
        template = Question(Intent.UNKNOWN, ages=years, topics=topics, country=country)
        return Reading(
            text=message.text,
            questions=self._questions(message, named, taken, intents, template, heard),
            match=named.match,
            movie=named.movie,
            candidates=worth_offering(named.candidates, named.movie),
            sought=message.said(*named.span) if named.span else None,
            ages=years,
            topics=topics,
            aside=aside,
            language=heard.language() if worded else None,
            plain=named.match != "context" and named.exact and all(age.plain for age in ages),
            corrects=named.match == "accept" and heard.says(CORRECTS),
            asks_why=named.match == "context" and heard.says(WHY),
            missed=named.missed + (named.missed_beside if Intent.COMPARE in intents else ()),
        )

    def _questions(
        self,
        message: TokenText,
        named: Named,
        taken: set[int],
        intents: Sequence[Intent],
        template: Question,
        heard: Heard,
    ) -> tuple[Question, ...]:
        films = [film.id for film in (named.movie, *named.further) if film] if named.movie else [None]
        others = tuple(film.id for film in (*named.others, *named.further))
        found: list[Question] = []
        for intent in intents:
            facts = heard.which_facts() if intent is Intent.FACTS else ()
            words = self._words(message, taken, intent, template.topics)
            country = template.country if intent is Intent.AGE_RATING else ""
            asked = replace(template, intent=intent, facts=facts, words=words, country=country)
            if intent is Intent.COMPARE:
                found.append(replace(asked, movie=films[0], others=others))
            else:
                found += [replace(asked, movie=film) for film in films]
        return tuple(found)

    def _words(self, message: TokenText, taken: set[int], intent: Intent, topics: Sequence[str]) -> str:
        if intent not in ABOUT_TOPICS:
            return ""
        whole = intent is Intent.SUITABILITY and not topics
        things = things_told(message, taken, self._things, self._learned.topics, feared=whole)
        return things if things or topics or whole else looked_for(message, taken)


def _taken(named: Named, ages: Collection[Age]) -> set[int]:
    """The tokens of films and ages."""
    return taken_by(named.spans) | {at for age in ages for at in range(age.start, age.end)}


def _is_worded(words: Sequence[str]) -> bool:
    """Whether more is said than films and ages."""
    return any(word[:1].isalpha() and word not in SIGNS for word in words)


def _told_exactly(stage: Age, ages: Sequence[Age]) -> bool:
    """Whether a number says a stage more exactly: `my teen (14)`."""
    low, high = min(stage.years), max(stage.years)
    numbers = [age for age in ages if age.number]
    return any(low <= age.years[0] <= high or 0 <= age.start - stage.end <= 1 for age in numbers)
